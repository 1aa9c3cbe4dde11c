import Foundation

/// An upstream that keeps what it was asked, and answers as a script says.
struct Origin: Sendable {
    let upstream: Upstream
    private let inbox: Inbox

    var port: Int { upstream.port }
    /// What came, in order.
    var requests: [Request] { inbox.all }
    var count: Int { inbox.all.count }

    /// - Parameter answer: is told how many requests came before, and the request; nothing closes the connection.
    init(_ answer: @escaping @Sendable (Int, Request) -> String?) throws {
        let inbox = Inbox()
        self.inbox = inbox
        upstream = try Upstream { _, socket in
            while true {
                let request = try socket.readRequest()
                guard let response = answer(inbox.add(request), request) else { return }
                try socket.send(response)
            }
        }
    }

    /// A whole response; its body tells which request it answers.
    static func response(_ body: String, _ fields: [String] = [], status: String = "200 OK") -> String {
        let lines = fields.map { $0 + "\r\n" }.joined()
        return "HTTP/1.1 \(status)\r\n\(lines)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    static let notModified = "HTTP/1.1 304 Not Modified\r\n"
}

extension Request {
    /// The target of the request line.
    var target: String { String(line.split(separator: " ").dropFirst().first ?? "") }
    var method: String { String(line.split(separator: " ").first ?? "") }
    /// A parameter of the query, percent-decoded.
    func parameter(_ name: String) -> String? {
        URLComponents(string: target)?.queryItems?.first { $0.name == name }?.value
    }
}

extension Response {
    /// The gateway's own word on what its cache did, without the time that is left.
    var cacheStatus: String? {
        self["Cache-Status"].map { status in
            let parameters = status.components(separatedBy: "; ").dropFirst()
            return parameters.filter { !$0.hasPrefix("ttl=") }.joined(separator: "; ")
        }
    }

    /// How long the response is fresh yet, in seconds, as `Cache-Status` says.
    var timeToLive: Int? {
        self["Cache-Status"]?.firstMatch(of: /ttl=(-?\d+)/).flatMap { Int($0.1) }
    }
}
