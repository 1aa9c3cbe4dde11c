public import NIOCore

/// Everything that a gateway reads from its environment, resolved at start; nothing reads the environment later.
public struct GatewaySettings: Sendable {
    public let listen: ListenAddress
    /// Who is believed when it speaks of the client.
    let trustedProxies: [AddressRange]
    /// How many event loops serve.
    public let loops: Int
    /// How long a client may take to send a request's head, counted from its first byte.
    public let headerTimeout: TimeAmount
    /// How long a client may be silent in the middle of a request's body.
    public let readTimeout: TimeAmount
    /// How long a client may take nothing of a response that waits for it.
    public let writeTimeout: TimeAmount
    /// How long a connection may wait for its next request.
    public let idleTimeout: TimeAmount
    /// How long requests may go on after the signal to stop.
    public let drainTimeout: TimeAmount
    /// The most connections of clients; none for no bound.
    let connectionLimit: Int?
    /// The most bytes of a request's head.
    public let headerLimit: Int
    /// The most header fields of a request.
    public let fieldLimit: Int
    /// The most bytes of a request's target.
    public let targetLimit: Int
    /// The most bytes that stored responses may have, over all loops.
    let cacheLimit: Int
    /// In the order of ``GatewayDefinition/upstreams``.
    public let upstreams: [UpstreamSettings]
    /// None where the spec has no `cors`.
    let allowedOrigins: AllowedOrigins
    /// Absent where no route needs a token.
    public internal(set) var auth: AuthSettings?
    let limiter: LimiterSettings
    /// None where there is none, or an empty one.
    let adminKey: Secret?
    /// By the index of the route.
    let concurrency: [Int: ConcurrencySettings]
    /// What is allowed but dangerous, a sentence each: to be said loudly at start.
    public let warnings: [String]

    /// Resolves what the spec left to the environment.
    /// - Throws: every fault at once.
    public static func resolve(
        _ definition: GatewayDefinition, environment: [String: String]
    ) throws(SettingsFailure) -> GatewaySettings {
        var reader = SettingsReader(environment: environment)
        var warnings: [String] = []
        let listen = reader.value(
            of: definition.server.listen,
            for: .init(purpose: "the address to listen at", example: "host:port, or :port for every address")
        ) { text throws(SettingFault) in
            try ListenAddress(parsing: text.isEmpty ? ":" + (environment["PORT"] ?? "8080") : text)
        }

        let trustedProxies = definition.server.trustedProxies.compactMap { setting in
            reader.value(
                of: setting, for: .init(purpose: "the addresses of trusted proxies", example: "10.0.0.0/8, 192.0.2.1"),
                parse: AddressRange.list)
        }

        let loops = reader.value(
            of: "${GATEWAY_LOOPS:-}",
            for: .init(
                purpose: "the number of event loops",
                example: "a number from 1 to \(mostLoops), or nothing for one a core")
        ) { text throws(SettingFault) in
            guard let count = text.isEmpty ? System.coreCount : Int(text), 1...mostLoops ~= count else {
                throw SettingFault(what: "is not valid")
            }
            return count
        }

        let upstreams = definition.upstreams.compactMap { UpstreamSettings.resolve($0, reader: &reader) }

        let origins = definition.cors.map {
            AllowedOrigins.resolve($0, reader: &reader, warnings: &warnings)
        }

        let auth = definition.auth.map { AuthSettings.resolve($0, reader: &reader, warnings: &warnings) }
        let needsToken = definition.routes.routes.indices.contains { definition.access.rule(of: $0).needsToken }
        for (provider, settings) in zip(definition.auth?.providers ?? [], auth?.providers ?? [])
        where needsToken && !settings.hasKeys {
            // A missing variable is a fault of its own already; this is for secrets that are there and empty.
            let templates = provider.secrets.map { SettingTemplate("\($0.template)") }
            guard !templates.isEmpty, templates.allSatisfy({ $0.expanded(in: environment).missing.isEmpty }) else {
                continue
            }
            let name = templates.flatMap(\.variables).joined(separator: " or ")
            reader.note(fault: "\(name): no secret is set, and there are routes that need a token; set one")
        }

        let limiter = LimiterSettings.resolve(definition, reader: &reader)
        let adminKey = definition.adminKey.flatMap {
            reader.text(
                of: $0, for: .init(purpose: "the key of the administrator's documents", example: "a long secret"))
        }
        let concurrency = ConcurrencySettings.resolve(definition.routes.routes, reader: &reader)

        if let failure = reader.failure { throw failure }
        guard let listen, let loops else { throw SettingsFailure(faults: []) }
        return GatewaySettings(
            listen: listen, trustedProxies: Array(trustedProxies.joined()), loops: loops, server: definition.server,
            upstreams: upstreams, allowedOrigins: origins ?? AllowedOrigins(), auth: auth, limiter: limiter,
            adminKey: adminKey.map { Secret($0) }, concurrency: concurrency, warnings: warnings)
    }

    /// More loops than any machine has cores are a slip of the pen.
    private static let mostLoops = 1024

    /// Settings to demonstrate a definition with, for which nothing is read from the environment.
    /// - Parameters:
    ///   - upstreams: where each upstream of the definition is, in its order.
    ///   - secret: what tokens are signed with.
    package static func demonstrating(
        _ definition: GatewayDefinition, listen: ListenAddress, loops: Int, upstreams: [UpstreamURL], secret: String
    ) -> GatewaySettings {
        var (reader, warnings) = (SettingsReader(environment: [:]), [String]())
        return GatewaySettings(
            listen: listen, trustedProxies: [], loops: loops, server: definition.server,
            upstreams: zip(definition.upstreams, upstreams).map { upstream, url in
                UpstreamSettings(upstream, targets: [TargetSettings(upstream, url: url)])
            },
            allowedOrigins: definition.cors.map { .resolve($0, reader: &reader, warnings: &warnings) }
                ?? AllowedOrigins(),
            auth: definition.auth.map { AuthSettings.demonstrating($0, secret: secret) },
            limiter: .demonstrating(definition), adminKey: nil,
            concurrency: ConcurrencySettings.demonstrating(definition.routes.routes), warnings: [])
    }

    private init(
        listen: ListenAddress, trustedProxies: [AddressRange], loops: Int, server: ServerDefinition,
        upstreams: [UpstreamSettings], allowedOrigins: AllowedOrigins, auth: AuthSettings?, limiter: LimiterSettings,
        adminKey: Secret?, concurrency: [Int: ConcurrencySettings], warnings: [String]
    ) {
        self.listen = listen
        self.trustedProxies = trustedProxies
        self.loops = loops
        headerTimeout = TimeAmount(clamping: server.headerTimeout)
        readTimeout = TimeAmount(clamping: server.readTimeout)
        writeTimeout = TimeAmount(clamping: server.writeTimeout)
        idleTimeout = TimeAmount(clamping: server.idleTimeout)
        drainTimeout = TimeAmount(clamping: server.drainTimeout)
        connectionLimit = server.connectionLimit
        headerLimit = server.headerLimit
        fieldLimit = server.fieldLimit
        targetLimit = server.targetLimit
        cacheLimit = server.cacheLimit
        self.upstreams = upstreams
        self.allowedOrigins = allowedOrigins
        self.auth = auth
        self.limiter = limiter
        self.adminKey = adminKey
        self.concurrency = concurrency
        self.warnings = warnings
    }
}
