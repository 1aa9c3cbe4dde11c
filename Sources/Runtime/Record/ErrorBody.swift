import NIOCore

/// The body of a refusal (`errors.format`).
struct ErrorBody: Sendable {
    private let format: ErrorDefinition.Format

    init(_ definition: ErrorDefinition) { format = definition.format }

    /// The value of `Content-Type`.
    var contentType: StaticString {
        format == .problem ? "application/problem+json" : "application/json"
    }

    /// Writes the body.
    /// - Parameter time: in milliseconds since 1970.
    func write(_ failure: Failure, requestID: ByteView, time: Int64, into buffer: inout ByteBuffer) {
        switch format {
        case .envelope: Self.writeEnvelope(failure, requestID, time, &buffer)
        case .flat: Self.writeFlat(failure, requestID, &buffer)
        case .problem: Self.writeProblem(failure, requestID, &buffer)
        }
    }

    /// `{"error":{"code","message","request_id"},"metadata":{"success":false,"timestamp"}}`
    private static func writeEnvelope(
        _ failure: Failure, _ requestID: ByteView, _ time: Int64, _ buffer: inout ByteBuffer
    ) {
        buffer.writeStaticString("{\"error\":{\"code\":")
        buffer.writeJSONString(failure.code.rawValue)
        buffer.writeStaticString(",\"message\":")
        buffer.writeJSONString(failure.message)
        buffer.writeStaticString(",\"request_id\":")
        buffer.writeJSONString(requestID)
        buffer.writeStaticString("},\"metadata\":{\"success\":false,\"timestamp\":\"")
        Timestamp(milliseconds: time).write(into: &buffer, withMilliseconds: false)
        buffer.writeStaticString("\"}}")
    }

    /// `{"error","message","request_id"}`, the code in small letters.
    private static func writeFlat(_ failure: Failure, _ requestID: ByteView, _ buffer: inout ByteBuffer) {
        buffer.writeStaticString("{\"error\":")
        buffer.writeJSONString(failure.code.rawValue.lowercased())
        buffer.writeStaticString(",\"message\":")
        buffer.writeJSONString(failure.message)
        buffer.writeStaticString(",\"request_id\":")
        buffer.writeJSONString(requestID)
        buffer.writeStaticString("}")
    }

    /// A problem document (RFC 9457, 3): `code` and `request_id` are extensions.
    private static func writeProblem(_ failure: Failure, _ requestID: ByteView, _ buffer: inout ByteBuffer) {
        buffer.writeStaticString("{\"type\":\"about:blank\",\"title\":")
        buffer.writeJSONString(failure.message)
        buffer.writeStaticString(",\"status\":")
        buffer.writeDecimal(Int64(failure.status))
        buffer.writeStaticString(",\"code\":")
        buffer.writeJSONString(failure.code.rawValue)
        buffer.writeStaticString(",\"request_id\":")
        buffer.writeJSONString(requestID)
        buffer.writeStaticString("}")
    }
}
