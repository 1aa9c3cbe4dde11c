import CBrotliDecoder
import Foundation
import Testing

@Suite("Compressed responses") struct CompressedResponseTests {
    private static let text = (0..<4_000).map { "line \($0) of many\n" }.joined()
    private static let type = "Content-Type: text/plain\r\n"

    /// What an upstream says beside a long text, the request's method and fields, and whether the response is compressed.
    static let rows:
        [(path: String, upstream: String, method: String, fields: [String], isCompressed: Bool, varies: Bool)] = [
            (
                "/compressed", type + "ETag: \"a\"\r\nAccept-Ranges: bytes\r\n", "GET", ["Accept-Encoding: gzip"], true,
                true
            ),
            (
                "/compressed", "Content-Type: application/problem+json; charset=utf-8\r\n", "POST",
                ["Accept-Encoding: br, gzip"], true, true
            ),
            ("/compressed", type, "GET", [], false, true),
            ("/compressed", type, "GET", ["Accept-Encoding: gzip;q=0"], false, true),
            ("/compressed", type, "GET", ["Accept-Encoding: gzip", "Cache-Control: no-transform"], false, true),
            ("/compressed", type, "HEAD", ["Accept-Encoding: gzip"], true, true),
            ("/compressed", type, "HEAD", [], false, true),
            ("/compressed", "Content-Type: image/png\r\n", "HEAD", ["Accept-Encoding: gzip"], false, false),
            ("/compressed", "Content-Type: image/png\r\n", "GET", ["Accept-Encoding: gzip"], false, false),
            ("/compressed", "Content-Type: text/event-stream\r\n", "GET", ["Accept-Encoding: gzip"], false, false),
            ("/compressed", type + "Content-Encoding: br\r\n", "GET", ["Accept-Encoding: gzip"], false, false),
            (
                "/compressed", type + "Cache-Control: public, no-transform\r\n", "GET", ["Accept-Encoding: gzip"],
                false, false
            ),
            ("/compressed/events", type, "GET", ["Accept-Encoding: gzip"], false, false),
            ("/plain/x", type, "GET", ["Accept-Encoding: gzip"], false, false),
        ]

