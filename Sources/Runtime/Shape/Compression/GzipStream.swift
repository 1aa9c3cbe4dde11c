internal import CZlib

/// A body on its way through zlib (RFC 1952). It holds about 270 KB, also while it rests.
final class GzipStream: Compressor {
    private var stream = z_stream()
    private var isReady = false

    /// Nearly as small as it gets, at half the work.
    private static let level: CInt = 5
    private static let windowAndGzip: CInt = 15 + 16

    init() {
        super.init(.gzip)
        isReady =
            deflateInit2_(
                &stream, Self.level, Z_DEFLATED, Self.windowAndGzip, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                CInt(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit { if isReady { deflateEnd(&stream) } }

    override func begin() -> Bool { super.begin() && isReady && deflateReset(&stream) == Z_OK }

    override func compress(
        _ data: ByteView, _ step: Step, buffer: UnsafeMutableBufferPointer<UInt8>, then: (ByteView) -> Void
    ) -> Bool {
        guard let start = buffer.baseAddress else { return false }
        stream.next_in = UnsafeMutablePointer(mutating: data.start)
        stream.avail_in = UInt32(clamping: data.count)
        let mode = step == .more ? Z_NO_FLUSH : step == .flush ? Z_SYNC_FLUSH : Z_FINISH
        repeat {
            stream.next_out = start
            stream.avail_out = UInt32(clamping: buffer.count)
            let status = deflate(&stream, mode)
            let count = buffer.count - Int(stream.avail_out)
            if count > 0 { then(ByteView(start, count: count)) }
            if status == Z_STREAM_END { return true }
            if status == Z_STREAM_ERROR { return false }
        } while stream.avail_out == 0
        return true
    }
}
