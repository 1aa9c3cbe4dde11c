import ArgumentParser
import RouteSpec

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The exit codes of sysexits.h that the tool uses.
extension ExitCode {
    static let dataError = ExitCode(65)
    static let noInput = ExitCode(66)
    static let cannotCreate = ExitCode(73)
}

/// What every command that reads a spec takes.
struct SpecOptions: ParsableArguments {
    @Flag(inversion: .prefixedNo, help: "Show the source line under each message (default: on a terminal).")
    var color: Bool?

    /// Compiles the spec and prints what there is to say; exits where there are errors.
    func compile(_ paths: [String]) throws -> RoutePlan {
        let compilation = compileSpec(at: paths)
        let report = compilation.report(decorated: color ?? (isatty(STDERR_FILENO) == 1))
        printError(report)
        guard let plan = compilation.plan else {
            throw compilation.isMissing ? ExitCode.noInput : ExitCode.dataError
        }
        return plan
    }
}
