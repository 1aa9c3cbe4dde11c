extension Fields {
    mutating func revocation(_ key: String) -> Revocation? { map(key, .revocation) { $0.revocation() } ?? nil }

    private mutating func revocation() -> Revocation? {
        let redis = value("redis", .redisURL)
        let file = value("file", .filePath)
        let claim = value("claim", .text)
        let sessionKey = value("key", .sessionKey)
        var onError = Revocation.Answer.deny
        read("on_error", as: .choice, into: &onError)
        requireOne(of: "redis", or: "file", "write the server's URL, or a 'file' of revoked ids")
        if file != nil, let key = entries.first(where: { $0.key.value == "key" }) {
            diagnostics.error(
                at: key.key.mark, "a file has the ids themselves, and no 'key' to look them up by; remove it")
        }
        let place =
            redis.map { Revocation.Place.redis($0, key: sessionKey ?? "session:{id}") } ?? file.map { .file($0) }
        return place.map { place in
            Revocation(place: place, claims: claim.map { [$0] } ?? ["session_id", "jti"], onError: onError)
        }
    }
}

extension Shape<String> {
    /// The key of a session, with `{id}` for its id.
    fileprivate static var sessionKey: Shape {
        fixedText("a key such as session:{id}") { text throws(Fault) in
            let places = text.ranges(of: "{id}").count
            if places == 0 { throw Fault("has no '{id}' for the id that is looked up; write session:{id}") }
            if places > 1 { throw Fault("has '{id}' more than once; write it once: session:{id}") }
            guard text.utf8.count <= 256, !text.unicodeScalars.contains(where: \.isControl) else {
                throw Fault("is longer than 256 bytes, or has control characters; write session:{id}")
            }
            return text
        }
    }
}
