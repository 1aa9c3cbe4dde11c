import Foundation
import Testing

/// A server of `devkit` that runs beside the test, and ends with it.
struct DevKitServer: Sendable {
    let process: ChildProcess
    let port: Int

    /// Starts a command of `devkit` on a free port.
    init(_ command: String, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
        process = try ChildProcess(
            .devkit, [command, "--listen", "127.0.0.1:0"] + arguments, environment: environment)
        let line = try process.output.first { $0.contains(": http://127.0.0.1:") }
        port = try #require(line.firstMatch(of: #/http://127\.0\.0\.1:(\d+)/#).flatMap { Int($0.1) })
    }

    func answer(_ method: String, _ target: String, _ fields: [String] = [], body: String? = nil) throws -> Response {
        let socket = try Socket.connect(to: port)
        try socket.send(GatewayProcess.request(method, target, fields, body: body))
        return try socket.readResponse(to: method)
    }
}
