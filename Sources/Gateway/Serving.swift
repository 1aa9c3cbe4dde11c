import ArgumentParser
import Foundation
import GatewayRuntime
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// A gateway that has started, until a signal ends it.
struct Serving: Service {
    let gateway: Gateway
    let port: Int
    private let logger: Logger

    /// Starts a gateway, so that requests are taken from now on.
    /// - Throws: `IOError` where the address cannot be listened at.
    init(_ definition: GatewayDefinition, settings: GatewaySettings, logger: Logger) async throws {
        gateway = Gateway(definition, settings: settings, loops: settings.loops, logger: logger)
        self.logger = logger
        do {
            port = try await gateway.start()
        } catch {
            await gateway.shutdown()
            throw error
        }
    }

    /// Serves until SIGTERM or SIGINT, then drains.
    func untilSignal() async throws {
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: self)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    func run() async throws {
        try? await gracefulShutdown()
        logger.info("draining")
        await gateway.shutdown()
        logger.info("stopped")
    }
}

/// The program's own log goes to the standard error, since the standard output has the access records.
func makeLogger(level: Logger.Level = .info) -> Logger {
    var logger = Logger(label: "gateway") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = level
    return logger
}
