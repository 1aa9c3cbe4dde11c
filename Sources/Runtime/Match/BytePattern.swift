/// A regular expression as the compiler has made it: a table, in which a value is followed byte by byte. Its time is that of
/// one pass, whatever the expression and the value.
///
/// The table: for each of the 129 kinds of bytes its class (bytes above 0x7F are one kind, 0x80), the number of classes, and for
/// each state `+` or `-`, whether it accepts, and two digits of 64 for where each class leads, `zz` where nothing can be
/// accepted any more.
struct BytePattern {
    private let table: UnsafePointer<UInt8>
    private let count: Int
    /// How long a state is.
    private let width: Int
    private var state = 0

    private static let kinds = 0x81
    /// Where the states begin.
    private static let states = kinds + 1

    init(_ table: StaticString) {
        self.table = table.utf8Start
        count = table.utf8CodeUnitCount
        width = count > Self.kinds ? 1 + 2 * Self.value(table.utf8Start[Self.kinds]) : 1
    }

    /// Takes the next byte of the value.
    /// - Returns: whether the value can still match.
    mutating func take(_ byte: UInt8) -> Bool {
        guard count > Self.states else { return false }
        let cell = Self.states + state * width + 1 + 2 * Self.value(table[Int(min(byte, 0x80))])
        guard cell + 1 < count, table[cell] != UInt8(ascii: "z") else { return false }
        state = Self.value(table[cell]) * 64 + Self.value(table[cell + 1])
        return true
    }

    /// Whether the value may end here.
    var accepts: Bool {
        let place = Self.states + state * width
        return place < count && table[place] == UInt8(ascii: "+")
    }

    private static func value(_ digit: UInt8) -> Int { Int(digit &- UInt8(ascii: "0")) }
}

extension ByteView {
    /// Whether the whole value matches.
    func matches(_ table: StaticString) -> Bool {
        var pattern = BytePattern(table)
        for byte in bytes where !pattern.take(byte) { return false }
        return pattern.accepts
    }

    /// Whether the whole value matches once it is decoded as a query's is.
    func decodedMatches(_ table: StaticString) -> Bool {
        var pattern = BytePattern(table)
        var index = 0
        while index < count {
            guard let (byte, next) = decodedByte(at: index), pattern.take(byte) else { return false }
            index = next
        }
        return pattern.accepts
    }

    /// Whether the value begins so.
    func hasPrefix(_ literal: StaticString) -> Bool {
        count >= literal.utf8CodeUnitCount && prefix(literal.utf8CodeUnitCount).equals(literal)
    }

    /// Whether the value begins so once it is decoded as a query's is.
    func decodedHasPrefix(_ literal: StaticString) -> Bool {
        var (index, matched) = (0, 0)
        while matched < literal.utf8CodeUnitCount {
            guard index < count, let (byte, next) = decodedByte(at: index), literal.utf8Start[matched] == byte else {
                return false
            }
            matched += 1
            index = next
        }
        return true
    }
}
