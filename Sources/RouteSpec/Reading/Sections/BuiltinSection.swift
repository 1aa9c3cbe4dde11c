extension BuiltinEndpoint.Kind {
    /// Where it answers unless the spec says otherwise.
    var defaultPath: String {
        switch self {
        case .health: "/health"
        case .ready: "/ready"
        case .metrics: "/metrics"
        case .docs: "/api/v1/docs"
        }
    }

    fileprivate var section: Section {
        switch self {
        case .health: .health
        case .ready: .ready
        case .metrics: .metrics
        case .docs: .docs
        }
    }
}

extension BuiltinEndpoint {
    static func read(_ fields: inout Fields) -> [BuiltinEndpoint] {
        Kind.allCases.compactMap { BuiltinEndpoint($0, reading: &fields) }
    }

    /// A path, or a map with `path`.
    private init?(_ kind: Kind, reading fields: inout Fields) {
        guard let entry = fields.entry(kind.rawValue) else { return nil }
        guard case .map = entry.value.content else {
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
            if kind == .health { fields.choice("format", into: &endpoint.format) }
        }
        self = endpoint
    }

    /// A builtin that only stands in `public_paths`.
    init?(publicPath: Marked<String>) {
        guard let kind = Kind.allCases.first(where: { $0.defaultPath == publicPath.value }),
            let pattern = try? PathPattern(parsing: publicPath.value)
        else { return nil }
        self.init(kind: kind, path: Marked(pattern, at: publicPath.mark), format: .status)
    }
}
