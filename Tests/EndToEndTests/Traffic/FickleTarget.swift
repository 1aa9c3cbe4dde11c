import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A target that answers with its name, until it is told to do something else: it can die and come back at its port.
final class FickleTarget: @unchecked Sendable {
    // What changes is guarded by the lock.
    enum Mood: Sendable {
        case good
        /// Takes requests and says nothing.
        case silent
        /// Answers with this status.
        case failing(Int)
        /// Takes a request and closes.
        case breaking
        /// Is well for clients, and for every second check of each upstream's.
        case wavering
    }

    let name: String
    let port: Int
    /// Requests of clients, health checks not counted.
    let requests = Inbox()
    let checks = Counter()
    /// Health checks and requests, in the order in which they came.
    let all = Inbox()
    /// Connections with requests of clients that have ended.
    let left = Counter()
    private let lock = NSLock()
    private var mood = Mood.good
    private var listener: CInt
    private var connections: [Socket] = []

    init(_ name: String) throws {
        self.name = name
        listener = try Self.listen(port: 0)
        port = localPort(of: listener)
        serve(listener)
    }

    deinit { die() }

    var url: String { "http://127.0.0.1:\(port)" }

    func become(_ mood: Mood) { lock.withLock { self.mood = mood } }

    /// Refuses connections from now on, and breaks those that there are.
    func die() {
        let (listener, connections) = lock.withLock {
            defer { (self.listener, self.connections) = (-1, []) }
            return (self.listener, self.connections)
        }
        guard listener >= 0 else { return }
        shutdown(listener, CInt(SHUT_RDWR))
        close(listener)
        for connection in connections { connection.shutdownReadingAndWriting() }
    }

    func comeBack() throws {
        let listener = try Self.listen(port: port)
        lock.withLock { self.listener = listener }
        serve(listener)
    }

    private func serve(_ listener: CInt) {
        Thread.detachNewThread { [weak self] in
            while true {
                let accepted = accept(listener, nil, nil)
                if accepted < 0 { return }
                let socket = Socket(accepted)
                guard let self else { return }
                lock.withLock { connections.append(socket) }
                Thread.detachNewThread { [weak self] in
                    var isClients = false
                    while true {
                        // It never ends a connection that is at rest by itself.
                        socket.waitForInput()
                        guard let request = try? socket.readRequest(), let self else { break }
                        isClients = isClients || !Self.isCheck(request)
                        guard (try? self.answer(request, over: socket)) ?? false else { break }
                    }
                    socket.shutdownReadingAndWriting()
                    if isClients { self?.left.add() }
                }
            }
        }
    }

    static func isCheck(_ request: Request) -> Bool { request.line.contains(" /up") }

    /// Whether the connection goes on.
    private func answer(_ request: Request, over socket: Socket) throws -> Bool {
        all.add(request)
        if Self.isCheck(request) { checks.add() } else { requests.add(request) }
        while true {
            switch lock.withLock({ mood }) {
            case .good: try socket.respond(name)
            case .failing(let status): try socket.respond(name, status: "\(status) Failing")
            case .breaking: return false
            case .wavering where Self.isCheck(request) && all.all.count { $0.line == request.line } % 2 == 0:
                try socket.respond(name, status: "500 Failing")
            case .wavering: try socket.respond(name)
            case .silent:
                if socket.isAtEnd() { return false }
                continue
            }
            return true
        }
    }

    private static func listen(port: Int) throws -> CInt {
        let descriptor = socket(AF_INET, streamType, 0)
        var one: CInt = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<CInt>.size))
        guard descriptor >= 0, withAddress(port: port, { bind(descriptor, $0, $1) }) == 0,
            Foundation.listen(descriptor, 64) == 0
        else { throw SocketError(what: "listen", code: errno) }
        return descriptor
    }
}

extension GatewayProcess {
    /// The bodies of so many answers, each asked for on one connection after the other; statuses of those that are no 200.
    func answers(_ count: Int, _ path: String, _ fields: [String] = []) throws -> [String] {
        let socket = try connect()
        return try (0..<count).map { _ in
            try socket.send(Self.request("GET", path, fields))
            let response = try socket.readResponse()
            return response.status == 200 ? response.body : "\(response.status)"
        }
    }

    /// Waits until some answers in a row are as wanted.
    func wait(for path: String, _ fields: [String] = [], answers count: Int = 8, _ isWanted: ([String]) -> Bool) throws
    {
        var last: [String] = []
        for _ in 0..<1000 {
            last = try answers(count, path, fields)
            if isWanted(last) { return }
            usleep(10_000)
        }
        throw SocketError(what: "\(path) has \(last)", code: 0)
    }

    /// Sends requests until one waits at a target that is silent.
    func hold(_ path: String, at target: FickleTarget) throws -> [Socket] {
        let asked = target.requests.all.count
        var sockets: [Socket] = []
        while target.requests.all.count == asked {
            try #require(sockets.count < 500, "nothing goes to \(target.name)")
            let socket = try connect()
            try socket.send(Self.request("GET", path))
            sockets.append(socket)
            usleep(20_000)
        }
        return sockets
    }

    /// The value of a metric, its labels in full.
    func metric(_ name: String) throws -> Int? {
        let text = try answer("GET", "/metrics", ["Connection: close"]).body
        return text.split(separator: "\n").first { $0.hasPrefix("gateway_\(name) ") }
            .flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
    }
}
