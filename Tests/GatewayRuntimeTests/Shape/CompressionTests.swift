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

    private static func prefersGzip(_ value: String) -> Bool {
        let bytes = Array("Accept-Encoding\(value)".utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            let field = HeaderField(nameStart: 0, nameEnd: 15, valueStart: 15, valueEnd: UInt32(bytes.count))
            return withUnsafePointer(to: field) { field in
                AcceptEncoding.prefersGzip(
                    HeaderFields(
                        base: ByteView(buffer).start, fields: UnsafeBufferPointer(start: field, count: 1)))
            }
        }
    }

    @Test("what a client takes", arguments: preferences) func preference(_ value: String, _ isWanted: Bool) {
        #expect(Self.prefersGzip(value) == isWanted)
    }

    @Test("any bytes are a preference or none, and never a crash") func fuzz() {
        let alphabet = Array("gzip*,;q=01. -x\t")
        for _ in 0..<20_000 {
            let text = String((0..<Int.random(in: 0...16)).map { _ in alphabet.randomElement() ?? "a" })
            if Self.prefersGzip(text) { #expect(text.contains("*") || text.lowercased().contains("gzip"), "\(text)") }
        }
    }

    @Test("a stream is used again, and gives nothing back twice") func streams() throws {
        let streams = GzipStreams()
        for round in 0..<40 {
            let stream = try #require(streams.take())
            var written: [UInt8] = []
            let text = Array(String(repeating: "round \(round), ", count: 2_000).utf8)
            text.withUnsafeBufferPointer { text in
                stream.take(ByteView(text), .more, buffer: streams.buffer) { written += $0.bytes }
                stream.take(ByteView(text).prefix(0), .flush, buffer: streams.buffer) { written += $0.bytes }
                let flushed = written.count
                stream.take(ByteView(text).prefix(0), .flush, buffer: streams.buffer) { written += $0.bytes }
                #expect(written.count == flushed)
                stream.take(ByteView(text).prefix(0), .end, buffer: streams.buffer) { written += $0.bytes }
            }
            #expect(written.prefix(3) == [0x1F, 0x8B, 8] && written.count < text.count / 10)
            streams.give(stream)
        }
    }
}
