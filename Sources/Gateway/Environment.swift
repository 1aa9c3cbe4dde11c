import ArgumentParser
import GatewayRuntime
import GeneratedGateway

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The flags that stand for variables of the environment, and win over them.
struct EnvironmentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many event loops serve (GATEWAY_LOOPS). Default: one a core.", valueName: "count"))
    var loops: Int?

    func validate() throws {
        if let loops, !(1...1024 ~= loops) { throw ValidationError("--loops must be from 1 to 1024.") }
    }

    private var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        if let loops { environment["GATEWAY_LOOPS"] = "\(loops)" }
        return environment
    }

    /// The settings of the compiled gateway. Where there are faults, they are listed and the process ends with `EX_CONFIG`.
    func resolveSettings() throws -> GatewaySettings {
        do throws(SettingsFailure) {
            return try GatewaySettings.resolve(gateway, environment: environment)
        } catch {
            writeError("The gateway cannot start:\n" + error.faults.map { "  \($0)\n" }.joined())
            throw ExitCode.badConfiguration
        }
    }
}

extension ExitCode {
    /// `EX_CONFIG` of sysexits.
    static let badConfiguration = ExitCode(78)
}
