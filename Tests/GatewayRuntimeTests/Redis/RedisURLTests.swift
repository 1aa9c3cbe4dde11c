import Testing

@testable import GatewayRuntime

@Suite("The URL of a Redis server")
struct RedisURLTests {
    @Test(
        "is read strictly",
        arguments: [
            ("redis://localhost:6379", "localhost 6379 PING"), ("redis://a", "a 6379 PING"),
            ("REDIS://a/", "a 6379 PING"), ("rediss://a:1", "TLS a 1 PING"),
            ("redis://[::1]:7/3", "::1 7 SELECT 3 PING"), ("redis://10.0.0.1/0", "10.0.0.1 6379 PING"),
            ("redis://:secret@a", "a 6379 AUTH secret PING"),
            ("redis://me:s%40c%3Aret:/@a", nil),
            ("redis://me:s%40c%3A:ret@a/15", "a 6379 AUTH me s@c::ret SELECT 15 PING"),
            ("redis://me:p@ss@a", "a 6379 AUTH me p@ss PING"),
            ("", nil), ("a:6379", nil), ("http://a", nil), ("redis://", nil), ("redis://:6379", nil),
            ("redis://a:0", nil), ("redis://a:65536", nil), ("redis://a:x", nil), ("redis://a b", nil),
            ("redis://me@a", nil), ("redis://:@a", nil), ("redis://:%4@a", nil), ("redis://:%zz@a", nil),
            ("redis://a/x", nil), ("redis://a/1/2", nil), ("redis://a/65536", nil), ("redis://a?db=1", nil),
            ("redis://a#1", nil), ("redis+tls://a", nil),
        ] as [(String, String?)])
    func table(text: String, read: String?) {
        let url = try? RedisURL(parsing: text)
        let words = url.map { url in
            [url.isSecure ? "TLS" : "", url.host, "\(url.port)"].filter { !$0.isEmpty }
                + url.introduction.flatMap { $0.words.map(\.text) }
        }
        #expect(words?.joined(separator: " ") == read)
    }

    @Test("shows its password to nobody")
    func secrecy() throws {
        let url = try RedisURL(parsing: "redis://me:hunter2@a")
        var dumped = ""
        dump(url, to: &dumped)
        #expect(!"\(url)".contains("hunter2") && !String(reflecting: url).contains("hunter2"))
        #expect(!dumped.contains("hunter2"))
        for text in ["redis://me:hunter2@", "redis://me:hunter2@a/x", "x://me:hunter2@a", "redis://hunter2@a"] {
            #expect(throws: SettingFault.self) { try RedisURL(parsing: text) }
            do { _ = try RedisURL(parsing: text) } catch { #expect(!error.what.contains("hunter2")) }
        }
    }
}
