internal import CLinux

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

#if !os(Linux)
    #error("the gateway runs on Linux, where epoll(7) is; `switchyard`, the compiler of specs, runs elsewhere too")
#endif

/// What can be done with a descriptor.
struct Readiness: OptionSet {
    let rawValue: UInt32

    static let readable = Readiness(rawValue: UInt32(LINUX_READABLE))
    static let writable = Readiness(rawValue: UInt32(LINUX_WRITABLE))
    /// The peer has ended what it sends, and has perhaps sent more that is not read yet.
    static let peerEnded = Readiness(rawValue: UInt32(LINUX_PEER_ENDED))
    /// An error is pending on it. It is always told of.
    static let failed = Readiness(rawValue: UInt32(LINUX_FAILED))
    /// Nothing more passes in either direction. It is always told of.
    static let hungUp = Readiness(rawValue: UInt32(LINUX_HUNG_UP))
}

/// epoll(7), level-triggered: who does not read all is told again, after the others have had their turn.
struct Poller: ~Copyable {
    private let descriptor: CInt
    private let events: UnsafeMutableRawPointer

    /// Events of one turn at most. What is left comes with the next.
    static let batch = 256

    /// - Throws: ``SocketError`` where the process has no descriptors left.
    init() throws(SocketError) {
        descriptor = try SocketError.check(linux_poller())
        events = .allocate(byteCount: Int(linux_events_size(CInt(Self.batch))), alignment: 8)
    }

    deinit {
        _ = close(descriptor)
        events.deallocate()
    }

    func add(_ other: CInt, _ interest: Readiness, key: UInt64) throws(SocketError) {
        _ = try SocketError.check(linux_watch(descriptor, CInt(LINUX_ADD), other, interest.rawValue, key))
    }

    /// A descriptor that was added cannot fail to be changed, nor to be removed (epoll_ctl(2)).
    func change(_ other: CInt, _ interest: Readiness, key: UInt64) {
        _ = linux_watch(descriptor, CInt(LINUX_CHANGE), other, interest.rawValue, key)
    }

    func remove(_ other: CInt) { _ = linux_watch(descriptor, CInt(LINUX_REMOVE), other, 0, 0) }

    /// Waits for events, but not longer than this.
    /// - Returns: how many there are for ``event(_:)``.
    func wait(milliseconds: CInt) -> Int {
        Int(max(0, linux_wait(descriptor, events, CInt(Self.batch), milliseconds)))
    }

    @inline(__always)
    func event(_ index: Int) -> (key: UInt64, readiness: Readiness) {
        (key(index), Readiness(rawValue: linux_event_readiness(events, index)))
    }

    @inline(__always)
    func key(_ index: Int) -> UInt64 { linux_event_key(events, index) }
}
