import ArgumentParser
import GatewayRuntime
import Mocks

struct UpstreamCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upstream", abstract: "Serve a mock upstream that answers with what it received, as JSON.",
        discussion: """
            It serves until Ctrl-C.

            EXAMPLES
              devkit upstream --listen 127.0.0.1:8081 --name agents
              devkit upstream --listen 127.0.0.1:8082 --delay-ms 500
            """)

    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "host:port"))
    var listen = ListenAddress(host: "127.0.0.1", port: 0)

    @Option(help: "What the upstream calls itself in its answers.")
    var name = "upstream"

    @Option(help: ArgumentHelp("How long each answer waits.", valueName: "milliseconds"))
    var delayMs: Int64 = 0

    func validate() throws {
        guard 0...3_600_000 ~= delayMs else { throw ValidationError("--delay-ms must be from 0 to 3600000.") }
    }

    func run() async throws {
        let server = try await start(Echo(name: name, delay: .milliseconds(delayMs)), at: listen)
        writeOutput("\(name): http://\(server.address)\n")
        try await server.wait()
    }
}
