import TestServing

/// A gateway that pages of other sites may call: see its spec.
@main
struct CrossOriginGateway {
    static func main() async throws { try await serveUntilSignal(gateway) }
}
