extension TokenProvider {
    /// `jwt`, or each of `providers`.
    static func readAll(_ fields: inout Fields) -> [TokenProvider] {
        let several = fields.entry("providers")
        guard let several else {
            fields.require("jwt", "write 'jwt: { algorithms: [HS256], secret: $JWT_SECRET }'")
            guard let entry = fields.entry("jwt") else { return [] }
            let name = Marked("jwt", at: entry.key.mark)
            return fields.diagnostics.map(entry.value, .jwt, of: "'jwt'") { TokenProvider(name, reading: &$0) }.map {
                [$0]
            }
                ?? []
        }
        if let single = fields.entry("jwt") {
            fields.diagnostics.error(
                at: single.key.mark,
                "'jwt' cannot stand beside 'providers' at \(several.key.mark.place); make it one of them")
        }
        let entries = fields.diagnostics.entries(several.value, of: "'providers'") ?? []
        if entries.isEmpty, case .map = several.value.content {
            fields.diagnostics.error(
                at: several.value.mark, "'providers' is empty; write 'name: { algorithms: […], … }'")
        }
        return entries.compactMap { entry in
            guard let name = fields.diagnostics.read(key: entry.key, as: .name, of: "the provider") else { return nil }
            return fields.diagnostics.map(entry.value, .provider, of: "'\(name.value)'") {
                TokenProvider(name, reading: &$0)
            }
        }
    }

    private init(_ name: Marked<String>, reading fields: inout Fields) {
        let hasPublicKeys = fields.entries.contains { ["keys", "jwks"].contains($0.key.value) }
        if hasPublicKeys {
            fields.require("algorithms", "write those that the issuer signs with, such as 'algorithms: [RS256]'")
        } else {
            fields.require("secret", "write 'secret: $JWT_SECRET', or 'keys' or 'jwks' for public keys")
        }
        let algorithms = fields.list("algorithms", of: Shape<TokenAlgorithm>.choice, mayBeEmpty: false)
        self.init(
            name: name,
            algorithms: algorithms.map { fields.diagnostics.distinct($0, of: "algorithms") }
                ?? [Marked(.hs256, at: fields.firstKey)])
        secrets = fields.secrets("secret")
        keyFiles = fields.list("keys", of: .filePath, mayBeEmpty: false) ?? []
        keySet = fields.keySet("jwks")
        issuers = fields.list("issuers", of: .claimValue) ?? []
        audiences = fields.list("audiences", of: .claimValue)?.map(\.value) ?? []
        fields.read("leeway", as: .duration(in: .zero ... .seconds(3_600)), into: &leeway)
        let required = fields.list("required_claims", of: .text) ?? []
        requiredClaims = fields.diagnostics.distinct(required, of: "required_claims").map(\.value).filter {
            $0 != "exp"
        }
        maxAge = fields.value("max_age", .age)
        sources = fields.tokenSources("token_from")
        revocation = fields.revocation("revocation")
        checkKeys(hasAlgorithms: algorithms != nil, &fields)
    }

