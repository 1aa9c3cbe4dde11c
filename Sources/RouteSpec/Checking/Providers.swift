extension Checker {
    /// Whose keys a token is held against: the route says it, else the token's issuer does, so each must lead to one provider.
    mutating func checkProviders() {
        let providers = spec.auth?.providers ?? []
        checkProviderNames(providers)
        var owners: [Template: TokenProvider] = [:]
        for provider in providers {
            for issuer in provider.issuers {
                if let owner = owners[issuer.value], owner.name.value != provider.name.value {
                    diagnostics.error(
                        at: issuer.mark,
                        "the issuer '\(issuer.value.text.visible)' is one of '\(owner.name.value)' too, at \(owner.name.mark.place); "
                            + "give it to one of them")
                } else {
                    owners[issuer.value] = provider
                }
            }
        }
        guard providers.count > 1, !spec.gaps.contains(.routes),
            let open = spec.routes.first(where: { $0.needsToken && $0.provider == nil })
        else { return }
        for provider in providers where provider.issuers.isEmpty {
            diagnostics.error(
                at: provider.name.mark,
                "the provider '\(provider.name.value)' has no 'issuers', by which its tokens are known at routes such as that at "
                    + "\(open.mark.place); write some, or 'auth' in every route")
        }
    }

    private mutating func checkProviderNames(_ providers: [TokenProvider]) {
        for route in spec.routes where !route.needsToken {
            guard let provider = route.provider else { continue }
            diagnostics.error(
                at: provider.mark,
                "a public route has no token to be of a provider; remove 'auth', or make it need a token")
        }
        let names = providers.map(\.name.value)
        // There is always one, but where it could not be read.
        guard !names.isEmpty, !spec.gaps.contains(.scopes) else { return }
        let named =
            spec.routes.filter(\.needsToken).compactMap(\.provider) + [spec.defaults.provider].compactMap(\.self)
        for provider in named where !names.contains(provider.value) {
            diagnostics.error(
                at: provider.mark,
                "there is no provider '\(provider.value)'; \(remedy(for: provider.value, among: names, where: "'auth'"))"
            )
        }
    }
}
