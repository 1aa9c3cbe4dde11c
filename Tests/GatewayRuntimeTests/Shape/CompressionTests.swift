import CBrotliDecoder
import Testing

@testable import GatewayRuntime

@Suite("Compression") struct CompressionTests {
    static let preferences: [(String, Bool)] = [
        ("gzip", true), ("GZIP", true), ("x-gzip", true), ("gzip, deflate, br", true), ("br;q=1.0, gzip;q=0.8", true),
        ("gzip;q=1", true), ("gzip;q=1.000", true), ("gzip;q=0", false), ("gzip;q=0.000", false), ("*", true),
        ("*;q=0", false), ("*;q=0, gzip", true), ("gzip;q=0, *", false), ("identity", false),
        ("identity, gzip;q=0.5", false),
        ("identity;q=0.5, gzip;q=0.5", true), ("identity;q=0, gzip;q=0.1", true), ("gzip;q=0.5", true), ("br", false),
        ("", false),
        (",, ,gzip,", true), ("gzip;q=1.001", false), ("gzip;q=2", false), ("gzip;q=.5", false),
        ("gzip;q=0.1234", false),
        ("gzip;q=", false), ("gzip;level=9", false), ("gzip; q=1", true), ("gzip ;Q=1", true), ("gzipp", false),
        ("gzip;q=-1", false), ("gzip;q=1,gzip;q=0", true),
    ]

    private static func preferred(_ value: String, among codings: ContentCodings) -> ContentCoding? {
        withFields([("Accept-Encoding", value)]) { AcceptEncoding.preferred($0, among: codings) }
    }

    private static func prefersGzip(_ value: String) -> Bool { preferred(value, among: .gzip) == .gzip }

    @Test("what a client takes", arguments: preferences) func preference(_ value: String, _ isWanted: Bool) {
        #expect(Self.prefersGzip(value) == isWanted)
    }

    static let choices: [(String, ContentCoding?)] = [
        ("gzip, br", .brotli), ("br;q=0.5, gzip;q=0.6", .gzip), ("br;q=0.6, gzip;q=0.6", .brotli), ("gzip", .gzip),
        ("br", .brotli), ("*", .brotli), ("br;q=0, *", .gzip), ("gzip, *;q=0.5", .gzip), ("BR;q=0.001", .brotli),
        ("identity, br;q=0.9", nil), ("br;q=0", nil), ("", nil), ("deflate", nil), ("br;q=2, gzip;q=0.1", .gzip),
    ]

    @Test("of two that a client takes, the one that it likes better, else brotli", arguments: choices)
    func choice(_ value: String, _ coding: ContentCoding?) {
        #expect(Self.preferred(value, among: [.gzip, .brotli]) == coding)
        #expect(Self.preferred(value, among: []) == nil)
        let brotli = Self.preferred(value, among: .brotli)
        #expect(brotli == nil || brotli == .brotli)
    }

    @Test("any bytes are a preference or none, and never a crash") func fuzz() {
        let alphabet = Array("gzip*,;q=01. -x\t")
        for _ in 0..<20_000 {
            let text = String((0..<Int.random(in: 0...16)).map { _ in alphabet.randomElement() ?? "a" })
            if Self.prefersGzip(text) { #expect(text.contains("*") || text.lowercased().contains("gzip"), "\(text)") }
        }
    }

    @Test("a compressor is used again, and gives nothing back twice", arguments: [ContentCoding.gzip, .brotli])
    func streams(_ coding: ContentCoding) throws {
        let compressors = Compressors()
        for round in 0..<40 {
            let stream = try #require(compressors.take(coding))
            var written: [UInt8] = []
            let text = Array(String(repeating: "round \(round), ", count: 2_000).utf8)
            text.withUnsafeBufferPointer { text in
                func take(_ data: ByteView, _ step: Compressor.Step) {
                    #expect(stream.take(data, step, buffer: compressors.buffer) { written += $0.bytes })
                }
                take(ByteView(text), .more)
                take(ByteView(text).prefix(0), .flush)
                let flushed = written.count
                take(ByteView(text).prefix(0), .flush)
                #expect(written.count == flushed)
                if coding == .brotli { #expect(Self.decoded(written) == Array(text)) }
                take(ByteView(text), .more)
                take(ByteView(text).prefix(0), .end)
            }
            #expect(written.count < text.count / 10)
            switch coding {
            case .gzip: #expect(written.prefix(3) == [0x1F, 0x8B, 8])
            case .brotli: #expect(Self.decoded(written) == text + text)
            }
            compressors.give(stream)
        }
    }

    @Test("no more is compressed with brotli at a time than there may be memory for") func bound() throws {
        let compressors = Compressors()
        var streams = try (0..<Compressors.mostBrotli).map { _ in try #require(compressors.take(.brotli)) }
        #expect(compressors.take(.brotli) == nil && compressors.take(.gzip) != nil)
        compressors.give(streams.removeLast())
        streams.append(try #require(compressors.take(.brotli)))
        for stream in streams { compressors.give(stream) }
    }

    @Test("no more is compressed at a time than there may be memory for", arguments: [ContentCoding.gzip, .brotli])
    func boundOfAll(_ coding: ContentCoding) throws {
        let compressors = Compressors()
        let others = try (0..<10).map { _ in try #require(compressors.take(coding)) }
        var streams = try (10..<Compressors.mostInUse).map { _ in try #require(compressors.take(.gzip)) }
        #expect(compressors.take(.gzip) == nil && compressors.take(.brotli) == nil)
        compressors.give(streams.removeLast())
        streams.append(try #require(compressors.take(.gzip)))
        for stream in others + streams { compressors.give(stream) }
        #expect(compressors.take(coding) != nil)
    }

    @Test("memory that was given back is taken again where it fits") func arena() throws {
        let arena = Arena()
        let block = try #require(arena.allocate(1_000))
        arena.free(block)
        let larger = try #require(arena.allocate(4_000))
        #expect(larger != block)
        let other = try #require(arena.allocate(10))
        #expect(other != block && arena.allocate(900) == block)
        for block in [larger, other, block] { arena.free(block) }
    }

    /// What the library's own decoder makes of it, as far as it goes.
    private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        let decoder = BrotliDecoderCreateInstance(nil, nil, nil)
        defer { BrotliDecoderDestroyInstance(decoder) }
        var room = 1 << 20
        var text = [UInt8](repeating: 0, count: room)
        text.withUnsafeMutableBufferPointer { text in
            bytes.withUnsafeBufferPointer { bytes in
                var (left, input, output) = (bytes.count, bytes.baseAddress, text.baseAddress)
                _ = BrotliDecoderDecompressStream(decoder, &left, &input, &room, &output, nil)
            }
        }
        return Array(text.dropLast(room))
    }
}
