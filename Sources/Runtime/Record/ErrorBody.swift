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
    func write(_ failure: Failure, requestID: ByteView, time: Int64, into buffer: ByteWriter) {
        switch format {
        case .envelope: Self.writeEnvelope(failure, requestID, time, buffer)
        case .flat: Self.writeFlat(failure, requestID, buffer)
        case .problem: Self.writeProblem(failure, requestID, buffer)
        }
    }

    /// `{"error":{"code","message","request_id"},"metadata":{"success":false,"timestamp"}}`
    private static func writeEnvelope(
        _ failure: Failure, _ requestID: ByteView, _ time: Int64, _ buffer: ByteWriter
    ) {
        buffer.put("{\"error\":{\"code\":")
        buffer.put(json: failure.code.rawValue)
        buffer.put(",\"message\":")
        buffer.put(json: failure.message)
        buffer.put(",\"request_id\":")
        buffer.put(json: requestID)
        buffer.put("},\"metadata\":{\"success\":false,\"timestamp\":\"")
        Timestamp(milliseconds: time).write(into: buffer)
        buffer.put("\"}}")
    }

    /// `{"error","message","request_id"}` and the details, the code in small letters.
    private static func writeFlat(_ failure: Failure, _ requestID: ByteView, _ buffer: ByteWriter) {
        buffer.put("{\"error\":")
        buffer.put(json: failure.code.rawValue.lowercased())
        buffer.put(",\"message\":")
        buffer.put(json: failure.message)
        buffer.put(",\"request_id\":")
        buffer.put(json: requestID)
        if let details = failure.details { buffer.put(details) }
        buffer.put("}")
    }

    /// A problem document (RFC 9457, 3): `code`, `request_id` and the details are extensions.
    private static func writeProblem(_ failure: Failure, _ requestID: ByteView, _ buffer: ByteWriter) {
        buffer.put("{\"type\":\"about:blank\",\"title\":")
        buffer.put(json: failure.message)
        buffer.put(",\"status\":")
        buffer.put(decimal: failure.status)
        buffer.put(",\"code\":")
        buffer.put(json: failure.code.rawValue)
        buffer.put(",\"request_id\":")
        buffer.put(json: requestID)
        if let details = failure.details { buffer.put(details) }
        buffer.put("}")
    }
}
