import ArgumentParser
import GatewayRuntime
import GeneratedGateway
import Logging
import Mocks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Try the gateway out: nothing has to be set or started for it.",
        discussion: """
            Starts small upstreams inside this process, makes a secret, prints three requests with valid and invalid tokens \
            that work as pasted, and serves on 127.0.0.1 until Ctrl-C.
            """)

    private static let usualPort = 8080

    func run() async throws {
        var upstreams: [UpstreamURL] = []
        for upstream in gateway.upstreams {
            let server = try await MockServer.start(Echo(name: "\(upstream.name)"))
            upstreams.append(UpstreamURL(loopbackPort: server.port))
        }
        let secret = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        func settings(port: Int) -> GatewaySettings {
            GatewaySettings.demonstrating(
                gateway, listen: ListenAddress(host: "127.0.0.1", port: port), loops: 1, upstreams: upstreams,
                secret: secret)
        }
        let serving = try await start(settings)
        let requests = try await DemoRequests(
            gateway, auth: settings(port: serving.port).auth, mint: TokenMint(secret: secret),
            address: "http://127.0.0.1:\(serving.port)")
        let text = introduction(port: serving.port) + requests.text
        try await serving.untilSignal {
            writeOutput(text + "\nCtrl-C ends it. Requests are logged below.\n\n")
        }
    }

    /// Starts at the usual port, or at any that is free where that one is taken.
    private func start(_ settings: (Int) -> GatewaySettings) async throws -> Serving {
        let logger = makeLogger(level: .warning)
        do {
            return try await Serving(gateway, settings: settings(Self.usualPort), logger: logger)
        } catch let error as SocketError where error.code == EADDRINUSE {
            writeOutput("Port \(Self.usualPort) is taken; the demo has another.\n")
            return try await Serving(gateway, settings: settings(0), logger: logger)
        }
    }

    private func introduction(port: Int) -> String {
        let docs = gateway.routes.routes.first { $0.target.isDocs }.map {
            "Documentation: http://127.0.0.1:\(port)\($0.paths[0].template)\n"
        }
        return "\(gateway.title) \(gateway.version) serves at http://127.0.0.1:\(port)\n\(docs ?? "")\n"
    }
}

extension RouteDefinition.Target {
    fileprivate var isDocs: Bool {
        if case .builtin(.docs) = self { true } else { false }
    }
}
