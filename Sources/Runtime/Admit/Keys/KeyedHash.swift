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
    func isCode(_ code: some Collection<UInt8>, of text: some Sequence<UInt8>) -> Bool {
        var (inner, outer) = (inner, outer)
        guard text.withContiguousStorageIfAvailable({ inner.update(bufferPointer: UnsafeRawBufferPointer($0)) }) != nil
        else { return false }
        inner.finalize().withUnsafeBytes { outer.update(bufferPointer: $0) }
        return outer.finalize().withUnsafeBytes { right in
            guard right.count == code.count else { return false }
            var difference: UInt8 = 0
            for (mine, other) in zip(right, code) { difference |= mine ^ other }
            return difference == 0
        }
    }
}
