import ArgumentParser
import Foundation
import Mocks
import NIOCore

struct UpstreamCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upstream", abstract: "Serve a mock upstream that answers with what it received, as JSON.",
        discussion: """
            It listens on 127.0.0.1 until Ctrl-C.

            Examples:
              devkit upstream --port 8081 --name agents
              devkit upstream --port 8082 --delay-ms 500
            """)

    @Option(help: "The port to listen at; 0 takes a free one.")
    var port = 0

    @Option(help: "What the upstream calls itself in its answers.")
    var name = "upstream"

    @Option(help: ArgumentHelp("How long each answer waits.", valueName: "milliseconds"))
    var delayMs: Int64 = 0

    func validate() throws {
        guard 0...65535 ~= port else { throw ValidationError("--port must be from 0 to 65535.") }
        guard 0...3_600_000 ~= delayMs else { throw ValidationError("--delay-ms must be from 0 to 3600000.") }
    }

    func run() async throws {
        let server = try await EchoServer.start(.init(name: name, delay: .milliseconds(delayMs)), port: port)
        // Not `print`, which keeps the line back where the output is a pipe: scripts wait for it.
        try FileHandle.standardOutput.write(contentsOf: Data("\(name): http://127.0.0.1:\(server.port)\n".utf8))
        try await server.wait()
    }
}
