import Foundation

extension Socket {
    /// Reads a request whose length its head tells.
    func readRequest() throws -> Request {
        let head = try read(to: "\r\n\r\n")
        var request = Request(head: head)
        if let length = request["Content-Length"].flatMap({ Int($0) }) {
            request.body = String(decoding: try read(count: length), as: UTF8.self)
        } else if request["Transfer-Encoding"] == "chunked" {
            request.body = try readChunks()
        }
        return request
    }

    func readChunks() throws -> String {
        var body = ""
        while true {
            let size = try readChunkSize()
            body += String(decoding: try read(count: size), as: UTF8.self)
            _ = try read(to: "\r\n")
            if size == 0 { return body }
        }
    }

    func readChunkSize() throws -> Int {
        // CRLF is one character.
        let line = try read(to: "\r\n").dropLast()
        guard let size = Int(line, radix: 16) else { throw SocketError(what: "no chunk size: \(line)", code: 0) }
        return size
    }

    /// Sends a response with a length.
    func respond(_ body: String, status: String = "200 OK", fields: String = "") throws {
        try send("HTTP/1.1 \(status)\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }
}

/// A request as an upstream got it.
struct Request: Sendable {
    let head: String
    var body = ""

    var line: String { String(head.prefix { $0 != "\r\n" }) }
    var fields: [String] { Response(head).lines }
    subscript(name: String) -> String? { Response(head)[name] }
}

/// Requests in the order in which upstreams got them, for tests to look at afterwards.
final class Inbox: @unchecked Sendable {
    // Guarded by its lock.
    private var requests: [Request] = []
    private let lock = NSLock()

    /// - Returns: how many came before it.
    @discardableResult
    func add(_ request: Request) -> Int {
        lock.withLock {
            requests.append(request)
            return requests.count - 1
        }
    }
    var all: [Request] { lock.withLock { requests } }
}

/// A number that threads of a test share.
final class Counter: @unchecked Sendable {
    // Guarded by its lock.
    private var number = 0
    private let lock = NSLock()

    func add(_ amount: Int = 1) { lock.withLock { number += amount } }
    var value: Int { lock.withLock { number } }

    /// Waits until the number is so high.
    func wait(for least: Int) throws {
        for _ in 0..<2000 {
            if value >= least { return }
            usleep(10_000)
        }
        throw SocketError(what: "waited in vain for \(least), it is \(value)", code: 0)
    }

    /// Waits until the number has not changed for half a second, and returns it.
    func settled() -> Int {
        var last = -1
        while last != value {
            last = value
            usleep(500_000)
        }
        return last
    }
}
