// Which bodies a transform changes.
extension BodyTransform {
    /// What becomes of a response.
    enum Change {
        case nothing
        /// Its fields: they speak of a body that the client has, or would get.
        case fields
        case body
    }

    func change(
        of head: borrowing ResponseHead, _ fields: HeaderFields, framing: BodyFraming, for method: Method
    ) -> Change {
        if head.status == 304 { return .fields }
        guard Self.isJSON(fields) else { return .nothing }
        if method == .head { return .fields }
        return framing == .none ? .nothing : .body
    }

    /// Whether a response's fields say of its body that it is JSON, all of it, and as it is.
    private static func isJSON(_ fields: HeaderFields) -> Bool {
        var isJSON = false
        for index in 0..<fields.count where fields.kind(at: index) == .endToEnd {
            let (name, value) = (fields.name(at: index), fields.value(at: index))
            if name.equalsIgnoringCase("Content-Type") {
                isJSON = isJSONType(value)
            } else if name.equalsIgnoringCase("Content-Encoding"), isCoding(value) {
                return false
            } else if name.equalsIgnoringCase("Content-Range") {
                return false
            }
        }
        return isJSON
    }

    /// What becomes of a request that has a body.
    enum RequestChange: Equatable {
        case nothing, body
        case refused(Failure)
    }

    /// Goes by what the upstream will read: no field that ends at the gateway, and `_` for `-`. Of what could be read in two ways
    /// nothing goes on, since a client could have its body pass unchanged by it. `Content-Range` means nothing here: a server that
    /// does not know it for the method takes the body as a whole.
    static func change(ofRequest fields: HeaderFields) -> RequestChange {
        var type: ByteView?
        var isCoded = false
        for index in 0..<fields.count where fields.kind(at: index) == .endToEnd {
            let (name, value) = (fields.name(at: index), fields.value(at: index))
            if name.namesField("content-type"), !fields.isNamedByConnection(name) {
                if type != nil || value.mediaType.firstIndex(of: UInt8(ascii: ",")) != nil {
                    return .refused(.severalContentTypes)
                }
                type = value
            } else if name.namesField("content-encoding"), !fields.isNamedByConnection(name), isCoding(value) {
                isCoded = true
            }
        }
        guard let type, isJSONType(type) else { return .nothing }
        return isCoded ? .refused(.codedJSON) : .body
    }

    private static func isCoding(_ value: ByteView) -> Bool {
        let coding = value.trimmed
        return !coding.isEmpty && !coding.equalsIgnoringCase("identity")
    }

    private static func isJSONType(_ value: ByteView) -> Bool {
        let type = value.mediaType
        return type.equalsIgnoringCase("application/json") || type.isJSONBySuffix
    }

    /// Fields of a request by which a response would come as no text, or not whole.
    static let forbiddenToUpstreams = ["Accept-Encoding", "Range", "If-Range"]
}
