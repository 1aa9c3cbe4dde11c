public import NIOCore

/// An upstream, resolved at start (``UpstreamDefinition``).
public struct UpstreamSettings: Sendable {
    public let name: String
    public let targets: [TargetSettings]
    let balance: BalanceDefinition
    let healthCheck: HealthCheckDefinition?
    let outlierDetection: OutlierDefinition?
    let circuitBreaker: CircuitBreakerDefinition?

    init(_ definition: UpstreamDefinition, targets: [TargetSettings]) {
        name = "\(definition.name)"
        self.targets = targets
        balance = definition.balance
        healthCheck = definition.healthCheck
        outlierDetection = definition.outlierDetection
        circuitBreaker = definition.circuitBreaker
    }

    /// Where its targets are, for people.
    public var urls: String { targets.map { "\($0.url)" }.joined(separator: ", ") }

    /// Whether its only target is always taken, and nothing is known of it.
    var isPlain: Bool {
        targets.count == 1 && healthCheck == nil && outlierDetection == nil && circuitBreaker == nil
    }
}

/// One of an upstream's targets.
public final class TargetSettings: Sendable {
    public let url: UpstreamURL
    /// The URL, as access records have it.
    let label: [UInt8]
    public let weight: Int
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

    init(_ definition: UpstreamDefinition, url: UpstreamURL, weight: Int = 1) {
        self.url = url
        label = Array("\(url)".utf8)
        self.weight = weight
        hostHeader = Array(url.hostHeader.utf8)
        basePath = Array(url.basePath.utf8)
        connectTimeout = TimeAmount(clamping: definition.connectTimeout)
        responseHeaderTimeout = TimeAmount(clamping: definition.responseHeaderTimeout)
        idleTimeout = TimeAmount(clamping: definition.idleTimeout)
        maxConnections = definition.maxConnections
        maxIdle = definition.maxIdle
    }

    /// The target as its health is checked: on connections of their own, each part in the time of a check.
    init(checking target: TargetSettings, timeout: Duration) {
        url = target.url
        label = target.label
        weight = target.weight
        hostHeader = target.hostHeader
        basePath = target.basePath
        connectTimeout = TimeAmount(clamping: timeout)
        responseHeaderTimeout = connectTimeout
        idleTimeout = target.idleTimeout
        maxConnections = nil
        maxIdle = 0
    }
}

extension UpstreamSettings {
    /// Reads where the targets are. Of several, those that come out empty are left out.
    static func resolve(_ definition: UpstreamDefinition, reader: inout SettingsReader) -> UpstreamSettings? {
        let use = SettingsReader.Use(purpose: "the URL of upstream \(definition.name)", example: "http://host:port")
        if definition.targets.count == 1 {
            return definition.targets.first.flatMap { target in
                reader.value(of: target.url, for: use) { text throws(SettingFault) in try UpstreamURL(parsing: text) }
                    .map { UpstreamSettings(definition, targets: [TargetSettings(definition, url: $0)]) }
            }
        }
        var targets: [TargetSettings] = []
        var isWhole = true
        for target in definition.targets {
            let url = reader.value(of: target.url, for: use) { text throws(SettingFault) -> UpstreamURL? in
                text.isEmpty ? nil : try UpstreamURL(parsing: text)
            }
            guard let url else {
                isWhole = false
                continue
            }
            guard let url else { continue }
            if targets.contains(where: { $0.url == url }) {
                reader.note(fault: "\(use.purpose) stands in two of its targets; each needs its own")
            }
            targets.append(TargetSettings(definition, url: url, weight: target.weight))
        }
        if isWhole, targets.isEmpty {
            reader.note(fault: "all targets of upstream \(definition.name) are empty; set one to \(use.example)")
        }
        return isWhole && !targets.isEmpty ? UpstreamSettings(definition, targets: targets) : nil
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

    /// In nanoseconds; none below nothing.
    var clampedNanoseconds: UInt64 { UInt64(max(0, TimeAmount(clamping: self).nanoseconds)) }
}
