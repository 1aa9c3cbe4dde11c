import NIOCore

/// Hands what a ``ByteWriter`` has to a channel. One a loop: SwiftNIO has nearly always written a buffer, and given it back,
/// before the next is wanted.
final class OutgoingBuffer {
    private var buffer = ByteBuffer()

    /// The bytes as the channel takes them; the writer is empty afterwards.
    func take(_ writer: ByteWriter) -> ByteBuffer {
        buffer.clear()
        buffer.writeBytes(writer.bytes)
        writer.clear()
        return buffer
    }
}

extension ByteWriter {
    func put(_ buffer: ByteBuffer) { buffer.withUnsafeReadableBytes { put($0) } }
}
