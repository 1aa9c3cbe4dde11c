import Crypto
import Foundation
import Testing

@testable import GatewayRuntime

/// A request that tries to be somebody, and what becomes of it.
struct Attack: Sendable, CustomTestStringConvertible {
    /// What must become of it.
    enum Outcome: Sendable, Equatable {
        /// Refused, and counted under this reason.
        case refused(AuthFailure)
        /// Refused before anybody looks at a token.
        case malformed
        /// It gets through, and the upstream sees these lines and none of the forged ones.
        case passed([String])
    }

    let testDescription: String
    let method: String
    let path: String
    let lines: [String]
    let outcome: Outcome

    init(_ name: String, fields lines: [String], path: String = "/any/x", method: String = "GET", _ outcome: Outcome) {
        testDescription = name
        self.method = method
        self.path = path
        self.lines = lines
        self.outcome = outcome
    }

    /// The token stands where it should.
    init(_ name: String, _ token: String, path: String = "/any/x", _ failure: AuthFailure) {
        self.init(name, fields: ["Authorization: Bearer \(token)"], path: path, .refused(failure))
    }
}

/// A gateway with two issuers: `ours` with a secret, whose tokens may stand in a cookie too, and `theirs` with a published
/// set of keys. `/any/*` takes both, `/files/*` those of theirs, `/items` needs none.
@Suite("Attacks")
struct AttackTests {
    private static func provider(_ keys: TemporaryFile) -> ProviderDefinition {
        ProviderDefinition(
            "theirs", algorithms: [.rs256, .es256, .edDSA],
            keySet: KeySetDefinition(.file("$KEYS"), cacheTTL: .seconds(300), timeout: .seconds(3)),
            issuers: ["them"])
    }

    private static func options(_ keys: TemporaryFile) -> TestGateway.Options {
        var options = TestGateway.Options()
        options.auth = AuthDefinition(
            providers: [
                ProviderDefinition(
                    "ours", algorithms: [.hs256], secrets: ["$JWT_SECRET"], issuers: ["us"], audiences: ["api"],
                    sources: [.header("Authorization", scheme: "Bearer"), .cookie("session")]),
                provider(keys),
            ],
            scopeClaims: ["scopes", "scope"], roleClaims: ["roles", "role"],
            claimHeaders: [
                .init("X-User-ID", claim: "sub"), .init("X-User-Role", claim: "role"),
                .init("X-User-Tier", claim: "tier", default: "free"),
            ])
        options.access = AccessTable { access in
            for route in [PathRoute.items, .health, .metrics] { access.open(route) }
            access.take(PathRoute.files, tokensOf: "theirs")
        }
        options.environment = ["JWT_SECRET": TestToken.secret, "KEYS": keys.path]
        return options
    }

    @Test("come to nothing", arguments: try attacks())
    func table(_ attack: Attack) async throws {
        let keys = try TemporaryFile(try TestKeys.keySet([.rs256, .es256, .edDSA]))
        let upstream = try echoingUpstream()
        let (answer, metrics) = try await TestGateway.run(upstreamPort: upstream.port, Self.options(keys)) { gateway in
            let head = (["\(attack.method) \(attack.path) HTTP/1.1", "Host: a"] + attack.lines).joined(
                separator: "\r\n")
            let answer = try gateway.answer(head + "\r\n\r\n")
            return (answer, try gateway.answer("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n").body)
        }
        switch attack.outcome {
        case .refused(let failure):
            #expect(answer.status == failure.failure.status)
            #expect(answer.body.contains("\"\(failure.failure.code.rawValue)\""))
            #expect(answer["WWW-Authenticate"] == failure.failure.challenge)
            #expect(metrics.contains("gateway_auth_failures_total{reason=\"\(failure.reason)\"} 1\n"))
        case .malformed: #expect(answer.status == 400)
        case .passed(let lines):
            #expect(answer.status == 200)
            let seen = answer.body.components(separatedBy: "\r\n").filter {
                $0.lowercased().hasPrefix("x-user") || $0.lowercased().hasPrefix("x_user")
            }
            #expect(seen.sorted() == lines.sorted())
        }
        #expect(!answer.head.contains("forged") && !answer.body.contains("forged"))
    }
}

// MARK: The attacks

