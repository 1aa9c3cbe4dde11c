/// How much a connection holds at most: about 256 KiB in each direction, kernel and ourselves together. What is on its way to a
/// peer that takes it is not counted: how much that is, is the network's.
enum ConnectionBounds {
    /// Bytes that wait to go out: above the first the other side is not read any more, below the second it is again.
    static let mostUnsent = 64 * 1024
    static let fewUnsent = 32 * 1024
    /// The kernel's buffer for what a client or an upstream sends; Linux makes it twice as much.
    static let receiveBuffer: CInt = 128 * 1024
    /// What the kernel takes of what is to be sent beyond what is on its way; a write goes over it by 64 KiB at most.
    static let kernelUnsent: CInt = 32 * 1024
    /// Bytes of further requests that are read while one is under way.
    static let pipelined = 64 * 1024
    /// Bytes of a body that are read over to save a connection.
    static let discarded = 64 * 1024
    /// Bytes of a request's body that are as good as delivered once they are written.
    static let delivered = 16 * 1024
    /// Bytes a second that a client has to send of a request's body, in the long run.
    static let slowestBody: UInt64 = 240
}
