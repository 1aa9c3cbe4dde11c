import Foundation
import GatewayRuntime
import Logging
import UnixSignals

/// A gateway with a spec of its own: what a package needs that builds one with the plugin.
@main
struct StreamingGateway {
    static func main() async throws {
        let settings = try GatewaySettings.resolve(gateway, environment: ProcessInfo.processInfo.environment)
        let logger = Logger(label: "gateway") { StreamLogHandler.standardError(label: $0) }
        let serving = Gateway(gateway, settings: settings, loops: settings.loops, logger: logger)
        let port = try await serving.start()
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        logger.info("listening at \(settings.listen.host):\(port) with \(settings.loops) event loops")
        for await _ in signals { break }
        await serving.shutdown()
    }
}