    /// Every algorithm needs a key that is for it, and every key an algorithm.
    private func checkKeys(hasAlgorithms: Bool, _ fields: inout Fields) {
        // What could not be read may be what is missing.
        guard fields.diagnostics.errorCount == 0 else { return }
        let hasPublicKeys = !keyFiles.isEmpty || keySet != nil
        for algorithm in algorithms where hasAlgorithms {
            let (name, isSymmetric) = (algorithm.value.rawValue, algorithm.value.isSymmetric)
            if isSymmetric && secrets.isEmpty {
                fields.diagnostics.error(
                    at: algorithm.mark,
                    "\(name) needs a 'secret', and there is none; write 'secret: $JWT_SECRET', or remove it")
            } else if !isSymmetric && !hasPublicKeys {
                fields.diagnostics.error(
                    at: algorithm.mark,
                    "\(name) needs public keys, and there are none; write 'keys' or 'jwks', or remove it")
            }
        }
        if !secrets.isEmpty, hasAlgorithms, !algorithms.contains(where: \.value.isSymmetric) {
            fields.diagnostics.error(
                at: secrets[0].mark,
                "the secret is for none of the algorithms; add HS256 to them, or remove it")
        }
        if let mark = keyFiles.first?.mark ?? keySet?.mark, hasAlgorithms, algorithms.allSatisfy(\.value.isSymmetric) {
            fields.diagnostics.error(
                at: mark, "the public keys are for none of the algorithms; add the one that they are for, such as RS256"
            )
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

    fileprivate mutating func keySet(_ key: String) -> Marked<KeySet>? {
        guard let entry = entries.first(where: { $0.key.value == key }) else { return nil }
        let set = map(key, .keySet) { fields -> KeySet? in
            let url = fields.marked("url", .keySetURL)
            let file = fields.marked("file", .filePath)
            let ttl = fields.value("cache_ttl", .duration(in: .seconds(1)...(.seconds(7 * 86_400))))
            let timeout = fields.value("timeout", .duration(in: .milliseconds(100)...(.seconds(60))))
            fields.requireOne(of: "url", or: "file", "write where the keys are, or a 'file'")
            guard let place = url.map({ KeySet.Place.url($0.value) }) ?? file.map({ .file($0.value) }) else {
                return nil
            }
            return KeySet(place: place, cacheTTL: ttl ?? .seconds(300), timeout: timeout ?? .seconds(3))
        }
        return (set ?? nil).map { Marked($0, at: entry.key.mark) }
    }

    /// `token_from`: `{ header: Authorization, scheme: Bearer }`, `{ cookie: name }`; by default the first of these.
    fileprivate mutating func tokenSources(_ key: String) -> [Marked<TokenSource>] {
        guard let entry = entry(key) else { return [] }
        guard let nodes = diagnostics.list(entry.value, key) else { return [] }
        if nodes.isEmpty {
            diagnostics.error(at: entry.value.mark, "'\(key)' is an empty list; write an entry, or leave the key out")
        }
        if nodes.count > 8 { diagnostics.error(at: entry.value.mark, "'\(key)' has more than 8 entries; remove some") }
        let sources = nodes.compactMap { node in
            (diagnostics.map(node, .tokenSource, of: "an entry of '\(key)'") { $0.tokenSource() } ?? nil).map {
                Marked($0, at: node.mark)
            }
        }
        return diagnostics.distinct(sources, of: key)
    }

    private mutating func tokenSource() -> TokenSource? {
        let header = value("header", .tokenHeader)
        let scheme = marked("scheme", .scheme)
        let cookie = value("cookie", .cookieName)
        if let query = entries.first(where: { $0.key.value == "query" }) {
            _ = entry("query")
            diagnostics.error(
                at: query.key.mark,
                "a token in the query would stand in logs and histories; take it from a 'header' or a 'cookie'")
            return nil
        }
        let named = entries.filter { ["header", "cookie"].contains($0.key.value) }
        if named.isEmpty { lack("header", "'header' is missing in an entry of token_from; write it, or a 'cookie'") }
        if named.count > 1 {
            diagnostics.error(at: named[1].key.mark, "an entry of token_from is one place; write two entries")
            return nil
        }
        if let scheme, header == nil, cookie != nil {
            diagnostics.error(at: scheme.mark, "a cookie has no scheme; remove it")
        }
        if let header {
            let isAuthorization = header.lowercased() == "authorization"
            return .header(header, scheme: scheme?.value ?? (isAuthorization ? "Bearer" : nil))
        }
        return cookie.map { .cookie($0) }
    }
}

extension Shape<String> {
    /// A header that a token can stand in.
    fileprivate static var tokenHeader: Shape {
        fixedText("a header's name") { text throws(Fault) in
            guard text.isToken else {
                throw Fault("is '\(text.visible)', which is no header name; use letters, digits and '-'")
            }
            guard text.headerKey == "authorization" || !ownHeaders.contains(text.headerKey) else {
                throw Fault(
                    "is '\(text)', which belongs to HTTP or the gateway; choose Authorization, or a header of your own")
            }
            return text
        }
    }

    /// RFC 9110, 11.1: a scheme is a token.
    fileprivate static var scheme: Shape {
        fixedText("a scheme such as Bearer") { text throws(Fault) in
            guard text.isToken else {
                throw Fault("is '\(text.visible)', which is no scheme; write Bearer, or another name")
            }
            return text
        }
    }

    /// RFC 6265, 4.1.1: so is a cookie's name.
    fileprivate static var cookieName: Shape {
        fixedText("a cookie's name") { text throws(Fault) in
            guard text.isToken else {
                throw Fault("is '\(text.visible)', which is no cookie name; use letters, digits, '-' and '_'")
            }
            return text
        }
    }
}

extension Shape<Template> {
    /// How old a token may be; it may come from the environment.
    fileprivate static var age: Shape {
        let age = Shape<Duration>.duration(in: .seconds(1)...(.seconds(365 * 86_400)))
        return setting("a duration such as 2h") { text throws(Fault) in
            _ = try age.read(Node(content: .scalar(Scalar(text: text, isPlain: true)), mark: Mark(startOf: "")))
        }
    }
}
