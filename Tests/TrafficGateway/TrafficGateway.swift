import TestServing

/// A gateway with every policy on traffic, each in a file of `spec/` of its own.
@main
struct TrafficGateway {
    static func main() async throws { try await serveUntilSignal(gateway) }
}
