import Testing

@testable import GatewayRuntime

@Suite("A setting's text")
struct SettingTextTests {
    @Test(
        "is expanded",
        arguments: [
            ("plain", "plain"), ("$A", "one"), ("${A}", "one"), ("${A}${B}", "onetwo"), ("$A-$B", "one-two"),
            ("${NONE:-default}", "default"), ("${EMPTY:-default}", "default"), ("${NONE:-}", ""), ("$EMPTY", ""),
            ("$$A", "$A"), ("$$$A", "$one"), ("${NONE:-a:-b}", "a:-b"), (":${PORT:-8080}", ":8080"), ("$", "$"),
            ("100%$", "100%$"), ("${", "${"), ("${A", "${A"), ("${}", "${}"), ("$-", "$-"), ("é$Aé", "éoneé"),
        ])
    func expanded(template: String, text: String) {
        let environment = ["A": "one", "B": "two", "EMPTY": ""]
        let result = SettingTemplate(template).expanded(in: environment)
        #expect(result.text == text)
        #expect(result.missing.isEmpty)
    }

    @Test("names the variables that are missing, and looks into no value for more")
    func missing() {
        #expect(SettingTemplate("$X/${Y}/${Z:-1}").expanded(in: [:]).missing == ["X", "Y"])
        #expect(SettingTemplate("$X").expanded(in: ["X": "$Y"]).text == "$Y")
    }

    @Test(
        "is an address to listen at",
        arguments: [
            (":8080", "::", 8080), ("0.0.0.0:80", "0.0.0.0", 80), ("localhost:0", "localhost", 0),
            ("[::1]:65535", "::1", 65535),
        ])
    func listen(text: String, host: String, port: Int) throws {
        #expect(try ListenAddress(parsing: text) == ListenAddress(host: host, port: port))
    }

    @Test(
        "is no address to listen at",
        arguments: [
            "", "8080", ":", ":-1", ":65536", ":80a", "::1:80", "a b:80", "http://x:80", ":٨٠", ":99999999999999999999",
            ":+80", ": 80",
        ])
    func badListen(text: String) {
        #expect(throws: SettingFault.self) { try ListenAddress(parsing: text) }
    }

    @Test(
        "is an upstream's URL",
        arguments: [
            ("http://agents", "agents", 80, "", "agents"), ("HTTP://agents:80/", "agents", 80, "", "agents"),
            ("http://agents:8081/v1/", "agents", 8081, "/v1", "agents:8081"),
            ("http://10.0.0.1:1/a/b", "10.0.0.1", 1, "/a/b", "10.0.0.1:1"),
            ("http://[fe80::1]:90", "fe80::1", 90, "", "[fe80::1]:90"),
            ("http://chat_service-1.local", "chat_service-1.local", 80, "", "chat_service-1.local"),
        ])
    func url(text: String, host: String, port: Int, basePath: String, hostHeader: String) throws {
        let url = try UpstreamURL(parsing: text)
        #expect(url.host == host && url.port == port && url.basePath == basePath && url.hostHeader == hostHeader)
    }

    @Test(
        "is no upstream's URL",
        arguments: [
            ("", "is empty"), ("agents", "has no http://"), ("//agents", "has no http://"),
            ("https://agents", "is https, which is not supported yet"),
            ("ftp://agents", "has a scheme other than http"),
            ("http://", "has no host"), ("http://:80", "has no host"), ("http:///x", "has no host"),
            ("http://a b", "has a bad host"), ("http://a\r\nX: y", "has a bad host"), ("http://ä", "has a bad host"),
            ("http://a:", "has a port that is no number from 1 to 65535"),
            ("http://a:0", "has a port that is no number from 1 to 65535"),
            ("http://a:65536", "has a port that is no number from 1 to 65535"),
            ("http://a:80:80", "has a port that is no number from 1 to 65535"),
            ("http://[::1", "has a [ without a ]"), ("http://[]", "has a bad IPv6 address"),
            ("http://[::1]x", "has a bad host"), ("http://[::1%25eth0]", "has a bad IPv6 address"),
            ("http://me:pass@a", "holds credentials, which are not supported"), ("http://a?x=1", "has a query"),
            ("http://a/b#c", "has a fragment"), ("http://a/../b", "has a path with an empty, `.` or `..` segment"),
            ("http://a//b", "has a path with an empty, `.` or `..` segment"),
            ("http://a/b//", "has a path with an empty, `.` or `..` segment"),
            ("http://a/b c", "has a path with characters that must be percent-encoded"),
            ("http://a/b\\c", "has a path with characters that must be percent-encoded"),
        ])
    func badURL(text: String, fault: String) {
        #expect { try UpstreamURL(parsing: text) } throws: { ($0 as? SettingFault)?.what == fault }
    }

    @Test("crashes nothing whatever it is, and means the same when it is written out again")
    func fuzz() throws {
        var generator = SplitMix(state: 11)
        let pieces = [
            "http://", "a", "host", ":", "80", "8081", "/", "//", "..", "[", "]", "::1", "$", "{", "}", "$A", "${A:-",
            "@", "?",
            "#", "%41", "\\", " ", "\u{0}", "\r\n", "é", "🙂", "99999999999999999999", "-",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0..<7, using: &generator)).map { _ in
                pieces[Int.random(in: pieces.indices, using: &generator)]
            }.joined()
            if let url = try? UpstreamURL(parsing: "http://" + text) {
                #expect(try UpstreamURL(parsing: "\(url)") == url)
                #expect(url.hostHeader.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(text)")
            }
            if let address = try? ListenAddress(parsing: text) {
                #expect(try ListenAddress(parsing: "\(address)") == address)
            }
            let template = SettingTemplate(text)
            if template.variables.isEmpty && !text.contains("$$") { #expect(template.expanded(in: [:]).text == text) }
        }
    }
}
