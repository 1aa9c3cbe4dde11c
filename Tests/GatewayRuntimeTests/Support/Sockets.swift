import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A blocking TCP connection, so that a test is a script: send this, expect that.
final class Socket: @unchecked Sendable {
    // Used by one thread at a time: a script owns its socket.
    let descriptor: CInt
    private var unread: [UInt8] = []

    init(_ descriptor: CInt) {
        self.descriptor = descriptor
        // A test that waits for what does not come fails, rather than hang.
        var timeout = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var one: CInt = 1
        setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<CInt>.size))
    }

    deinit { close(descriptor) }

    /// - Parameter host: the address to connect from; Linux has all of 127.0.0.0/8.
    static func connect(to port: Int, from host: String? = nil, receiveBuffer: CInt? = nil) throws -> Socket {
        let descriptor = socket(AF_INET, streamType, 0)
        guard descriptor >= 0 else { throw SocketError(what: "socket", code: errno) }
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<CInt>.size))
        }
        if let host { _ = withAddress(host: host, port: 0) { bind(descriptor, $0, $1) } }
        let result = withAddress(port: port) { Foundation.connect(descriptor, $0, $1) }
        guard result == 0 else {
            let code = errno
            close(descriptor)
            throw SocketError(what: "connect", code: code)
        }
        return Socket(descriptor)
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { rest in
                Self.again { Foundation.send(descriptor, rest.baseAddress, rest.count, noSignal) }
            }
            guard count > 0 else { throw SocketError(what: "send", code: errno) }
            sent += count
        }
    }

    /// What comes next, as many bytes as there are; nothing at the end of the connection.
    private func receive() throws -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = buffer.withUnsafeMutableBytes { buffer in
            Self.again { recv(descriptor, buffer.baseAddress, buffer.count, 0) }
        }
        guard count >= 0 else { throw SocketError(what: "receive", code: errno) }
        return Array(buffer.prefix(count))
    }

    /// Does it again where a stop of the process has interrupted it, as it does what waits with a timeout (signal(7)).
    private static func again(_ call: () -> Int) -> Int {
        while true {
            let count = call()
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Waits until there is something to be read, however long that takes: whoever is to send it may be kept from it by other tests.
    func waitForInput() {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while unread.isEmpty, poll(&state, 1, -1) <= 0 {}
    }

    /// Reads up to and with these bytes.
    func read(to end: String) throws -> String {
        let pattern = Array(end.utf8)
        var searched = 0
        while true {
            if let found = unread.firstIndex(of: pattern, from: searched) {
                let text = String(decoding: unread.prefix(found + pattern.count), as: UTF8.self)
                unread.removeFirst(found + pattern.count)
                return text
            }
            searched = max(0, unread.count - pattern.count)
            let more = try receive()
            guard !more.isEmpty else { throw SocketError(what: "end before \(end.debugDescription)", code: 0) }
            unread += more
        }
    }

    func read(count: Int) throws -> [UInt8] {
        while unread.count < count {
            let more = try receive()
            guard !more.isEmpty else { throw SocketError(what: "end before \(count) bytes", code: 0) }
            unread += more
        }
        defer { unread.removeFirst(count) }
        return Array(unread.prefix(count))
    }

    /// What was read ahead, else what comes next; nothing at the end of the connection.
    func readAvailable(atMost limit: Int) throws -> [UInt8] {
        if unread.isEmpty { unread = try receive() }
        return try read(count: min(limit, unread.count))
    }

    /// Reads to the end of the connection; a reset is an end too.
    func readToEnd() -> String {
        while let more = try? receive(), !more.isEmpty { unread += more }
        defer { unread = [] }
        return String(decoding: unread, as: UTF8.self)
    }

    /// Whether the connection has been ended by the other side, with nothing more to read.
    func isAtEnd() -> Bool {
        guard unread.isEmpty else { return false }
        do {
            let more = try receive()
            unread += more
            return more.isEmpty
        } catch {
            return (error as? SocketError)?.code == ECONNRESET
        }
    }

    /// Reads to the end of the connection, and whether that is a reset.
    func readToReset() throws -> (text: String, isReset: Bool) {
        do {
            while case let more = try receive(), !more.isEmpty { unread += more }
            return (String(decoding: unread, as: UTF8.self), false)
        } catch let error as SocketError where error.code == ECONNRESET {
            return (String(decoding: unread, as: UTF8.self), true)
        }
    }

    /// Reads a response whose length its head tells.
    func readResponse(to method: String = "GET") throws -> Response {
        let head = try read(to: "\r\n\r\n")
        var response = Response(head)
        if method == "HEAD" || response.status < 200 || response.status == 204 || response.status == 304 {
            return response
        }
        if let length = response["Content-Length"].flatMap(Int.init) {
            response.body = String(decoding: try read(count: length), as: UTF8.self)
        } else if response["Transfer-Encoding"] == "chunked" {
            response.body = try readChunks()
        } else {
            response.body = readToEnd()
        }
        return response
    }

    func shutdownWriting() { shutdown(descriptor, CInt(SHUT_WR)) }

    func shutdownReadingAndWriting() { shutdown(descriptor, CInt(SHUT_RDWR)) }

    /// Closes with a reset.
    func reset() {
        resetAtEnd()
        shutdown(descriptor, CInt(SHUT_RDWR))
    }

    /// Has the connection end with a reset, and nothing before it, once nobody holds it any more.
    func resetAtEnd() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }
}

