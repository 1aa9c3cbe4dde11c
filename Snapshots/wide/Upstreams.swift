// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case country
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "country",
        url: "$COUNTRY_URL",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls $COUNTRY_URL as the routes of the spec do, over the gateway's own connections.
public struct CountryClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.country, headers: headers)
    }

    /// GET /countries/at
    nonisolated(nonsending) public func `country at /countries/at`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/at")
    }

    /// GET /countries/au
    nonisolated(nonsending) public func `country at /countries/au`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/au")
    }

    /// GET /countries/be
    nonisolated(nonsending) public func `country at /countries/be`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/be")
    }

    /// GET /countries/br
    nonisolated(nonsending) public func `country at /countries/br`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/br")
    }

    /// GET /countries/ca
    nonisolated(nonsending) public func `country at /countries/ca`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/ca")
    }

    /// GET /countries/ch
    nonisolated(nonsending) public func `country at /countries/ch`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/ch")
    }

    /// GET /countries/cz
    nonisolated(nonsending) public func `country at /countries/cz`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/cz")
    }

    /// GET /countries/de
    nonisolated(nonsending) public func `country at /countries/de`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/de")
    }

    /// GET /countries/dk
    nonisolated(nonsending) public func `country at /countries/dk`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/dk")
    }

    /// GET /countries/es
    nonisolated(nonsending) public func `country at /countries/es`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/es")
    }

    /// GET /countries/fi
    nonisolated(nonsending) public func `country at /countries/fi`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/fi")
    }

    /// GET /countries/fr
    nonisolated(nonsending) public func `country at /countries/fr`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/fr")
    }

    /// GET /countries/gb
    nonisolated(nonsending) public func `country at /countries/gb`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/gb")
    }

    /// GET /countries/gr
    nonisolated(nonsending) public func `country at /countries/gr`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/gr")
    }

    /// GET /countries/hu
    nonisolated(nonsending) public func `country at /countries/hu`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/hu")
    }

    /// GET /countries/ie
    nonisolated(nonsending) public func `country at /countries/ie`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/ie")
    }

    /// GET /countries/it
    nonisolated(nonsending) public func `country at /countries/it`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/it")
    }

    /// GET /countries/jp
    nonisolated(nonsending) public func `country at /countries/jp`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/jp")
    }

    /// GET /countries/{other}
    nonisolated(nonsending) public func getCountriesOther(other: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/\(other)")
    }

    /// GET /words/a
    nonisolated(nonsending) public func `word at /words/a`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/a")
    }

    /// GET /words/be
    nonisolated(nonsending) public func `word at /words/be`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/be")
    }

    /// GET /words/sea
    nonisolated(nonsending) public func `word at /words/sea`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/sea")
    }

    /// GET /words/deed
    nonisolated(nonsending) public func `word at /words/deed`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/deed")
    }

    /// GET /words/eerie
    nonisolated(nonsending) public func `word at /words/eerie`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/eerie")
    }

    /// GET /words/feeble
    nonisolated(nonsending) public func `word at /words/feeble`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/feeble")
    }

    /// GET /words/gateway
    nonisolated(nonsending) public func `word at /words/gateway`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/gateway")
    }

    /// GET /words/hundreds
    nonisolated(nonsending) public func `word at /words/hundreds`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/hundreds")
    }

    /// GET /words/i
    nonisolated(nonsending) public func `word at /words/i`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/i")
    }

    /// GET /words/of
    nonisolated(nonsending) public func `word at /words/of`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/of")
    }

    /// GET /words/the
    nonisolated(nonsending) public func `word at /words/the`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/the")
    }

    /// GET /words/many
    nonisolated(nonsending) public func `word at /words/many`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/many")
    }

    /// GET /words/letters
    nonisolated(nonsending) public func `word at /words/letters`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/letters")
    }

    /// GET /words/without
    nonisolated(nonsending) public func `word at /words/without`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/without")
    }

    /// GET /words/number
    nonisolated(nonsending) public func `word at /words/number`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/number")
    }

    /// GET /words/between
    nonisolated(nonsending) public func `word at /words/between`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/between")
    }

    /// GET /words/nineteen
    nonisolated(nonsending) public func `word at /words/nineteen`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/nineteen")
    }

    /// GET /words/twenty
    nonisolated(nonsending) public func `word at /words/twenty`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/twenty")
    }
}
