import Testing

@testable import RouteSpec

@Suite struct UnreachableRouteTests {
    private static let methods: [RouteMethod?] = [.get, .head, .post, nil]

    @Test(arguments: 0..<120)
    func `a method of a route is unreachable where no request goes to it`(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        // Around one wildcard, so that what covers it is often there.
        let candidates = [
            "/a", "/a/", "/a/*", "/a*", "/a/{x}", "/a/{x}/*", "/a/{x}/", "/a/{x}/{y}", "/a/{x}/{y}/*", "/a/b", "/{z}",
        ]
        let paths = candidates.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
        let routes = paths.map { path in
            let methods = ["GET", "HEAD", "[GET, POST]", "ANY", "ANY"].randomElement(using: &random) ?? "ANY"
            return "  - { path: '\(path)', method: \(methods), upstream: $A, auth_required: false }\n"
        }
        let file = SpecFile(path: "spec.yaml", text: "version: '1.0'\nroutes:\n\(routes.joined())")
        var diagnostics = Diagnostics()
        let spec = try #require(readSpec(files: [file], into: &diagnostics))
        checkSpec(spec, into: &diagnostics)
        let found = diagnostics.all.filter { $0.message.contains("can never be reached") }

        let index = RequestIndex(spec)
        for (number, set) in index.sets.enumerated() {
            let lost = set.endpoints.filter { endpoint in
                !Self.methods.filter { $0 == endpoint || (endpoint == nil && set.takes($0)) }.contains { method in
                    SmallWorld.paths.contains { index.winner(for: $0, method, .init()) == number }
                }
            }
            let reported = found.filter { $0.mark == set.mark }.map { $0.message.prefix { $0 != "'" } }
            let expected = lost.isEmpty ? [] : [lost.map { $0?.rawValue ?? "ANY" }.joined(separator: ", ") + " "]
            #expect(
                reported.map(String.init) == expected, "\(set.methodText) \(set.pattern.text) in\n\(routes.joined())")
        }
    }
}
