import Testing

@testable import RouteSpec

@Suite struct ReferenceSpecTests {
    private static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        + "/ReferenceSpecs"

    private func findings(_ names: String...) -> [String] {
        var diagnostics = Diagnostics()
        let files = loadSpec(at: names.map { "\(Self.folder)/\($0)" }, into: &diagnostics)
        if let spec = readSpec(files: files, into: &diagnostics) { checkSpec(spec, into: &diagnostics) }
        return diagnostics.all.map { String($0.description.dropFirst(Self.folder.count + 1)) }
    }

    @Test func `002 reads clean but for the cache that is not there yet`() {
        #expect(
            findings("002.yaml", "002.gateway.yaml")
                == ["002.yaml:12:5: warning: 'cache_ttl' is not cached yet; every request goes upstream"])
    }

    @Test func `the routes of 002 build alone, with a warning`() {
        #expect(
            findings("002.yaml") == [
                "002.yaml:1:1: warning: the spec has no 'auth', and routes need a token: HS256 with $JWT_SECRET stands in; "
                    + "write 'auth: { jwt: { algorithms: [HS256], secret: $JWT_SECRET } }'",
                "002.yaml:12:5: warning: 'cache_ttl' is not cached yet; every request goes upstream",
            ])
    }
}
