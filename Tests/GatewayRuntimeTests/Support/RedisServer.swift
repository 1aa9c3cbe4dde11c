import Foundation

/// A real server of Redis on a free port, which keeps nothing on disk and ends with its owner.
final class RedisServer: Sendable {
    let port: Int
    private let process: ChildProcess
    private let password: String?

    /// - Parameters:
    ///   - port: one that another server has left; 0 for a free one.
    ///   - password: of its default user.
    ///   - arguments: more of `redis-server`'s.
    init(port: Int = 0, password: String? = nil, arguments: [String] = []) throws {
        self.password = password
        var attempt = 0
        while true {
            let port = port == 0 ? try DeadPort().port : port
            let own = ["--port", "\(port)", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", "/tmp"]
            let secret = password.map { ["--requirepass", $0] } ?? []
            let process = try ChildProcess(try Self.location, own + secret + arguments, environment: [:])
            do {
                _ = try process.output.first { $0.contains("Ready to accept connections") }
            } catch {
                // Somebody else has taken the port, or what its last server has left is not over yet.
                attempt += 1
                if attempt < 20 { usleep(100_000) } else { throw error }
                continue
            }
            self.port = port
            self.process = process
            return
        }
    }

    private static var location: URL {
        get throws {
            let folders = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin"]
            let paths = folders.map { $0 + "/redis-server" }
            guard let path = paths.first(where: FileManager.default.isExecutableFile) else {
                throw SocketError(
                    what: "redis-server is in none of \(folders): install it (scripts/install-libraries redis-server)",
                    code: ENOENT)
            }
            return URL(filePath: path)
        }
    }

    /// Runs a command whose words have no spaces in them.
    /// - Returns: the first line of the reply, such as `+OK`.
    @discardableResult
    func run(_ command: String) throws -> String {
        let socket = try Socket.connect(to: port)
        if let password {
            try socket.send("AUTH \(password)\r\n")
            _ = try socket.read(to: "\r\n")
        }
        try socket.send(command + "\r\n")
        return String(try socket.read(to: "\r\n").dropLast())
    }

    /// Ends it, and its connections with it.
    func stop() throws {
        process.signal(SIGKILL)
        _ = try process.waitUntilEnd()
    }

    /// Has it take connections and commands, and answer none.
    func freeze() { process.signal(SIGSTOP) }

    func thaw() { process.signal(SIGCONT) }
}
