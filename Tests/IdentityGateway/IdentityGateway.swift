import TestServing

/// A gateway with tokens of several issuers: what `devkit` is tried against.
@main
struct IdentityGateway {
    static func main() async throws { try await serveUntilSignal(gateway) }
}
