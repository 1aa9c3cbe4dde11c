import TestServing

/// A gateway whose limits are asked before the token is: see its spec.
@main
struct LimitGateway {
    static func main() async throws { try await serveUntilSignal(gateway) }
}
