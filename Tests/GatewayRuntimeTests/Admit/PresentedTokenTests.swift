import Testing

@testable import GatewayRuntime

@Suite("A token in a request")
struct PresentedTokenTests {
    private static let sources: [TokenSource] = [
        .header("Authorization", scheme: "Bearer"), .cookie("session"), .header("X-Token", scheme: nil),
    ]

    private func find(_ fields: [(String, String)], among order: [Int] = [0, 1, 2]) -> String {
        withFields(fields) { fields in
            switch TokenSources([Self.sources]).token(in: fields, among: order) {
            case .none: "none"
            case .malformed: "malformed"
            case .token(let view, let source): "\(source) \(view.string)"
            }
        }
    }

    @Test(
        "is read from the one Authorization field",
        arguments: [
            ("Bearer abc", "0 abc"), ("bearer abc", "0 abc"), ("BEARER   abc", "0 abc"), ("Bearer", "malformed"),
            ("Bearer ", "malformed"), ("Bearerabc", "malformed"), ("Basic abc", "malformed"), ("", "malformed"),
            ("Bearer a b", "malformed"), ("Bearer\tabc", "malformed"), ("abc", "malformed"),
            ("Bearer " + String(repeating: "a", count: 8193), "malformed"),
        ])
    func authorization(value: String, found: String) {
        #expect(find([("Host", "x"), ("authorization", value)]) == found)
    }

    @Test(
        "is read from the cookie of that very name",
        arguments: [
            ("session=abc", "1 abc"), ("a=b; session=abc", "1 abc"), ("a=b;session=abc ; c", "1 abc"),
            ("session=a=b", "1 a=b"), ("Session=abc", "none"), ("xsession=abc", "none"), ("session", "none"),
            ("session =abc", "none"), ("session=", "malformed"), ("session=a b", "malformed"),
            ("session=a; session=a", "malformed"), ("; ;=;", "none"), ("", "none"),
        ])
    func cookie(value: String, found: String) {
        #expect(find([("Cookie", value)]) == found)
    }

    @Test("is looked for in the order of the provider whose tokens a route takes")
    func providers() throws {
        let other: [TokenSource] = [.header("X-Token", scheme: nil), .header("authorization", scheme: "bearer")]
        let sources = TokenSources([Self.sources, other])
        #expect(sources.order(of: Self.sources) == [0, 1, 2] && sources.order(of: other) == [2, 0])
    }

    @Test("counts in the order of the sources, and never twice")
    func order() {
        #expect(find([("X-Token", "c"), ("Cookie", "session=b"), ("Authorization", "Bearer a")]) == "0 a")
        #expect(find([("X-Token", "c"), ("Cookie", "session=b")]) == "1 b")
        #expect(find([("x-token", "c")]) == "2 c")
        #expect(
            find([("X-Token", "c"), ("Cookie", "session=b"), ("Authorization", "Bearer a")], among: [2]) == "2 c")
        #expect(find([("X-Token", "c"), ("Cookie", "session=b")], among: [2, 1]) == "2 c")
        #expect(find([("Authorization", "Basic a"), ("Cookie", "session=b")]) == "malformed")
        #expect(find([("Cookie", "session=a"), ("Cookie", "session=b")]) == "malformed")
        #expect(find([("Authorization", "Bearer a"), ("AUTHORIZATION", "Bearer a")]) == "malformed")
        #expect(find([("Authorization", "Basic a"), ("Authorization", "Bearer a")]) == "malformed")
        #expect(find([("X_Token", "a"), ("X-API-Key", "a"), ("X-Authorization", "Bearer a")]) == "none")
        #expect(find([]) == "none")
    }
}
