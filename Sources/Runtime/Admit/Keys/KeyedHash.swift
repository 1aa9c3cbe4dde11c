import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// HMAC (RFC 2104) with its key worked in, so that a code costs the hash of its text and of one block more.
///
/// swift-crypto's own `HMAC` takes twice as long for a token, in the generic ways that its data go.
struct KeyedHash<Hash: HashFunction>: Sendable {
    private let inner: Hash
    private let outer: Hash

    init(key: [UInt8]) {
        var block = key.count > Hash.blockByteCount ? Array(Hash.hash(data: key)) : key
        block += [UInt8](repeating: 0, count: Hash.blockByteCount - block.count)
        inner = Self.hash(of: block, masked: 0x36)
        outer = Self.hash(of: block, masked: 0x5C)
    }

    private static func hash(of block: [UInt8], masked mask: UInt8) -> Hash {
        var hash = Hash()
        hash.update(data: block.map { $0 ^ mask })
        return hash
    }

    /// Whether this is the text's code. Compares in constant time.
    func isCode(_ code: [UInt8], of text: ArraySlice<UInt8>) -> Bool {
        var (inner, outer) = (inner, outer)
        text.withUnsafeBytes { inner.update(bufferPointer: $0) }
        inner.finalize().withUnsafeBytes { outer.update(bufferPointer: $0) }
        return outer.finalize().withUnsafeBytes { right in
            guard right.count == code.count else { return false }
            var difference: UInt8 = 0
            for index in 0..<right.count { difference |= right[index] ^ code[index] }
            return difference == 0
        }
    }
}
