import Foundation

/// An origin that reads strictly, answers each request with what it saw of it, and forgets nothing.
final class RecordingOrigin: @unchecked Sendable {
    // Guarded by its lock.
    private var seen: [StrictRequest] = []
    private var faults: [String] = []
    private let lock = NSLock()
    private var upstream: Upstream?

    var port: Int { upstream?.port ?? 0 }

    /// The whole requests, over all connections.
    var requests: [StrictRequest] { lock.withLock { seen } }
    /// What was sent that is not a request.
    var refused: [String] { lock.withLock { faults } }

    init() throws {
        upstream = try Upstream { [unowned self] _, socket in try serve(socket) }
    }

    private func serve(_ socket: Socket) throws {
        var bytes: [UInt8] = []
        while true {
            let more = try socket.readAvailable(atMost: 65536)
            if more.isEmpty { return }
            bytes += more
            let reading = StrictReading(bytes)
            for request in reading.requests {
                lock.withLock { seen.append(request) }
                let body = request.method == "HEAD" ? "" : request.summary
                try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(request.summary.utf8.count)\r\n\r\n\(body)")
            }
            if reading.end == .refused {
                lock.withLock { faults.append(bytes.text) }
                return
            }
            bytes.removeFirst(reading.consumed)
        }
    }
}
