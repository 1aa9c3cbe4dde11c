import Testing

@testable import GatewayRuntime

@Suite struct ResponseHeadTests {
    struct Summary: Equatable {
        var length: Int
        var status: Int
        var reason: String
        var framing: BodyFraming
        var keepsAlive: Bool
    }

    static func read(_ text: String, pieces: [Int] = [], to method: GatewayRuntime.Method = .get) throws(HeadFault)
        -> Summary?
    {
        var head = ResponseHead()
        let bytes = Array(text.utf8)
        for end in pieces + [bytes.count] {
            let outcome = withView(Array(bytes.prefix(end))) { view -> Result<Summary?, HeadFault> in
                do throws(HeadFault) {
                    guard let length = try head.parse(view.start, view.count) else { return .success(nil) }
                    return .success(
                        Summary(
                            length: length, status: head.status, reason: head.reason(view.start).string,
                            framing: head.framing(for: method), keepsAlive: head.keepsAlive))
                } catch {
                    return .failure(error)
                }
            }
            if let summary = try outcome.get() { return summary }
        }
        return nil
    }

    static let good: [(String, GatewayRuntime.Method, Summary)] = [
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", .get,
            Summary(length: 38, status: 200, reason: "OK", framing: .length(5), keepsAlive: true)
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", .head,
            Summary(length: 38, status: 200, reason: "OK", framing: .none, keepsAlive: true)
        ),
        (
            "HTTP/1.1 404 Not  Found\t!\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n", .get,
            Summary(length: 76, status: 404, reason: "Not  Found\t!", framing: .chunked, keepsAlive: false)
        ),
        (
            "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", .get,
            Summary(length: 48, status: 304, reason: "Not Modified", framing: .none, keepsAlive: true)
        ),
        (
            "HTTP/1.0 200 \r\n\r\n", .get,
            Summary(length: 17, status: 200, reason: "", framing: .untilClose, keepsAlive: false)
        ),
        (
            "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", .get,
            Summary(length: 35, status: 200, reason: "", framing: .none, keepsAlive: true)
        ),
        (
            "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\nContent-Length: 02\r\n\r\nab", .get,
            Summary(length: 82, status: 200, reason: "OK", framing: .length(2), keepsAlive: true)
        ),
        (
            "HTTP/1.1 204 \u{e9}\r\nTransfer-Encoding: chunked\r\n\r\n", .get,
            Summary(length: 47, status: 204, reason: "\u{e9}", framing: .none, keepsAlive: false)
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 1\t\r\n\r\n", .get,
            Summary(length: 39, status: 200, reason: "OK", framing: .length(1), keepsAlive: true)
        ),
        (
            "HTTP/1.1 599 \r\n\r\n", .post,
            Summary(length: 17, status: 599, reason: "", framing: .untilClose, keepsAlive: true)
        ),
        (
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", .get,
            Summary(length: 40, status: 103, reason: "Early Hints", framing: .none, keepsAlive: true)
        ),
    ]

    @Test("a good head is read the same however it is cut", arguments: good)
    func reads(text: String, method: GatewayRuntime.Method, expected: Summary) throws {
        #expect(try Self.read(text, to: method) == expected)
        let wrong = try (0..<expected.length).filter { try Self.read(text, pieces: [$0], to: method) != expected }
        #expect(wrong.isEmpty, "cut there")
        #expect(try Self.read(text, pieces: Array(0..<expected.length), to: method) == expected, "byte by byte")
    }

    static let bad: [(String, HeadFault)] = [
        ("SSH-2.0-OpenSSH_9.2\r\n", .malformed(.version)),
        ("HTTP/2 200 OK\r\n\r\n", .malformed(.version)),
        ("HTTP/0.9 200 OK\r\n\r\n", .malformed(.version)),
        ("HTTP/1.2 200 OK\r\n\r\n", .malformed(.version)),
        ("http/1.1 200 OK\r\n\r\n", .malformed(.version)),
        ("\r\nHTTP/1.1 200 OK\r\n\r\n", .malformed(.version)),
        ("HTTP/1.1 20 OK\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1 2000 OK\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1 abc OK\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1 +20 OK\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1 099 OK\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1 600 OK\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1  200 OK\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1\t200 OK\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1 200-OK\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1 200 OK\n\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1 200\nA: b\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1 200 O\u{0}K\r\n\r\n", .malformed(.startLine)),
        ("HTTP/1.1 200 O\rK\r\n\r\n", .malformed(.lineEnd)),
        ("HTTP/1.1 200 OK\r\n a: b\r\n\r\n", .malformed(.field)),
        ("HTTP/1.1 200 OK\r\na: b\r\n\tc\r\n\r\n", .malformed(.field)),
        ("HTTP/1.1 200 OK\r\na : b\r\n\r\n", .malformed(.field)),
        ("HTTP/1.1 200 OK\r\na\r\n\r\n", .malformed(.field)),
        ("HTTP/1.1 200 OK\r\n: b\r\n\r\n", .malformed(.field)),
        ("HTTP/1.1 200 OK\r\n\u{e9}: b\r\n\r\n", .malformed(.field)),
        ("HTTP/1.1 200 OK\r\na: b\u{0}\r\n\r\n", .malformed(.field)),
        ("HTTP/1.1 200 OK\r\na: b\nc: d\r\n\r\n", .malformed(.field)),
        ("HTTP/1.1 200 OK\r\na: b\rc\r\n\r\n", .malformed(.lineEnd)),
        ("HTTP/1.1 200 OK\r\na: b\r\n\rc", .malformed(.lineEnd)),
        ("HTTP/1.1 200 OK\r\n\n", .malformed(.field)),
        ("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", .malformed(.contentLength)),
        ("HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\n", .malformed(.contentLength)),
        ("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775808\r\n\r\n", .malformed(.contentLength)),
        ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", .malformed(.contentLength)),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", .malformed(.contentLength)),
        ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", .malformed(.transferCoding)),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", .malformed(.transferCoding)),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n", .malformed(.transferCoding)),
        ("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", .malformed(.transferCoding)),
        ("HTTP/1.1 103 Early Hints\r\nContent-Length: 1\r\n\r\n", .malformed(.contentLength)),
        ("HTTP/1.1 100 Continue\r\nTransfer-Encoding: chunked\r\n\r\n", .malformed(.contentLength)),
    ]

    static func fault(_ text: String, pieces: [Int] = []) -> HeadFault? {
        do throws(HeadFault) {
            _ = try read(text, pieces: pieces)
            return nil
        } catch {
            return error
        }
    }

    @Test("a bad head is refused for the same reason however it is cut", arguments: bad)
    func refuses(text: String, fault: HeadFault) {
        #expect(Self.fault(text) == fault)
        let wrong = (0..<text.utf8.count).filter { Self.fault(text, pieces: [$0]) != fault }
        #expect(wrong.isEmpty, "cut there")
        #expect(Self.fault(text, pieces: Array(0..<text.utf8.count)) == fault, "byte by byte")
    }

    @Test("more bytes and more fields than an upstream sends on purpose are refused")
    func bounds() {
        let line = "HTTP/1.1 200 OK\r\n"
        #expect(Self.fault(line + String(repeating: "a: b\r\n", count: 257)) == .tooManyFields)
        #expect(Self.fault(line + "a: " + String(repeating: "b", count: 131_072)) == .tooLarge)
        #expect(Self.fault("HTTP/1.1 200 " + String(repeating: "b", count: 131_072)) == .tooLarge)
    }
}
