import Foundation
import Testing

@testable import GatewayRuntime

@Suite("The token cache")
struct TokenCacheTests {
    /// A token that holds until then; it is verified at the present time.
    private func token(_ number: Int, end: Int64 = 9_000_000_000) -> String {
        TestToken.signed(payload: "{\"exp\":\(end),\"sub\":\"\(number)\"}")
    }

    private func verifier() async throws -> TokenVerifier {
        try await TokenVerifier(.testing(), access: AccessPlan(testDefinition().access, routeCount: 6))
    }

    /// Runs on a loop with a cache of its own.
    private func onLoop<Value: Sendable>(
        _ given: TokenVerifier? = nil, entries: Int = 100, bytes: Int = 1 << 20,
        _ body: @escaping @Sendable (TokenCache, Loop) -> Value
    ) async throws -> Value {
        let verifier = if let given { given } else { try await verifier() }
        let loop = try Loop()
        let value = try await loop.submit { body(TokenCache(verifier, entries: entries, bytes: bytes), loop) }
        await loop.stop()
        return value
    }

    /// Verifies tokens one after the other; the answer is the subjects of those that are found afterwards.
    private func found(
        _ tokens: [String], entries: Int = 100, bytes: Int = 1 << 20, now: Int64 = TestToken.now
    ) async throws -> [String] {
        try await onLoop(entries: entries, bytes: bytes) { cache, loop in
            for token in tokens { withView(token) { cache.verify($0, for: TokenDemand(), on: loop) { _ in } } }
            return tokens.compactMap { token in
                withView(token) { cache.lookup($0, for: TokenDemand(), now: now, clock: 0) }?.subject.text
            }
        }
    }

    @Test("finds what has been verified")
    func finds() async throws {
        #expect(try await found([token(1), token(2), token(3)]) == ["1", "2", "3"])
    }

    @Test("keeps no token that was refused")
    func refused() async throws {
        #expect(try await found([TestToken.signed(payload: #"{"exp":1}"#), "x.y.z", ""]) == [])
    }

    @Test("drops a token at its end")
    func end() async throws {
        #expect(try await found([token(1)], now: 8_999_999_999) == ["1"])
        #expect(try await found([token(1)], now: 9_000_000_000) == [])
    }

    @Test("finds nothing but the very token")
    func equality() async throws {
        let good = token(1)
        let isFound = try await onLoop { cache, loop in
            withView(good) { cache.verify($0, for: TokenDemand(), on: loop) { _ in } }
            // Another header under the same signature, a byte more, a byte less, one changed in each place.
            var others = ["x" + good, good + "x", String(good.dropFirst()), String(good.dropLast())]
            for index in good.indices where good[index] != "A" {
                others.append(good.replacingCharacters(in: index...index, with: "A"))
            }
            let strangers = others.filter {
                withView($0) { cache.lookup($0, for: TokenDemand(), now: TestToken.now, clock: 0) } != nil
            }
            let itself = withView(good) { cache.lookup($0, for: TokenDemand(), now: TestToken.now, clock: 0) }
            return strangers.isEmpty && itself != nil
        }
        #expect(isFound)
    }

    @Test("is bounded in entries: the oldest generation goes")
    func entryBound() async throws {
        let tokens = (0..<25).map { token($0) }
        let kept = try await found(tokens, entries: 10)
        #expect(kept.count <= 10)
        #expect(kept.last == "24")
    }

    @Test("is bounded in bytes")
    func byteBound() async throws {
        let tokens = (0..<25).map { token($0) }
        let kept = try await found(tokens, bytes: 10 * (tokens[0].utf8.count + 258))
        #expect(kept.count <= 10)
        #expect(kept.last == "24")
    }

    @Test("keeps a token that is in use through the turns of the generations")
    func keepsUsed() async throws {
        let tokens = (0..<30).map { token($0) }
        let isKept = try await onLoop(entries: 10) { cache, loop in
            tokens.allSatisfy { token in
                withView(token) { cache.verify($0, for: TokenDemand(), on: loop) { _ in } }
                return withView(tokens[0]) { cache.lookup($0, for: TokenDemand(), now: TestToken.now, clock: 0) } != nil
            }
        }
        #expect(isKept)
    }

    @Test("knows a token only where it could be verified again: for its provider, from its sources")
    func demands() async throws {
        let sources: [TokenSource] = [.header("Authorization", scheme: "Bearer"), .cookie("session")]
        let ours = ProviderSettings(
            name: "ours", algorithms: [.hs256], secrets: [Secret(TestToken.secret)], sources: [sources[0]])
        let theirs = ProviderSettings(
            name: "theirs", algorithms: [.hs256], secrets: [Secret("another-secret-of-thirty-two-bytes!!")],
            sources: sources)
        let settings = AuthSettings(providers: [ours, theirs], scopeClaims: [], roleClaims: [], claimHeaders: [])
        let verifier = try await TokenVerifier(settings, access: AccessPlan(testDefinition().access, routeCount: 6))
        let good = token(1)
        let found = try await onLoop(verifier) { cache, loop in
            let demands = [(0, 0), (1, 0), (nil, 0), (0, 1), (1, 1)].map { TokenDemand(provider: $0.0, source: $0.1) }
            withView(good) { cache.verify($0, for: demands[0], on: loop) { _ in } }
            return demands.map { demand in
                withView(good) { cache.lookup($0, for: demand, now: TestToken.now, clock: 0) } != nil
            }
        }
        #expect(found == [true, false, false, false, false])
    }

    @Test("forgets everything when a key goes, and nothing when one comes")
    func keys() async throws {
        let provider = ProviderSettings(name: "jwt", algorithms: [.hs256, .es256], secrets: [Secret(TestToken.secret)])
        let settings = AuthSettings(providers: [provider], scopeClaims: [], roleClaims: [], claimHeaders: [])
        let verifier = try await TokenVerifier(settings, access: AccessPlan(testDefinition().access, routeCount: 6))
        let pem = try #require(PublicKey.readAll(pem: Array(TestKeys.pem(.es256).utf8)).first)
        let keys = [
            try await VerificationKey(pem, id: "a", for: [.es256]),
            try await VerificationKey(pem, id: "b", for: [.es256]),
        ]
        let good = token(1)
        let found = try await onLoop(verifier) { cache, loop in
            func isFound() -> Bool {
                withView(good) { cache.lookup($0, for: TokenDemand(), now: TestToken.now, clock: 0) } != nil
            }
            withView(good) { cache.verify($0, for: TokenDemand(), on: loop) { _ in } }
            return [
                Array(keys.prefix(1)), keys, keys, Array(keys.suffix(1)),
            ].map { set in
                verifier.keys.publish(set, of: 0, at: 0)
                return isFound()
            } + [cache.count == 0]
        }
        #expect(found == [true, true, true, false, true])
    }

    @Test("is not moved by a flood of bad tokens")
    func flood() async throws {
        let good = token(0)
        let bad = (1...200).map { TestToken.signed(payload: "{\"exp\":9000000000,\"sub\":\"\($0)\"}", secret: "x") }
        let isKept = try await onLoop(entries: 10) { cache, loop in
            withView(good) { cache.verify($0, for: TokenDemand(), on: loop) { _ in } }
            for token in bad { withView(token) { cache.verify($0, for: TokenDemand(), on: loop) { _ in } } }
            return cache.count == 1
                && withView(good) { cache.lookup($0, for: TokenDemand(), now: TestToken.now, clock: 0) } != nil
        }
        #expect(isKept)
    }
}
