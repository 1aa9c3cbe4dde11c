internal import CZlib

/// A body on its way through zlib (RFC 1952). It holds about 270 KB while it is in use, and is used again.
final class GzipStream {
    private var stream = z_stream()
    /// Whether something has been taken that has not come out.
    private var holdsBack = false
    private let isReady: Bool

    /// Nearly as small as it gets, at half the work.
    private static let level: CInt = 5
    private static let windowAndGzip: CInt = 15 + 16

    init() {
        isReady =
            deflateInit2_(
                &stream, Self.level, Z_DEFLATED, Self.windowAndGzip, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                CInt(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit { if isReady { deflateEnd(&stream) } }

    /// Begins anew.
    /// - Returns: whether it can: zlib had its memory.
    func reset() -> Bool {
        holdsBack = false
        return isReady && deflateReset(&stream) == Z_OK
    }

    enum Step {
        /// More is to come: as much as fits well comes out.
        case more
        /// Nothing more for now: all that was taken comes out.
        case flush
        case end
    }

    /// Takes some of the body, and hands on what comes of it in pieces as large as the buffer.
    func take(
        _ data: ByteView, _ step: Step, buffer: UnsafeMutableBufferPointer<UInt8>, then: (ByteView) -> Void
    ) {
        if step == .flush, !holdsBack { return }
        guard let start = buffer.baseAddress else { return }
        stream.next_in = UnsafeMutablePointer(mutating: data.start)
        stream.avail_in = UInt32(clamping: data.count)
        let mode = step == .more ? Z_NO_FLUSH : step == .flush ? Z_SYNC_FLUSH : Z_FINISH
        repeat {
            stream.next_out = start
            stream.avail_out = UInt32(clamping: buffer.count)
            let status = deflate(&stream, mode)
            let count = buffer.count - Int(stream.avail_out)
            if count > 0 { then(ByteView(start, count: count)) }
            if status == Z_STREAM_END || status == Z_STREAM_ERROR { break }
        } while stream.avail_out == 0
        holdsBack = step == .more
    }
}

/// The compressors of a loop: those that are not in use, and what they write into.
final class GzipStreams {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: BodyWriter.copyLimit)
    private var resting: [GzipStream] = []

    /// More than these are given back to the system.
    private static let most = 16

    deinit { buffer.deallocate() }

    /// One that is ready; none where there is no memory for it.
    func take() -> GzipStream? {
        let stream = resting.popLast() ?? GzipStream()
        return stream.reset() ? stream : nil
    }

    func give(_ stream: GzipStream) {
        if resting.count < Self.most { resting.append(stream) }
    }
}
