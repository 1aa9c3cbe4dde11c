import Testing

@testable import RouteSpec

@Suite struct SuggestionTests {
    private static let names = ["timeout", "timeouts", "upstream", "scopes", "roles", "path", "auth_required"]

    @Test(arguments: [
        ("timout", "timeout"), ("tiemout", "timeout"), ("Timeout", "timeout"), ("upstreams", "upstream"),
        ("scope", "scopes"),
        ("role", "roles"), ("pth", "path"), ("paht", "path"), ("auth_requird", "auth_required"),
        ("auth-required", "auth_required"),
    ])
    func `a slip of the fingers`(_ name: String, _ meant: String) {
        #expect(nearest(to: name, among: Self.names) == meant)
    }

    @Test(arguments: ["banana", "", "p", "require", String(repeating: "timeout", count: 20)])
    func `another word`(_ name: String) { #expect(nearest(to: name, among: Self.names) == nil) }

    @Test func `the nearest of several, the first of equally near ones`() {
        #expect(nearest(to: "reads", among: ["ready", "read", "real"]) == "ready")
        #expect(nearest(to: "rea", among: ["ready", "real", "read"]) == "real")
    }
}
