#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The system's calls on sockets, under names that no method of a source has.
enum SystemSocket {
    /// A TCP socket, non-blocking and closed on exec.
    /// - Parameter family: as in socket(2).
    static func make(_ family: CInt) throws(SocketError) -> CInt {
        let type = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
        return try SocketError.check(socket(family, type, 0))
    }

    static func set(_ option: CInt, of level: CInt = SOL_SOCKET, to value: CInt, on descriptor: CInt)
        throws(SocketError)
    {
        var value = value
        let size = socklen_t(MemoryLayout.size(ofValue: value))
        _ = try SocketError.check(setsockopt(descriptor, level, option, &value, size))
    }

    /// Has small writes go out at once: what waits for more is put together before it is written. Not to have it is only slower.
    static func sendAtOnce(_ descriptor: CInt) {
        try? set(TCP_NODELAY, of: CInt(IPPROTO_TCP), to: 1, on: descriptor)
    }

    /// Has the kernel keep little for a peer that does not take it. Connections that are accepted inherit it.
    static func boundUnsent(_ descriptor: CInt) throws(SocketError) {
        try set(TCP_NOTSENT_LOWAT, of: CInt(IPPROTO_TCP), to: ConnectionBounds.kernelUnsent, on: descriptor)
    }

    /// How many bytes were sent that the peer's machine has not acknowledged (`SIOCOUTQ`, tcp(7)).
    static func unacknowledged(_ descriptor: CInt) -> Int {
        var count: CInt = 0
        return ioctl(descriptor, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : 0
    }

    static func bind(_ descriptor: CInt, to address: SocketAddress) throws(SocketError) {
        _ = try SocketError.check(address.withPointer { bindDescriptor(descriptor, $0, $1) } ?? -1)
    }

    static func close(_ descriptor: CInt) { _ = closeDescriptor(descriptor) }
}

private func closeDescriptor(_ descriptor: CInt) -> CInt { close(descriptor) }
private func bindDescriptor(_ descriptor: CInt, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> CInt {
    bind(descriptor, address, length)
}
