/// What single bytes may be part of, as one table of bits.
struct ByteClass: OptionSet {
    let rawValue: UInt8

    /// `tchar` (RFC 9110, 5.6.2): methods and field names.
    static let token = ByteClass(rawValue: 1)
    /// A byte of a path that needs no look at what stands beside it: no escape, slash, dot, query or refused byte.
    static let plainPath = ByteClass(rawValue: 2)
    /// A byte of a host name or an address in brackets (RFC 3986, 3.2.2).
    static let host = ByteClass(rawValue: 4)
    /// Unreserved (RFC 3986, 2.3): an escape of it means the same as the byte.
    static let unreserved = ByteClass(rawValue: 8)

    /// The classes of each of the 256 bytes. Parsers take the pointer once and keep it: a global is checked for its
    /// initialisation on each access.
    ///
    /// Written once, before anybody has the pointer, and never freed: sharing it between loops is safe.
    nonisolated(unsafe) static let table: UnsafePointer<ByteClass> = {
        let table = UnsafeMutablePointer<ByteClass>.allocate(capacity: 256)
        for byte in UInt8.min...UInt8.max { (table + Int(byte)).initialize(to: classes(of: byte)) }
        return UnsafePointer(table)
    }()

    private static func classes(of byte: UInt8) -> ByteClass {
        var classes: ByteClass = []
        let character = Character(Unicode.Scalar(byte))
        let isAlphanumeric = character.isASCII && (character.isLetter || character.isNumber)
        if isAlphanumeric || "!#$%&'*+-.^_`|~".contains(character) { classes.insert(.token) }
        if byte > 0x20, byte < 0x7F, !"%/.?#\\".contains(character) { classes.insert(.plainPath) }
        if isAlphanumeric || "-._~%!$&'()*+,;=:[]".contains(character) { classes.insert(.host) }
        if isAlphanumeric || "-._~".contains(character) { classes.insert(.unreserved) }
        return classes
    }
}

/// Searches over raw bytes, eight at a time.
enum Scan {
    /// The index of the first control character (below 0x20, tab too, or 0x7F) from `start` on, or `count`.
    @inline(__always)
    static func control(_ base: UnsafePointer<UInt8>, from start: Int, to count: Int) -> Int {
        first(below: 0x20, base, from: start, to: count)
    }

    /// The index of the first control character or space from `start` on, or `count`.
    @inline(__always)
    static func controlOrSpace(_ base: UnsafePointer<UInt8>, from start: Int, to count: Int) -> Int {
        first(below: 0x21, base, from: start, to: count)
    }

    @inline(__always)
    private static func first(below limit: UInt8, _ base: UnsafePointer<UInt8>, from start: Int, to count: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var index = start
        while index &+ 8 <= count {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
            // The subtraction borrows into the next higher byte only where it has found one below: the lowest hit is real.
            let small = (word &- ones &* UInt64(limit)) & ~word
            let deleted = word ^ (ones &* 0x7F)
            let found = (small | ((deleted &- ones) & ~deleted)) & highs
            if found != 0 { return index &+ (found.trailingZeroBitCount &>> 3) }
            index &+= 8
        }
        while index < count {
            if base[index] < limit || base[index] == 0x7F { return index }
            index &+= 1
        }
        return count
    }
}
