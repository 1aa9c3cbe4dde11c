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

    static let readable = Readiness(rawValue: EPOLLIN.rawValue)
    static let writable = Readiness(rawValue: EPOLLOUT.rawValue)
    /// An error is pending on it. It is always told of.
    static let failed = Readiness(rawValue: EPOLLERR.rawValue)
    /// Nothing more passes in either direction. It is always told of.
    static let hungUp = Readiness(rawValue: EPOLLHUP.rawValue)
}

/// epoll(7), level-triggered: who does not read all is told again, after the others have had their turn.
struct Poller: ~Copyable {
    private let descriptor: CInt
    private let events: UnsafeMutablePointer<epoll_event>

    /// Events of one turn at most. What is left comes with the next.
    private static let batch = 256

    /// - Throws: ``SocketError`` where the process has no descriptors left.
    init() throws(SocketError) {
        descriptor = try SocketError.check(epoll_create1(CInt(EPOLL_CLOEXEC)))
        events = .allocate(capacity: Self.batch)
    }

    deinit {
        _ = close(descriptor)
        events.deallocate()
    }

    func add(_ other: CInt, _ interest: Readiness, key: UInt64) throws(SocketError) {
        _ = try SocketError.check(linux_epoll_control(descriptor, EPOLL_CTL_ADD, other, interest.rawValue, key))
    }

    /// A descriptor that was added cannot fail to be changed, nor to be removed (epoll_ctl(2)).
    func change(_ other: CInt, _ interest: Readiness, key: UInt64) {
        _ = linux_epoll_control(descriptor, EPOLL_CTL_MOD, other, interest.rawValue, key)
    }

    func remove(_ other: CInt) { _ = linux_epoll_control(descriptor, EPOLL_CTL_DEL, other, 0, 0) }

    /// Waits for events, but not longer than this.
    /// - Returns: how many there are for ``event(_:)``.
    func wait(milliseconds: CInt) -> Int { Int(max(0, epoll_wait(descriptor, events, CInt(Self.batch), milliseconds))) }

    @inline(__always)
    func event(_ index: Int) -> (key: UInt64, readiness: Readiness) {
        (events[index].data.u64, Readiness(rawValue: events[index].events))
    }
}
