import Foundation
import Testing

@Suite("The gateway starts") struct StartTests {
    /// Runs the gateway to its end.
    private func run(
        _ arguments: [String], _ environment: [String: String]
    ) async throws -> (end: ChildProcess.End, output: String, errors: String) {
        try await onThread { try ChildProcess.run(.gateway, arguments, environment: environment) }
    }

    @Test("only with every variable, and names all that are missing at once", arguments: [[], ["serve"], ["check"]])
    func missing(arguments: [String]) async throws {
        let (end, output, errors) = try await run(arguments, [:])
        #expect(end == .exit(78))
        #expect(output.isEmpty)
        #expect(
            errors == """
                The gateway cannot start:
                  AGENTS_SERVICE_URL: is not set; it is the URL of upstream agentsService: set it to http://host:port
                  JWT_SECRET: is not set; it is the secret that tokens are signed with: set it to at least 32 random bytes

                """)
    }

    @Test("only with good values, and keeps bad ones to itself")
    func bad() async throws {
        let (end, _, errors) = try await run(
            ["check"],
            [
                "AGENTS_SERVICE_URL": "ftp://hunter2", "JWT_SECRET": TestToken.secret, "PORT": "hunter2",
                "GATEWAY_LOOPS": "0",
            ])
        #expect(end == .exit(78))
        for name in ["AGENTS_SERVICE_URL", "PORT", "GATEWAY_LOOPS"] {
            #expect(errors.contains("\n  \(name): "), "\(errors)")
        }
        #expect(!errors.contains("hunter2"))
    }

    @Test("and says before, when asked to check, where it would listen and what it would reach")
    func check() async throws {
        var environment = GatewayProcess.environment(upstream: 9001)
        environment["PORT"] = "8123"
        let (end, output, errors) = try await run(["check"], environment)
        #expect(end == .exit(0))
        #expect(output.contains("would listen at [::]:8123\n"))
        #expect(output.contains("upstream agentsService: http://127.0.0.1:9001\n"))
        #expect(!(output + errors).contains(TestToken.secret))
    }

    @Test("with its routes listed, without any environment")
    func routes() async throws {
        let (end, output, _) = try await run(["routes"], [:])
        #expect(end == .exit(0))
        let rows = output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(rows.first == "METHODS PATH ACCESS LEADS TO")
        #expect(
            rows.dropFirst().sorted() == [
                "GET /api/v1/agents token agentsService ($AGENTS_SERVICE_URL)",
                "GET /api/v1/docs public the gateway: documentation",
                "GET /api/v1/docs/openapi.json public the gateway: OpenAPI document",
                "GET /health public the gateway: health",
                "GET /metrics public the gateway: metrics",
                "GET /ready public the gateway: readiness",
                "POST /api/v1/agents token, scopes write:agents agentsService ($AGENTS_SERVICE_URL)",
                "PUT /api/v1/agents/{id} token, scopes write:agents agentsService ($AGENTS_SERVICE_URL)",
            ])
    }

    @Test("not where its port is taken, and says so")
    func taken() async throws {
        let dead = try DeadPort()
        let (end, errors) = try await GatewayProcess.run(upstream: dead.port) { first in
            var environment = GatewayProcess.environment(upstream: dead.port)
            environment["PORT"] = "\(first.port)"
            let second = try ChildProcess(.gateway, environment: environment)
            return (try second.waitUntilEnd(), second.errors.lines.suffix(2))
        }
        #expect(end == .exit(78))
        #expect(errors.first == "The gateway cannot start:")
        #expect(errors.last?.hasPrefix("  cannot listen at [::]:") == true)
    }

    @Test(
        "as many event loops as it is told, by the flag before the environment",
        arguments: [
            (["--loops", "2"], [:], 2), ([], ["GATEWAY_LOOPS": "3"], 3), (["--loops", "1"], ["GATEWAY_LOOPS": "3"], 1),
        ]
            as [([String], [String: String], Int)])
    func loops(arguments: [String], environment: [String: String], count: Int) async throws {
        let dead = try DeadPort()
        let (lines, statuses) = try await GatewayProcess.run(
            upstream: dead.port, arguments: arguments, environment: environment
        ) { gateway in
            // More connections than loops, so that each loop has to serve some.
            (gateway.process.errors.lines, try (0..<8).map { _ in try gateway.answer("GET", "/health").status })
        }
        #expect(lines.contains { $0.hasSuffix(" with \(count) event \(count == 1 ? "loop" : "loops")") })
        #expect(statuses == Array(repeating: 200, count: 8))
    }

    @Test("without all of Foundation, which nothing in it needs and which is a quarter of an idle process")
    func libraries() async throws {
        let dead = try DeadPort()
        let mapped = try await GatewayProcess.run(upstream: dead.port) { gateway in
            try processFile("/proc/\(gateway.process.identifier)/maps")
        }
        #expect(mapped.contains { $0.contains("/libFoundationEssentials.so") })
        #expect(!mapped.contains { $0.contains("/libFoundation.so") })
    }

    @Test(
        "not with nonsense for flags",
        arguments: [["--loops", "0"], ["--loops", "many"], ["--nonsense"], ["nonsense"]])
    func misuse(arguments: [String]) async throws {
        let (end, _, errors) = try await run(arguments, GatewayProcess.environment(upstream: 9001))
        #expect(end == .exit(64))
        #expect(errors.hasPrefix("Error: "))
    }
}

@Suite("The gateway stops") struct DrainTests {
    @Test("on SIGTERM or SIGINT, once the request in flight has been answered", arguments: [SIGTERM, SIGINT])
    func drain(signal: Int32) async throws {
        let isAsked = DispatchSemaphore(value: 0)
        let mayAnswer = DispatchSemaphore(value: 0)
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            isAsked.signal()
            mayAnswer.wait()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlate")
        }
        let reader = try await TestToken.reader()
        let environment = GatewayProcess.environment(upstream: upstream.port)
        let (response, isClosed, end, records) = try await onThread {
            // One loop, so that both connections have been told once one of them shows it.
            let gateway = try GatewayProcess(ChildProcess(.gateway, ["--loops", "1"], environment: environment))
            let socket = try gateway.connect()
            let idle = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/api/v1/agents", [reader]))
            isAsked.wait()
            gateway.process.signal(signal)
            _ = try gateway.process.errors.first { $0.hasSuffix("draining") }
            // The listener closes just after that line. Until then a connection is taken, and closed without an answer.
            while let more = try? gateway.connect(), more.readToEnd().isEmpty {}
            let isClosed = idle.isAtEnd()
            mayAnswer.signal()
            let response = try socket.readResponse()
            return (response, isClosed, try gateway.process.waitUntilEnd(), gateway.process.output.lines.count)
        }
        #expect(isClosed)
        #expect(response.status == 200)
        #expect(response["Connection"] == "close")
        #expect(response.body == "late")
        #expect(end == .exit(0))
        #expect(records == 1)
    }
}