    @Test("each by its request and its response") func responses() async throws {
        let fields = FieldsToSay()
        let upstream = try Upstream { _, socket in
            while true {
                let request = try socket.readRequest()
                let isHead = request.line.hasPrefix("HEAD")
                let length = Self.text.utf8.count
                try socket.send(
                    "HTTP/1.1 200 OK\r\n\(fields.value)Content-Length: \(length)\r\n\r\n\(isHead ? "" : Self.text)")
            }
        }
        try await GatewayProcess.run(.traffic, upstream: upstream.port) { gateway in
            for row in Self.rows {
                fields.value = row.upstream
                let socket = try gateway.connect()
                let body = row.method == "POST" ? "x" : nil
                try socket.send(GatewayProcess.request(row.method, row.path, row.fields, body: body))
                let head = Response(try socket.read(to: "\r\n\r\n"))
                #expect((head["Content-Encoding"] == "gzip") == row.isCompressed, "\(row)")
                #expect((head["Vary"] == "Accept-Encoding") == row.varies, "\(row)")
                guard row.isCompressed else {
                    #expect(head["Content-Length"] == "\(Self.text.utf8.count)", "\(row)")
                    continue
                }
                #expect(head["Content-Length"] == nil, "\(row)")
                #expect(
                    head["Accept-Ranges"] == nil && head["ETag"] == (row.upstream.contains("ETag") ? "W/\"a\"" : nil))
                // To HEAD it is said what a GET would be told.
                guard row.method != "HEAD" else { continue }
                #expect(try Self.inflated(Self.chunks(from: socket)) == Self.text)
            }
        }
    }

    @Test("with what the client likes best, which the metrics count") func codings() async throws {
        let origin = try Origin { _, _ in Origin.response(Self.text, ["Content-Type: text/plain"]) }
        try await GatewayProcess.run(.traffic, upstream: origin.port) { gateway in
            for (accepted, coding) in [("gzip, br", "br"), ("br;q=0.5, gzip", "gzip"), ("br", "br"), ("x", nil)] {
                let socket = try gateway.connect()
                try socket.send(GatewayProcess.request("GET", "/compressed-either", ["Accept-Encoding: \(accepted)"]))
                let head = Response(try socket.read(to: "\r\n\r\n"))
                #expect(head["Content-Encoding"] == coding && head["Vary"] == "Accept-Encoding")
                guard let coding else { continue }
                let bytes = try Self.chunks(from: socket)
                let text = try coding == "br" ? Self.unbrotlied(bytes) : Self.inflated(bytes)
                #expect(text == Self.text)
            }
            let metrics = try gateway.answer("GET", "/metrics").body.split(separator: "\n")
            #expect(metrics.contains("gateway_compressed_responses_total{coding=\"br\"} 2"))
            #expect(
                metrics.contains(
                    "gateway_compression_bytes_total{coding=\"gzip\",direction=\"in\"} \(Self.text.utf8.count)"))
        }
    }

    @Test("what is kept is kept as it came, and compressed for those who take it") func kept() async throws {
        let origin = try Origin { _, _ in Origin.response(Self.text, ["Content-Type: text/plain", "ETag: \"a\""]) }
        // Each loop keeps its own.
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) { gateway in
            for accepted in ["gzip", "br", "identity", "gzip"] {
                let socket = try gateway.connect()
                try socket.send(GatewayProcess.request("GET", "/compressed-kept/x", ["Accept-Encoding: \(accepted)"]))
                let head = Response(try socket.read(to: "\r\n\r\n"))
                #expect(head["Vary"] == "Accept-Encoding", "\(accepted)")
                switch accepted {
                case "gzip": #expect(try Self.inflated(Self.chunks(from: socket)) == Self.text)
                case "br": #expect(try Self.unbrotlied(Self.chunks(from: socket)) == Self.text)
                default:
                    #expect(head["Content-Encoding"] == nil && head["Content-Length"] == "\(Self.text.utf8.count)")
                    #expect(try socket.read(count: Self.text.utf8.count) == Array(Self.text.utf8))
                }
                let known = try gateway.answer(
                    "GET", "/compressed-kept/x", ["Accept-Encoding: \(accepted)", "If-None-Match: W/\"a\""])
                #expect(known.status == 304 && known["ETag"] == "W/\"a\"" && known["Vary"] == "Accept-Encoding")
                let asked = try gateway.answer("HEAD", "/compressed-kept/x", ["Accept-Encoding: \(accepted)"])
                #expect(asked["Vary"] == "Accept-Encoding")
                #expect(asked["Content-Encoding"] == (accepted == "identity" ? nil : accepted))
            }
            #expect(origin.count == 1)
        }
    }

    private static let many = 24
    /// What a connection may hold, in KiB, with its compressor; the kernel's buffers are not counted.
    private static let bound = 256 + 300

    @Test("what is kept is compressed as its clients take it, and others are served meanwhile")
    func keptForSlow() async throws {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-")
        var random = SystemRandomNumberGenerator()
        let text = String((0..<1_900_000).map { _ in alphabet[Int(random.next() & 63)] })
        let origin = try Origin { _, _ in Origin.response(text, ["Content-Type: text/plain"]) }
        let environment = ["GATEWAY_LOOPS": "1"]
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: environment) { gateway in
            #expect(try gateway.answer("GET", "/compressed-kept/long").body == text)
            let before = try gateway.peakMemory()
            // So many of them that the kernel does not take all.
            let request = GatewayProcess.request("GET", "/compressed-kept/long", ["Accept-Encoding: gzip"])
            let sockets = try (0..<Self.many).map { _ in
                let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
                socket.resetAtEnd()
                try socket.send(String(repeating: request, count: 4))
                return socket
            }
            for socket in sockets { _ = try socket.read(to: "\r\n\r\n") }
            #expect(try gateway.answer("GET", "/-/health").status < 500)
            for number in 1...4 {
                #expect(try Self.inflated(Self.chunks(from: sockets[0])) == text)
                if number < 4 { _ = try sockets[0].read(to: "\r\n\r\n") }
            }
            #expect(try gateway.peakMemory() - before < Self.many * Self.bound)
            #expect(origin.count == 1)
        }
    }

    @Test("bodies that come bit by bit go on bit by bit") func slowBody() async throws {
        let taken = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\n\(Self.type)Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n")
            try taken.wait(for: 1)
            try socket.send("6\r\nsecond\r\n0\r\n\r\n")
            _ = socket.readToEnd()
        }
        try await GatewayProcess.run(.traffic, upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/compressed", ["Accept-Encoding: gzip"]))
            #expect(Response(try socket.read(to: "\r\n\r\n"))["Content-Encoding"] == "gzip")
            // It can be read before the rest of it was sent.
            var bytes: [UInt8] = []
            while try Self.inflated(bytes, isWhole: false) != "first" { bytes += try Self.chunk(from: socket) }
            taken.add()
            bytes += try Self.chunks(from: socket)
            #expect(try Self.inflated(bytes) == "firstsecond")
        }
    }

    private static func unbrotlied(_ bytes: [UInt8]) -> String {
        var length = 1 << 20
        var text = [UInt8](repeating: 0, count: length)
        #expect(BrotliDecoderDecompress(bytes.count, bytes, &length, &text) == BROTLI_DECODER_RESULT_SUCCESS)
        return String(decoding: text.prefix(length), as: UTF8.self)
    }

    private static func chunks(from socket: Socket) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let chunk = try chunk(from: socket)
            if chunk.isEmpty { return bytes }
            bytes += chunk
        }
    }

    private static func chunk(from socket: Socket) throws -> [UInt8] {
        let bytes = try socket.read(count: try socket.readChunkSize())
        _ = try socket.read(to: "\r\n")
        return bytes
    }

    /// What `gzip` makes of it; as far as it goes, where it is not whole.
    private static func inflated(_ bytes: [UInt8], isWhole: Bool = true) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = Pipe()
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        if isWhole { #expect(process.terminationStatus == 0) }
        return String(decoding: data, as: UTF8.self)
    }
}

/// What an upstream is to say next.
private final class FieldsToSay: @unchecked Sendable {
    // Guarded by its lock.
    private var fields = ""
    private let lock = NSLock()

    var value: String {
        get { lock.withLock { fields } }
        set { lock.withLock { fields = newValue } }
    }
}
