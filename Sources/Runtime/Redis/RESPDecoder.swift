/// Reads a server's replies as their bytes come, strictly: behind what is not well-formed nothing can be trusted, so a connection
/// ends there. It holds no more than one reply and the bytes that came with its end.
struct RESPDecoder {
    /// What a reply may have at most: more is no honest answer to what the gateway asks.
    struct Limits {
        /// Bytes of a status, an error, a number or a length.
        var line = 4096
        /// Bytes of a byte string.
        var bytes = 64 * 1024
        /// Elements of all arrays together.
        var elements = 1024
        /// Arrays within each other.
        var depth = 4
    }

    /// An array whose elements have not all come.
    private struct Open {
        var missing: Int
        var elements: [RESPValue] = []
    }

    /// What can be read at once.
    private enum Part {
        case whole(RESPValue)
        case array(count: Int)
    }

    private let limits: Limits
    private var buffer: [UInt8] = []
    /// Where in the buffer what is unread begins.
    private var start = 0
    /// Up to where the unread bytes hold no line's end.
    private var searched = 0
    /// The length of a byte string whose bytes have not all come.
    private var expected: Int?
    private var open: [Open] = []
    private var elements = 0

    init(limits: Limits = Limits()) { self.limits = limits }

    mutating func receive(_ bytes: some Sequence<UInt8>) {
        buffer.removeFirst(start)
        searched -= start
        start = 0
        buffer += bytes
    }

    /// The next whole reply; none while bytes of it are missing. After a fault there is no other.
    mutating func next() throws(RedisFault) -> RESPValue? {
        while let part = try part() {
            switch part {
            case .whole(let value):
                if let reply = close(value) { return reply }
            case .array(count: 0):
                if let reply = close(.array([])) { return reply }
            case .array(let count):
                elements += count
                guard elements <= limits.elements, open.count < limits.depth else {
                    throw RedisFault(what: "gave a reply of more elements than any of its kind has")
                }
                open.append(Open(missing: count))
            }
        }
        return nil
    }

    /// Puts a value into the array that it belongs to, and that array, if it is whole now, into its own.
    /// - Returns: the reply, where the value is its last.
    private mutating func close(_ value: RESPValue) -> RESPValue? {
        var value = value
        while var array = open.popLast() {
            array.elements.append(value)
            array.missing -= 1
            if array.missing > 0 {
                open.append(array)
                return nil
            }
            value = .array(array.elements)
        }
        elements = 0
        return value
    }

    private mutating func part() throws(RedisFault) -> Part? {
        if let length = expected { return try bytes(length).map { .whole(.bytes($0)) } }
        guard let line = try line(), let type = line.first else { return nil }
        let rest = line.dropFirst()
        switch type {
        case UInt8(ascii: "+"): return .whole(.status(Array(rest)))
        case UInt8(ascii: "-"): return .whole(.error(Array(rest)))
        case UInt8(ascii: ":"): return .whole(.integer(try Self.number(rest)))
        case UInt8(ascii: "$"):
            guard let length = try length(rest, atMost: limits.bytes) else { return .whole(.null) }
            expected = length
            return try bytes(length).map { .whole(.bytes($0)) }
        case UInt8(ascii: "*"):
            guard let count = try length(rest, atMost: limits.elements) else { return .whole(.null) }
            return .array(count: count)
        default: throw RedisFault(what: "does not speak the protocol of Redis")
        }
    }

    /// A line without its end, which is CRLF; neither byte stands within.
    private mutating func line() throws(RedisFault) -> ArraySlice<UInt8>? {
        searched = max(searched, start)
        while searched < buffer.count {
            guard searched - start <= limits.line else { throw RedisFault(what: "gave a line that is too long") }
            switch buffer[searched] {
            case 0x0D:
                guard searched + 1 < buffer.count else { return nil }
                guard buffer[searched + 1] == 0x0A, searched > start else {
                    throw RedisFault(what: "does not speak the protocol of Redis")
                }
                let line = buffer[start..<searched]
                start = searched + 2
                return line
            case 0x0A: throw RedisFault(what: "does not speak the protocol of Redis")
            default: searched += 1
            }
        }
        return nil
    }

    private mutating func bytes(_ length: Int) throws(RedisFault) -> [UInt8]? {
        let end = start + length
        guard end + 2 <= buffer.count else { return nil }
        guard buffer[end] == 0x0D, buffer[end + 1] == 0x0A else {
            throw RedisFault(what: "does not speak the protocol of Redis")
        }
        defer {
            start = end + 2
            expected = nil
        }
        return Array(buffer[start..<end])
    }

    /// A length or a count; none for `-1`, which stands for null.
    private func length(_ text: ArraySlice<UInt8>, atMost limit: Int) throws(RedisFault) -> Int? {
        let number = try Self.number(text)
        if number == -1 { return nil }
        guard number >= 0 else { throw RedisFault(what: "does not speak the protocol of Redis") }
        guard number <= Int64(limit) else { throw RedisFault(what: "gave a reply that is too long") }
        return Int(number)
    }

    /// `-?[0-9]+`, within 64 bits.
    private static func number(_ text: ArraySlice<UInt8>) throws(RedisFault) -> Int64 {
        let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
        let isNumber = !digits.isEmpty && digits.allSatisfy { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }
        guard isNumber, let number = Int64(String(decoding: text, as: UTF8.self)) else {
            throw RedisFault(what: "does not speak the protocol of Redis")
        }
        return number
    }
}
