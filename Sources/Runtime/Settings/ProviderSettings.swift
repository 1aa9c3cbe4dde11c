/// Who issues tokens, and how they are verified, resolved at start (``ProviderDefinition``).
package struct ProviderSettings: Sendable {
    let name: String
    /// No other is ever tried.
    let algorithms: [TokenAlgorithm]
    /// Any of them may have signed a token.
    var secrets: [Secret] = []
    /// Of the PEM files.
    var publicKeys: [PublicKey] = []
    var keySet: KeySetSettings?
    /// Empty where any will do.
    package var issuers: [String] = []
    /// Empty where any will do.
    package var audiences: [String] = []
    var leewaySeconds: Int64 = 0
    /// Beside `exp`, which every token must have.
    package var requiredClaims: [String] = []
    /// How long after its `iat` a token is taken; none for any time.
    var maxAgeSeconds: Int64?
    var sources: [TokenSource] = [.header("Authorization", scheme: "Bearer")]
    var revocation: RevocationSettings?
    /// What is dangerous about its secrets.
    var weaknesses: Set<SecretWeakness> = []
}

/// What lets others than the issuer sign tokens.
enum SecretWeakness: String, Sendable, CaseIterable {
    /// Shorter than ``ProviderSettings/leastSecretBytes``.
    case shortSecret = "short_secret"
    /// What stands in the spec as the default.
    case defaultSecret = "default_secret"
}

extension ProviderSettings {
    /// An HMAC key should be as long as the hash (RFC 7518, 3.2); from here on it cannot be guessed.
    static let leastSecretBytes = 32

    /// Resolves the definition; faults are noted in the reader.
    /// - Parameter isOnly: whether there is no other provider that a token could be of.
    static func resolve(
        _ definition: ProviderDefinition, isOnly: Bool, reader: inout SettingsReader, warnings: inout [String]
    ) -> ProviderSettings {
        var settings = ProviderSettings(definition)
        settings.issuers = reader.texts(
            of: definition.issuers, for: .init(purpose: "the issuer of tokens", example: "the value of their `iss`"))
        settings.audiences = reader.texts(
            of: definition.audiences,
            for: .init(purpose: "the audience of tokens", example: "the value of their `aud`"))
        if settings.issuers.isEmpty && !definition.issuers.isEmpty {
            if isOnly {
                warnings.append("every issuer in the spec came out empty: tokens of any issuer are taken")
            } else {
                reader.note(fault: "the spec: every issuer of the provider \(definition.name) came out empty; set one")
            }
        }
        if settings.audiences.isEmpty && !definition.audiences.isEmpty {
            warnings.append("every audience in the spec came out empty: tokens for any audience are taken")
        }
        if let maxAge = definition.maxAge {
            settings.maxAgeSeconds = reader.value(
                of: maxAge, for: .init(purpose: "the greatest age of tokens", example: "a duration such as 7200s"),
                parse: DurationText.seconds)
        }
        settings.readSecrets(definition.secrets, reader: &reader, warnings: &warnings)
        settings.readKeyFiles(definition.keyFiles, reader: &reader)
        settings.keySet = definition.keySet.flatMap { KeySetSettings.resolve($0, reader: &reader) }
        if case .url(let url)? = settings.keySet?.place, !url.isSecure, !url.isLoopback {
            warnings.append(
                "INSECURE: the keys of the provider \(definition.name) are fetched over http; "
                    + "whoever is on the way can put in keys to sign tokens with: publish them over https")
        }
        settings.revocation = definition.revocation.flatMap {
            RevocationSettings.resolve($0, reader: &reader, warnings: &warnings)
        }
        return settings
    }

    /// Settings that take tokens of one secret and nothing else.
    static func demonstrating(_ definition: ProviderDefinition, secret: String) -> ProviderSettings {
        func texts(_ settings: [Setting]) -> [String] {
            settings.map { setting in
                let template = SettingTemplate("\(setting.template)")
                let names = Dictionary(template.expanded(in: [:]).missing.map { ($0, $0) }) { first, _ in first }
                return template.expanded(in: names).text
            }.filter { !$0.isEmpty }
        }
        var settings = ProviderSettings(definition, algorithms: [.hs256])
        settings.secrets = [Secret(secret)]
        settings.sources = [.header("Authorization", scheme: "Bearer")]
        settings.issuers = texts(definition.issuers)
        settings.audiences = texts(definition.audiences)
        return settings
    }

    private init(_ definition: ProviderDefinition, algorithms: [TokenAlgorithm]? = nil) {
        name = "\(definition.name)"
        self.algorithms = algorithms ?? definition.algorithms
        leewaySeconds = definition.leeway.wholeSeconds
        requiredClaims = definition.requiredClaims.map { "\($0)" }
        sources = definition.sources
    }

    /// Whether there is, or may yet be, a key to verify with.
    var hasKeys: Bool { !secrets.isEmpty || !publicKeys.isEmpty || keySet != nil }

    private mutating func readSecrets(
        _ definitions: [Setting], reader: inout SettingsReader, warnings: inout [String]
    ) {
        let use = SettingsReader.Use(
            purpose: "the secret that tokens are signed with",
            example: "at least \(Self.leastSecretBytes) random bytes")
        for setting in definitions {
            guard let text = reader.text(of: setting, for: use), !text.isEmpty else { continue }
            let template = SettingTemplate("\(setting.template)")
            let name = template.variables.joined(separator: " and ")
            // Everybody may know a public key, and could sign with it if it were taken for a secret.
            guard !PublicKey.isWritten(in: text) else {
                reader.note(
                    fault: "\(name): holds a public or private key, and is the secret that tokens are signed with; "
                        + "name its file in `keys`, or set it to at least \(Self.leastSecretBytes) random bytes")
                continue
            }
            if text.utf8.count < Self.leastSecretBytes {
                weaknesses.insert(.shortSecret)
                warnings.append(
                    "INSECURE: \(name) is shorter than \(Self.leastSecretBytes) bytes and can be guessed; "
                        + "anyone who does can sign tokens: set it to at least \(Self.leastSecretBytes) random bytes")
            }
            if text == template.expanded(in: [:]).text {
                weaknesses.insert(.defaultSecret)
                warnings.append(
                    "INSECURE: \(name) has the default that stands in the spec; "
                        + "anyone who reads it can sign tokens: set it to a secret of your own")
            }
            let secret = Secret(text)
            if !secrets.contains(secret) { secrets.append(secret) }
        }
    }

    private mutating func readKeyFiles(_ definitions: [Setting], reader: inout SettingsReader) {
        let paths = reader.texts(
            of: definitions, for: .init(purpose: "a file of public keys", example: "the path of a PEM file"))
        for path in paths {
            do throws(SettingFault) {
                let keys = try PublicKey.readAll(pem: try SmallFile.read(path, limit: 256 * 1024))
                for key in keys where !algorithms.contains(where: key.fits) {
                    throw SettingFault(what: "has \(key.kind) key, which fits none of the algorithms of the spec")
                }
                publicKeys += keys
            } catch {
                reader.note(fault: "\(path): the file of public keys \(error.what); expected PEM blocks of public keys")
            }
        }
    }
}
