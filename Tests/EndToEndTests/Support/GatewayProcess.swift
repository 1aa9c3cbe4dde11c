import Foundation
import Testing

/// A gateway that serves as a program of its own, as it would in production.
struct GatewayProcess: Sendable {
    let process: ChildProcess
    let port: Int

    /// Starts a gateway on a free port, plays a script against it, and ends it with SIGTERM, which has to go well.
    /// - Parameters:
    ///   - upstream: the port of the only upstream.
    ///   - script: runs on a thread of its own, as it may block.
    static func run<Value: Sendable>(
        _ program: Program = .gateway, upstream: Int, arguments: [String] = [], environment: [String: String] = [:],
        _ script: @escaping @Sendable (GatewayProcess) throws -> Value
    ) async throws -> Value {
        let all = Self.environment(upstream: upstream).merging(environment) { _, given in given }
        let (value, end) = try await onThread {
            let gateway = try GatewayProcess(ChildProcess(program, arguments, environment: all))
            let value = try script(gateway)
            gateway.process.signal(SIGTERM)
            return (value, try gateway.process.waitUntilEnd())
        }
        #expect(end == .exit(0))
        return value
    }

    static func environment(upstream: Int) -> [String: String] {
        ["AGENTS_SERVICE_URL": "http://127.0.0.1:\(upstream)", "JWT_SECRET": TestToken.secret, "PORT": "0"]
    }

    /// Takes over a program that has just been started, and waits until it listens.
    init(_ process: ChildProcess) throws {
        self.process = process
        let line = try process.errors.first { $0.contains("listening at ") }
        let address = try #require(line.firstMatch(of: #/listening at \S*:(\d+) /#))
        port = try #require(Int(address.1))
    }

    func connect() throws -> Socket { try Socket.connect(to: port) }

    /// Sends one request on a connection of its own.
    /// - Parameter fields: header fields besides `Host` and `Content-Length`, as `Name: value`.
    func answer(_ method: String, _ target: String, _ fields: [String] = [], body: String? = nil) throws -> Response {
        let socket = try connect()
        try socket.send(Self.request(method, target, fields, body: body))
        return try socket.readResponse(to: method)
    }

    static func request(_ method: String, _ target: String, _ fields: [String] = [], body: String? = nil) -> String {
        let length = body.map { ["Content-Length: \($0.utf8.count)"] } ?? []
        let lines = ["\(method) \(target) HTTP/1.1", "Host: gateway.example"] + fields + length
        return lines.map { $0 + "\r\n" }.joined() + "\r\n" + (body ?? "")
    }

    /// The access record of a request; it may come a little later than the response.
    func record(of requestID: String) throws -> AccessLine {
        try AccessLine(process.output.first { $0.contains("\"request_id\":\"\(requestID)\"") })
    }

    /// Waits until there are no requests and no connections but the one that asks.
    func expectNothingOpen() throws {
        for _ in 0..<1000 {
            let metrics = try answer("GET", "/metrics", ["Connection: close"]).body.split(separator: "\n")
            if ["requests_in_flight 1", "connections_open 1"].allSatisfy({ metrics.contains("gateway_\($0)") }) {
                return
            }
            usleep(10_000)
        }
        throw SocketError(what: "requests or connections stay open", code: 0)
    }

    /// How many pipes the gateway has, and what stands in them, in KiB.
    func pipes() throws -> Int { try Pipes.all(of: process.identifier).count }
    func piped() throws -> Int { try Pipes.count(of: process.identifier) / 1024 }

    /// The most memory that the process has had, in KiB (Linux: proc_pid_status(5)).
    func peakMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process.identifier)/status", encoding: .utf8)
        return try #require(status.firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap { Int($0.1) })
    }
}

/// One line of the access log.
struct AccessLine: Sendable {
    let line: String
    private let members: [String: Member]

    private enum Member: Decodable, Sendable {
        case text(String), number(Double), null

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    init(_ line: String) throws {
        self.line = line
        members = try JSONDecoder().decode([String: Member].self, from: Data(line.utf8))
    }

    var keys: Set<String> { Set(members.keys) }

    subscript(key: String) -> String? { if case .text(let text)? = members[key] { text } else { nil } }

    func number(_ key: String) -> Double? { if case .number(let number)? = members[key] { number } else { nil } }
}
