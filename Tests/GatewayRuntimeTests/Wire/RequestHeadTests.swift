import Testing

@testable import GatewayRuntime

@Suite struct RequestHeadTests {
    static let limits = HeadParser.Limits(bytes: 1024, fields: 10, target: 64)

    /// What is to be known of a head that was read.
    struct Summary: Equatable {
        var length: Int
        var method: String
        var target: String
        var fields: [String]
        var framing: BodyFraming
        var keepsAlive: Bool
    }

    /// Reads a head that comes in pieces, each handed over with all that came before, and copied so that a read beyond the
    /// piece is one beyond the allocation.
    static func read(_ text: String, pieces: [Int]) throws(HeadFault) -> Summary? {
        var head = RequestHead(limits: limits)
        let bytes = Array(text.utf8)
        for end in pieces + [bytes.count] {
            let outcome = withView(Array(bytes.prefix(end))) { view -> Result<Int?, HeadFault> in
                do throws(HeadFault) { return .success(try head.parse(view.start, view.count)) } catch {
                    return .failure(error)
                }
            }
            if let length = try outcome.get() {
                let fields = head.fields
                return Summary(
                    length: length, method: head.methodName.string, target: head.target.string,
                    fields: (0..<fields.count).map { "\(fields.name(at: $0).string)=\(fields.value(at: $0).string)" },
                    framing: head.framing, keepsAlive: head.keepsAlive)
            }
        }
        return nil
    }

    static func fault(_ text: String, pieces: [Int] = []) -> HeadFault? {
        do throws(HeadFault) {
            _ = try read(text, pieces: pieces)
            return nil
        } catch {
            return error
        }
    }

    static let longestMethod = String(repeating: "M", count: RequestHead.methodLimit)
    static let longestTarget = "/" + String(repeating: "t", count: limits.target - 1)

    static let good: [(String, Summary)] = [
        (
            "GET / HTTP/1.1\r\nHost: a\r\n\r\nrest",
            Summary(length: 27, method: "GET", target: "/", fields: ["Host=a"], framing: .none, keepsAlive: true)
        ),
        (
            "POST /a?b HTTP/1.1\r\nhost:\t a:80 \t\r\nCONTENT-LENGTH: 12\r\nX: \u{e9}\tb \r\nEmpty:\r\n\r\n",
            Summary(
                length: 75, method: "POST", target: "/a?b",
                fields: ["host=a:80", "CONTENT-LENGTH=12", "X=\u{e9}\tb", "Empty="], framing: .length(12),
                keepsAlive: true)
        ),
        (
            "GET / HTTP/1.0\r\n\r\n",
            Summary(length: 18, method: "GET", target: "/", fields: [], framing: .none, keepsAlive: false)
        ),
        (
            "GET / HTTP/1.0\r\nConnection: x, Keep-Alive\r\n\r\n",
            Summary(
                length: 45, method: "GET", target: "/", fields: ["Connection=x, Keep-Alive"], framing: .none,
                keepsAlive: true)
        ),
        (
            "M-SEARCH * HTTP/1.1\r\nHost: [::1]:8080\r\nConnection: ,close,\r\nTransfer-Encoding: Chunked\r\n\r\n",
            Summary(
                length: 90, method: "M-SEARCH", target: "*",
                fields: ["Host=[::1]:8080", "Connection=,close,", "Transfer-Encoding=Chunked"], framing: .chunked,
                keepsAlive: false)
        ),
        (
            "\(longestMethod) \(longestTarget) HTTP/1.1\r\nHost: a\r\n\r\n",
            Summary(
                length: 119, method: longestMethod, target: longestTarget, fields: ["Host=a"], framing: .none,
                keepsAlive: true)
        ),
        (
            "OPTIONS * HTTP/1.0\r\nHost: 0.0.0.0=5000\r\nContent-Length: 0007\r\n\r\n",
            Summary(
                length: 64, method: "OPTIONS", target: "*", fields: ["Host=0.0.0.0=5000", "Content-Length=0007"],
                framing: .length(7), keepsAlive: false)
        ),
        (
            "!#$%&'*+-.^_`|~9aZ http://a/b HTTP/1.1\r\nExpect: 100-Continue\r\nHost:a\r\nTransfer-Encoding:chunked\t\r\n\r\n",
            Summary(
                length: 100, method: "!#$%&'*+-.^_`|~9aZ", target: "http://a/b",
                fields: ["Expect=100-Continue", "Host=a", "Transfer-Encoding=chunked"], framing: .chunked,
                keepsAlive: true)
        ),
        (
            "PUT /a HTTP/1.1\r\nContent-Length: 3\r\nHost: x.y\r\nContent-Length: 3\r\n\r\n",
            Summary(
                length: 68, method: "PUT", target: "/a", fields: ["Content-Length=3", "Host=x.y", "Content-Length=3"],
                framing: .length(3), keepsAlive: true)
        ),
    ]

