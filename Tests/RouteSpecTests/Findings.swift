import Testing

@testable import RouteSpec

/// What reading and checking a spec have to say, without the path: `3:5: error: …`.
func findings(_ text: String) -> [String] { findings([SpecFile(path: "spec.yaml", text: text)]) }

/// With several files, each finding begins with its file.
func findings(_ files: [SpecFile]) -> [String] {
    var diagnostics = Diagnostics()
    if let spec = readSpec(files: files, into: &diagnostics) { checkSpec(spec, into: &diagnostics) }
    return diagnostics.all.map { diagnostic in
        files.count == 1
            ? String(diagnostic.description.dropFirst(diagnostic.mark.path.count + 1)) : diagnostic.description
    }
}

/// A spec without errors.
func readClean(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> GatewaySpec {
    var diagnostics = Diagnostics()
    let spec = readSpec(files: [SpecFile(path: "spec.yaml", text: text)], into: &diagnostics)
    if let spec { checkSpec(spec, into: &diagnostics) }
    #expect(diagnostics.all.filter { $0.severity == .error } == [], sourceLocation: sourceLocation)
    return try #require(spec, sourceLocation: sourceLocation)
}
