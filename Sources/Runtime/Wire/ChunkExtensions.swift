/// Holds the extensions of a chunk to their grammar (RFC 9112, 7.1.1), byte by byte. Nothing is done with them, but whoever
/// reads them otherwise would find the end of the line, and with it the data, elsewhere.
///
///     chunk-ext = *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )
///
/// No blank is taken before the first semicolon: it would stand behind the chunk's size.
struct ChunkExtensions {
    private enum State {
        case nameStart, name, nameBlank
        case valueStart, value, quoted, quotedPair, quotedEnd, valueBlank
    }

    private var state = State.nameStart

    /// Whether the line may end here.
    var mayEnd: Bool { state == .name || state == .value || state == .quotedEnd }

    /// Takes a byte behind the first semicolon; false where it must not stand there.
    mutating func advance(_ byte: UInt8) -> Bool {
        guard let next = successor(byte) else { return false }
        state = next
        return true
    }

    private func successor(_ byte: UInt8) -> State? {
        let isToken = ByteClass.table[Int(byte)].contains(.token)
        switch (state, byte) {
        case (.quoted, UInt8(ascii: "\"")): return .quotedEnd
        case (.quoted, UInt8(ascii: "\\")): return .quotedPair
        case (.quoted, _), (.quotedPair, _): return byte.isFieldContent ? .quoted : nil
        case (.nameStart, _) where isToken, (.name, _) where isToken: return .name
        case (.valueStart, _) where isToken, (.value, _) where isToken: return .value
        case (.valueStart, UInt8(ascii: "\"")): return .quoted
        case (.nameStart, _), (.valueStart, _): return byte.isBlank ? state : nil
        case (_, UInt8(ascii: ";")): return .nameStart
        case (.name, UInt8(ascii: "=")), (.nameBlank, UInt8(ascii: "=")): return .valueStart
        case (.name, _), (.nameBlank, _): return byte.isBlank ? .nameBlank : nil
        case (.value, _), (.quotedEnd, _), (.valueBlank, _): return byte.isBlank ? .valueBlank : nil
        }
    }
}
