internal import CLinux

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A socket that clients connect to: one a loop, so that no loop takes connections for another (`SO_REUSEPORT`).
final class Listener: Source {
    private let accepted: (_ descriptor: CInt, _ peer: IPAddress?) -> Void

    /// Connections taken in one turn, so that those that are open have their turn too.
    private static let batch = 64
    /// How long none is taken where the process has no descriptors left for them.
    private static let pause: UInt64 = 100_000_000

    init(_ descriptor: CInt, on loop: Loop, accepted: @escaping (CInt, IPAddress?) -> Void) {
        self.accepted = accepted
        super.init(descriptor, on: loop)
    }

    override func ready(_ readiness: Readiness) {
        withUnsafeTemporaryAllocation(byteCount: SocketAddress.longest, alignment: 8) { buffer in
            for _ in 0..<Self.batch {
                guard isOpen else { return }
                var length = socklen_t(buffer.count)
                let descriptor = linux_accept(self.descriptor, buffer.baseAddress, &length)
                guard descriptor >= 0 else {
                    failed(errno)
                    return
                }
                let peer = UnsafeRawBufferPointer(rebasing: buffer.prefix(Int(length)))
                accepted(descriptor, IPAddress(socketAddress: peer))
            }
        }
    }

    private func failed(_ code: CInt) {
        switch code {
        // Waiting connections keep the socket ready: without a pause the loop would turn for nothing else.
        case EMFILE, ENFILE, ENOBUFS, ENOMEM:
            wait(for: [])
            loop.schedule(in: Self.pause) { self.wait(for: .readable) }
        // None waits, or the one that waited has gone.
        default: break
        }
    }
}

extension Listener {
    /// Binds a socket for each loop.
    ///
    /// The first is bound without `SO_REUSEPORT`: an address that is taken is an error then, even where its owner would share
    /// it. Once it is ours it is shared, and the other sockets are bound beside it; at no moment is it free for others, and
    /// port 0 is chosen once for all.
    /// - Returns: descriptors, non-blocking and listening.
    /// - Throws: ``SocketError``.
    static func bind(_ address: ListenAddress, count: Int) throws(SocketError) -> [CInt] {
        let candidates = SocketAddress.resolve(address.host, port: address.port, isPassive: true)
        guard let wanted = candidates.first else { throw SocketError(code: EADDRNOTAVAIL) }
        var descriptors: [CInt] = []
        do throws(SocketError) {
            descriptors.append(try bindFirst(wanted, address))
            guard count > 1, let bound = SocketAddress(of: descriptors[0]) else { return descriptors }
            try SystemSocket.set(SO_REUSEPORT, to: 1, on: descriptors[0])
            while descriptors.count < count { descriptors.append(try bind(bound, isShared: true)) }
            return descriptors
        } catch {
            for descriptor in descriptors { SystemSocket.close(descriptor) }
            throw error
        }
    }

    private static func bindFirst(_ wanted: SocketAddress, _ address: ListenAddress) throws(SocketError) -> CInt {
        do throws(SocketError) {
            return try bind(wanted, isShared: false)
        } catch {
            // Every address of a machine without IPv6.
            guard error.code == EAFNOSUPPORT, address.host == "::",
                let every = SocketAddress.resolve("0.0.0.0", port: address.port, isPassive: true).first
            else { throw error }
            return try bind(every, isShared: false)
        }
    }

    private static func bind(_ address: SocketAddress, isShared: Bool) throws(SocketError) -> CInt {
        let descriptor = try SystemSocket.make(address.family)
        do throws(SocketError) {
            try SystemSocket.set(SO_REUSEADDR, to: 1, on: descriptor)
            if isShared { try SystemSocket.set(SO_REUSEPORT, to: 1, on: descriptor) }
            // Connections inherit both.
            try SystemSocket.set(SO_RCVBUF, to: ConnectionBounds.receiveBuffer, on: descriptor)
            try SystemSocket.boundUnsent(descriptor)
            try SystemSocket.bind(descriptor, to: address)
            _ = try SocketError.check(listen(descriptor, 4096))
            return descriptor
        } catch {
            SystemSocket.close(descriptor)
            throw error
        }
    }
}
