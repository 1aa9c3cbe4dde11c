/// Where it stands which tokens are revoked, resolved at start (``RevocationDefinition``).
struct RevocationSettings: Sendable {
    enum Place: Sendable {
        case redis(RedisURL, key: SessionKey)
        /// - Parameter ids: what the file held at the start; none where it could not be read.
        case file(String, ids: RevokedIDs?)
    }

    let place: Place
    /// The claims that a token's id is in: the first that is there counts.
    let claims: [String]
    /// Whether a token is refused where nobody can say whether it is revoked.
    let deniesOnError: Bool
    /// How long an answer may take; one that is late counts as none.
    var timeout = Duration.milliseconds(250)

    /// Resolves the definition; faults are noted in the reader.
    static func resolve(
        _ definition: RevocationDefinition, reader: inout SettingsReader, warnings: inout [String]
    ) -> RevocationSettings? {
        let deniesOnError = definition.onError == .deny
        let place: Place?
        switch definition.place {
        case .redis(let url, let key):
            place = reader.value(
                of: url,
                for: .init(purpose: "the URL of the Redis that knows revoked tokens", example: "redis://host:port"),
                parse: RedisURL.init(parsing:)
            ).map { .redis($0, key: SessionKey("\(key)")) }
        case .file(let setting):
            let path = reader.value(
                of: setting, for: .init(purpose: "the file of revoked tokens", example: "the path of a file")
            ) { text throws(SettingFault) in
                if text.isEmpty { throw SettingFault(what: "is empty") }
                return text
            }
            place = path.map { path in
                .file(path, ids: ids(at: path, mustBeThere: deniesOnError, reader: &reader, warnings: &warnings))
            }
        }
        return place.map {
            RevocationSettings(place: $0, claims: definition.claims.map { "\($0)" }, deniesOnError: deniesOnError)
        }
    }

    private static func ids(
        at path: String, mustBeThere: Bool, reader: inout SettingsReader, warnings: inout [String]
    ) -> RevokedIDs? {
        do throws(SettingFault) {
            return try RevokedIDs(readingFile: path)
        } catch {
            if mustBeThere {
                reader.note(fault: "\(path): the file of revoked tokens \(error.what); expected an id a line")
            } else {
                warnings.append(
                    "INSECURE: the file of revoked tokens, \(path), \(error.what); "
                        + "until it can be read, no token counts as revoked: write it, with an id a line")
            }
            return nil
        }
    }
}

/// The key of a session in Redis: what stands before its id and behind.
struct SessionKey: Sendable {
    private let prefix: [UInt8]
    private let suffix: [UInt8]

    /// - Parameter template: holds `{id}` once.
    init(_ template: String) {
        let place = template.firstRange(of: "{id}")
        prefix = Array(template[..<(place?.lowerBound ?? template.endIndex)].utf8)
        suffix = Array(template[(place?.upperBound ?? template.endIndex)...].utf8)
    }

    func bytes(for id: RevocationID) -> [UInt8] { prefix + id.bytes + suffix }
}
