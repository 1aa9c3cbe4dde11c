/// The access log of one event loop: records are rendered into a buffer, which goes to the shared ``LogWriter`` when it is
/// full or a moment old.
final class AccessLog {
    /// How long a record may wait for others; a log that lags behind by more is no help to somebody who watches it.
    private static let longestWait: UInt64 = 100_000_000
    private static let batchSize = 256 * 1024
    /// Longer values are cut off in the log.
    private static let longestUserAgent = 512

    private let loop: Loop
    private let writer: LogWriter
    private let service: StaticString
    private let buffer: ByteWriter
    private var timestamp = TimestampText()
    private var recordCount = 0
    private var isFlushScheduled = false

    /// - Parameter service: the name that every line bears.
    init(loop: Loop, writer: LogWriter, service: StaticString) {
        self.loop = loop
        self.writer = writer
        self.service = service
        buffer = ByteWriter(capacity: Self.batchSize + 4096)
    }

    /// Records one request. Allocates nothing but once a batch.
    func append(_ record: AccessRecord) {
        record.write(
            into: buffer, service: service, longestUserAgent: Self.longestUserAgent, timestamp: &timestamp)
        recordCount += 1
        if buffer.count >= Self.batchSize { flush() }
        if isFlushScheduled { return }
        isFlushScheduled = true
        loop.schedule(in: Self.longestWait) {
            self.isFlushScheduled = false
            self.flush()
        }
    }

    /// Hands everything to the writer.
    func flush() {
        guard recordCount > 0 else { return }
        writer.write(Array(buffer.bytes), records: recordCount)
        recordCount = 0
        buffer.clear()
    }
}

extension AccessRecord {
    /// Writes the record as one line of JSON, with the keys of 001.
    func write(
        into buffer: ByteWriter, service: StaticString, longestUserAgent: Int, timestamp: inout TimestampText
    ) {
        buffer.put("{\"timestamp\":\"")
        timestamp.write(Timestamp(milliseconds: time), into: buffer)
        buffer.put("\",\"level\":\"")
        buffer.put(level.name)
        buffer.put("\",\"service\":")
        buffer.put(json: service)
        buffer.put(",\"request_id\":")
        buffer.put(json: requestID)
        buffer.put(",\"user_id\":")
        if let grant, !grant.subject.isEmpty {
            grant.subject.withUnsafeBufferPointer { buffer.put(json: $0) }
        } else {
            buffer.put("null")
        }
        // A method is a token, which has nothing that JSON would escape.
        buffer.put(",\"method\":\"")
        buffer.put(method)
        buffer.put("\",\"path\":")
        buffer.put(json: path)
        buffer.put(",\"route\":")
        if let route { buffer.put(json: route) } else { buffer.put("null") }
        buffer.put(",\"status_code\":")
        buffer.put(decimal: max(0, status))
        buffer.put(",\"response_time_ms\":")
        let microseconds = Int(max(0, duration) / 1000)
        buffer.put(decimal: microseconds / 1000)
        buffer.put(".")
        buffer.put(decimal: microseconds % 1000, width: 3)
        buffer.put(",\"user_agent\":")
        buffer.put(json: userAgent.prefix(min(userAgent.count, longestUserAgent)))
        buffer.put(",\"ip_address\":")
        buffer.put(json: address)
        if cache != .none {
            buffer.put(",\"cache\":")
            buffer.put(json: cache.name)
        }
        if let target {
            buffer.put(",\"target\":")
            target.withUnsafeBufferPointer { buffer.put(json: $0) }
        }
        if attempts > 1 {
            buffer.put(",\"attempts\":")
            buffer.put(decimal: attempts)
        }
        if let failure {
            buffer.put(",\"error_code\":")
            buffer.put(json: failure.code.rawValue)
            buffer.put(",\"error_side\":")
            buffer.put(json: failure.side.rawValue)
            buffer.put(",\"error_phase\":")
            buffer.put(json: failure.phase.rawValue)
            if let scope = failure.details?.scope {
                buffer.put(",\"limit_scope\":")
                buffer.put(json: scope.rawValue)
            }
            if let timeout = failure.timeout {
                buffer.put(",\"error_timeout\":")
                buffer.put(json: timeout.rawValue)
            }
        }
        buffer.put("}\n")
    }
}
