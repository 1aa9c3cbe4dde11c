#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What the system said to a call on a socket.
public struct SocketError: Error, Equatable, CustomStringConvertible {
    /// As in errno(3).
    public let code: CInt

    public init(code: CInt) { self.code = code }

    public var description: String { String(cString: strerror(code)) }

    /// The result of a call that says -1 where it failed.
    static func check(_ result: CInt) throws(SocketError) -> CInt {
        guard result >= 0 else { throw SocketError(code: errno) }
        return result
    }
}
