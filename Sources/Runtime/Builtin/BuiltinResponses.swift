/// What the gateway answers without an upstream: all of it made at start but the metrics, and what is known at the time.
struct BuiltinResponses: Sendable {
    private let healthStatus: BuiltinResponse
    private let healthText: BuiltinResponse
    private let health: HealthReport
    /// Absent where no route needs a token.
    private let verifier: TokenVerifier?
    /// Absent where no route has a limit.
    private let limiter: RateLimiter?
    private let docs: BuiltinResponse
    private let openAPI: BuiltinResponse

    init(
        _ definition: GatewayDefinition, _ verifier: TokenVerifier?, _ limiter: RateLimiter? = nil,
        upstreams: [SharedUpstream] = []
    ) {
        health = HealthReport(
            title: definition.title, version: definition.version, dependencies: definition.dependencies,
            upstreams: upstreams, verifier: verifier, limiter: limiter)
        self.verifier = verifier
        self.limiter = limiter
        healthStatus = Self.json("{\"status\":\"ok\"}")
        healthText = BuiltinResponse(contentType: "text/plain; charset=utf-8", body: Array("ok".utf8))
        openAPI = Self.json(definition.openAPI)
        docs = DocsPage(definition).response
    }

    /// The response of a builtin; nothing for the metrics, which are ``metrics(_:)`` once they are collected, and for
    /// what an administrator asks, which are ``AdminDocuments``.
    /// - Parameter isReady: whether the gateway takes requests: it has started and does not drain.
    func response(to builtin: Builtin, isReady: Bool) -> BuiltinResponse? {
        switch builtin {
        case .health(.status): healthStatus
        case .health(.text): healthText
        case .health(.dependencies): health.response(Loop.clock(), time: Worker.wallClock())
        case .ready: readiness(isReady)
        case .docs: docs
        case .openAPI: openAPI
        case .metrics, .admin: nil
        }
    }

    /// The response of `/metrics` with the text of a ``MetricsCollector``.
    static func metrics(_ text: String) -> BuiltinResponse {
        BuiltinResponse(contentType: "\(PrometheusText.contentType)", body: Array(text.utf8))
    }

    /// Ready is who takes requests and can verify tokens.
    private func readiness(_ isServing: Bool) -> BuiltinResponse {
        let keys = verifier?.status ?? []
        let isReady = isServing && keys.allSatisfy(\.isReady)
        let body = ByteWriter()
        body.put(isReady ? "{\"status\":\"ready\"" : "{\"status\":\"not ready\"")
        if !keys.isEmpty {
            body.put(",\"auth\":")
            keys.write(into: body)
        }
        // A gateway whose server for limits is away limits by itself, and so is ready.
        if let status = limiter?.redis?.status {
            body.put(status.isUp ? ",\"rate_limit\":{\"redis\":\"up\"}" : ",\"rate_limit\":{\"redis\":\"down\"}")
        }
        body.put("}")
        return BuiltinResponse(
            status: isReady ? 200 : 503, contentType: "application/json", body: Array(body.bytes))
    }

    private static func json(_ text: StaticString, status: Int = 200) -> BuiltinResponse {
        BuiltinResponse(status: status, contentType: "application/json", body: text.withUTF8Buffer { Array($0) })
    }
}