    @Test("a good head is read the same however it is cut", arguments: good)
    func reads(text: String, expected: Summary) throws {
        #expect(try Self.read(text, pieces: []) == expected)
        let wrong = try (0..<expected.length).filter { try Self.read(text, pieces: [$0]) != expected }
        #expect(wrong.isEmpty, "cut there")
        #expect(try Self.read(text, pieces: Array(0..<expected.length)) == expected, "byte by byte")
    }

    static let bad: [(String, HeadFault)] = [
        ("GET / HTTP/1.1\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("GET / HTTP/1.1\r\nHost: a\n\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", .malformed(.lineEnd)),
        ("GET / HTTP/1.1\r\nHost: a\r\n\rb", .malformed(.lineEnd)),
        ("GET / HTTP/1.1\r\nHost: a\r\r\n\r\n", .malformed(.lineEnd)),
        ("GET / HTTP/1.1\r\nHost: a\r\n\r\r\n", .malformed(.lineEnd)),
        ("GET / HTTP/1.1\r\nHost: a\r\n\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\nB:\nc: d\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\rHost: a\r\n\r\n", .malformed(.startLine)),
        ("GET /\r HTTP/1.1\r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("GET / HTTP/1.1\r\n Host: a\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\nB:\r\n c\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost\t: a\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\nB(: c\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\n\"B\": c\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\n\tfolded\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\n: a\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\nB\u{e9}: c\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\nB: c\u{0}d\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\nB: c\u{7f}d\r\n\r\n", .malformed(.field)),
        ("GET / HTTP/1.1\r\nHost: a\r\nB: c\u{1}d\r\n\r\n", .malformed(.field)),
        ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("GET /  HTTP/1.1\r\nHost: a\r\n\r\n", .malformed(.version)),
        ("GET / a HTTP/1.1\r\nHost: a\r\n\r\n", .malformed(.version)),
        (" GET / HTTP/1.1\r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("G@T / HTTP/1.1\r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("GET /\u{1} HTTP/1.1\r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("GET /\r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("GET / HTTP/1.2\r\nHost: a\r\n\r\n", .malformed(.version)),
        ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", .malformed(.version)),
        ("GET / HTTP/0.9\r\nHost: a\r\n\r\n", .malformed(.version)),
        ("GET / HTTP/1,1\r\nHost: a\r\n\r\n", .malformed(.version)),
        ("GET / HTTP/01.1\r\nHost: a\r\n\r\n", .malformed(.version)),
        ("GET / HTTP/1.10\r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("GET / ICE/1.0\r\nHost: a\r\n\r\n", .malformed(.version)),
        ("GET / http/1.1\r\nHost: a\r\n\r\n", .malformed(.version)),
        ("GET / HTTP/1.1 \r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .malformed(.version)),
        ("GET / HTTP/1.1\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost:\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost: :80\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost: []\r\n\r\n", .malformed(.host)),
        ("GET / HTTP/1.1\r\nHost: a[b]\r\n\r\n", .malformed(.host)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x1\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1 2\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1,2\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1.0\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1e1\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \u{661}\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", .malformed(.contentLength)),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9223372036854775808\r\n\r\n", .malformed(.contentLength)),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            .malformed(.transferCoding)
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n",
            .malformed(.contentLength)
        ),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", .malformed(.transferCoding)),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n", .malformed(.transferCoding)),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked;a=b\r\n\r\n", .malformed(.transferCoding)),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \"chunked\"\r\n\r\n", .malformed(.transferCoding)),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: ,chunked\r\n\r\n", .malformed(.transferCoding)),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n\r\n", .malformed(.transferCoding)),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n", .malformed(.transferCoding)),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n", .malformed(.transferCoding)),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \u{b}chunked\r\n\r\n", .malformed(.field)),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n", .malformed(.transferCoding)),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
            .malformed(.transferCoding)
        ),
        ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", .malformed(.transferCoding)),
        ("GET / HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n\r\n", .malformed(.expectation)),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: \(String(repeating: "a,", count: 33))\r\n\r\n",
            .malformed(.connection)
        ),
        ("\(String(repeating: "A", count: 33)) / HTTP/1.1\r\nHost: a\r\n\r\n", .malformed(.startLine)),
        ("GET /\(String(repeating: "a", count: 64)) HTTP/1.1\r\nHost: a\r\n\r\n", .targetTooLong),
        ("GET /\(String(repeating: "a", count: 600))", .targetTooLong),
        ("GET / HTTP/1.1\r\nHost: a\r\nB: \(String(repeating: "c", count: 1000))\r\n\r\n", .tooLarge),
        ("GET / HTTP/1.1\r\nHost: a\r\nB: \(String(repeating: "c", count: 2000))", .tooLarge),
        ("GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "B: c\r\n", count: 10))\r\n", .tooManyFields),
    ]

    @Test("a bad head is refused for the same reason however it is cut", arguments: bad)
    func refuses(text: String, fault: HeadFault) {
        #expect(Self.fault(text) == fault)
        let wrong = (0..<text.utf8.count).filter { Self.fault(text, pieces: [$0]) != fault }
        #expect(wrong.isEmpty, "cut there")
        #expect(Self.fault(text, pieces: Array(0..<text.utf8.count)) == fault, "byte by byte")
    }

    @Test("every byte is allowed in a field's name exactly as RFC 9110 has it")
    func nameBytes() {
        for byte in UInt8.min...UInt8.max {
            let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\nX".utf8) + [byte] + Array(": b\r\n\r\n".utf8)
            var head = RequestHead(limits: Self.limits)
            let isRead = withView(bytes) { (try? head.parse($0.start, $0.count)) ?? nil } != nil
            let isToken = byte < 0x80 && Character(Unicode.Scalar(byte)).isTokenCharacter
            // A colon ends the name, and the next one belongs to the value.
            #expect(isRead == (isToken || byte == UInt8(ascii: ":")), "byte \(byte)")
        }
    }

    @Test("every byte is allowed in a field's value but control characters")
    func valueBytes() {
        for byte in UInt8.min...UInt8.max {
            for padding in 0..<9 {
                let bytes =
                    Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8) + Array(repeating: 0x61, count: padding)
                    + [byte] + Array("b\r\n\r\n".utf8)
                var head = RequestHead(limits: Self.limits)
                let isRead = withView(bytes) { (try? head.parse($0.start, $0.count)) ?? nil } != nil
                #expect(isRead == (byte >= 0x20 && byte != 0x7F || byte == 9), "byte \(byte) after \(padding)")
            }
        }
    }

    @Test("random and mutated heads never trap, and what is read keeps its bounds")
    func survivesNoise() {
        var random = SystemRandomNumberGenerator()
        let seeds = Self.good.map { Array($0.0.utf8) } + Self.bad.map { Array($0.0.utf8) }
        for _ in 0..<20_000 {
            var bytes = seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let index = Int.random(in: 0...bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0 where index < bytes.count: bytes[index] = .random(in: 0...255, using: &random)
                case 1 where index < bytes.count: bytes.remove(at: index)
                default: bytes.insert("\r\n:, \t;0\u{0}".utf8.randomElement(using: &random) ?? 0, at: index)
                }
            }
            var head = RequestHead(limits: Self.limits)
            let split = Int.random(in: 0...bytes.count, using: &random)
            for end in [split, bytes.count] {
                let length = withView(Array(bytes.prefix(end))) { (try? head.parse($0.start, $0.count)) ?? nil }
                guard let length else { continue }
                #expect(length <= end)
                #expect(length <= Self.limits.bytes)
                #expect(head.fields.count <= Self.limits.fields)
                break
            }
        }
    }
}

extension Character {
    /// `tchar`, word by word as RFC 9110, 5.6.2 lists it.
    fileprivate var isTokenCharacter: Bool {
        switch self {
        case "!", "#", "$", "%", "&", "'", "*", "+", "-", ".", "^", "_", "`", "|", "~": true
        case "0"..."9", "a"..."z", "A"..."Z": true
        default: false
        }
    }
}
