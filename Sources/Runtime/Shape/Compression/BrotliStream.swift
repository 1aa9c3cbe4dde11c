internal import CBrotli

/// A body on its way through brotli (RFC 7932). It holds about 1.3 MB of the arena while it is in use, and none while it rests: an
/// encoder cannot begin anew.
final class BrotliStream: Compressor {
    private let arena: Arena
    private var encoder: OpaquePointer?

    /// Smaller than gzip makes it, in about its time.
    private static let quality: UInt32 = 4
    /// The window, as a power of two: 256 KiB.
    private static let window: UInt32 = 18

    init(_ arena: Arena) {
        self.arena = arena
        super.init(.brotli)
    }

    deinit { end() }

    override func begin() -> Bool {
        end()
        encoder = BrotliEncoderCreateInstance(
            { arena, size in arena.flatMap { Unmanaged<Arena>.fromOpaque($0).takeUnretainedValue().allocate(size) } },
            { arena, block in
                guard let arena, let block else { return }
                Unmanaged<Arena>.fromOpaque(arena).takeUnretainedValue().free(block)
            }, Unmanaged.passUnretained(arena).toOpaque())
        guard super.begin(), let encoder else { return false }
        return BrotliEncoderSetParameter(encoder, BROTLI_PARAM_QUALITY, Self.quality) != 0
            && BrotliEncoderSetParameter(encoder, BROTLI_PARAM_LGWIN, Self.window) != 0
    }

    override func end() {
        if let encoder { BrotliEncoderDestroyInstance(encoder) }
        encoder = nil
    }

    override func compress(
        _ data: ByteView, _ step: Step, buffer: UnsafeMutableBufferPointer<UInt8>, then: (ByteView) -> Void
    ) -> Bool {
        guard let encoder, let start = buffer.baseAddress else { return false }
        var input: UnsafePointer<UInt8>? = data.start
        var left = data.count
        let operation =
            step == .more
            ? BROTLI_OPERATION_PROCESS : step == .flush ? BROTLI_OPERATION_FLUSH : BROTLI_OPERATION_FINISH
        repeat {
            var output: UnsafeMutablePointer<UInt8>? = start
            var room = buffer.count
            guard BrotliEncoderCompressStream(encoder, operation, &left, &input, &room, &output, nil) != 0 else {
                return false
            }
            if room < buffer.count { then(ByteView(start, count: buffer.count - room)) }
        } while left > 0 || BrotliEncoderHasMoreOutput(encoder) != 0
            || step == .end && BrotliEncoderIsFinished(encoder) == 0
        return true
    }
}
