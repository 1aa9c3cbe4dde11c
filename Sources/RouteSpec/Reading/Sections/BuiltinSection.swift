extension BuiltinEndpoint.Kind {
    /// Where it answers unless the spec says otherwise.
    var defaultPath: String {
        switch self {
        case .health: "/health"
        case .ready: "/ready"
        case .metrics: "/metrics"
        case .docs: "/api/v1/docs"
        case .admin: "/-/"
        }
    }

    /// Those that answer at their usual paths when they are merely listed in `public_paths`.
    static let listed: [Self] = [.health, .ready, .metrics, .docs]

    fileprivate var section: Section {
        switch self {
        case .health: .health
        case .ready: .ready
        case .metrics: .metrics
        case .docs: .docs
        case .admin: .admin
        }
    }
}

extension BuiltinEndpoint {
    /// What stands below the path of `admin`.
    static let adminDocuments = ["auth", "limits", "routes", "status"]

    static func read(_ fields: inout Fields) -> [BuiltinEndpoint] {
        Kind.allCases.compactMap { BuiltinEndpoint($0, reading: &fields) }
    }

    /// A path, or a map with `path`.
    private init?(_ kind: Kind, reading fields: inout Fields) {
        guard let entry = fields.entry(kind.rawValue) else { return nil }
        guard case .map = entry.value.content else {
            if kind == .admin {
                fields.diagnostics.error(
                    at: entry.value.mark,
                    "'admin' must be a map with a key; write { path: /-/, key: \"${ADMIN_KEY:-}\" }")
                return nil
            }
            guard let path = fields.diagnostics.read(entry.value, as: .plainPath, of: "'\(kind.rawValue)'") else {
                return nil
            }
            self.init(kind: kind, path: path, format: .status)
            return
        }
        guard let pattern = try? PathPattern(parsing: kind.defaultPath) else { return nil }
        var endpoint = BuiltinEndpoint(kind: kind, path: Marked(pattern, at: entry.key.mark), format: .status)
        _ = fields.diagnostics.map(entry.value, kind.section, of: "'\(kind.rawValue)'") { fields in
            if let path = fields.marked("path", .plainPath) { endpoint.path = path }
            if kind == .health { endpoint.readHealth(&fields) }
            if kind == .admin {
                fields.require(
                    "key", "write a variable such as \"${ADMIN_KEY:-}\"; where it is empty, nobody sees anything")
                endpoint.key = fields.marked("key", .secret)
            }
        }
        self = endpoint
    }

    /// A builtin that only stands in `public_paths`.
    init?(publicPath: Marked<String>) {
        guard let kind = Kind.listed.first(where: { $0.defaultPath == publicPath.value }),
            let pattern = try? PathPattern(parsing: publicPath.value)
        else { return nil }
        self.init(kind: kind, path: Marked(pattern, at: publicPath.mark), format: .status)
    }
}
