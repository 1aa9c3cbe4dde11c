/// What a token, or the session that it belongs to, is revoked by: 1 to 256 visible ASCII characters, the first no `#`, so that
/// every id can stand in a list, and in a key of Redis.
struct RevocationID: Hashable, Sendable {
    let bytes: [UInt8]

    static let longest = 256

    init?(_ bytes: some Collection<UInt8>) {
        guard 1...Self.longest ~= bytes.count, bytes.first != UInt8(ascii: "#"),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        self.bytes = Array(bytes)
    }

    /// The id of a token. One that has none could not be revoked, so it is not taken.
    /// - Parameter names: the claims that it may be in; the first that is there counts.
    init(of claims: TokenClaims, in names: TextList) throws(AuthFailure) {
        guard let claim = claims[firstOf: names] else { throw .incomplete }
        guard let text = claim.stringBytes, let id = RevocationID(text.bytes) else { throw .claim }
        self = id
    }
}

/// A list of revoked ids: one a line, with or without blanks around it. Empty lines, and those that begin with `#`, say nothing.
struct RevokedIDs: Sendable, Equatable {
    private let ids: Set<RevocationID>

    /// Bytes of a file that is read.
    static let longest = 16 << 20

    /// - Throws: where a line is no id: whoever wrote it meant some token.
    init(parsing text: [UInt8]) throws(SettingFault) {
        var ids: Set<RevocationID> = []
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
            let start = line.drop(while: isBlank)
            guard let last = start.lastIndex(where: { !isBlank($0) }), start.first != UInt8(ascii: "#") else {
                continue
            }
            guard let id = RevocationID(start[...last]) else {
                throw SettingFault(what: "has a line \(number) that is no id")
            }
            ids.insert(id)
        }
        self.ids = ids
    }

    init(readingFile path: String) throws(SettingFault) {
        try self.init(parsing: try SmallFile.read(path, limit: Self.longest))
    }

    var count: Int { ids.count }

    func contains(_ id: RevocationID) -> Bool { ids.contains(id) }

    func isSubset(of other: RevokedIDs) -> Bool { ids.isSubset(of: other.ids) }
}
