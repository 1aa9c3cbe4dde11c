public import GatewayRuntime
import Logging
import UnixSignals

// Not all of Foundation, which would cost the process 6 MiB.
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Serves a gateway until SIGTERM or SIGINT, with settings from the environment: the gateways of tests and benchmarks. Faulty
/// settings end the process with 78.
public func serveUntilSignal(_ definition: GatewayDefinition) async throws {
    let logger = Logger(label: "gateway") { StreamLogHandler.standardError(label: $0) }
    let settings: GatewaySettings
    do {
        settings = try GatewaySettings.resolve(definition, environment: ProcessInfo.processInfo.environment)
    } catch {
        logger.critical("\(error)")
        exit(78)
    }
    let serving = Gateway(definition, settings: settings, loops: settings.loops, logger: logger)
    let port = try await serving.start()
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    logger.info("listening at \(settings.listen.host):\(port) with \(settings.loops) event loops")
    for await _ in signals { break }
    await serving.shutdown()
}
