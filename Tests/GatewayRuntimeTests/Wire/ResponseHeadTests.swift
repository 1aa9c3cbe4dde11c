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

    static let bad = [
        "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/2 200 OK\r\n\r\n      ", "HTTP/1.1 20 OK\r\n\r\n   ",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n", "HTTP/1.1 099 OK\r\n\r\n", "HTTP/1.1 600 OK\r\n\r\n", "HTTP/1.1  200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\n\r\n\r\n", "HTTP/1.1 200 O\u{0}K\r\n\r\n", "HTTP/1.1 200 OK\r\n a: b\r\n\r\n",
        "HTTP/1.1 200 OK\r\na : b\r\n\r\n", "HTTP/1.1 200 OK\r\na: b\u{0}\r\n\r\n",
        "HTTP/1.1 200 OK\r\na: b\rc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200-OK\r\n\r\n",
    ]

    @Test("a bad head is refused however it is cut", arguments: bad)
    func refuses(text: String) {
        #expect(throws: HeadFault.self) { try Self.read(text) }
        for split in 0..<text.utf8.count {
            #expect(throws: HeadFault.self, "cut at \(split)") { try Self.read(text, pieces: [split]) }
        }
    }
}
