#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An address and a port, as the kernel has them.
struct SocketAddress: Sendable, Equatable {
    /// A `sockaddr`.
    private let bytes: [UInt8]

    /// As long as any address of IP is.
    static let longest = 128

    /// As in socket(2).
    var family: CInt { bytes.withUnsafeBytes { $0.count > 2 ? CInt($0.load(as: sa_family_t.self)) : AF_UNSPEC } }

    /// Calls with the address as connect(2) and bind(2) take it.
    func withPointer<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value? {
        bytes.withUnsafeBytes { bytes in
            bytes.baseAddress.map { body($0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count)) }
        }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// The address of this end of a socket.
    init?(of descriptor: CInt) {
        let found = withUnsafeTemporaryAllocation(byteCount: Self.longest, alignment: 8) { buffer -> [UInt8]? in
            guard let base = buffer.baseAddress else { return nil }
            var length = socklen_t(buffer.count)
            let isFound = getsockname(descriptor, base.assumingMemoryBound(to: sockaddr.self), &length) == 0
            return isFound ? Array(buffer.prefix(Int(length))) : nil
        }
        guard let found, found.count > 2 else { return nil }
        bytes = found
    }

    /// The port of an address of IP: it stands behind the family in both kinds.
    var port: Int { bytes.count < 4 ? 0 : Int(bytes[2]) << 8 | Int(bytes[3]) }

    /// Looks a name up, or reads an address; waits for as long as that takes, so not for a loop.
    /// - Parameter isPassive: whether it is one to listen at.
    /// - Returns: all addresses of it, the best first (RFC 6724); none where it has none.
    static func resolve(_ host: String, port: Int, isPassive: Bool = false) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_NUMERICSERV | (isPassive ? AI_PASSIVE : 0)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var addresses: [SocketAddress] = []
        var next = first
        while let info = next?.pointee {
            if let address = info.ai_addr, info.ai_addrlen <= longest {
                let bytes = UnsafeRawBufferPointer(start: address, count: Int(info.ai_addrlen))
                addresses.append(SocketAddress(bytes: Array(bytes)))
            }
            next = info.ai_next
        }
        return addresses
    }
}

extension IPAddress {
    /// The address in a `sockaddr` of a family; none where that is not one of IP.
    init?(socketAddress bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 8 else { return nil }
        switch CInt(bytes.load(as: sa_family_t.self)) {
        case AF_INET:
            self.init(ipv4: UInt32(bigEndian: bytes.load(fromByteOffset: 4, as: UInt32.self)))
        case AF_INET6 where bytes.count >= 24:
            self.init(
                high: UInt64(bigEndian: bytes.load(fromByteOffset: 8, as: UInt64.self)),
                low: UInt64(bigEndian: bytes.load(fromByteOffset: 16, as: UInt64.self)))
        default: return nil
        }
    }
}
