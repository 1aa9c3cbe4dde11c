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
        var rest = word
        for index in 0..<16 {
            let digit = UInt8(truncatingIfNeeded: rest & 15)
            target[15 - index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            rest >>= 4
        }
    }

    /// Whether a client's id is kept: 1 to 128 visible ASCII characters.
    static func isAcceptable(_ id: ByteView) -> Bool {
        guard id.count >= 1, id.count <= longest else { return false }
        for byte in id.bytes where byte <= 0x20 || byte >= 0x7F { return false }
        return true
    }
}
