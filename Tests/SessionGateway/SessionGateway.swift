import TestServing

/// A gateway whose tokens can be revoked: see its spec.
@main
struct SessionGateway {
    static func main() async throws { try await serveUntilSignal(gateway) }
}