private let now = Int64(Date().timeIntervalSince1970)
private let good = "{\"iss\":\"us\",\"aud\":\"api\",\"sub\":\"alice\",\"role\":\"user\",\"exp\":\(now + 3600)}"
private let goodOfTheirs = "{\"iss\":\"them\",\"sub\":\"bob\",\"role\":\"guest\",\"exp\":\(now + 3600)}"
private let alice = ["X-User-ID: alice", "X-User-Role: user", "X-User-Tier: free"]
private let bob = ["X-User-ID: bob", "X-User-Role: guest", "X-User-Tier: free"]

/// A token of ours under a header.
private func under(_ header: String) -> String { TestToken.signed(header: header, payload: good) }

/// A token of ours with a payload.
private func with(_ payload: String) -> String { TestToken.signed(payload: payload) }

/// A token of ours with one member more, or with another in its place.
private func having(_ member: String) -> String { with(good.dropLast() + ",\(member)}") }

private func times(_ members: String) -> String { with("{\"iss\":\"us\",\"aud\":\"api\",\(members)}") }

private func audience(_ value: String) -> String {
    with("{\"iss\":\"us\",\"aud\":\(value),\"exp\":\(now + 3600)}")
}

private func issuer(_ value: String) -> String { with("{\"iss\":\(value),\"aud\":\"api\",\"exp\":\(now + 3600)}") }

private func theirs(_ algorithm: TokenAlgorithm, _ header: String? = nil, _ payload: String = goodOfTheirs) throws
    -> String
{
    try TestKeys.token(algorithm, header: header, payload: payload)
}

/// One of theirs whose header names a key.
private func named(_ kid: String) throws -> String { try theirs(.es256, "{\"alg\":\"ES256\",\"kid\":\(kid)}") }

private func attacks() throws -> [Attack] {
    try honest() + algorithms() + keys() + critical() + structure() + claims() + places() + identity()
}

/// Without these the rest would prove nothing.
private func honest() throws -> [Attack] {
    [
        Attack("a good token", fields: ["Authorization: Bearer \(with(good))"], .passed(alice)),
        Attack("a scheme in small letters", fields: ["authorization: bearer \(with(good))"], .passed(alice)),
        Attack("a good cookie", fields: ["Cookie: a=b; session=\(with(good))"], .passed(alice)),
        Attack("RS256 of theirs", fields: ["Authorization: Bearer \(try theirs(.rs256))"], .passed(bob)),
        Attack(
            "ES256 of theirs", fields: ["Authorization: Bearer \(try theirs(.es256))"], path: "/files/x", .passed(bob)),
        Attack("EdDSA of theirs", fields: ["Authorization: Bearer \(try theirs(.edDSA))"], .passed(bob)),
        Attack(
            "a claim's name in escapes",
            fields: [
                "Authorization: Bearer \(times("\"\\u0065xp\":\(now + 3600),\"\\u0073ub\":\"alice\",\"role\":\"user\""))"
            ],
            .passed(alice)),
        Attack("no token", fields: [], .refused(.missing)),
    ]
}

