// How tokens are verified.
extension AdminDocuments {
    static func mode(_ verifier: TokenVerifier) -> String {
        let providers = verifier.settings.providers
        guard providers.count == 1, let provider = providers.first else { return "providers" }
        return mode(provider)
    }

    private static func mode(_ provider: ProviderSettings) -> String {
        if provider.keySet != nil { return "jwks" }
        return provider.secrets.isEmpty ? "keys" : "secret"
    }

    func writeAuth(into body: ByteWriter) {
        guard let verifier = plan.verifier else { return body.put("{\"mode\":\"none\",\"jwks\":null}") }
        body.put("{\"mode\":")
        body.put(json: Self.mode(verifier))
        let providers = Array(zip(verifier.settings.providers, verifier.status))
        if providers.count == 1, let (provider, status) = providers.first {
            putKeySet(provider, status, into: body)
        } else {
            body.put(",\"providers\":[")
            for (index, (provider, status)) in providers.enumerated() {
                body.put(index == 0 ? "{\"name\":" : ",{\"name\":")
                body.put(json: provider.name)
                body.put(",\"mode\":")
                body.put(json: Self.mode(provider))
                putKeySet(provider, status, into: body)
                body.put("}")
            }
            body.put("]")
        }
        body.put("}")
    }

    private func putKeySet(_ provider: ProviderSettings, _ status: KeyStatus, into body: ByteWriter) {
        guard let settings = provider.keySet, let set = status.keySet else { return body.put(",\"jwks\":null") }
        body.put(",\"jwks\":{\"url\":")
        body.put(json: settings.place.shown)
        body.put(",\"key_count\":")
        body.put(decimal: status.keys)
        body.put(",\"fetched_at\":")
        body.put(time: set.fetchedAt)
        body.put("}")
    }
}

extension KeySetSettings.Place {
    /// Without its query, which may hold secrets.
    fileprivate var shown: String {
        switch self {
        case .file(let path): return path
        case .url(let url):
            let isUsual = url.port == (url.isSecure ? 443 : 80)
            let path = url.target.prefix { $0 != "?" }
            return "\(url.isSecure ? "https" : "http")://\(url.host)\(isUsual ? "" : ":\(url.port)")\(path)"
        }
    }
}
