/// How tokens are judged, resolved at start (``AuthDefinition``).
public struct AuthSettings: Sendable {
    /// A header that goes upstream with the value of a claim.
    package struct ClaimHeader: Sendable {
        let name: String
        package let claim: String
        let defaultValue: String?
    }

    /// At least one.
    let secrets: [Secret]
    /// Empty where any will do.
    package let issuers: [String]
    /// Empty where any will do.
    package let audiences: [String]
    let leewaySeconds: Int64
    package let scopeClaims: [String]
    package let roleClaims: [String]
    package let claimHeaders: [ClaimHeader]
}

extension AuthSettings {
    /// An HMAC key should be as long as the hash (RFC 7518, 3.2).
    static let leastSecretBytes = 32

    /// Resolves the definition; faults are noted in the reader.
    static func resolve(
        _ definition: AuthDefinition, reader: inout SettingsReader, warnings: inout [String]
    ) -> AuthSettings {
        let secretUse = SettingsReader.Use(
            purpose: "the secret that tokens are signed with", example: "at least \(leastSecretBytes) random bytes")
        let issuerUse = SettingsReader.Use(purpose: "the issuer of tokens", example: "the value of their `iss`")
        let audienceUse = SettingsReader.Use(purpose: "the audience of tokens", example: "the value of their `aud`")
        let issuers = reader.texts(of: definition.issuers, for: issuerUse)
        let audiences = reader.texts(of: definition.audiences, for: audienceUse)
        if issuers.isEmpty && !definition.issuers.isEmpty {
            warnings.append("every issuer in the spec came out empty: tokens of any issuer are taken")
        }
        if audiences.isEmpty && !definition.audiences.isEmpty {
            warnings.append("every audience in the spec came out empty: tokens for any audience are taken")
        }
        for header in definition.claimHeaders {
            if let text = header.defaultValue, ClaimHeaderValue("\(text)") == nil {
                reader.note(
                    fault: "the spec: the default of header \(header.header) is no value that a header can carry")
            }
        }
        let secrets = secrets(of: definition.secrets, for: secretUse, reader: &reader, warnings: &warnings)
        return AuthSettings(definition, secrets: secrets, issuers: issuers, audiences: audiences)
    }

    /// Settings that take tokens of one secret; a variable in an issuer or an audience has its default, else its own name.
    static func demonstrating(_ definition: AuthDefinition, secret: String) -> AuthSettings {
        func texts(_ settings: [Setting]) -> [String] {
            settings.map { setting in
                let template = SettingTemplate("\(setting.template)")
                let names = Dictionary(template.expanded(in: [:]).missing.map { ($0, $0) }) { first, _ in first }
                return template.expanded(in: names).text
            }.filter { !$0.isEmpty }
        }
        return AuthSettings(
            definition, secrets: [Secret(secret)], issuers: texts(definition.issuers),
            audiences: texts(definition.audiences))
    }

    private init(_ definition: AuthDefinition, secrets: [Secret], issuers: [String], audiences: [String]) {
        self.init(
            secrets: secrets, issuers: issuers, audiences: audiences,
            leewaySeconds: definition.leeway.wholeSeconds,
            scopeClaims: definition.scopeClaims.map { "\($0)" }, roleClaims: definition.roleClaims.map { "\($0)" },
            claimHeaders: definition.claimHeaders.map {
                ClaimHeader(name: "\($0.header)", claim: "\($0.claim)", defaultValue: $0.defaultValue.map { "\($0)" })
            })
    }

    private static func secrets(
        of settings: [Setting], for use: SettingsReader.Use, reader: inout SettingsReader, warnings: inout [String]
    ) -> [Secret] {
        var secrets: [Secret] = []
        for setting in settings {
            guard let text = reader.text(of: setting, for: use), !text.isEmpty else { continue }
            let template = SettingTemplate("\(setting.template)")
            let name = template.variables.joined(separator: " and ")
            if text.utf8.count < leastSecretBytes {
                warnings.append(
                    "INSECURE: \(name) is shorter than \(leastSecretBytes) bytes and can be guessed; "
                        + "anyone who does can sign tokens: set it to at least \(leastSecretBytes) random bytes")
            }
            if text == template.expanded(in: [:]).text {
                warnings.append(
                    "INSECURE: \(name) has the default that stands in the spec; "
                        + "anyone who reads it can sign tokens: set it to a secret of your own")
            }
            let secret = Secret(text)
            if !secrets.contains(secret) { secrets.append(secret) }
        }
        return secrets
    }
}
