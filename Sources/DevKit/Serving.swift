import ArgumentParser
import GatewayRuntime
import Mocks

/// Serves a mock until it is stopped.
func start(_ mock: some Mock, at address: ListenAddress) async throws -> MockServer {
    if !address.isLoopback {
        writeError(
            "DEVELOPMENT ONLY: \(address) can be reached from other machines; listen at 127.0.0.1 if they need not\n")
    }
    do {
        return try await MockServer.start(mock, at: address)
    } catch {
        throw failure(
            "cannot listen at \(address): \(error); stop what listens there, or set --listen", .badConfiguration)
    }
}

extension ListenAddress {
    fileprivate var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" || host == "localhost" }
}
