extension GatewaySpec {
    mutating func readAuth(_ fields: inout Fields) {
        guard let entry = fields.entry("auth") else { return }
        let errors = fields.diagnostics.errorCount
        auth = fields.diagnostics.map(entry.value, .auth, of: "'auth'") { AuthSettings(reading: &$0) }
        let lists = entry.value.entries.filter { ["scopes", "roles"].contains($0.key.value) }.map(\.value)
        if fields.diagnostics.errorCount > errors || !([entry.value] + lists).allSatisfy(\.hasAllNames) {
            gaps.formUnion([.scopes, .roles])
        }
    }
}

extension AuthSettings {
    init(reading fields: inout Fields) {
        self.init(
            mark: fields.firstKey, providers: [], scopeClaims: ["scopes", "scope"], roleClaims: ["roles", "role"],
            claimHeaders: [], scopes: nil, roles: nil)
        providers = TokenProvider.readAll(&fields)
        claimHeaders = Self.claimHeaders(&fields)
        if let claim = fields.value("scope_claim", .text) { scopeClaims = [claim] }
        if let claim = fields.value("role_claim", .text) { roleClaims = [claim] }
        scopes = Self.scopes(&fields)
        roles = Self.roles(&fields)
    }

    private static func scopes(_ fields: inout Fields) -> [(name: Marked<String>, text: String?)]? {
        guard let entry = fields.entry("scopes") else { return nil }
        guard case .map(let entries) = entry.value.content else {
            return fields.diagnostics.names(entry.value, "scopes", as: .scope)?.map { ($0, nil) }
        }
        return entries.compactMap { entry in
            let name = fields.diagnostics.read(key: entry.key, as: .scope, of: "a scope's name")
            let text = fields.diagnostics.read(entry.value, as: .text, of: "'\(entry.key.value)'")
            return name.map { ($0, text?.value) }
        }
    }

    private static func roles(_ fields: inout Fields) -> [(name: Marked<String>, includes: [Marked<String>])]? {
        guard let entry = fields.entry("roles") else { return nil }
        guard case .map(let entries) = entry.value.content else {
            return fields.diagnostics.names(entry.value, "roles", as: .role)?.map { ($0, []) }
        }
        return entries.compactMap { entry in
            let name = fields.diagnostics.read(key: entry.key, as: .role, of: "a role's name")
            let includes = fields.diagnostics.map(entry.value, .role, of: "'\(entry.key.value)'") { fields in
                fields.list("includes", of: .role)
            }
            return name.map { ($0, (includes ?? nil) ?? []) }
        }
    }
}

extension Diagnostics {
    /// A list of names, each once.
    fileprivate mutating func names(_ node: Node, _ key: String, as shape: Shape<String>) -> [Marked<String>]? {
        list(node, key).map { nodes in
            distinct(nodes.compactMap { read($0, as: shape, of: "an entry of '\(key)'") }, of: key)
        }
    }
}
