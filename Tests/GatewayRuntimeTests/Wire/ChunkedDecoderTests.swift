import Testing

@testable import GatewayRuntime

@Suite struct ChunkedDecoderTests {
    enum Outcome: Equatable {
        /// The data, and how many bytes the body took.
        case whole(String, Int)
        case unfinished(String)
        case malformed
    }

    /// Decodes a body that comes in pieces.
    static func decode(_ bytes: [UInt8], pieces: [Int] = []) -> Outcome {
        var decoder = ChunkedDecoder()
        var data: [UInt8] = []
        var start = 0
        for end in pieces + [bytes.count] {
            while start < end {
                let step = withView(Array(bytes[start..<end])) { decoder.next($0) }
                switch step {
                case .data(let skipped, let count):
                    data += bytes[(start + skipped)..<(start + skipped + count)]
                    start += skipped + count
                case .more: start = end
                case .end(let skipped): return .whole(data.text, start + skipped)
                case .malformed: return .malformed
                }
            }
        }
        return .unfinished(data.text)
    }

    static let table: [(String, Outcome)] = [
        ("0\r\n\r\nrest", .whole("", 5)),
        ("5\r\nhello\r\n0\r\n\r\n", .whole("hello", 15)),
        ("5\r\nhello\r\n6\r\n world\r\n000\r\n\r\nGET", .whole("hello world", 28)),
        ("A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n", .whole("01234567890123456789", 35)),
        ("5;a=b;c=\"d;e\"\r\nhello\r\n0;x\r\n\r\n", .whole("hello", 29)),
        ("1\r\n\r\r\n1\r\n\n\r\n0\r\n\r\n", .whole("\r\n", 17)),
        ("1; a ;\tb = c; d=\"e\\\"\\;\" ;f=g\r\nx\r\n0\r\n\r\n", .whole("x", 38)),
        ("0\r\nA: b\r\nC:\r\n\r\n", .whole("", 15)),
        ("5\r\nhel", .unfinished("hel")),
        ("5\r\nhello\r\n0\r\n", .unfinished("hello")),
        ("\r\n", .malformed),
        ("x\r\n", .malformed),
        ("-1\r\n", .malformed),
        ("0x5\r\nhello\r\n", .malformed),
        (" 5\r\nhello\r\n", .malformed),
        ("5 \r\nhello\r\n", .malformed),
        ("5\nhello\r\n", .malformed),
        ("5\r\r\nhello\r\n", .malformed),
        ("5\r\nhellox\r\n", .malformed),
        ("5\r\nhello\n0\r\n\r\n", .malformed),
        ("5\r\nhello0\r\n\r\n", .malformed),
        ("5;\r\nhello\r\n", .malformed),
        ("5;a;\r\nhello\r\n", .malformed),
        ("5;a=\r\nhello\r\n", .malformed),
        ("5;=a\r\nhello\r\n", .malformed),
        ("5;a=b=c\r\nhello\r\n", .malformed),
        ("5;a b\r\nhello\r\n", .malformed),
        ("5;a=b c\r\nhello\r\n", .malformed),
        ("5;a \r\nhello\r\n", .malformed),
        ("5 ;a\r\nhello\r\n", .malformed),
        ("5;a=\"b\r\nhello\r\n", .malformed),
        ("5;a=\"b\\\r\n\"\r\nhello\r\n", .malformed),
        ("5;a=\"b\"c\r\nhello\r\n", .malformed),
        ("5;a=\"\u{7f}\"\r\nhello\r\n", .malformed),
        ("5;a\nb\r\nhello\r\n", .malformed),
        ("5;a\u{0}\r\nhello\r\n", .malformed),
        ("ffffffffffffffff\r\n", .malformed),
        ("0000000000000005\r\nhello\r\n", .malformed),
        ("0\r\nA b: c\r\n\r\n", .malformed),
        ("0\r\nA\r\n\r\n", .malformed),
        ("0\r\n: b\r\n\r\n", .malformed),
        ("0\r\nA: b\n\r\n", .malformed),
        ("0\r\n\rx", .malformed),
        ("0\r\n A: folded\r\n\r\n", .malformed),
        ("1;\(String(repeating: "a", count: 5000))\r\nx\r\n", .malformed),
        (String(repeating: "1;aaaaaaaaa\r\nx\r\n", count: 500), .unfinished(String(repeating: "x", count: 500))),
        ("0\r\nA: \(String(repeating: "a", count: 9000))\r\n\r\n", .malformed),
    ]

    /// Bodies with more extensions than data.
    static let extended: [(String, Outcome)] = [
        ("1;\(String(repeating: "a", count: 4095))\r\nx\r\n0\r\n\r\n", .whole("x", 4107)),
        ("1;\(String(repeating: "a", count: 4096))\r\nx\r\n", .malformed),
        (
            String(repeating: "2;sig=0123456789abcdef0123456789abcdef\r\nok\r\n", count: 500) + "0\r\n\r\n",
            .whole(String(repeating: "ok", count: 500), 22_005)
        ),
        (
            // All that their data pays for, the CR included.
            String(repeating: "1;\(String(repeating: "a", count: 127))\r\nx\r\n", count: 300),
            .unfinished(String(repeating: "x", count: 300))
        ),
        (String(repeating: "1;\(String(repeating: "a", count: 255))\r\nx\r\n", count: 300), .malformed),
    ]

    @Test("a chunked body comes to the same however it is cut", arguments: table + extended)
    func decodes(text: String, outcome: Outcome) {
        let bytes = Array(text.utf8)
        #expect(Self.decode(bytes) == outcome)
        // The long ones are long in one way only: a few cuts do.
        let cuts = stride(from: 0, through: bytes.count, by: bytes.count > 1000 ? 997 : 1)
        let wrong = cuts.filter { Self.decode(bytes, pieces: [$0]) != outcome }
        #expect(wrong.isEmpty, "cut there")
        if bytes.count <= 1000 {
            #expect(Self.decode(bytes, pieces: Array(0..<bytes.count)) == outcome, "byte by byte")
        }
    }

    @Test("random bodies never trap, and data is never more than what came")
    func survivesNoise() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            var bytes = Array((Self.table.randomElement(using: &random)?.0 ?? "").utf8.prefix(200))
            for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            let split = Int.random(in: 0...bytes.count, using: &random)
            let outcome = Self.decode(bytes, pieces: [split])
            #expect(outcome == Self.decode(bytes))
        }
    }
}
