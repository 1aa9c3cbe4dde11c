extension GatewaySpec {
    mutating func readAuth(_ fields: inout Fields) {
        guard let entry = fields.entry("auth") else { return }
        let errors = fields.diagnostics.errorCount
        auth = fields.diagnostics.map(entry.value, .auth, of: "'auth'") { AuthSettings(reading: &$0) }
        if fields.diagnostics.errorCount > errors { gaps.formUnion([.scopes, .roles]) }
    }
}

extension AuthSettings {
    init(reading fields: inout Fields) {
        self.init(
            mark: fields.firstKey, secrets: [], issuers: [], audiences: [], leeway: .zero,
            scopeClaims: ["scopes", "scope"],
            roleClaims: ["roles", "role"], claimHeaders: [], scopes: nil, roles: nil)
        let hasProviders = fields.entries.contains { $0.key.value == "providers" }
        if !hasProviders { fields.require("jwt", "write 'jwt: { algorithms: [HS256], secret: $JWT_SECRET }'") }
        _ = fields.map("jwt", .jwt) { readToken(&$0) }
        claimHeaders = Self.claimHeaders(&fields)
        if let claim = fields.value("scope_claim", .text) { scopeClaims = [claim] }
        if let claim = fields.value("role_claim", .text) { roleClaims = [claim] }
        scopes = Self.scopes(&fields)
        roles = Self.roles(&fields)
    }

    private mutating func readToken(_ fields: inout Fields) {
        let hasOtherKeys = fields.entries.contains { ["keys", "jwks"].contains($0.key.value) }
        if !hasOtherKeys { fields.require("secret", "write 'secret: $JWT_SECRET'") }
        let unsupported = Unsupported.values(of: "algorithms", in: .jwt)
        _ = fields.list("algorithms", of: .algorithm(unsupported: unsupported), mayBeEmpty: false)
        secrets = fields.secrets("secret")
        issuers = fields.list("issuers", of: .claimValue)?.map(\.value) ?? []
        audiences = fields.list("audiences", of: .claimValue)?.map(\.value) ?? []
        fields.read("leeway", as: .duration(in: .zero ... .seconds(3_600)), into: &leeway)
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

extension Fields {
    /// One secret or several. A default is a secret that everybody can read; it is not shown once more.
    fileprivate mutating func secrets(_ key: String) -> [Marked<Template>] {
        let secrets = oneOrMore(key, of: .secret) ?? []
        for secret in secrets where !(secret.value.textByDefault ?? "").isEmpty { diagnostics.conceal(secret.mark) }
        return secrets
    }
}

extension Shape<String> {
    fileprivate static func algorithm(unsupported: [String]) -> Shape {
        fixedText("an algorithm such as HS256") { text throws(Fault) in
            guard text == "HS256" else { throw .notAllowed(text, allowed: ["HS256"], unsupported: unsupported) }
            return text
        }
    }
}
