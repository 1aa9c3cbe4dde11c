import TestServing

/// The gateway that the data path is measured with.
@main
struct BenchGateway {
    static func main() async throws { try await serveUntilSignal(gateway) }
}
