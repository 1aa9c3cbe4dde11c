/// Which bytes a place of a pattern can be: each of ASCII, and all others together, since patterns do not tell those apart.
struct ByteSet: Hashable, Sendable {
    /// How many kinds of bytes there are.
    static let size = 129
    static let all = ByteSet(low: .max, high: .max, hasOthers: true)

    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var hasOthers = false

    init() {}

    init(_ bytes: some Sequence<UInt8>) { for byte in bytes { insert(byte) } }

    private init(low: UInt64, high: UInt64, hasOthers: Bool) {
        (self.low, self.high, self.hasOthers) = (low, high, hasOthers)
    }

    /// A byte's kind.
    static func kind(_ byte: UInt8) -> Int { min(Int(byte), size - 1) }

    func contains(kind: Int) -> Bool {
        kind < 64 ? low >> UInt64(kind) & 1 == 1 : kind < 128 ? high >> UInt64(kind - 64) & 1 == 1 : hasOthers
    }

    var isEmpty: Bool { self == ByteSet() }
    var inverted: ByteSet { ByteSet(low: ~low, high: ~high, hasOthers: !hasOthers) }

    mutating func insert(_ byte: UInt8) {
        switch byte {
        case ..<64: low |= 1 << UInt64(byte)
        case ..<128: high |= 1 << UInt64(byte - 64)
        default: hasOthers = true
        }
    }

    mutating func formUnion(_ other: ByteSet) {
        self = ByteSet(low: low | other.low, high: high | other.high, hasOthers: hasOthers || other.hasOthers)
    }

    /// With the other case of each letter.
    var ignoringCase: ByteSet {
        var set = self
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            if contains(kind: Int(letter)) { set.insert(letter - 32) }
            if contains(kind: Int(letter - 32)) { set.insert(letter) }
        }
        return set
    }
}
