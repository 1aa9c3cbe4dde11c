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
            (
                "/%C0/%e0%a0%80/%f0%90%80%80", ["%C0", "%E0%A0%80", "%F0%90%80%80"],
                ["%C0", "%e0%a0%80", "%f0%90%80%80"]
            ),
            ("/..a;b/...;/;..", ["..a;b", "...;", ";.."], ["..a;b", "...;", ";.."]),
            ("/%c3%80%c0", ["%C3%80%C0"], ["%c3%80%c0"]),
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
            "/%c0%af", "/%C0%AE%C0%AE/", "/%c1%9c", "/%c0%80", "/%e0%80%af", "/%f0%80%80%af", "/a%E0%81%81",
            "/..;", "/a/..;/b", "/a/.;x=1/b", "/%2e%2e;/a", "/a/..%3b/b", "/a/.%3Bx",
            "/a%00", "/a%1f", "/a%7F", "/caf\u{E9}", "/a\u{7F}",
        ])
    func refused(_ path: String) {
        #expect(throws: RequestPath.Refusal.self) { try RequestPath(path) }
    }
}
