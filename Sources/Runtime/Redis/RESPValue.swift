/// A value of the Redis serialization protocol, version 2, as a server replies with it.
enum RESPValue: Equatable, Sendable {
    /// `+OK`
    case status([UInt8])
    /// `-WRONGTYPE …`: the server refused the command.
    case error([UInt8])
    case integer(Int64)
    case bytes([UInt8])
    case null
    case array([RESPValue])

    /// The first word of an error, such as `WRONGTYPE`. What stands behind it may repeat what was sent, a password too, so it
    /// goes into no log.
    var errorCode: String? {
        guard case .error(let text) = self else { return nil }
        let word = text.prefix { UInt8(ascii: "A") <= $0 && $0 <= UInt8(ascii: "Z") }.prefix(32)
        return word.isEmpty ? "an error" : String(decoding: word, as: UTF8.self)
    }
}

/// A command and its arguments, any bytes each.
struct RedisCommand: Sendable {
    let words: [[UInt8]]

    init(_ name: StaticString, _ arguments: [UInt8]...) {
        words = [name.withUTF8Buffer { Array($0) }] + arguments
    }

    init(_ name: StaticString, arguments: [[UInt8]]) { words = [name.withUTF8Buffer { Array($0) }] + arguments }

    /// As it is sent: an array of byte strings.
    var encoded: [UInt8] {
        var bytes = Array("*\(words.count)\r\n".utf8)
        for word in words { bytes += Array("$\(word.count)\r\n".utf8) + word + [0x0D, 0x0A] }
        return bytes
    }
}

/// Why there is no reply, as it goes behind a server's name: "took too long". It holds nothing of what was sent.
struct RedisFault: Error, Equatable {
    let what: String
}
