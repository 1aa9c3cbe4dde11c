/// What `public_paths` comes to: it opens the routes that it names, and builtins answer at their usual paths when they are
/// merely listed.
struct PublicListing {
    private let entries: [String: Marked<String>]
    private let order: [Marked<String>]
    private let builtinPaths: Set<String>
    /// Those that a route answers to.
    private var named: Set<String> = []

    /// Adds to the builtins those that are merely listed.
    init(_ publicPaths: [Marked<String>], builtins: inout [BuiltinEndpoint]) {
        for path in publicPaths {
            guard let builtin = BuiltinEndpoint(publicPath: path),
                !builtins.contains(where: { $0.kind == builtin.kind })
            else { continue }
            builtins.append(builtin)
        }
        order = publicPaths
        entries = Dictionary(publicPaths.map { ($0.value, $0) }, uniquingKeysWith: { first, _ in first })
        builtinPaths = Set(builtins.map(\.path.value.text))
    }

    /// Whether these paths of a route are listed. All of them are, or none: a route has one policy. `authRequired` is what
    /// the route itself says.
    mutating func names(
        _ paths: [(pattern: Marked<PathPattern>, spelling: String)], authRequired: Marked<Bool>?,
        _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard !entries.isEmpty else { return false }
        let listed = paths.compactMap { path in entries[path.spelling] ?? entries[path.pattern.value.text] }
        for entry in listed { named.insert(entry.value) }
        guard let entry = listed.first else { return false }
        if let other = paths.first(where: { entries[$0.spelling] == nil && entries[$0.pattern.value.text] == nil }) {
            diagnostics.error(
                at: entry.mark,
                "'\(entry.value)' shares its route with '\(other.spelling)' at \(other.pattern.mark.place), which is not public; "
                    + "list every path of the route, or make two routes of it")
        }
        if let authRequired, authRequired.value {
            diagnostics.error(
                at: authRequired.mark,
                "'auth_required: true' contradicts 'public_paths', which has '\(entry.value)' at \(entry.mark.place); remove one of them"
            )
        }
        return true
    }
}

extension PublicListing {
    /// Reports entries that name nothing, where all routes could be read.
    func checkNames(of routes: [RouteDeclaration], _ diagnostics: inout Diagnostics) {
        let known = routes.flatMap(\.paths).map(\.value.text)
        for entry in order where !named.contains(entry.value) && !builtinPaths.contains(entry.value) {
            let usual = BuiltinEndpoint.Kind.listed.map(\.defaultPath)
            diagnostics.error(
                at: entry.mark,
                "'\(entry.value)' is the path of no route and no builtin; "
                    + (suggestion(for: entry.value, among: known + usual)
                        ?? "write a route's path word for word, or remove it"))
        }
    }
}
