/// How tokens are judged, resolved at start (``AuthDefinition``).
public struct AuthSettings: Sendable {
    /// A header that goes upstream with the value of a claim.
    package struct ClaimHeader: Sendable {
        /// `Name: `, ready for its value.
        let line: [UInt8]
        package let claim: String
        let defaultValue: [UInt8]?

        init(name: String, claim: String, defaultValue: String?) {
            line = Array("\(name): ".utf8)
            self.claim = claim
            self.defaultValue = defaultValue.map { Array($0.utf8) }
        }
    }

    /// At least one, in the order of the definition.
    package internal(set) var providers: [ProviderSettings]
    package let scopeClaims: [String]
    package let roleClaims: [String]
    package let claimHeaders: [ClaimHeader]
}

extension AuthSettings {
    /// Resolves a definition by itself.
    package static func resolve(
        _ definition: AuthDefinition, environment: [String: String]
    ) throws(SettingsFailure) -> AuthSettings {
        var reader = SettingsReader(environment: environment)
        var warnings: [String] = []
        let settings = resolve(definition, reader: &reader, warnings: &warnings)
        if let failure = reader.failure { throw failure }
        return settings
    }

    /// Resolves the definition; faults are noted in the reader.
    static func resolve(
        _ definition: AuthDefinition, reader: inout SettingsReader, warnings: inout [String]
    ) -> AuthSettings {
        for header in definition.claimHeaders {
            if let text = header.defaultValue, !ClaimHeaderValue.isValue("\(text)".utf8) {
                reader.note(
                    fault: "the spec: the default of header \(header.header) is no value that a header can carry")
            }
        }
        let providers = definition.providers.map {
            ProviderSettings.resolve($0, isOnly: definition.providers.count == 1, reader: &reader, warnings: &warnings)
        }
        // The issuer decides whose keys a token is held against, so it must belong to one of them.
        for (index, provider) in providers.enumerated() {
            for other in providers[..<index] where !Set(other.issuers).isDisjoint(with: provider.issuers) {
                reader.note(
                    fault: "the spec: the providers \(other.name) and \(provider.name) have an issuer in common; "
                        + "give it to one of them")
            }
        }
        return AuthSettings(definition, providers: providers)
    }

    /// Settings that take tokens of one secret; a variable in an issuer or an audience has its default, else its own name.
    static func demonstrating(_ definition: AuthDefinition, secret: String) -> AuthSettings {
        AuthSettings(
            definition, providers: definition.providers.map { ProviderSettings.demonstrating($0, secret: secret) })
    }

    private init(_ definition: AuthDefinition, providers: [ProviderSettings]) {
        self.init(
            providers: providers,
            scopeClaims: definition.scopeClaims.map { "\($0)" }, roleClaims: definition.roleClaims.map { "\($0)" },
            claimHeaders: definition.claimHeaders.map {
                ClaimHeader(name: "\($0.header)", claim: "\($0.claim)", defaultValue: $0.defaultValue.map { "\($0)" })
            })
    }

    /// The provider of that name, else the first.
    package func provider(_ name: String?) -> ProviderSettings? {
        providers.first { $0.name == name } ?? providers.first
    }
}
