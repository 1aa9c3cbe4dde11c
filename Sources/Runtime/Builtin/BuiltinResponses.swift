/// What the gateway answers without an upstream: all of it made at start but the metrics.
struct BuiltinResponses: Sendable {
    private let healthStatus: BuiltinResponse
    private let healthText: BuiltinResponse
    private let ready: BuiltinResponse
    private let notReady: BuiltinResponse
    private let docs: BuiltinResponse
    private let openAPI: BuiltinResponse

    init(_ definition: GatewayDefinition) {
        healthStatus = Self.json("{\"status\":\"ok\"}")
        healthText = BuiltinResponse(contentType: "text/plain; charset=utf-8", body: Array("ok".utf8))
        ready = Self.json("{\"status\":\"ready\"}")
        notReady = Self.json("{\"status\":\"not ready\"}", status: 503)
        openAPI = Self.json(definition.openAPI)
        docs = DocsPage(definition).response
    }

    /// The response of a builtin; nothing for the metrics, which are ``metrics(_:)`` once they are collected.
    /// - Parameter isReady: whether the gateway takes requests: it has started and does not drain.
    func response(to builtin: Builtin, isReady: Bool) -> BuiltinResponse? {
        switch builtin {
        case .health(.status): healthStatus
        case .health(.text): healthText
        case .ready: isReady ? ready : notReady
        case .docs: docs
        case .openAPI: openAPI
        case .metrics: nil
        }
    }

    /// The response of `/metrics` with the text of a ``MetricsCollector``.
    static func metrics(_ text: String) -> BuiltinResponse {
        BuiltinResponse(contentType: "\(PrometheusText.contentType)", body: Array(text.utf8))
    }

    private static func json(_ text: StaticString, status: Int = 200) -> BuiltinResponse {
        BuiltinResponse(status: status, contentType: "application/json", body: text.withUTF8Buffer { Array($0) })
    }
}
