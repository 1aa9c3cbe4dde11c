import Testing

@testable import GatewayRuntime

@Suite("Settings of providers")
struct ProviderSettingsTests {
    private func faults(_ providers: [ProviderDefinition], _ environment: [String: String]) -> [String] {
        let auth = AuthDefinition(providers: providers, scopeClaims: [], roleClaims: [], claimHeaders: [])
        do throws(SettingsFailure) {
            _ = try AuthSettings.resolve(auth, environment: environment)
            return []
        } catch {
            return error.faults
        }
    }

    @Test("want issuers that belong to one provider each, whatever the environment says")
    func issuers() {
        let providers = [
            ProviderDefinition("ours", algorithms: [.hs256], secrets: ["$S"], issuers: ["${A:-us}"]),
            ProviderDefinition("theirs", algorithms: [.hs256], secrets: ["$S"], issuers: ["them", "${B:-}"]),
        ]
        #expect(faults(providers, ["S": TestToken.secret]) == [])
        #expect(
            faults(providers, ["S": TestToken.secret, "B": "us"]) == [
                "the spec: the providers ours and theirs have an issuer in common; give it to one of them"
            ])
        let empty = [providers[0], ProviderDefinition("x", algorithms: [.hs256], secrets: ["$S"], issuers: ["${B:-}"])]
        #expect(
            faults(empty, ["S": TestToken.secret]) == [
                "the spec: every issuer of the provider x came out empty; set one"
            ])
    }

    @Test(
        "read the greatest age of tokens from the environment",
        arguments: [
            ("1s", 1), ("90m", 5_400), ("2h", 7_200), ("365d", 31_536_000), ("0s", nil), ("366d", nil), ("2", nil),
            ("", nil), ("s", nil), ("-1s", nil), ("1500ms", nil), ("1 s", nil), ("99999999999999999999s", nil),
            ("9223372036854775807d", nil),
        ] as [(String, Int64?)])
    func age(text: String, seconds: Int64?) {
        #expect((try? DurationText.seconds(text)) == seconds)
        let provider = ProviderDefinition("p", algorithms: [.hs256], secrets: ["$S"], maxAge: "${AGE}")
        let faults = faults([provider], ["S": TestToken.secret, "AGE": text])
        #expect(faults.count == (seconds == nil ? 1 : 0) && faults.allSatisfy { $0.hasPrefix("AGE: ") })
    }

    @Test("know the secrets that others can know")
    func weaknesses() throws {
        let provider = ProviderDefinition(
            "p", algorithms: [.hs256], secrets: ["${S:-a-default-of-more-than-32-bytes-in-all}"])
        let auth = AuthDefinition(providers: [provider], scopeClaims: [], roleClaims: [], claimHeaders: [])
        func weaknesses(_ environment: [String: String]) throws -> Set<SecretWeakness>? {
            try AuthSettings.resolve(auth, environment: environment).providers.first?.weaknesses
        }
        #expect(try weaknesses([:]) == [.defaultSecret])
        #expect(try weaknesses(["S": "short"]) == [.shortSecret])
        #expect(try weaknesses(["S": TestToken.secret]) == [])
    }
}

@Suite("Claims that a provider demands")
struct DemandedClaimsTests {
    private static let now = TestToken.now

    private func failure(_ payload: String, _ change: (inout ProviderSettings) -> Void) async throws -> AuthFailure? {
        var provider = ProviderSettings(name: "jwt", algorithms: [.hs256], secrets: [Secret(TestToken.secret)])
        change(&provider)
        let settings = AuthSettings(providers: [provider], scopeClaims: [], roleClaims: [], claimHeaders: [])
        let verifier = try await TokenVerifier(settings, access: AccessPlan(testDefinition().access, routeCount: 0))
        do throws(AuthFailure) {
            _ = try verifier.verify(TestToken.signed(payload: "{\"exp\":\(Self.now + 9_000)\(payload)}"))
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "are there and not null",
        arguments: [
            (#","sub":"a","jti":7"#, nil), (#","sub":"","jti":false"#, nil), (#","sub":"a""#, .incomplete),
            (#","sub":"a","jti":null"#, .incomplete), ("", .incomplete), (#","SUB":"a","jti":1"#, .incomplete),
        ] as [(String, AuthFailure?)])
    func required(members: String, outcome: AuthFailure?) async throws {
        #expect(try await failure(members) { $0.requiredClaims = ["sub", "jti"] } == outcome)
    }

    @Test(
        "say how old a token is",
        arguments: [
            (0, nil), (3_599, nil), (3_600, .expired), (9_000, .expired), (-1, .notYetValid), (nil, .incomplete),
        ] as [(Int64?, AuthFailure?)])
    func age(age: Int64?, outcome: AuthFailure?) async throws {
        let members = age.map { ",\"iat\":\(Self.now - $0)" } ?? ""
        #expect(try await failure(members) { $0.maxAgeSeconds = 3_600 } == outcome)
    }

    @Test(
        "of a token from the future are forgiven within the leeway",
        arguments: [(30, nil), (31, .notYetValid)] as [(Int64, AuthFailure?)])
    func leeway(early: Int64, outcome: AuthFailure?) async throws {
        #expect(try await failure(",\"iat\":\(Self.now + early)") { $0.leewaySeconds = 30 } == outcome)
        #expect(try await failure(",\"iat\":\(Self.now + early).5") { $0.leewaySeconds = 30 } == outcome)
    }
}
