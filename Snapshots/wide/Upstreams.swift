// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: UInt16, CaseIterable, Sendable {
    case country
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "country",
        url: "$COUNTRY_URL",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 64),
]

/// Calls $COUNTRY_URL as the routes of the spec do, over the gateway's own connections.
public struct CountryClient: Sendable {
    public let upstream: UpstreamClient
    /// Sent with every request.
    public var headers: UpstreamHeaders

    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.country)
        self.headers = headers
    }

    /// GET /countries/at
    public func `country at /countries/at`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/at", headers: headers)
    }

    /// GET /countries/au
    public func `country at /countries/au`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/au", headers: headers)
    }

    /// GET /countries/be
    public func `country at /countries/be`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/be", headers: headers)
    }

    /// GET /countries/br
    public func `country at /countries/br`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/br", headers: headers)
    }

    /// GET /countries/ca
    public func `country at /countries/ca`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/ca", headers: headers)
    }

    /// GET /countries/ch
    public func `country at /countries/ch`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/ch", headers: headers)
    }

    /// GET /countries/cz
    public func `country at /countries/cz`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/cz", headers: headers)
    }

    /// GET /countries/de
    public func `country at /countries/de`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/de", headers: headers)
    }

    /// GET /countries/dk
    public func `country at /countries/dk`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/dk", headers: headers)
    }

    /// GET /countries/es
    public func `country at /countries/es`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/es", headers: headers)
    }

    /// GET /countries/fi
    public func `country at /countries/fi`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/fi", headers: headers)
    }

    /// GET /countries/fr
    public func `country at /countries/fr`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/fr", headers: headers)
    }

    /// GET /countries/gb
    public func `country at /countries/gb`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/gb", headers: headers)
    }

    /// GET /countries/gr
    public func `country at /countries/gr`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/gr", headers: headers)
    }

    /// GET /countries/hu
    public func `country at /countries/hu`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/hu", headers: headers)
    }

    /// GET /countries/ie
    public func `country at /countries/ie`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/ie", headers: headers)
    }

    /// GET /countries/it
    public func `country at /countries/it`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/it", headers: headers)
    }

    /// GET /countries/jp
    public func `country at /countries/jp`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/jp", headers: headers)
    }

    /// GET /countries/{other}
    public func getCountriesOther(other: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/countries/\(other)", headers: headers)
    }

    /// GET /words/a
    public func `word at /words/a`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/a", headers: headers)
    }

    /// GET /words/be
    public func `word at /words/be`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/be", headers: headers)
    }

    /// GET /words/sea
    public func `word at /words/sea`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/sea", headers: headers)
    }

    /// GET /words/deed
    public func `word at /words/deed`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/deed", headers: headers)
    }

    /// GET /words/eerie
    public func `word at /words/eerie`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/eerie", headers: headers)
    }

    /// GET /words/feeble
    public func `word at /words/feeble`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/feeble", headers: headers)
    }

    /// GET /words/gateway
    public func `word at /words/gateway`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/gateway", headers: headers)
    }

    /// GET /words/hundreds
    public func `word at /words/hundreds`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/hundreds", headers: headers)
    }

    /// GET /words/i
    public func `word at /words/i`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/i", headers: headers)
    }

    /// GET /words/of
    public func `word at /words/of`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/of", headers: headers)
    }

    /// GET /words/the
    public func `word at /words/the`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/the", headers: headers)
    }

    /// GET /words/many
    public func `word at /words/many`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/many", headers: headers)
    }

    /// GET /words/letters
    public func `word at /words/letters`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/letters", headers: headers)
    }

    /// GET /words/without
    public func `word at /words/without`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/without", headers: headers)
    }

    /// GET /words/number
    public func `word at /words/number`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/number", headers: headers)
    }

    /// GET /words/between
    public func `word at /words/between`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/between", headers: headers)
    }

    /// GET /words/nineteen
    public func `word at /words/nineteen`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/nineteen", headers: headers)
    }

    /// GET /words/twenty
    public func `word at /words/twenty`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/words/twenty", headers: headers)
    }
}
