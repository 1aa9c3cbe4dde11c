import Foundation
import Logging
import Testing

@testable import GatewayRuntime

@Suite("A timestamp")
struct TimestampTests {
    @Test(
        "is RFC 3339 in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (951_782_399_999, "2000-02-28T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"), (1_709_287_200_000, "2024-03-01T10:00:00.000Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"), (-1, "1970-01-01T00:00:00.000Z"),
            (Int64.max, "9999-12-31T23:59:59.999Z"),
        ])
    func table(milliseconds: Int64, text: String) {
        let buffer = ByteWriter()
        var written = TimestampText()
        written.write(Timestamp(milliseconds: milliseconds), into: buffer)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
    }

    @Test("is right in each record of a row of them")
    func row() {
        let buffer = ByteWriter()
        var written = TimestampText()
        for milliseconds: Int64 in [999, 1000, 1001, 61_000, 1001] {
            written.write(Timestamp(milliseconds: milliseconds), into: buffer)
            buffer.put(" ")
        }
        #expect(
            String(decoding: buffer.bytes, as: UTF8.self)
                == "1970-01-01T00:00:00.999Z 1970-01-01T00:00:01.000Z 1970-01-01T00:00:01.001Z "
                + "1970-01-01T00:01:01.000Z 1970-01-01T00:00:01.001Z ")
    }

    @Test("agrees with Foundation on every day of two centuries")
    func everyDay() {
        let style = Date.ISO8601FormatStyle()
        for day in 0..<Int64(73_000) {
            let buffer = ByteWriter()
            Timestamp(milliseconds: day * 86_400_000).write(into: buffer)
            #expect(
                String(decoding: buffer.bytes, as: UTF8.self)
                    == Date(timeIntervalSince1970: Double(day) * 86_400).formatted(style))
        }
    }
}

