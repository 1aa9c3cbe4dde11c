/// Makes request ids: `req-` and 32 hex digits, which are random but no secret.
struct RequestIdentifier {
    static let count = 36
    /// A client's own id is kept up to this length.
    static let longest = 128

    private var random = RandomWords()

    /// Writes an id to memory that has ``count`` bytes of room.
    mutating func write(to target: UnsafeMutablePointer<UInt8>) {
        let prefix: StaticString = "req-"
        for index in 0..<4 { target[index] = prefix.utf8Start[index] }
        Self.writeHex(random.next(), to: target + 4)
        Self.writeHex(random.next(), to: target + 20)
    }

    private static func writeHex(_ word: UInt64, to target: UnsafeMutablePointer<UInt8>) {
        let target = UnsafeMutableRawPointer(target)
        target.storeBytes(of: hexDigits(word >> 32).bigEndian, as: UInt64.self)
        target.storeBytes(of: hexDigits(word & 0xFFFF_FFFF).bigEndian, toByteOffset: 8, as: UInt64.self)
    }

    /// The eight digits of 32 bits, a byte each: all at once, since there are 32 of them in an id.
    private static func hexDigits(_ half: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var digits = (half | half << 16) & 0x0000_FFFF_0000_FFFF
        digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
        digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
        let letters = ((digits &+ ones &* 6) >> 4) & ones
        return digits &+ ones &* 0x30 &+ letters &* 0x27
    }

    /// Whether a client's id is kept: 1 to 128 visible ASCII characters.
    static func isAcceptable(_ id: ByteView) -> Bool {
        guard id.count >= 1, id.count <= longest else { return false }
        for byte in id.bytes where byte <= 0x20 || byte >= 0x7F { return false }
        return true
    }
}
