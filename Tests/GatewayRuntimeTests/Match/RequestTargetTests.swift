import Testing

@testable import GatewayRuntime

@Suite struct RequestTargetTests {
    struct Parts: Equatable {
        var path: String
        var forwarded: String
        var query: String?
        var authority: String?
    }

    static func target(_ text: String) -> Parts? {
        target(Array(text.utf8))
    }

    static func target(_ bytes: [UInt8]) -> Parts? {
        var head = RequestHead(limits: HeadParser.Limits(bytes: 4096, fields: 10, target: 2048))
        let line = Array("GET ".utf8) + bytes + Array(" HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
        guard withView(line, { (try? head.parse($0.start, $0.count)) ?? nil }) != nil,
            let target = RequestTarget(head, classes: ByteClass.table)
        else { return nil }
        return Parts(
            path: target.path.string, forwarded: target.forwarded.string, query: target.query?.string,
            authority: target.authority?.string)
    }

    static let good: [(String, Parts)] = [
        ("/", Parts(path: "/", forwarded: "/")),
        ("/a/b", Parts(path: "/a/b", forwarded: "/a/b")),
        ("/a/", Parts(path: "/a/", forwarded: "/a/")),
        ("/a?", Parts(path: "/a", forwarded: "/a", query: "")),
        ("/a?b=c?d//../%zz", Parts(path: "/a", forwarded: "/a", query: "b=c?d//../%zz")),
        ("/%61dmin", Parts(path: "/admin", forwarded: "/admin")),
        ("/%7Euser/%2D%2e%5F%30x", Parts(path: "/~user/-._0x", forwarded: "/~user/-._0x")),
        ("/a%20b", Parts(path: "/a%20b", forwarded: "/a%20b")),
        ("/caf%c3%a9", Parts(path: "/caf%C3%A9", forwarded: "/caf%c3%a9")),
        ("/a%2bb%3F%23%25", Parts(path: "/a%2Bb%3F%23%25", forwarded: "/a%2bb%3F%23%25")),
        ("/%252e%252e", Parts(path: "/%252e%252e", forwarded: "/%252e%252e")),
        ("/a.b/..c/d..", Parts(path: "/a.b/..c/d..", forwarded: "/a.b/..c/d..")),
        ("/...", Parts(path: "/...", forwarded: "/...")),
        ("/..a;b/...;/;../a;.", Parts(path: "/..a;b/...;/;../a;.", forwarded: "/..a;b/...;/;../a;.")),
        ("/a;b=c/@:!$&'()*+,=", Parts(path: "/a;b=c/@:!$&'()*+,=", forwarded: "/a;b=c/@:!$&'()*+,=")),
        ("/%C0/%e0%a0%80", Parts(path: "/%C0/%E0%A0%80", forwarded: "/%C0/%e0%a0%80")),
        ("http://example.com/a?b", Parts(path: "/a", forwarded: "/a", query: "b", authority: "example.com")),
        ("HTTPS://example.com:8443", Parts(path: "/", forwarded: "/", authority: "example.com:8443")),
        ("http://example.com?b", Parts(path: "/", forwarded: "/", query: "b", authority: "example.com")),
        ("http://[::1]/%61", Parts(path: "/a", forwarded: "/a", authority: "[::1]")),
    ]

    @Test("a good target is normalised once, and goes on as it was matched", arguments: good)
    func normalises(text: String, parts: Parts) {
        #expect(Self.target(text) == parts)
    }

    static let bad = [
        "a", "a/b", "*", "example.com:80", "ftp://a/b", "http:///a", "http://", "http://a@b/", "http://a b/", "//",
        "//a",
        "/a//b", "/a//", "/.", "/..", "/./a", "/../a", "/a/.", "/a/..", "/a/./b", "/a/../b", "/%2e", "/%2E%2e",
        "/.%2e/a",
        "/a/%2e%2E/b", "/a/%2e", "/a%2fb", "/a%2Fb", "/a%5cb", "/a%5Cb", "/a\\b", "/a#b", "/a?b#c", "/%00", "/a%0ab",
        "/a%0d", "/a%1f", "/a%7f", "/%", "/%4", "/%4g", "/%g4", "/%zz", "/a%", "/a%u0041", "/%c0%af", "/%C0%AE%C0%AE/",
        "/%c1%9c", "/%c0%80", "/%e0%80%af", "/%f0%80%80%af", "/%e0%80%ae%e0%80%ae", "/\u{e9}", "/a\u{7f}", "?a", "#",
        "http://a/%2e%2e/b", "http://a//b", "http://a#b", "/..;", "/.;/a", "/a/..;/b", "/a/..;x=1/b", "/a/%2e%2e;/b",
        "/a/..%3b/b", "/a/.%2E%3Bx", "/a/%2e;",
    ]

    @Test("a bad target is refused", arguments: bad)
    func refuses(text: String) {
        #expect(Self.target(text) == nil)
    }

    @Test("what comes of any target holds no segment and no byte that it must not")
    func survivesNoise() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "/", "%", "2", "e", "2f", ".", "..", "a", "?", "#", "\\", "%2e", "%2F", "%5c", "%00", "é", "%c0", "%af",
            ";", "%3b",
        ]
        for _ in 0..<50_000 {
            let text =
                "/"
                + (0..<Int.random(in: 0...8, using: &random)).map { _ in
                    pieces.randomElement(using: &random) ?? ""
                }.joined()
            guard let parts = Self.target(text) else { continue }
            let segments = parts.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            let names = segments.map { $0.replacing("%3B", with: ";").prefix { $0 != ";" } }
            #expect(!names.contains("."), "\(text)")
            #expect(!names.contains(".."), "\(text)")
            #expect(!segments.dropLast().contains(""), "\(text)")
            #expect(parts.path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }, "\(text)")
            #expect(parts.path.utf8.count == parts.forwarded.utf8.count)
            #expect(parts.path.lowercased() == parts.forwarded.lowercased())
            // Normalising what is normal changes nothing.
            #expect(Self.target(parts.forwarded)?.path == parts.path, "\(text)")
        }
    }
}
