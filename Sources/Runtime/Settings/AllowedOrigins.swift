/// The origins that `cors` allows, as browsers write them: in small letters, without the port that a scheme has anyway.
struct AllowedOrigins: Sendable {
    private(set) var names: [String] = []
    /// `*`: every origin.
    private(set) var hasWildcard = false

    static func resolve(
        _ definition: CrossOriginDefinition, reader: inout SettingsReader, warnings: inout [String]
    ) -> AllowedOrigins {
        var origins = AllowedOrigins()
        for setting in definition.origins {
            let use = SettingsReader.Use(
                purpose: "the origins that cors allows", example: "*, or https://app.example.com, https://example.org")
            let read = reader.value(of: setting, for: use) { text throws(SettingFault) in try list(text) } ?? []
            for origin in read where !origins.names.contains(origin) { origins.add(origin) }
        }
        if origins.hasWildcard, definition.allowsCredentials {
            warnings.append(
                "cors allows every origin, so browsers are not told that they may send credentials: name the origins")
        }
        return origins
    }

    private mutating func add(_ origin: String) {
        if origin == "*" { hasWildcard = true } else { names.append(origin) }
    }

    /// The origins of a list with commas.
    static func list(_ text: String) throws(SettingFault) -> [String] {
        var origins: [String] = []
        for entry in text.split(separator: ",") {
            let start = entry.drop { $0 == " " }
            let origin = (start.lastIndex { $0 != " " }.map { start[...$0] } ?? start).lowercased()
            if !origin.isEmpty { origins.append(origin == "*" ? origin : try normalised(origin)) }
        }
        return origins
    }

    /// An origin as browsers write it (RFC 6454, 6.2).
    private static func normalised(_ origin: String) throws(SettingFault) -> String {
        guard let colon = origin.firstRange(of: "://") else {
            throw SettingFault(what: "have an entry without a scheme")
        }
        let (scheme, authority) = (origin[..<colon.lowerBound], origin[colon.upperBound...])
        let classes = ByteClass.table
        let isScheme = scheme.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
        guard isScheme, scheme.utf8.allSatisfy({ classes[Int($0)].contains(.token) }) else {
            throw SettingFault(what: "have an entry with a bad scheme")
        }
        if authority.contains("/") { throw SettingFault(what: "have an entry with a path, or a '/' at its end") }
        let isAuthority = Array(authority.utf8).withUnsafeBufferPointer { ByteView($0).isAuthority(classes) }
        guard isAuthority, !authority.contains("*") else { throw SettingFault(what: "have an entry with a bad host") }
        let usualPort = scheme == "https" ? ":443" : scheme == "http" ? ":80" : ""
        return !usualPort.isEmpty && origin.hasSuffix(usualPort) ? String(origin.dropLast(usualPort.count)) : origin
    }
}
