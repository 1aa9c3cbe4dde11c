import Testing

@testable import RouteSpec

@Suite struct ReferenceSpecTests {
    private func findings(_ names: String...) throws -> [String] {
        let files = try names.map { try #require(ReferenceSpec.file($0)) }
        return RouteSpecTests.findings(files)
    }

    @Test func `002 reads clean`() throws {
        #expect(try findings("002.gateway.yaml", "002.yaml") == [])
    }

    @Test func `the routes of 002 build alone, with a warning`() throws {
        #expect(
            try findings("002.yaml") == [
                "1:1: warning: the spec has no 'auth', and routes need a token: HS256 with $JWT_SECRET stands in; "
                    + "write 'auth: { jwt: { algorithms: [HS256], secret: $JWT_SECRET } }'"
            ])
    }

    @Test(arguments: [("000.yaml", 0), ("001.yaml", 2), ("003.yaml", 2), ("004.yaml", 0), ("full.yaml", 6)])
    func `the others have no error but what is not supported yet`(_ name: String, _ count: Int) throws {
        let errors = try findings(name).filter { $0.contains(": error: ") }
        #expect(errors.count == count)
        for error in errors { #expect(error.contains("not supported yet"), "\(error)") }
    }
}
