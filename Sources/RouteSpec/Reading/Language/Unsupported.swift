/// What the language has and the gateway does not enforce yet. To accept such a key would be to promise what nobody
/// keeps, so it is an error; whoever makes it work takes it out of here.
enum Unsupported {
    static func keys(in section: Section) -> [String] {
        switch section {
        case .spec: ["observability", "allow"]
        case .server: ["tls", "http", "proxy_protocol"]
        case .upstream: ["tls", "openapi"]
        case .connect: ["tls_timeout"]
        case .route, .defaults: targets
        case .request: ["body"]
        case .parameter: parameterSchema
        default: []
        }
    }

    /// What answers a route in an upstream's place, or beside it.
    static let targets = ["compose"]

    private static let parameterSchema = [
        "enum", "const", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum",
        "exclusiveMaximum", "multipleOf", "default", "items", "minItems", "maxItems", "$ref",
    ]
}
