/// Names of header fields, in any case and with `_` for `-`, since many servers read both as one.
struct HeaderNames: Sendable {
    /// The names one after the other, folded.
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    /// A bit for each length that a name has, and for each first letter: most names of a message end here.
    private var lengths: UInt64 = 0
    private var firsts: UInt64 = 0

    init(_ names: [String]) {
        for name in names where !name.isEmpty {
            let folded = name.utf8.map(Self.fold)
            bytes += folded
            starts.append(bytes.count)
            lengths |= Self.bit(folded.count)
            firsts |= Self.bit(Int(folded[0]))
        }
    }

    func contains(_ name: ByteView) -> Bool {
        guard !name.isEmpty, lengths & Self.bit(name.count) != 0,
            firsts & Self.bit(Int(Self.fold(name.start[0]))) != 0
        else { return false }
        for index in 1..<starts.count where equals(starts[index - 1]..<starts[index], name) { return true }
        return false
    }

    private func equals(_ range: Range<Int>, _ name: ByteView) -> Bool {
        guard range.count == name.count else { return false }
        for offset in 0..<name.count where bytes[range.lowerBound + offset] != Self.fold(name.start[offset]) {
            return false
        }
        return true
    }

    private static func bit(_ number: Int) -> UInt64 { 1 << UInt64(number % 64) }

    private static func fold(_ byte: UInt8) -> UInt8 {
        byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : byte.asciiLowercased
    }
}
