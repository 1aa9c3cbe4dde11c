import Testing

@testable import GatewayRuntime

/// A rewrite gives what its template says, whatever a client sends.
@Suite struct ForwardPathTests {
    /// A path's template, and where it leads.
    static let templates: [(StaticString, StaticString)] = [
        ("/a/{x}/{y}", "/v/{y}/w/{x}"), ("/a/{x}/*", "/v/{x}/w/*"), ("/a/*", "/*"), ("/a/*", "/v/*"), ("/a*", "/b*"),
        ("/a/{x}", "/{x}"), ("/a/{x}/*", "/*"), ("/*", "/v/*"), ("/{x}/*", "/{x}/*"), ("/a*", "*"),
    ]

    static let pieces = [
        "/", "/", "/a", "/a/", "%", "2", "e", "2f", ".", "..", "/..", "/../", "a", "?", "#", "\\", "%2e", "%2E%2e",
        "%2F",
        "%5c", "%00", "%c0", "%ae", "%af", "%252e", ";", "{x}", "*", "//", "%7e", "..;",
    ]

    @Test("and nothing leaves its place", arguments: templates.indices)
    func keepsToTemplate(index: Int) throws {
        let (template, forward) = Self.templates[index]
        let path = try ForwardPath(RoutePath(template: template, forward: forward))
        let expected = "\(forward)".split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        var random = SystemRandomNumberGenerator()
        var matched = 0
        for _ in 0..<20_000 {
            let tail = (0..<Int.random(in: 1...7, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random) ?? ""
            }.joined()
            let text = (["/", "/a/", "/a/x/"].randomElement(using: &random) ?? "/") + tail
            guard let written = Self.rewrite(text, "\(template)", path) else { continue }
            matched += 1
            #expect(written.hasPrefix("/"), "\(text)")
            let segments = written.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
            for segment in segments {
                let plain = segment.replacing("%2e", with: ".").replacing("%2E", with: ".")
                #expect(plain != "." && plain != "..", "\(text)")
            }
            #expect(!segments.dropLast().contains(""), "\(text)")
            #expect(written.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\\?#".utf8.contains($0) }, "\(text)")
            #expect(!written.lowercased().contains("%2f") && !written.lowercased().contains("%5c"), "\(text)")
            for (segment, place) in zip(segments, expected) {
                if place.hasSuffix("*") {
                    #expect(segment.hasPrefix(place.dropLast()), "\(text)")
                    break
                }
                #expect(place.hasPrefix("{") ? !segment.isEmpty : segment == place, "\(text)")
            }
            #expect("\(forward)".hasSuffix("*") || segments.count == expected.count, "\(text)")
        }
        #expect(matched > 100)
    }

    @Test("and ranges that lie outside the path add nothing")
    func refusesRanges() throws {
        let path = try ForwardPath(RoutePath(template: "/a/{x}", forward: "/v/{x}"))
        var captures = Captures()
        for range in [PathRange(start: 5, end: 2), PathRange(start: 1, end: 60_000)] {
            captures[0] = range
            #expect(Self.write("/a/b", captures, path) == "/v/")
        }
    }

    /// What comes of a target where its path is one of the template's.
    private static func rewrite(_ text: String, _ template: String, _ path: ForwardPath) -> String? {
        guard let parts = RequestTargetTests.target(text) else { return nil }
        let found = parts.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        var captures = Captures()
        var count = 0
        var position = 1
        for (index, place) in template.split(separator: "/").enumerated() {
            let isGlued = place.hasSuffix("*") && place != "*"
            if place == "*" {
                guard index < found.count else { return nil }
                captures[count] = PathRange(start: position, end: parts.path.utf8.count)
                return write(text, captures, path)
            }
            guard index < found.count else { return nil }
            let segment = found[index]
            if place.hasPrefix("{") {
                guard !segment.isEmpty else { return nil }
                captures[count] = PathRange(start: position, end: position + segment.utf8.count)
                count += 1
            } else if isGlued {
                guard segment == place.dropLast() else { return nil }
                captures[count] = PathRange(start: position + segment.utf8.count, end: parts.path.utf8.count)
                return write(text, captures, path)
            } else {
                guard segment == place else { return nil }
            }
            position += segment.utf8.count + 1
        }
        return found.count == template.split(separator: "/").count ? write(text, captures, path) : nil
    }

    private static func write(_ text: String, _ captures: Captures, _ path: ForwardPath) -> String? {
        var head = RequestHead(limits: HeadParser.Limits(bytes: 4096, fields: 10, target: 2048))
        let line = Array("GET \(text) HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
        guard withView(line, { (try? head.parse($0.start, $0.count)) ?? nil }) != nil,
            let target = RequestTarget(head, classes: ByteClass.table)
        else { return nil }
        let output = ByteWriter()
        path.write(target, captures, into: output)
        return String(decoding: output.bytes, as: UTF8.self)
    }
}
