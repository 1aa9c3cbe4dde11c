import Foundation
import Logging
import NIOCore
import Testing

@testable import GatewayRuntime

@Suite("Ids of revoked tokens")
struct RevocationIDTests {
    private func id(_ members: String, _ names: [String] = ["session_id", "jti"]) -> String {
        let text = Array("{\(members)}".utf8)
        let document = JSONDocument()
        document.room(for: text.count).initialize(from: text, count: text.count)
        defer { withExtendedLifetime(document) {} }
        do throws(AuthFailure) {
            let claims = try TokenClaims(document.read(text.count))
            return try RevocationID(of: claims, in: TextList(names)).bytes.text
        } catch {
            return "(\(error))"
        }
    }

    @Test(
        "are in the first claim that is there, as text that a list and a key can hold",
        arguments: [
            (#""session_id":"s-1""#, "s-1"), (#""jti":"j-1""#, "j-1"), (#""jti":"j","session_id":"s""#, "s"),
            (#""jti":"j","session_id":null"#, "j"), ("", "(incomplete)"), (#""session_id":null"#, "(incomplete)"),
            (#""sub":"s""#, "(incomplete)"), (#""session_id":7"#, "(claim)"), (#""session_id":["s"]"#, "(claim)"),
            (#""session_id":{}"#, "(claim)"), (#""session_id":true"#, "(claim)"), (#""session_id":"""#, "(claim)"),
            // The other claim does not stand in for a bad one.
            (#""session_id":"","jti":"j""#, "(claim)"), (#""session_id":"a b""#, "(claim)"),
            (##""session_id":"#a""##, "(claim)"), (#""session_id":"a#""#, "a#"), (#""session_id":"a\r\nb""#, "(claim)"),
            (#""session_id":"a\u0000""#, "(claim)"), (#""session_id":"a\u007F""#, "(claim)"),
            (#""session_id":"\u00E9""#, "(claim)"),
            (#""session_id":"\#(String(repeating: "a", count: 257))""#, "(claim)"),
            (#""session_id":"\#(String(repeating: "a", count: 256))""#, String(repeating: "a", count: 256)),
        ])
    func table(members: String, id: String) {
        #expect(self.id(members) == id)
    }

    @Test("are in no other claim than the one that the spec gives")
    func claim() {
        #expect(id(#""session_id":"s","sid":"x""#, ["sid"]) == "x")
        #expect(id(#""session_id":"s","jti":"j""#, ["sid"]) == "(incomplete)")
    }

    @Test("make keys", arguments: [("session:{id}", "session:a"), ("{id}", "a"), ("{x}{id}:y", "{x}a:y")])
    func keys(template: String, key: String) throws {
        let id = try #require(RevocationID([0x61]))
        #expect(SessionKey(template).bytes(for: id).text == key)
    }
}

@Suite("A list of revoked ids")
struct RevocationListTests {
    private func list(_ text: String) throws -> RevokedIDs { try RevokedIDs(parsing: Array(text.utf8)) }

    @Test("has one a line, and what else stands there is no id")
    func lines() throws {
        let ids = try list("# sessions\n a \r\n\nb\n\t# more\nc#1\nb")
        #expect(ids.count == 3)
        for text in ["a", "b", "c#1"] {
            #expect(ids.contains(try #require(RevocationID(Array(text.utf8)))))
        }
        for text in ["", "\n\n", "#"] { #expect(try list(text).count == 0) }
    }

    @Test(
        "with a line that is no id is none",
        arguments: ["a\nb c\n", "a\n\u{1}\n", "é", String(repeating: "a", count: 257)])
    func faults(text: String) {
        #expect(throws: SettingFault.self) { try list(text) }
    }

    private func refreshed(_ file: RevocationFile, _ keys: KeyRing) -> (
        answers: String, hasDoubted: Bool, status: String
    ) {
        let generation = keys.generation
        file.refresh()
        let answers = ["a", "b"].map { text in
            RevocationID(Array(text.utf8)).flatMap { file.failure(for: $0) }.map { "\($0)" } ?? "good"
        }
        var status = ""
        if case .file(let ids, let readAt, let isStale) = file.status {
            status =
                "\(ids.map { "\($0)" } ?? "none") \(readAt == nil ? "never" : "read") \(isStale ? "stale" : "fresh")"
        }
        return (answers.joined(separator: " "), keys.generation != generation, status)
    }

    @Test("is read again when it has changed, and holds on while it cannot be read")
    func changes() throws {
        let place = try TemporaryFile("")
        func write(_ text: String) throws { try text.write(toFile: place.path, atomically: true, encoding: .utf8) }
        let keys = KeyRing([])
        let file = RevocationFile(
            place.path, ids: try list(""), deniesOnError: true, provider: "p", keys: keys, logger: Logger(label: "test")
        )
        #expect(refreshed(file, keys) == ("good good", false, "0 read fresh"))
        try write("a\n")
        #expect(refreshed(file, keys) == ("revoked good", true, "1 read fresh"))
        #expect(refreshed(file, keys) == ("revoked good", false, "1 read fresh"))
        try write("a\nb\n")
        #expect(refreshed(file, keys) == ("revoked revoked", true, "2 read fresh"))
        // Nobody keeps a token that was refused: there is nothing to doubt.
        try write("b\n")
        #expect(refreshed(file, keys) == ("good revoked", false, "1 read fresh"))
        try write("a b\n")
        #expect(refreshed(file, keys) == ("good revoked", false, "1 read stale"))
        try FileManager.default.removeItem(atPath: place.path)
        #expect(refreshed(file, keys) == ("good revoked", false, "1 read stale"))
        try write("a\n")
        #expect(refreshed(file, keys) == ("revoked good", true, "1 read fresh"))
    }

    @Test("is stale while its writer never rests, and is read once it does")
    func restless() async throws {
        // So long that it takes a while to read.
        let place = try TemporaryFile((0..<20_000).map { "session-\($0)\n" }.joined())
        let told = LogCapture()
        let file = RevocationFile(
            place.path, ids: try list(""), deniesOnError: true, provider: "p", keys: KeyRing([]),
            logger: Logger(label: "test") { _ in told })
        func isStale() -> Bool { if case .file(_, _, let isStale) = file.status { isStale } else { false } }
        let rest = Counter()
        async let writer: Void = onThread {
            var second = 0
            while rest.value == 0 {
                second += 1
                let date = Date(timeIntervalSince1970: TimeInterval(second))
                try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: place.path)
            }
        }
        for _ in 0..<2000 where !isStale() {
            file.refresh()
            // The writer must have begun.
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(isStale())
        rest.add()
        try await writer
        file.refresh()
        #expect(!isStale())
        #expect(file.failure(for: try #require(RevocationID(Array("session-7".utf8)))) == .revoked)
        #expect(told.text.contains("changes while it is read"))
        #expect(told.text.contains("the list of revoked tokens is read again"))
    }

    @Test(
        "that was never read leaves it to on_error",
        arguments: [(true, "revocationUnknown revocationUnknown"), (false, "good good")])
    func never(denies: Bool, answers: String) throws {
        let place = try TemporaryFile("a\n")
        try FileManager.default.removeItem(atPath: place.path)
        let keys = KeyRing([])
        let file = RevocationFile(
            place.path, ids: nil, deniesOnError: denies, provider: "p", keys: keys, logger: Logger(label: "test"))
        #expect(refreshed(file, keys) == (answers, false, "none never stale"))
        try "a\n".write(toFile: place.path, atomically: true, encoding: .utf8)
        #expect(refreshed(file, keys) == ("revoked good", true, "1 read fresh"))
    }
}

@Suite("Settings of revocation")
struct RevocationSettingsTests {
    private func resolve(
        _ definition: RevocationDefinition, _ environment: [String: String] = [:]
    ) -> (settings: RevocationSettings?, faults: [String], warnings: [String]) {
        var reader = SettingsReader(environment: environment)
        var warnings: [String] = []
        let settings = RevocationSettings.resolve(definition, reader: &reader, warnings: &warnings)
        return (settings, reader.failure?.faults ?? [], warnings)
    }

    @Test("are those of the spec, or of the environment; a URL that is bad is not shown")
    func redis() {
        let definition = RevocationDefinition(
            .redis("${REDIS_URL:-redis://localhost:6379}", key: "session:{id}"), claims: ["jti"], onError: .deny)
        guard case .redis(let url, _) = resolve(definition).settings?.place else {
            Issue.record("there are no settings")
            return
        }
        #expect(url.host == "localhost" && url.port == 6379)
        let bad = resolve(definition, ["REDIS_URL": "redis://:hunter2@a/x"])
        #expect(bad.settings == nil && bad.faults.count == 1)
        #expect(bad.faults[0].hasPrefix("REDIS_URL: the URL of the Redis that knows revoked tokens has "))
        #expect(!bad.faults[0].contains("hunter2"))
    }

    @Test("need a file that is there, unless the spec lets tokens in without")
    func file() throws {
        let (good, bad) = (try TemporaryFile("a\n"), try TemporaryFile("a b\n"))
        func definition(_ answer: RevocationDefinition.Answer) -> RevocationDefinition {
            RevocationDefinition(.file("$FILE"), claims: ["jti"], onError: answer)
        }
        #expect(resolve(definition(.deny), ["FILE": good.path]).settings != nil)
        #expect(resolve(definition(.deny), ["FILE": good.path]).faults == [])
        for (path, what) in [("/nowhere/at/all", "cannot be read: "), (bad.path, "has a line 1 that is no id")] {
            let denied = resolve(definition(.deny), ["FILE": path])
            #expect(
                denied.faults.count == 1 && denied.faults[0].hasPrefix("\(path): the file of revoked tokens \(what)"))
            let allowed = resolve(definition(.allow), ["FILE": path])
            #expect(allowed.settings != nil && allowed.faults == [] && allowed.warnings.count == 1)
            #expect(allowed.warnings.allSatisfy { $0.hasPrefix("INSECURE: ") && $0.contains(path) })
        }
        #expect(resolve(definition(.deny), ["FILE": ""]).faults.count == 1)
    }
}
