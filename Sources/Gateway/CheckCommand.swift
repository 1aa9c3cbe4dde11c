import ArgumentParser
import GatewayRuntime
import GeneratedGateway

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the environment as the start would, and serve nothing.",
        discussion: """
            Exits 0 where all settings are right, and 78 with a list of all faults where not. The port is not tried: the gateway \
            whose settings are checked may be serving there.
            """)

    @OptionGroup var options: EnvironmentOptions

    func run() throws {
        let settings = try options.resolveSettings()
        for warning in settings.warnings { writeError("warning: \(warning)\n") }
        writeOutput("\(gateway.title) \(gateway.version) would listen at \(settings.listen)\n")
        for upstream in settings.upstreams { writeOutput("upstream \(upstream.name): \(upstream.urls)\n") }
    }
}