struct SocketError: Error {
    let what: String
    let code: CInt
}

/// A response as it was sent.
struct Response {
    let head: String
    var body = ""

    init(_ head: String) { self.head = head }

    var status: Int { Int(head.split(separator: " ")[1].prefix(3)) ?? 0 }

    var lines: [String] { head.components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty } }

    subscript(name: String) -> String? {
        lines.first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }.map { String($0.dropFirst(name.count + 2)) }
    }
}

/// Accepts connections on a free port and plays a script on each, in the order in which they come.
final class Upstream: Sendable {
    let port: Int
    private let descriptor: CInt

    /// - Parameters:
    ///   - host: the address to listen at; Linux has all of 127.0.0.0/8.
    ///   - port: the port to listen at, 0 for a free one.
    ///   - script: is told the number of the connection, from 0, and the connection; its end closes it.
    init(
        host: String = "127.0.0.1", port: Int = 0, _ script: @escaping @Sendable (Int, Socket) throws -> Void
    ) throws {
        let descriptor = try listeningSocket(host: host, port: port, backlog: 64)
        self.descriptor = descriptor
        self.port = localPort(of: descriptor)
        Thread.detachNewThread {
            var number = 0
            while true {
                let accepted = accept(descriptor, nil, nil)
                if accepted < 0 {
                    // Here, where nobody accepts any more: the number may be another listener's at once.
                    close(descriptor)
                    return
                }
                let socket = Socket(accepted)
                let current = number
                // A script that fails has its connection closed; what the test expects will then not come.
                Thread.detachNewThread { try? script(current, socket) }
                number += 1
            }
        }
    }

    deinit { shutdown(descriptor, CInt(SHUT_RDWR)) }
}

/// A port that refuses connections, and that nobody else can take as long as this is there.
final class DeadPort: Sendable {
    let port: Int
    private let descriptor: CInt

    init() throws {
        let descriptor = socket(AF_INET, streamType, 0)
        guard descriptor >= 0, withAddress(port: 0, { bind(descriptor, $0, $1) }) == 0 else {
            throw SocketError(what: "bind", code: errno)
        }
        self.descriptor = descriptor
        port = localPort(of: descriptor)
    }

    deinit { close(descriptor) }
}

/// A port whose queue of connections is full: one more is neither taken nor refused.
final class FullPort {
    let port: Int
    private let listener: CInt
    private var waiting: [CInt] = []

    init(host: String = "127.0.0.1", port: Int = 0) throws {
        listener = try listeningSocket(host: host, port: port, backlog: 0)
        self.port = localPort(of: listener)
        for _ in 0..<8 {
            let descriptor = socket(AF_INET, streamType, 0)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            _ = withAddress(host: host, port: self.port) { connect(descriptor, $0, $1) }
            waiting.append(descriptor)
        }
    }

    deinit { for descriptor in waiting + [listener] { close(descriptor) } }
}

private func listeningSocket(host: String, port: Int, backlog: CInt) throws -> CInt {
    let descriptor = socket(AF_INET, streamType, 0)
    guard descriptor >= 0, withAddress(host: host, port: port, { bind(descriptor, $0, $1) }) == 0,
        listen(descriptor, backlog) == 0
    else {
        throw SocketError(what: "listen", code: errno)
    }
    return descriptor
}

#if canImport(Glibc) || canImport(Musl)
    let streamType = CInt(SOCK_STREAM.rawValue)
    private let noSignal = CInt(MSG_NOSIGNAL)
#else
    let streamType = SOCK_STREAM
    private let noSignal: CInt = 0
#endif

func withAddress<Result>(
    host: String = "127.0.0.1", port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
) -> Result {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    inet_pton(AF_INET, host, &address.sin_addr)
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}

/// The port that a socket is bound to.
func localPort(of descriptor: CInt) -> Int {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    return Int(UInt16(bigEndian: address.sin_port))
}

/// Runs a script that blocks on a thread of its own, so that it holds up neither other tests nor the gateway's start.
func onThread<Value: Sendable>(_ script: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try script() }) }
    }
}

extension [UInt8] {
    fileprivate func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
        guard count >= pattern.count else { return nil }
        return (start...(count - pattern.count)).first { self[$0..<($0 + pattern.count)].elementsEqual(pattern) }
    }
}
