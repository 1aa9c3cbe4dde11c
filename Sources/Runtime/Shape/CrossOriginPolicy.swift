/// `cors`, ready for requests.
final class CrossOriginPolicy: Sendable {
    /// Of a preflight that could be answered.
    let preflightStatus: Int
    /// Whether the path's own methods are those that a page may use.
    let takesMethodsOfPath: Bool
    /// The fields of upstreams that end at the gateway.
    let stripped: [String]
    private let allowsAll: Bool
    private let origins: [[UInt8]]
    /// Of every response to an origin that is allowed, behind the field that says so.
    private let fields: [UInt8]
    /// What a preflight's answer has beside them.
    private let preflightFields: [UInt8]

    init(_ definition: CrossOriginDefinition, allowing origins: AllowedOrigins) {
        preflightStatus = definition.preflightStatus
        takesMethodsOfPath = definition.methods == nil
        stripped = definition.stripsUpstream ? Self.names : []
        allowsAll = origins.hasWildcard
        self.origins = origins.names.map { Array($0.utf8) }
        var fields = origins.hasWildcard ? "Access-Control-Allow-Origin: *\r\n" : ""
        if let methods = definition.methods { fields += "Access-Control-Allow-Methods: \(methods)\r\n" }
        if let headers = definition.headers { fields += "Access-Control-Allow-Headers: \(headers)\r\n" }
        if let exposed = definition.exposedHeaders { fields += "Access-Control-Expose-Headers: \(exposed)\r\n" }
        // Fetch, 3.2.5: the two do not go together, so that no page of just any site acts for a user who is logged in.
        if definition.allowsCredentials, !origins.hasWildcard { fields += "Access-Control-Allow-Credentials: true\r\n" }
        if let age = definition.maxAge { fields += "Access-Control-Max-Age: \(age)\r\n" }
        self.fields = Array(fields.utf8)
        let usual = "Access-Control-Allow-Headers: Authorization, Content-Type\r\n"
        preflightFields = definition.headers == nil ? Array(usual.utf8) : []
    }

    /// Response fields of CORS (Fetch, 3.2.3).
    private static let names = [
        "Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers",
        "Access-Control-Allow-Credentials", "Access-Control-Allow-Private-Network", "Access-Control-Expose-Headers",
        "Access-Control-Max-Age",
    ]

    /// Whether a page of this origin may call the gateway.
    func allows(_ origin: ByteView) -> Bool {
        allowsAll || origins.contains { $0.count == origin.count && $0.elementsEqual(origin.bytes) }
    }

    /// Writes the fields of a response to a request of this origin, or of none.
    func write(for origin: ByteView?, into output: ByteWriter) {
        if allowsAll {
            output.put(fields)
            return
        }
        // Also where nothing is allowed: a cache must not give this response to a page of another origin.
        output.put("Vary: Origin\r\n")
        guard let origin, allows(origin) else { return }
        output.put("Access-Control-Allow-Origin: ")
        output.put(origin)
        output.put("\r\n")
        output.put(fields)
    }

    /// Writes what the answer to a preflight has beside the fields of every response.
    func writePreflight(into output: ByteWriter) { output.put(preflightFields) }
}