private func algorithms() throws -> [Attack] {
    let parts = with(good).split(separator: ".").map(String.init)
    let none = TestToken.encoded(#"{"alg":"none"}"#)
    let pem = TestKeys.pem(.rs256)
    let set = try TestKeys.keySet([.rs256, .es256, .edDSA])
    let es256 = try theirs(.es256).split(separator: ".").map(String.init)
    let signature = Base64URL.decode(Array(es256[2].utf8)) ?? []
    let der = try TestKeys.p256.signature(for: Data("\(es256[0]).\(es256[1])".utf8)).derRepresentation
    return [
        Attack("none without a signature", "\(none).\(parts[1]).", .algorithm),
        Attack("none with a signature", "\(none).\(parts[1]).\(parts[2])", .algorithm),
        Attack("None", under(#"{"alg":"None"}"#), .algorithm),
        Attack("NONE", under(#"{"alg":"NONE"}"#), .algorithm),
        Attack("nOnE", under(#"{"alg":"nOnE"}"#), .algorithm),
        Attack("an empty algorithm", under(#"{"alg":""}"#), .algorithm),
        Attack("an algorithm in small letters", under(#"{"alg":"hs256"}"#), .algorithm),
        Attack("an algorithm with a blank", under(#"{"alg":"HS256 "}"#), .algorithm),
        Attack("HS512, which is not allowed", try TestKeys.token(.hs512, payload: good), .algorithm),
        Attack("HS384, which is not allowed", try TestKeys.token(.hs384, payload: good), .algorithm),
        Attack("an algorithm of no signature", under(#"{"alg":"dir"}"#), .algorithm),
        Attack("ES256K", under(#"{"alg":"ES256K"}"#), .algorithm),
        Attack("no algorithm", under(#"{"typ":"JWT"}"#), .malformed),
        Attack("an algorithm that is a number", under(#"{"alg":256}"#), .malformed),
        Attack("an algorithm that is a list", under(#"{"alg":["HS256"]}"#), .malformed),
        Attack("an algorithm that is null", under(#"{"alg":null}"#), .malformed),
        Attack("two algorithms", under(#"{"alg":"none","alg":"HS256"}"#), .malformed),
        Attack("two algorithms, one in escapes", under(#"{"alg":"none","\u0061lg":"HS256"}"#), .malformed),
        Attack("RS256 in the header, the secret's HMAC behind", under(#"{"alg":"RS256"}"#), .algorithm),
        Attack("a public key as the secret", TestToken.signed(payload: good, secret: pem), .signature),
        Attack(
            "a public key as the secret of theirs", TestToken.signed(payload: goodOfTheirs, secret: pem), .algorithm),
        Attack("the published set as the secret", TestToken.signed(payload: good, secret: set), .signature),
        Attack("an empty secret", TestToken.signed(payload: good, secret: ""), .signature),
        Attack(
            "a secret of zeros", TestToken.signed(payload: good, secret: String(repeating: "\0", count: 32)), .signature
        ),
        Attack("theirs in the name of ours", try theirs(.rs256, nil, good), .algorithm),
        Attack("ours in the name of theirs", with(goodOfTheirs), .algorithm),
        Attack("ours where only theirs count", with(good), path: "/files/x", .algorithm),
        Attack(
            "theirs in the name of ours, where theirs count", try theirs(.rs256, nil, good), path: "/files/x", .issuer),
        Attack("PS256 of a key that is for RS256", try theirs(.ps256, #"{"alg":"PS256","kid":"rs256"}"#), .algorithm),
        Attack("RS256 in the header, PS256 behind", try theirs(.ps256, #"{"alg":"RS256","kid":"rs256"}"#), .signature),
        Attack("RS256 in the header, ES256 behind", try theirs(.es256, #"{"alg":"RS256","kid":"rs256"}"#), .signature),
        Attack("ES256 by the key of RS256", try theirs(.es256, #"{"alg":"ES256","kid":"rs256"}"#), .signature),
        Attack("EdDSA by the key of ES256", try theirs(.edDSA, #"{"alg":"EdDSA","kid":"es256"}"#), .signature),
        Attack("a signature of zeros", "\(es256[0]).\(es256[1]).\(TestToken.encoded(Data(count: 64)))", .signature),
        Attack("a signature in DER", "\(es256[0]).\(es256[1]).\(TestToken.encoded(der))", .signature),
        Attack(
            "a signature with a byte more", "\(es256[0]).\(es256[1]).\(TestToken.encoded(Data(signature + [0])))",
            .signature),
        Attack("no signature of theirs", "\(es256[0]).\(es256[1]).", .signature),
    ]
}

private func keys() throws -> [Attack] {
    let own = try TestKeys.jwk(.es256)
    return [
        Attack("a key that is not there", try named(#""other""#), .unknownKey),
        Attack("a key's name in capitals", try named(#""ES256""#), .unknownKey),
        Attack("no key's name", try theirs(.es256, #"{"alg":"ES256"}"#), .unknownKey),
        Attack("an empty key's name", try named(#""""#), .unknownKey),
        Attack("a key's name that is a path", try named(#""../../../../../../dev/null""#), .unknownKey),
        Attack("a key's name that is SQL", try named(#""x' UNION SELECT 'a';--""#), .unknownKey),
        Attack("a key's name that is a command", try named(#""$(cat /etc/passwd)""#), .unknownKey),
        Attack("a key's name that is a URL", try named(#""http://127.0.0.1:1/""#), .unknownKey),
        Attack("a key's name with NUL", try named(#""es256\u0000""#), .unknownKey),
        Attack("a key's name of 4,000 bytes", try named("\"\(String(repeating: "a", count: 4000))\""), .unknownKey),
        Attack("a key's name that is a number", try named("256"), .malformed),
        Attack("a key's name that is a list", try named(#"["es256"]"#), .malformed),
        Attack("a key's name that is null", try named("null"), .malformed),
        Attack("two key's names", try theirs(.es256, #"{"alg":"ES256","kid":"a","kid":"es256"}"#), .malformed),
        Attack("a key in the header", try theirs(.es256, "{\"alg\":\"ES256\",\"jwk\":\(own)}"), .unknownKey),
        Attack(
            "a key in the header, under a good name",
            try TestKeys.token(
                .es256, header: "{\"alg\":\"ES256\",\"kid\":\"rs256\",\"jwk\":\(own)}", payload: goodOfTheirs),
            .signature),
        Attack(
            "a place of keys in the header",
            try theirs(.edDSA, #"{"alg":"EdDSA","kid":"forged","jku":"http://127.0.0.1:1/keys"}"#), .unknownKey),
        Attack(
            "a certificate's place in the header",
            try theirs(.edDSA, #"{"alg":"EdDSA","kid":"es256","x5u":"http://127.0.0.1:1/"}"#), .signature),
        Attack(
            "a certificate in the header", try theirs(.edDSA, #"{"alg":"EdDSA","kid":"es256","x5c":["MIIB"]}"#),
            .signature),
    ]
}

private func critical() -> [Attack] {
    [
        Attack("a critical claim", under(#"{"alg":"HS256","crit":["exp"],"exp":1}"#), .malformed),
        Attack("an unencoded payload", under(#"{"alg":"HS256","crit":["b64"],"b64":false}"#), .malformed),
        Attack("nothing critical", under(#"{"alg":"HS256","crit":[]}"#), .malformed),
        Attack("null critical", under(#"{"alg":"HS256","crit":null}"#), .malformed),
        Attack("a critical extension in escapes", under(#"{"alg":"HS256","\u0063rit":["x"]}"#), .malformed),
    ]
}

private func structure() -> [Attack] {
    let token = with(good)
    let parts = token.split(separator: ".").map(String.init)
    let other = with(good.replacingOccurrences(of: "alice", with: "admin")).split(separator: ".").map(String.init)
    // A character whose last bits count for nothing may not have others in their place.
    let stray = String(token.dropLast()) + (token.last.map { String(UnicodeScalar(($0.asciiValue ?? 0) + 1)) } ?? "")
    return [
        Attack("one part", parts[0], .malformed),
        Attack("two parts", "\(parts[0]).\(parts[1])", .malformed),
        Attack("four parts", "\(token).x", .malformed),
        Attack("an encrypted token", "\(token).x.y", .malformed),
        Attack("dots", "..", .malformed),
        Attack("a dot behind", "\(token).", .malformed),
        Attack("no signature", "\(parts[0]).\(parts[1]).", .signature),
        Attack("a signature cut short", String(token.dropLast(3)), .signature),
        Attack("stray bits at the signature's end", stray, .malformed),
        Attack("padding", "\(token)=", .malformed),
        Attack("the alphabet of base64", "\(parts[0])+/.\(parts[1]).\(parts[2])", .malformed),
        Attack("dots in escapes", token.replacingOccurrences(of: ".", with: "%2E"), .malformed),
        Attack("quotes", "\"\(token)\"", .malformed),
        Attack("a blank inside", "\(parts[0]). \(parts[1]).\(parts[2])", .malformed),
        Attack("two tokens", "\(token), \(token)", .malformed),
        Attack("JSON instead of the compact form", #"{"payload":"x","signatures":[]}"#, .malformed),
        Attack("the payload of another", "\(parts[0]).\(other[1]).\(parts[2])", .signature),
        Attack("the signature of another", "\(parts[0]).\(parts[1]).\(other[2])", .signature),
        Attack("over 8 KiB", having("\"x\":\"\(String(repeating: "a", count: 8192))\""), .malformed),
        Attack("a header that is no JSON", under("{alg:HS256}"), .malformed),
        Attack("a header in single quotes", under("{'alg':'HS256'}"), .malformed),
        Attack("a header that is a list", under(#"["HS256"]"#), .malformed),
        Attack("a payload that is a list", with("[]"), .malformed),
        Attack("a payload that is a text", with("\"\(token)\""), .malformed),
        Attack("a token in a token", with(token), .malformed),
        Attack("an empty payload", with(""), .malformed),
        Attack("something behind the payload", with(good + "{}"), .malformed),
        Attack("a comment in the payload", with("/**/" + good), .malformed),
        Attack("a byte order mark", with("\u{FEFF}" + good), .malformed),
        Attack("NaN", having("\"x\":NaN"), .malformed),
        Attack("a comma behind", with(good.dropLast() + ",}"), .malformed),
        Attack("half of a pair of surrogates", having(#""x":"\ud800""#), .malformed),
        Attack("deep JSON", having("\"x\":\(String(repeating: "[", count: 2000))"), .malformed),
    ]
}

private func claims() -> [Attack] {
    let later = now + 3600
    return [
        Attack("a claim twice", having(#""sub":"admin""#), .malformed),
        Attack("a claim twice, once in escapes", having(#""s\u0075b":"admin""#), .malformed),
        Attack("two ends", times("\"exp\":1,\"exp\":\(later)"), .malformed),
        Attack("no end", times(#""sub":"a""#), .endless),
        Attack("null for an end", times(#""exp":null"#), .endless),
        Attack("an end in capitals", times("\"EXP\":\(later)"), .endless),
        Attack("an end as text", times("\"exp\":\"\(later)\""), .malformed),
        Attack("an end as true", times(#""exp":true"#), .malformed),
        Attack("an end as a list", times("\"exp\":[\(later)]"), .malformed),
        Attack("an end beyond all numbers", times(#""exp":1e300"#), .malformed),
        Attack("an end of 40 digits", times("\"exp\":\(String(repeating: "9", count: 40))"), .malformed),
        Attack("an end in hexadecimals", times(#""exp":0xFFFFFFFFF"#), .malformed),
        Attack("an end with a plus", times("\"exp\":+\(later)"), .malformed),
        Attack("an end that has passed", times("\"exp\":\(now - 1)"), .expired),
        Attack("an end that has passed, with a fraction", times("\"exp\":\(now - 1).999"), .expired),
        Attack("an end that has passed, with an exponent", times(#""exp":1.0e3"#), .expired),
        Attack("an end before 1970", times(#""exp":-1"#), .expired),
        Attack("an end at minus nothing", times(#""exp":-0"#), .expired),
        Attack("a beginning to come", times("\"exp\":\(later),\"nbf\":\(now + 36_000)"), .notYetValid),
        Attack("a beginning as text", times("\"exp\":\(later),\"nbf\":\"0\""), .malformed),
        Attack("issued in the future", times("\"exp\":\(later),\"iat\":\(now + 36_000)"), .notYetValid),
        Attack("issued as text", times("\"exp\":\(later),\"iat\":\"0\""), .malformed),
        Attack("no issuer", with("{\"aud\":\"api\",\"exp\":\(later)}"), .issuer),
        Attack("another issuer", issuer(#""evil""#), .issuer),
        Attack("an issuer in capitals", issuer(#""US""#), .issuer),
        Attack("an issuer with a blank", issuer(#""us ""#), .issuer),
        Attack("an issuer in a list", issuer(#"["us"]"#), .issuer),
        Attack("no audience", with("{\"iss\":\"us\",\"exp\":\(later)}"), .audience),
        Attack("another audience", audience(#""other""#), .audience),
        Attack("an audience in capitals", audience(#""API""#), .audience),
        Attack("no audience in the list", audience("[]"), .audience),
        Attack("an audience in an object", audience(#"{"api":true}"#), .audience),
        Attack("an audience in a list in a list", audience(#"[["api"]]"#), .audience),
        Attack("a header in a claim", having(#""tier":"free\r\nX-User-Role: forged""#), .claim),
        Attack("a line's end in a claim", having(#""tier":"a\nb""#), .claim),
        Attack("NUL in a claim", having(#""tier":"a\u0000b""#), .claim),
        Attack("an object for a claim", having(#""tier":{"a":1}"#), .claim),
        Attack("a comma in a claim's list", having(#""tier":["a","b,c"]"#), .claim),
        Attack("a space at the end of a value in a claim's list", having(#""tier":["a ","b"]"#), .claim),
        Attack("a space at the beginning of a value in a claim's list", having(#""tier":["a"," b"]"#), .claim),
        Attack("an empty value in a claim's list", having(#""tier":["a",""]"#), .claim),
    ]
}

private func places() throws -> [Attack] {
    let token = with(good)
    let bad = TestToken.signed(payload: good, secret: "another-secret-of-thirty-two-bytes!!")
    let ofTheirs = try theirs(.es256)
    return [
        Attack("a token in the query", fields: [], path: "/any/x?access_token=\(token)", .refused(.missing)),
        Attack("a token as an API key", fields: ["X-API-Key: \(token)"], .refused(.missing)),
        Attack("a token for a proxy", fields: ["Proxy-Authorization: Bearer \(token)"], .refused(.missing)),
        Attack("a token in a field of the like", fields: ["X-Authorization: Bearer \(token)"], .refused(.missing)),
        Attack("nothing behind the scheme", fields: ["Authorization: Bearer"], .refused(.malformed)),
        Attack("no scheme", fields: ["Authorization: \(token)"], .refused(.malformed)),
        Attack("another scheme", fields: ["Authorization: Basic \(token)"], .refused(.malformed)),
        Attack("a scheme with more letters", fields: ["Authorization: BearerX \(token)"], .refused(.malformed)),
        Attack("a tab behind the scheme", fields: ["Authorization: Bearer\t\(token)"], .refused(.malformed)),
        Attack(
            "two tokens, the good one first",
            fields: ["Authorization: Bearer \(token)", "Authorization: Bearer \(bad)"], .refused(.malformed)),
        Attack(
            "the same token twice",
            fields: ["Authorization: Bearer \(token)", "authorization: Bearer \(token)"], .refused(.malformed)),
        Attack("a field over two lines", fields: ["Authorization: Bearer", " \(token)"], .malformed),
        Attack("a blank before the colon", fields: ["Authorization : Bearer \(token)"], .malformed),
        Attack("a NUL in the field", fields: ["Authorization: Bearer \(token)\0"], .malformed),
        Attack(
            "a bad token before a good cookie", fields: ["Authorization: Bearer \(bad)", "Cookie: session=\(token)"],
            .refused(.signature)),
        Attack(
            "another scheme before a good cookie", fields: ["Authorization: Basic YTpi", "Cookie: session=\(token)"],
            .refused(.malformed)),
        Attack("a cookie in capitals", fields: ["Cookie: SESSION=\(token)"], .refused(.missing)),
        Attack("a cookie of a longer name", fields: ["Cookie: xsession=\(token)"], .refused(.missing)),
        Attack("two cookies", fields: ["Cookie: session=\(token); session=\(bad)"], .refused(.malformed)),
        Attack(
            "two fields of cookies", fields: ["Cookie: session=\(token)", "Cookie: session=\(bad)"],
            .refused(.malformed)),
        Attack("a cookie in quotes", fields: ["Cookie: session=\"\(token)\""], .refused(.malformed)),
        Attack("theirs in a cookie, where it never stands", fields: ["Cookie: session=\(ofTheirs)"], .refused(.source)),
        Attack(
            "theirs in a cookie, where only theirs count", fields: ["Cookie: session=\(ofTheirs)"], path: "/files/x",
            .refused(.missing)),
    ]
}

private func identity() -> [Attack] {
    let token = "Authorization: Bearer \(with(good))"
    return [
        Attack("identity by the client", fields: [token, "X-User-ID: forged"], .passed(alice)),
        Attack("identity in small letters", fields: [token, "x-user-id: forged"], .passed(alice)),
        Attack(
            "identity with underscores", fields: [token, "X_User_ID: forged", "x_user_role: forged"], .passed(alice)),
        Attack("identity twice", fields: ["X-User-Role: forged", token, "X-User-Role: forged"], .passed(alice)),
        Attack("identity where it has a default", fields: [token, "X-User-Tier: forged"], .passed(alice)),
        Attack(
            "identity without a token", fields: ["X-User-ID: forged", "X_USER_ROLE: forged"], path: "/items",
            .passed([])),
        Attack("no default on a public route", fields: [], path: "/items", .passed([])),
        Attack(
            "identity that the connection takes away", fields: [token, "Connection: X-User-ID, X-User-Role"],
            .passed(alice)),
    ]
}
