import ArgumentParser
import GatewayRuntime
import GeneratedGateway
import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve until SIGTERM or SIGINT, then drain (the default).",
        discussion: "Settings come from the environment; where one is missing or wrong, all such are listed (exit 78).")

    @OptionGroup var options: EnvironmentOptions

    func run() async throws {
        let settings = try options.resolveSettings()
        let logger = makeLogger()
        for warning in settings.warnings { logger.warning("\(warning)") }
        for upstream in settings.upstreams { logger.info("upstream \(upstream.name): \(upstream.urls)") }
        let serving: Serving
        do {
            serving = try await Serving(gateway, settings: settings, logger: logger)
        } catch {
            writeError("The gateway cannot start:\n  \(reason(of: error, at: settings.listen))\n")
            throw ExitCode.badConfiguration
        }
        let address = ListenAddress(host: settings.listen.host, port: serving.port)
        let loops = "\(settings.loops) event \(settings.loops == 1 ? "loop" : "loops")"
        try await serving.untilSignal {
            logger.info("listening at \(address) with \(loops)")
        }
    }

    private func reason(of error: any Error, at address: ListenAddress) -> String {
        guard let error = error as? SocketError else { return "\(error)" }
        return "cannot listen at \(address): \(error); stop what listens there, or set another address"
    }
}
