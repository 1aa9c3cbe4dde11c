import NIOCore
import Testing

@testable import GatewayRuntime

@Suite("Settings from the environment")
struct GatewaySettingsTests {
    private let environment = [
        "AGENTS_SERVICE_URL": "http://agents:8081/base/", "JWT_SECRET": TestToken.secret,
    ]

    @Test("are resolved into numbers, addresses and bytes")
    func resolved() throws {
        let settings = try GatewaySettings.resolve(testDefinition(), environment: environment)
        #expect(settings.listen == ListenAddress(host: "::", port: 8080))
        #expect(settings.headerTimeout == .seconds(5))
        #expect(settings.targetLimit == 8192)
        let upstream = try #require(settings.upstreams.first?.targets.first)
        #expect(upstream.host == "agents" && upstream.port == 8081)
        #expect(upstream.hostHeader.text == "agents:8081")
        #expect(upstream.basePath.text == "/base")
        #expect(settings.auth?.providers.first?.secrets == [Secret(TestToken.secret)])
        #expect(settings.warnings.isEmpty)
    }

    @Test("with faults report all of them at once, the missing variables first")
    func allFaults() {
        let definition = testDefinition(listen: "$BIND:99999", secrets: ["$JWT_SECRET", "$JWT_SECRET_OLD"])
        #expect {
            try GatewaySettings.resolve(definition, environment: ["BIND": "", "AGENTS_SERVICE_URL": "agents:8081"])
        } throws: { error in
            (error as? SettingsFailure)?.faults == [
                "JWT_SECRET: is not set; it is the secret that tokens are signed with: set it to at least 32 random bytes",
                "JWT_SECRET_OLD: is not set; it is the secret that tokens are signed with: set it to at least 32 random bytes",
                "BIND: the address to listen at has a port that is no number from 0 to 65535; "
                    + "expected host:port, or :port for every address",
                "AGENTS_SERVICE_URL: the URL of upstream agents has no http://; expected http://host:port",
            ]
        }
    }

    @Test("name every use of a variable that several settings need")
    func sharedVariable() {
        let definition = testDefinition(url: "http://$NAME", secrets: ["$NAME"])
        #expect {
            try GatewaySettings.resolve(definition, environment: [:])
        } throws: { error in
            (error as? SettingsFailure)?.faults == [
                "NAME: is not set; it is the URL of upstream agents, the secret that tokens are signed with: "
                    + "set it to http://host:port"
            ]
        }
    }

    @Test("never show a value, whichever variable it stands in")
    func valuesStayHidden() {
        let secret = "s3cr3t-value"
        for definition in [testDefinition(listen: "$S"), testDefinition(url: "http://user:$S@host/$S?x")] {
            #expect {
                try GatewaySettings.resolve(definition, environment: ["S": secret, "JWT_SECRET": TestToken.secret])
            } throws: { !"\($0)".contains(secret) }
        }
        let auth = AuthSettings.testing(secrets: [secret])
        var dumped = ""
        dump(auth, to: &dumped)
        #expect(!"\(auth) \(String(reflecting: auth))".contains(secret) && !dumped.contains(secret))
        #expect(!dumped.contains("115"), "the bytes of the secret are not listed either")
    }

    @Test("take a list's entries that are empty as not written, and want one secret")
    func emptySecrets() throws {
        let two = testDefinition(secrets: ["$JWT_SECRET", "${JWT_SECRET_OLD:-}"])
        let settings = try GatewaySettings.resolve(two, environment: environment)
        #expect(settings.auth?.providers.first?.secrets.count == 1)
        #expect {
            try GatewaySettings.resolve(
                two, environment: environment.merging(["JWT_SECRET": ""]) { $1 })
        } throws: { error in
            (error as? SettingsFailure)?.faults == [
                "JWT_SECRET or JWT_SECRET_OLD: no secret is set, and there are routes that need a token; set one"
            ]
        }
    }

    @Test("warn of a short secret, of the spec's default, and of issuers that came out empty")
    func warnings() throws {
        let definition = testDefinition(
            secrets: ["${JWT_SECRET:-local-secret}"], issuers: ["${ISSUER:-}"], audiences: ["${AUDIENCE:-}"])
        let settings = try GatewaySettings.resolve(
            definition, environment: ["AGENTS_SERVICE_URL": "http://agents"])
        #expect(settings.warnings.count == 4)
        #expect(settings.warnings.filter { $0.hasPrefix("INSECURE: JWT_SECRET") }.count == 2)
        #expect(!settings.warnings.joined().contains("local-secret"))
    }

    @Test("refuse a default that no header can carry")
    func badDefault() throws {
        let definition = testDefinition()
        let auth = AuthDefinition(
            providers: [ProviderDefinition("jwt", algorithms: [.hs256], secrets: ["$JWT_SECRET"])],
            scopeClaims: [], roleClaims: [],
            claimHeaders: [.init("X-Tier", claim: "tier", default: "free\r\nX-Admin: 1")])
        var reader = SettingsReader(environment: environment)
        var warnings: [String] = []
        _ = AuthSettings.resolve(try #require(definition.auth), reader: &reader, warnings: &warnings)
        #expect(reader.failure == nil)
        _ = AuthSettings.resolve(auth, reader: &reader, warnings: &warnings)
        #expect(
            reader.failure?.faults == ["the spec: the default of header X-Tier is no value that a header can carry"])
    }

    @Test("an empty secret is said in one run with other faults")
    func emptySecretAmongFaults() {
        let variables = ["JWT_SECRET": "", "GATEWAY_LOOPS": "x"]
        #expect {
            try GatewaySettings.resolve(testDefinition(), environment: environment.merging(variables) { $1 })
        } throws: { error in
            let faults = (error as? SettingsFailure)?.faults ?? []
            return faults.contains { $0.contains("no secret is set") }
                && faults.contains { $0.contains("GATEWAY_LOOPS") }
        }
    }

    @Test("listen at the usual place where the address comes out empty")
    func emptyListen() throws {
        let settings = try GatewaySettings.resolve(
            testDefinition(listen: "${BIND:-}"), environment: environment.merging(["PORT": "9000"]) { $1 })
        #expect(settings.listen == ListenAddress(host: "::", port: 9000))
    }

    @Test(
        "take the number of event loops from GATEWAY_LOOPS, else one a core",
        arguments: [("", nil), ("3", 3), ("1024", 1024)])
    func loops(text: String, count: Int?) throws {
        let settings = try GatewaySettings.resolve(
            testDefinition(), environment: environment.merging(["GATEWAY_LOOPS": text]) { $1 })
        #expect(settings.loops == count ?? System.coreCount)
    }

    @Test("refuse a bad number of event loops", arguments: ["0", "-1", "x", "1025", "1.5", "99999999999999999999"])
    func badLoops(text: String) {
        #expect(
            throws: SettingsFailure(faults: [
                "GATEWAY_LOOPS: the number of event loops is not valid; expected a number from 1 to 1024, or nothing for one a core"
            ])
        ) {
            try GatewaySettings.resolve(
                testDefinition(), environment: environment.merging(["GATEWAY_LOOPS": text]) { $1 })
        }
    }

    @Test("for a demonstration come from the definition alone")
    func demonstration() {
        let definition = testDefinition(issuers: ["${ISSUER:-us}"], audiences: ["$AUDIENCE"])
        let settings = GatewaySettings.demonstrating(
            definition, listen: ListenAddress(host: "127.0.0.1", port: 0), loops: 1,
            upstreams: [UpstreamURL(loopbackPort: 4711)], secret: "s")
        #expect(
            settings.auth?.providers.first?.issuers == ["us"]
                && settings.auth?.providers.first?.audiences == ["AUDIENCE"])
        #expect(settings.upstreams.flatMap(\.targets).map(\.url.description) == ["http://127.0.0.1:4711"])
    }

    @Test("cut durations off instead of overflowing")
    func longDurations() {
        #expect(TimeAmount(clamping: .seconds(Int64.max)) == .nanoseconds(.max))
        #expect(TimeAmount(clamping: .seconds(Int64.min)) == .nanoseconds(.min))
        #expect(TimeAmount(clamping: .milliseconds(1500)) == .milliseconds(1500))
    }
}
