/// What came of a spec: the plan, if it has no errors, and all there is to say of it.
public struct Compilation: Sendable {
    /// Absent where there are errors.
    public let plan: RoutePlan?
    public let diagnostics: Diagnostics
    let files: [SpecFile]

    /// Whether nothing could be read at all: no such folder, or an empty one.
    public var isMissing: Bool { files.isEmpty }

    /// The diagnostics, a line each; decorated, with colours and the source lines they are about.
    public func report(decorated: Bool) -> String {
        DiagnosticPrinter(decorated ? .colored : .plain, files: files).text(of: diagnostics)
    }
}

/// Compiles the spec at these paths, folders or files.
public func compileSpec(at paths: [String]) -> Compilation {
    var diagnostics = Diagnostics()
    let files = loadSpec(at: paths, into: &diagnostics)
    return compile(files, diagnostics)
}

/// Compiles a spec that has been loaded.
public func compileSpec(_ files: [SpecFile]) -> Compilation { compile(files, Diagnostics()) }

/// The whole pipeline: read, check, plan, and last the route tests of the spec itself.
private func compile(_ files: [SpecFile], _ loading: Diagnostics) -> Compilation {
    var diagnostics = loading
    var plan: RoutePlan?
    if !files.isEmpty, let spec = readSpec(files: files, into: &diagnostics) {
        checkSpec(spec, into: &diagnostics)
        // Names are worth settling in a faulty spec too, since they can be wrong; what comes of it is not used then.
        plan = planRoutes(of: spec, into: &diagnostics)
        if let plan, !diagnostics.hasErrors { checkExpectations(of: plan, into: &diagnostics) }
    }
    return Compilation(plan: diagnostics.hasErrors ? nil : plan, diagnostics: diagnostics, files: files)
}
