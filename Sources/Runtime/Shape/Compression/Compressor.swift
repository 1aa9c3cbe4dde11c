/// A body on its way through a compressor, which is used again for another. The classes below it are the codings.
class Compressor {
    enum Step {
        /// More is to come: as much as fits well comes out.
        case more
        /// Nothing more for now: all that was taken comes out.
        case flush
        case end
    }

    let coding: ContentCoding
    /// Whether something has been taken that has not come out.
    private var holdsBack = false

    init(_ coding: ContentCoding) { self.coding = coding }

    /// Begins with another body.
    /// - Returns: whether there was memory for it.
    func begin() -> Bool {
        holdsBack = false
        return true
    }

    /// Takes some of the body, and hands on what comes of it in pieces as large as the buffer.
    /// - Returns: whether it could; else nothing more can be made of the body.
    final func take(
        _ data: ByteView, _ step: Step, buffer: UnsafeMutableBufferPointer<UInt8>, then: (ByteView) -> Void
    ) -> Bool {
        if step == .flush, !holdsBack { return true }
        holdsBack = step == .more
        return compress(data, step, buffer: buffer, then: then)
    }

    func compress(
        _ data: ByteView, _ step: Step, buffer: UnsafeMutableBufferPointer<UInt8>, then: (ByteView) -> Void
    ) -> Bool { false }

    /// The body has ended, or is given up.
    func end() {}
}

/// What a response can be compressed with (RFC 9110, 8.4.1).
public struct ContentCodings: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let gzip = ContentCodings(rawValue: 1)
    /// RFC 7932.
    public static let brotli = ContentCodings(rawValue: 2)
}

enum ContentCoding {
    case gzip, brotli

    /// As `Content-Encoding` has it.
    var name: StaticString {
        switch self {
        case .gzip: "gzip"
        case .brotli: "br"
        }
    }
}

/// The compressors of a loop: those that are not in use, and what they write into.
final class Compressors {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: BodyWriter.copyLimit)
    private let arena = Arena()
    private var restingGzip: [Compressor] = []
    private var restingBrotli: [Compressor] = []
    private var inUse = 0
    private var brotliInUse = 0

    /// More than these are given back to the system.
    private static let most = 16
    /// More than these are not in use at a time, since each takes a quarter of a megabyte; further bodies go as they are.
    static let mostInUse = 256
    /// Of them, more than these are not brotli's, since each of those takes more than a megabyte; gzip stands in.
    static let mostBrotli = 64

    deinit { buffer.deallocate() }

    /// One that is ready for a body; none where there is no memory for it, or as many are in use as may be.
    func take(_ coding: ContentCoding) -> Compressor? {
        guard inUse < Self.mostInUse else { return nil }
        let compressor: Compressor
        switch coding {
        case .gzip: compressor = restingGzip.popLast() ?? GzipStream()
        case .brotli:
            guard brotliInUse < Self.mostBrotli else { return nil }
            compressor = restingBrotli.popLast() ?? BrotliStream(arena)
        }
        guard compressor.begin() else { return nil }
        inUse += 1
        if coding == .brotli { brotliInUse += 1 }
        return compressor
    }

    func give(_ compressor: Compressor) {
        compressor.end()
        inUse -= 1
        switch compressor.coding {
        case .gzip: if restingGzip.count < Self.most { restingGzip.append(compressor) }
        case .brotli:
            brotliInUse -= 1
            if restingBrotli.count < Self.most { restingBrotli.append(compressor) }
        }
    }
}
