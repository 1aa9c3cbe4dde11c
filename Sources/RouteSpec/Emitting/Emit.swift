/// A file that the compiler writes.
public struct EmittedFile: Hashable, Sendable {
    public var name: String
    public var text: String
}

/// Everything that a plan comes to: the Swift files for the build, always the same names, and two texts for the reviewer. The
/// same plan gives the same bytes.
public func emit(_ plan: RoutePlan) -> [EmittedFile] {
    let document = emitOpenAPI(plan)
    let swift = [
        EmittedFile(name: "Routes.swift", text: emitRoutes(plan)),
        EmittedFile(name: "Scopes.swift", text: emitScopes(plan)),
        EmittedFile(name: "Upstreams.swift", text: emitUpstreams(plan)),
        EmittedFile(name: "OpenAPI.swift", text: emitOpenAPISource(document)),
    ]
    return swift + RouterFiles.emit(plan) + ClientCalls(plan).emitFiles() + [
        EmittedFile(name: "openapi.json", text: document),
        EmittedFile(name: "access.txt", text: emitAccess(plan)),
    ]
}