@Suite("A JSON string")
struct JSONTextTests {
    @Test(
        "is escaped",
        arguments: [
            (Array("plain /ä☃😀".utf8), #""plain /ä☃😀""#), (Array("\"\\".utf8), #""\"\\""#),
            (Array("a\nb\rc\td".utf8), #""a\nb\rc\td""#), ([0x00, 0x1F, 0x7F], #""\u0000\u001f\u007f""#), ([], "\"\""),
            ([0x61, 0xFF, 0x62], #""a\ufffdb""#), ([0xC3], #""\ufffd""#), ([0xC0, 0xAF], #""\ufffd\ufffd""#),
            ([0xED, 0xA0, 0x80], #""\ufffd\ufffd\ufffd""#), ([0xF4, 0x90, 0x80, 0x80], #""\ufffd\ufffd\ufffd\ufffd""#),
            ([0xE2, 0x98, 0x22], #""\ufffd\ufffd\"""#),
        ] as [([UInt8], String)])
    func table(bytes: [UInt8], text: String) {
        let buffer = ByteWriter()
        bytes.withUnsafeBufferPointer { buffer.put(json: $0) }
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
    }

    @Test("escapes the same bytes wherever they stand among plain ones", arguments: 0..<16)
    func places(place: Int) {
        for byte in UInt8.min...UInt8.max {
            var bytes = Array("abcdefgh~ !#$%&'".utf8)
            bytes[place] = byte
            let alone = ByteWriter()
            withUnsafeBytes(of: byte) { alone.put(json: $0.bindMemory(to: UInt8.self)) }
            let among = ByteWriter()
            bytes.withUnsafeBufferPointer { among.put(json: $0) }
            let expected =
                Array("\"".utf8) + bytes[..<place] + alone.bytes.dropFirst().dropLast() + bytes[(place + 1)...]
                + Array("\"".utf8)
            #expect(Array(among.bytes) == expected, "byte \(byte)")
        }
    }

    @Test("is JSON whatever the bytes are, and the same text where they are UTF-8")
    func fuzz() throws {
        var generator = SplitMix(state: 7)
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let buffer = ByteWriter()
            bytes.withUnsafeBufferPointer { buffer.put(json: $0) }
            let read = try #require(JSON(parsing: Array(buffer.bytes))?.string)
            if let text = String(validating: bytes, as: UTF8.self) { #expect(read == text) }
        }
    }

    @Test(
        "keeps company with numbers",
        arguments: [(0, 1, "0"), (7, 3, "007"), (1234, 2, "1234"), (Int.max, 1, "9223372036854775807")])
    func decimal(number: Int, width: Int, text: String) {
        let buffer = ByteWriter()
        buffer.put(decimal: number, width: width)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
    }
}

@Suite("An error body")
struct ErrorBodyTests {
    private func body(_ format: ErrorDefinition.Format, _ failure: Failure, requestID: String = "req-abc123") -> String
    {
        let buffer = ByteWriter()
        let body = ErrorBody(ErrorDefinition(format: format, upstreamUnavailable: 503))
        withView(requestID) { body.write(failure, requestID: $0, time: 1_709_287_200_000, into: buffer) }
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    @Test("is the envelope of the document, word for word")
    func envelope() {
        #expect(
            body(.envelope, AuthFailure.signature.failure)
                == #"{"error":{"code":"UNAUTHORIZED","message":"Invalid or expired token","request_id":"req-abc123"},"#
                + #""metadata":{"success":false,"timestamp":"2024-03-01T10:00:00Z"}}"#)
    }

    @Test("is flat, with the code in small letters")
    func flat() {
        #expect(
            body(.flat, AuthFailure.expired.failure)
                == #"{"error":"expired_token","message":"Token has expired","request_id":"req-abc123"}"#)
    }

    @Test("is a problem document")
    func problem() {
        #expect(
            body(.problem, .notFound)
                == #"{"type":"about:blank","title":"No such resource","status":404,"code":"NOT_FOUND","request_id":"req-abc123"}"#
        )
        #expect(
            ErrorBody(ErrorDefinition(format: .problem, upstreamUnavailable: 502)).contentType
                == "application/problem+json")
    }

    @Test("escapes a request id that a client chose")
    func escapes() {
        #expect(body(.envelope, .notFound, requestID: #"a"},"x":"\"#).contains(##""request_id":"a\"},\"x\":\"\\""##))
    }
}

extension StaticString {
    fileprivate static func == (one: StaticString, other: String) -> Bool { "\(one)" == other }
}

@Suite("The access log")
struct AccessLogTests {
    /// A record with these texts, rendered as a line.
    private func line(
        status: Int = 200, duration: Int64 = 45_678_000, path: String = "/api/v1/agents", agent: String = "curl/8.0",
        route: StaticString? = "/api/v1/agents", subject: String? = "user-1", failure: Failure? = nil
    ) -> String {
        let buffer = ByteWriter()
        var timestamp = TimestampText()
        withRecord(status, duration, path, agent, route, subject, failure) {
            $0.write(into: buffer, service: "test", longestUserAgent: 16, timestamp: &timestamp)
        }
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    private func withRecord(
        _ status: Int, _ duration: Int64, _ path: String, _ agent: String, _ route: StaticString?, _ subject: String?,
        _ failure: Failure?, _ body: (AccessRecord) -> Void
    ) {
        let grant = subject.map {
            Grant(
                subject: Array($0.utf8), identityHeaders: [], end: 0, scopes: NameSet(capacity: 0),
                roles: NameSet(capacity: 0))
        }
        withView("req-1") { requestID in
            withView("GET") { method in
                withView(path) { path in
                    withView(agent) { agent in
                        withView("192.168.1.100") { address in
                            body(
                                AccessRecord(
                                    time: 1_709_287_200_123, duration: duration, requestID: requestID, method: method,
                                    path: path, route: route, status: status, userAgent: agent, address: address,
                                    grant: grant, failure: failure))
                        }
                    }
                }
            }
        }
    }

    @Test("has a line of JSON a request, with the keys of 001")
    func keys() {
        #expect(
            line()
                == #"{"timestamp":"2024-03-01T10:00:00.123Z","level":"INFO","service":"test","request_id":"req-1","#
                + #""user_id":"user-1","method":"GET","path":"/api/v1/agents","route":"/api/v1/agents","#
                + #""status_code":200,"response_time_ms":45.678,"user_agent":"curl/8.0","ip_address":"192.168.1.100"}"#
                + "\n")
    }

    @Test("says why and by whose fault a request failed")
    func failure() {
        let line = line(status: 503, route: nil, subject: nil, failure: .upstreamUnavailable(status: 503))
        #expect(line.contains(#""user_id":null"#) && line.contains(#""route":null"#))
        #expect(
            line.contains(#""error_code":"SERVICE_UNAVAILABLE","error_side":"upstream","error_phase":"forward"}"#))
    }

    @Test(
        "has the level of the outcome",
        arguments: [
            (200, 0, "INFO"), (404, 0, "INFO"), (403, 0, "INFO"), (401, 0, "ERROR"), (429, 0, "WARN"),
            (500, 0, "ERROR"),
            (503, 0, "ERROR"), (200, 500_000_001, "WARN"), (200, 500_000_000, "INFO"),
        ])
    func level(status: Int, duration: Int64, level: String) {
        #expect(line(status: status, duration: duration).contains("\"level\":\"\(level)\""))
    }

    @Test("stays one line of JSON whatever a client sends")
    func hostile() throws {
        let text = line(path: "/\"}\n{\"level\":\"INFO\"", agent: "\r\n\u{1B}[2J\u{2028}", subject: "a\"\nb")
        #expect(text.filter { $0 == "\n" }.count == 1)
        let record = try #require(JSON(parsing: text.utf8.dropLast())?.object)
        #expect(record["path"]?.string == "/\"}\n{\"level\":\"INFO\"")
        #expect(record["user_id"]?.string == "a\"\nb")
    }

    @Test("cuts a long user agent, also in the middle of a character")
    func longAgent() throws {
        let record = try #require(
            JSON(parsing: line(agent: String(repeating: "a", count: 15) + "ä…").utf8.dropLast())?.object)
        #expect(record["user_agent"]?.string == String(repeating: "a", count: 15) + "\u{FFFD}")
    }

    @Test("reaches its file within a moment, whole and in order")
    func written() async throws {
        let pipe = Pipe()
        let writer = LogWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor, logger: Logger(label: "test"))
        let loop = try Loop()
        try await loop.submit {
            let log = AccessLog(loop: loop, writer: writer, service: "test")
            for status in 200..<205 {
                withRecord(status, 0, "/", "", nil, nil, nil) { log.append($0) }
            }
        }
        var text = ""
        while text.filter({ $0 == "\n" }).count < 5 {
            text += String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        }
        let statuses = text.split(separator: "\n").map { JSON(parsing: $0.utf8)?.object?["status_code"]?.number }
        await loop.stop()
        #expect(statuses == (200..<205).map(String.init))
        #expect(writer.lostRecords == 0)
    }

    @Test("does not wait for ever for a reader that takes nothing")
    func stuck() {
        let full = Pipe()
        let told = LogCapture()
        let writer = LogWriter(
            descriptor: full.fileHandleForWriting.fileDescriptor, logger: Logger(label: "test") { _ in told })
        writer.write([UInt8](repeating: 0x61, count: 1 << 20), records: 1)
        writer.drain(patience: .milliseconds(200))
        #expect(told.text.contains("nobody reads the log") && told.text.contains("1048576"))
        try? full.fileHandleForReading.close()
        writer.drain()
        #expect(writer.lostRecords == 1)
    }

    @Test("counts and tells what it could not write")
    func lost() {
        let gone = Pipe()
        let descriptor = gone.fileHandleForWriting.fileDescriptor
        signal(SIGPIPE, SIG_IGN)
        try? gone.fileHandleForReading.close()
        let told = LogCapture()
        let writer = LogWriter(descriptor: descriptor, byteLimit: 100, logger: Logger(label: "test") { _ in told })
        writer.write(Array("line\n".utf8), records: 3)
        writer.drain()
        writer.write([UInt8](repeating: 0x61, count: 101), records: 4)
        writer.drain()
        #expect(writer.lostRecords == 7)
        #expect(told.text.contains("3") && told.text.contains("4"))
    }
}

/// Keeps what is logged.
final class LogCapture: LogHandler, @unchecked Sendable {
    // Written and read under the lock only.
    private var lines: [String] = []
    private let lock = NSLock()

    var text: String { lock.withLock { lines.joined(separator: "\n") } }
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lock.withLock { lines.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
