#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Texts that parts of tokens are compared with, in memory that is theirs as long as the list is: to go through them counts no
/// references, as it does with strings.
///
/// `@unchecked Sendable`: once made it does not change.
final class TextList: @unchecked Sendable {
    let texts: UnsafeBufferPointer<ByteView>

    convenience init(_ strings: [String]) { self.init(strings.map { Array($0.utf8) }) }

    init(_ texts: [[UInt8]]) {
        let copies = UnsafeMutableBufferPointer<ByteView>.allocate(capacity: texts.count)
        for (index, text) in texts.enumerated() {
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
            _ = copy.initialize(from: text)
            copies.initializeElement(at: index, to: ByteView(UnsafeBufferPointer(copy)))
        }
        self.texts = UnsafeBufferPointer(copies)
    }

    deinit {
        for text in texts where !text.isEmpty { text.start.deallocate() }
        texts.deallocate()
    }

    var isEmpty: Bool { texts.isEmpty }

    /// Whether a value is the string of one of these.
    func contains(_ value: JSONView) -> Bool {
        for text in texts where value.isString(text) { return true }
        return false
    }
}

extension ByteView {
    func equals(_ other: ByteView) -> Bool { count == other.count && memcmp(start, other.start, count) == 0 }

    init(_ literal: StaticString) { self.init(literal.utf8Start, count: literal.utf8CodeUnitCount) }
}
