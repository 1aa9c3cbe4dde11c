import NIOCore

/// Hands what a ``ByteWriter`` has to a channel. One a loop: SwiftNIO has nearly always written a buffer, and given it back,
/// before the next is wanted. Where it has not, `clear` makes a new one of the same size: so this one stays small.
final class OutgoingBuffer {
    /// Heads with a short body are no longer than this.
    private static let usual = 4096
    private var buffer = ByteBuffer()

    /// The bytes as the channel takes them; the writer is empty afterwards.
    func take(_ writer: ByteWriter) -> ByteBuffer {
        defer { writer.clear() }
        guard writer.count <= Self.usual else { return ByteBuffer(bytes: writer.bytes) }
        buffer.clear()
        buffer.writeBytes(writer.bytes)
        return buffer
    }
}

extension ByteWriter {
    func put(_ buffer: ByteBuffer) { buffer.withUnsafeReadableBytes { put($0) } }
}
