/// The top of a spec.
extension GatewaySpec {
    /// Reads what all files of a spec come to, merged; where not all of them could be read, nothing is missing.
    init(reading fields: inout Fields, isWhole: Bool) {
        if isWhole {
            fields.require("version", "write 'version: \"1.0\"'")
            fields.require("routes", "write one route at least")
        }
        _ = fields.value("version", .languageVersion)
        self.init(gaps: isWhole ? [] : Set(Gap.allCases))
        _ = fields.map("info", .info) { fields in
            fields.read("title", as: .text, into: &title)
            fields.read("version", as: .text, into: &version)
            description = fields.value("description", .text)
        }
        _ = fields.map("server", .server) { server.read(&$0) }
        // Each file may list what its own routes need.
        for listed in (fields.list("public_paths", of: .publicPath) ?? []).grouped(by: \.mark.path) {
            publicPaths += fields.diagnostics.distinct(listed, of: "public_paths")
        }
        builtins = fields.map("builtin", .builtin) { BuiltinEndpoint.read(&$0) } ?? []
        _ = fields.map("errors", .errors) { errors.read(&$0) }
        readAuth(&fields)
        cors = fields.map("cors", .cors) { CrossOriginSettings(reading: &$0) }
        readLimiter(&fields)
        readUpstreams(&fields)
        readSchemas(&fields)
        readLint(&fields)
        expectations = Expectation.readList(&fields)
        readRoutes(&fields)
    }

    /// What a spec that says nothing has.
    private init(gaps: Set<Gap>) {
        self.init(
            title: "Gateway", version: "1.0.0", description: nil, server: .standard, publicPaths: [], builtins: [],
            errors: ErrorSettings(format: .envelope, upstreamUnavailable: 502), auth: nil, cors: nil,
            limiter: LimiterSettings(), sharedRateLimits: [], upstreams: [], schemas: [], lint: [:], expectations: [],
            routes: [], gaps: gaps)
    }

    private mutating func readLint(_ fields: inout Fields) {
        for entry in fields.entries("lint") ?? [] {
            let rule = fields.diagnostics.read(key: entry.key, as: Shape<LintRule>.choice, of: "the rule")
            let level = fields.diagnostics.read(entry.value, as: Shape<LintLevel>.choice, of: "'\(entry.key.value)'")
            if let rule, let level { lint[rule.value.rawValue] = level }
        }
    }
}

extension Shape<String> {
    /// The one version of the language that there is.
    fileprivate static var languageVersion: Shape {
        rawText("\"1.0\"") { text throws(Fault) in
            guard text == "1.0" else {
                throw Fault("is '\(text.visible)', which this compiler does not know; write \"1.0\"")
            }
            return text
        }
    }

    /// A path of a route or a builtin, word for word.
    fileprivate static var publicPath: Shape {
        rawText("a path such as /health") { text throws(Fault) in
            guard text.hasPrefix("/") else {
                throw Fault("must begin with '/', and is '\(text.visible)'; write the path as its route has it")
            }
            return text
        }
    }
}
