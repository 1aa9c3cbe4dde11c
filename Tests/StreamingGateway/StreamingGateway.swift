import TestServing

/// The second gateway of the tests: what the one of `spec/` has not.
@main
struct StreamingGateway {
    static func main() async throws { try await serveUntilSignal(gateway) }
}
