public import NIOCore

/// An upstream, resolved at start (``UpstreamDefinition``).
public struct UpstreamSettings: Sendable {
    public let name: String
    public let url: UpstreamURL
    /// The bytes of `Host`.
    public let hostHeader: [UInt8]
    /// What stands before every path, without a slash at its end; mostly empty.
    public let basePath: [UInt8]
    public let connectTimeout: TimeAmount
    public let responseHeaderTimeout: TimeAmount
    public let idleTimeout: TimeAmount
    /// Connections that there may be, over all event loops; none for no bound.
    public let maxConnections: Int?
    /// Unused connections that each event loop keeps.
    public let maxIdle: Int

    public var host: String { url.host }
    public var port: Int { url.port }

    init(_ definition: UpstreamDefinition, url: UpstreamURL) {
        name = "\(definition.name)"
        self.url = url
        hostHeader = Array(url.hostHeader.utf8)
        basePath = Array(url.basePath.utf8)
        connectTimeout = TimeAmount(clamping: definition.connectTimeout)
        responseHeaderTimeout = TimeAmount(clamping: definition.responseHeaderTimeout)
        idleTimeout = TimeAmount(clamping: definition.idleTimeout)
        maxConnections = definition.maxConnections
        maxIdle = definition.maxIdle
    }
}

extension TimeAmount {
    /// The duration, or the longest that a `TimeAmount` holds (292 years).
    init(clamping duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (nanoseconds, carry) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        self = .nanoseconds(overflow || carry ? (seconds < 0 ? .min : .max) : nanoseconds)
    }
}

extension Duration {
    /// In seconds, rounded down.
    var wholeSeconds: Int64 { components.seconds }
}
