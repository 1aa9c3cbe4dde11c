/// How much a connection holds in memory at most: about 256 KiB in each direction, kernel and ourselves together.
enum ConnectionBounds {
    /// Bytes that wait to go out: above the first the other side is not read any more, below the second it is again.
    static let mostUnsent = 64 * 1024
    static let fewUnsent = 32 * 1024
    /// The kernel's buffer for what a client or an upstream sends; Linux makes it twice as much.
    static let receiveBuffer: CInt = 128 * 1024
    /// Bytes of further requests that are read while one is under way.
    static let pipelined = 64 * 1024
    /// Bytes of a body that are read over to save a connection.
    static let discarded = 64 * 1024
    /// Bytes a second that a client has to send of a request's body, in the long run.
    static let slowestBody: UInt64 = 240
}
