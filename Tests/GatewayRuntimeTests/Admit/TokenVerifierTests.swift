import Testing

@testable import GatewayRuntime

/// A token and what becomes of it.
struct TokenCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let token: String
    let failure: AuthFailure?

    init(_ description: String, _ token: String, _ failure: AuthFailure?) {
        testDescription = description
        self.token = token
        self.failure = failure
    }

    private static let now = TestToken.now

    private static func payload(_ text: String) -> String { TestToken.signed(payload: text) }

    private static func header(_ text: String) -> String {
        TestToken.signed(header: text, payload: "{\"exp\":\(now + 10)}")
    }

    private static let goodParts = TestToken.good().split(separator: ".").map(String.init)

    static let all: [TokenCase] = [
        .init("a good token", TestToken.good(), nil),
        .init("signed with the other secret", TestToken.good(secret: "another-secret-of-thirty-two-bytes!!"), nil),
        .init(
            "signed with an unknown secret", TestToken.good(secret: "wrong-secret-of-at-least-32-bytes!!!"), .signature),
        .init("an empty text", "", .malformed),
        .init("one part", "abc", .malformed),
        .init("two parts", "\(goodParts[0]).\(goodParts[1])", .malformed),
        .init("four parts", TestToken.good() + ".x", .malformed),
        .init("empty parts", "..", .malformed),
        .init("no signature", "\(goodParts[0]).\(goodParts[1]).", .signature),
        .init("a signature cut short", String(TestToken.good().dropLast(3)), .signature),
        .init(
            "another payload under the signature", "\(goodParts[0]).\(TestToken.encoded("{}")).\(goodParts[2])",
            .signature),
        .init("padding", TestToken.good() + "=", .malformed),
        .init("a character outside of base64url", "\(goodParts[0])+.\(goodParts[1]).\(goodParts[2])", .malformed),
        .init("an impossible length", "\(goodParts[0]).\(goodParts[1]).\(goodParts[2])AA", .malformed),
        .init("a line break inside", "\(goodParts[0])\n.\(goodParts[1]).\(goodParts[2])", .malformed),
        .init("alg none", header(#"{"alg":"none"}"#), .algorithm),
        .init("alg none without a signature", "\(TestToken.encoded(#"{"alg":"none"}"#)).\(goodParts[1]).", .algorithm),
        .init("alg in another case", header(#"{"alg":"hs256"}"#), .algorithm),
        .init("alg HS512", header(#"{"alg":"HS512"}"#), .algorithm),
        .init("alg RS256", header(#"{"alg":"RS256"}"#), .algorithm),
        .init("no alg", header(#"{"typ":"JWT"}"#), .malformed),
        .init("alg that is a number", header(#"{"alg":256}"#), .malformed),
        .init("alg twice", header(#"{"alg":"none","alg":"HS256"}"#), .malformed),
        .init("alg twice, once escaped", header(#"{"alg":"none","\u0061lg":"HS256"}"#), .malformed),
        .init("a critical extension", header(#"{"alg":"HS256","crit":["b64"],"b64":false}"#), .malformed),
        .init("a header that is a list", header(#"["HS256"]"#), .malformed),
        .init("a header that is no JSON", header("{alg:HS256}"), .malformed),
        .init("a key id, which does not count", header(#"{"alg":"HS256","kid":"../../etc"}"#), nil),
        .init("a payload that is a text", payload("\"x\""), .malformed),
        .init("a payload with something behind", payload("{\"exp\":\(now + 10)} x"), .malformed),
        .init("an empty payload", payload(""), .malformed),
        .init("no exp", payload("{}"), .endless),
        .init("exp null", payload(#"{"exp":null}"#), .endless),
        .init("exp a text", payload(#"{"exp":"9999999999"}"#), .malformed),
        .init("exp an object", payload(#"{"exp":{}}"#), .malformed),
        .init("exp twice", payload("{\"exp\":1,\"exp\":\(now + 10)}"), .malformed),
        .init("exp at this second", payload("{\"exp\":\(now)}"), .expired),
        .init("exp in a second", payload("{\"exp\":\(now + 1)}"), nil),
        .init("exp a second ago", payload("{\"exp\":\(now - 1)}"), .expired),
        .init("exp within this second", payload("{\"exp\":\(now).9}"), .expired),
        .init("exp zero", payload(#"{"exp":0}"#), .expired),
        .init("exp below zero", payload(#"{"exp":-1e300}"#), .malformed),
        .init("exp huge", payload(#"{"exp":1e300}"#), .malformed),
        .init("exp beyond every number", payload(#"{"exp":1e999999}"#), .malformed),
        .init("exp of many digits", payload("{\"exp\":\(String(repeating: "9", count: 400))}"), .malformed),
        .init("exp with a leading zero", payload("{\"exp\":0\(now + 10)}"), .malformed),
        .init("expired and of the wrong secret", TestToken.signed(payload: #"{"exp":1}"#, secret: "x"), .signature),
        .init("nbf at this second", TestToken.good("\"nbf\":\(now)"), nil),
        .init("nbf in a second", TestToken.good("\"nbf\":\(now + 1)"), .notYetValid),
        .init("nbf huge", TestToken.good(#""nbf":1e300"#), .malformed),
        .init("nbf a text", TestToken.good(#""nbf":"1""#), .malformed),
        .init("deep JSON", TestToken.good("\"x\":\(String(repeating: "[", count: 2000))"), .malformed),
        .init(
            "deep JSON, closed",
            TestToken.good("\"x\":\(String(repeating: "[", count: 200) + String(repeating: "]", count: 200))"),
            .malformed),
        .init(
            "a claim that is no UTF-8", TestToken.signed(payload: "{\"exp\":\(now + 10),\"x\":\"\\ud800\"}"), .malformed
        ),
        .init("over 8 KiB", TestToken.good("\"x\":\"\(String(repeating: "a", count: 8192))\""), .malformed),
    ]
}

@Suite("A token")
struct TokenVerifierTests {
    private func verifier(_ settings: AuthSettings) async throws -> TokenVerifier {
        try await TokenVerifier(settings, access: AccessPlan(testDefinition().access, routeCount: 6))
    }

    private func outcome(_ token: String, _ settings: AuthSettings, now: Int64 = TestToken.now) async throws
        -> AuthFailure?
    {
        let verifier = try await verifier(settings)
        do throws(AuthFailure) {
            _ = try verifier.verify(token, now: now)
            return nil
        } catch {
            return error
        }
    }

    @Test("is taken or refused", arguments: TokenCase.all)
    func table(_ example: TokenCase) async throws {
        let settings = AuthSettings.testing(secrets: [TestToken.secret, "another-secret-of-thirty-two-bytes!!"])
        #expect(try await outcome(example.token, settings) == example.failure)
    }

    @Test(
        "is forgiven a clock difference within the leeway",
        arguments: [(59, nil), (60, AuthFailure.expired)] as [(Int64, AuthFailure?)])
    func leeway(late: Int64, failure: AuthFailure?) async throws {
        let token = TestToken.signed(payload: "{\"exp\":\(TestToken.now)}")
        #expect(try await outcome(token, .testing(leeway: 60), now: TestToken.now + late) == failure)
        let early = TestToken.good("\"nbf\":\(TestToken.now + late + 1)")
        #expect(try await outcome(early, .testing(leeway: 60)) == (failure == nil ? nil : .notYetValid))
        #expect(try await outcome(token, .testing(leeway: .max)) == nil)
    }

    @Test(
        "must name an issuer and an audience that the spec names",
        arguments: [
            (#""iss":"us","aud":"api""#, nil), (#""iss":"us","aud":["other","api"]"#, nil),
            (#""aud":"api""#, AuthFailure.issuer), (#""iss":"them","aud":"api""#, .issuer),
            (#""iss":["us"],"aud":"api""#, .issuer), (#""iss":"us""#, .audience), (#""iss":"us","aud":[]"#, .audience),
            (#""iss":"us","aud":"API""#, .audience), (#""iss":"us","aud":[["api"]]"#, .audience),
            (#""iss":"us","aud":null"#, .audience),
        ])
    func issuerAndAudience(members: String, failure: AuthFailure?) async throws {
        let settings = AuthSettings.testing(issuers: ["us", "we"], audiences: ["api"])
        #expect(try await outcome(TestToken.good(members), settings) == failure)
    }

    @Test("may be signed with a short secret, which the start has warned of")
    func shortSecret() async throws {
        #expect(try await outcome(TestToken.good(secret: "short"), .testing(secrets: ["short"])) == nil)
    }

    @Test(
        "sends claims upstream as header lines, or is refused where none can carry them",
        arguments: [
            (#""a":"x""#, "X-A: x\r\nX-B: none\r\n"), (#""a":"x","b":"y""#, "X-A: x\r\nX-B: y\r\n"),
            (#""b":null"#, "X-B: none\r\n"), (#""a":"","b":"y""#, "X-A: \r\nX-B: y\r\n"),
            (#""a":1.50,"b":true"#, "X-A: 1.50\r\nX-B: true\r\n"),
            (#""a":12345678901234567890123,"b":false"#, "X-A: 12345678901234567890123\r\nX-B: false\r\n"),
            (#""a":["x",1,true]"#, "X-A: x,1,true\r\nX-B: none\r\n"), (#""a":[]"#, "X-A: \r\nX-B: none\r\n"),
            (#""a":"Ünï ☃""#, "X-A: Ünï ☃\r\nX-B: none\r\n"), (#""a":"a\/b\u0041""#, "X-A: a/bA\r\nX-B: none\r\n"),
            (#""a":{}"#, nil), (#""a":[["x"]]"#, nil), (#""a":[null]"#, nil), (#""a":["x,y"]"#, nil),
            (#""a":"x\r\nX-Admin: 1""#, nil), (#""a":"x\ny""#, nil), (#""a":"x\u0000""#, nil), (#""a":"x\ty""#, nil),
            (#""a":"\u007f""#, nil), (#""a":"\u0085""#, nil), (#""a":" x""#, nil), (#""a":"x ""#, nil),
            (#""a":["x\n"]"#, nil),
        ])
    func claimHeaders(members: String, lines: String?) async throws {
        let verifier = try await verifier(.testing(headers: [("X-A", "a", nil), ("X-B", "b", "none")]))
        let token = TestToken.good(members)
        if let lines {
            #expect(try verifier.verify(token, now: TestToken.now).identityHeaders.text == lines)
        } else {
            #expect(throws: AuthFailure.claim) { try verifier.verify(token, now: TestToken.now) }
        }
    }

    @Test(
        "names its holder by sub, else by user_id",
        arguments: [
            (#""sub":"a","user_id":"b""#, "a"), (#""user_id":"b""#, "b"), (#""sub":7"#, "7"), (#""sub":{}"#, ""),
            ("", ""),
        ])
    func subject(members: String, subject: String) async throws {
        let grant = try await verifier(.testing()).verify(TestToken.good(members))
        #expect(grant.subject.text == subject)
        #expect(grant.end == TestToken.now + 3600)
    }

    @Test("crashes nothing, whatever its bytes are")
    func fuzz() async throws {
        let verifier = try await verifier(.testing())
        var generator = SplitMix(state: 42)
        let good = Array(TestToken.good(#""sub":"a","scopes":["write:agents"],"x":[1.5e3,{"y":null}]"#).utf8)
        let payload = Array(#"{"exp":1800003600,"sub":"\u00e4\ud83d\ude00","a":[true,{"b":-0.5E+7}]}"#.utf8)
        for _ in 0..<20_000 {
            var token = good
            for _ in 0...Int.random(in: 0..<4, using: &generator) {
                token[Int.random(in: token.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            if token != good {
                // A changed byte never makes a token that is taken.
                #expect(throws: AuthFailure.self) {
                    try verifier.verify(try SignedToken(token), for: TokenDemand(), now: TestToken.now)
                }
            }
            var text = payload
            for _ in 0...Int.random(in: 0..<4, using: &generator) {
                text[Int.random(in: text.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            text.removeLast(Int.random(in: 0..<8, using: &generator))
            _ = JSON(parsing: text)
        }
    }
}

/// A generator that gives the same numbers in each run (S. Vigna, splitmix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
