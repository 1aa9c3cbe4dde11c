import RouteSpec
import Testing

@Suite("A request's path is normalised once, or refused")
struct RequestPathTests {
    @Test(
        "what routes see, and what goes on",
        arguments: [
            ("/", [""], [""]),
            ("/a/b", ["a", "b"], ["a", "b"]),
            ("/a/", ["a", ""], ["a", ""]),
            ("/%61dmin", ["admin"], ["admin"]),
            ("/caf%c3%a9", ["caf%C3%A9"], ["caf%c3%a9"]),
            ("/a%20b/%7e", ["a%20b", "~"], ["a%20b", "~"]),
        ])
    func accepted(_ path: String, _ segments: [String], _ forwarded: [String]) throws {
        let path = try RequestPath(path)
        #expect(path.segments == segments)
        #expect(path.forwarded == forwarded)
    }

    @Test(
        "what is answered with 400",
        arguments: [
            "", "a", "/a//b", "//", "/./a", "/a/..", "/%2e%2E/a", "/a%2fb", "/a%5Cb", "/a\\b", "/a#b", "/a%", "/a%2",
            "/a%zz", "/a b",
            "/a%00", "/a%1f", "/a%7F", "/caf\u{E9}", "/a\u{7F}",
        ])
    func refused(_ path: String) {
        #expect(throws: RequestPath.Refusal.self) { try RequestPath(path) }
    }
}
