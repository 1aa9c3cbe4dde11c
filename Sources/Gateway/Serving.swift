import ArgumentParser
import GatewayRuntime
import Logging
import ServiceLifecycle
import UnixSignals

/// A gateway that has started, until a signal ends it.
struct Serving {
    let gateway: Gateway
    let port: Int
    private let logger: Logger

    /// Starts a gateway, so that requests are taken from now on.
    /// - Throws: `SocketError` where the address cannot be listened at.
    init(_ definition: GatewayDefinition, settings: GatewaySettings, logger: Logger) async throws {
        gateway = Gateway(definition, settings: settings, loops: settings.loops, logger: logger)
        self.logger = logger
        port = try await gateway.start()
    }

    /// Serves until SIGTERM or SIGINT, then drains.
    /// - Parameter announce: called once a signal drains and does not kill, for who waits to send one.
    func untilSignal(announcing announce: @escaping @Sendable () -> Void) async throws {
        let service = UntilShutdown(gateway: gateway, logger: logger, announce: announce)
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: service)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }
}

private struct UntilShutdown: Service {
    let gateway: Gateway
    let logger: Logger
    let announce: @Sendable () -> Void

    func run() async throws {
        announce()
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
