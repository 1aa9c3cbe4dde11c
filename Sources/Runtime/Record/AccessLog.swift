import NIOCore

/// The access log of one event loop: records are rendered into a buffer, which goes to the shared ``LogWriter`` when it is
/// full or a moment old.
final class AccessLog {
    /// How long a record may wait for others; a log that lags behind by more is no help to somebody who watches it.
    private static let longestWait = TimeAmount.milliseconds(100)
    private static let batchSize = 256 * 1024
    /// Longer values are cut off in the log.
    private static let longestUserAgent = 512

    private let loop: any EventLoop
    private let writer: LogWriter
    private let service: StaticString
    private var buffer: ByteBuffer
    private var recordCount = 0
    private var isFlushScheduled = false

    /// - Parameter service: the name that every line bears.
    init(loop: any EventLoop, writer: LogWriter, service: StaticString) {
        self.loop = loop
        self.writer = writer
        self.service = service
        buffer = ByteBufferAllocator().buffer(capacity: Self.batchSize + 4096)
    }

    /// Records one request. Allocates nothing but once a batch.
    func append(_ record: AccessRecord) {
        record.write(into: &buffer, service: service, longestUserAgent: Self.longestUserAgent)
        recordCount += 1
        if buffer.readableBytes >= Self.batchSize { flush() }
        if isFlushScheduled { return }
        isFlushScheduled = true
        loop.assumeIsolated().scheduleTask(in: Self.longestWait) {
            self.isFlushScheduled = false
            self.flush()
        }
    }

    /// Hands everything to the writer.
    func flush() {
        guard recordCount > 0 else { return }
        writer.write(buffer, records: recordCount)
        recordCount = 0
        buffer = ByteBufferAllocator().buffer(capacity: Self.batchSize + 4096)
    }
}

extension AccessRecord {
    /// Writes the record as one line of JSON, with the keys of 001.
    func write(into buffer: inout ByteBuffer, service: StaticString, longestUserAgent: Int) {
        buffer.writeStaticString("{\"timestamp\":\"")
        Timestamp(milliseconds: time).write(into: &buffer, withMilliseconds: true)
        buffer.writeStaticString("\",\"level\":\"")
        buffer.writeStaticString(level.name)
        buffer.writeStaticString("\",\"service\":")
        buffer.writeJSONString(service)
        buffer.writeStaticString(",\"request_id\":")
        buffer.writeJSONString(requestID)
        buffer.writeStaticString(",\"user_id\":")
        if let grant, !grant.subject.isEmpty {
            grant.subject.withUnsafeBufferPointer { buffer.writeJSONString($0) }
        } else {
            buffer.writeStaticString("null")
        }
        buffer.writeStaticString(",\"method\":")
        buffer.writeJSONString(method)
        buffer.writeStaticString(",\"path\":")
        buffer.writeJSONString(path)
        buffer.writeStaticString(",\"route\":")
        if let route { buffer.writeJSONString(route) } else { buffer.writeStaticString("null") }
        buffer.writeStaticString(",\"status_code\":")
        buffer.writeDecimal(Int64(max(0, status)))
        buffer.writeStaticString(",\"response_time_ms\":")
        let microseconds = max(0, duration) / 1000
        buffer.writeDecimal(microseconds / 1000)
        buffer.writeInteger(UInt8(ascii: "."))
        buffer.writeDecimal(microseconds % 1000, width: 3)
        buffer.writeStaticString(",\"user_agent\":")
        buffer.writeJSONString(userAgent.prefix(min(userAgent.count, longestUserAgent)))
        buffer.writeStaticString(",\"ip_address\":")
        buffer.writeJSONString(address)
        if let failure {
            buffer.writeStaticString(",\"error_code\":")
            buffer.writeJSONString(failure.code.rawValue)
            buffer.writeStaticString(",\"error_side\":")
            buffer.writeJSONString(failure.side.rawValue)
            buffer.writeStaticString(",\"error_phase\":")
            buffer.writeJSONString(failure.phase.rawValue)
        }
        buffer.writeStaticString("}\n")
    }
}
