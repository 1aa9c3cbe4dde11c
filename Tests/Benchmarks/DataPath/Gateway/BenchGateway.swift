import Foundation
import GatewayRuntime
import Logging
import UnixSignals

/// The gateway that the data path is measured with.
@main
struct BenchGateway {
    static func main() async throws {
        let settings = try GatewaySettings.resolve(gateway, environment: ProcessInfo.processInfo.environment)
        let logger = Logger(label: "gateway") { StreamLogHandler.standardError(label: $0) }
        let serving = Gateway(gateway, settings: settings, loops: settings.loops, logger: logger)
        _ = try await serving.start()
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        for await _ in signals { break }
        await serving.shutdown()
    }
}
