/// The parameters of a query (`a=1&b=2`), read where they lie.
public struct QueryParameters {
    private var rest: ByteView

    public init(_ query: ByteView) { rest = query }

    /// The raw value of the first parameter of this name; `a` alone has the empty value.
    public func first(_ name: StaticString) -> ByteView? {
        var parameters = self
        return parameters.next(name)
    }

    /// The raw value of the next parameter of this name, behind those that have been taken.
    mutating func next(_ name: StaticString) -> ByteView? {
        while !rest.isEmpty {
            let length = rest.firstIndex(of: UInt8(ascii: "&")) ?? rest.count
            let pair = rest.prefix(length)
            rest = rest.suffix(from: min(length + 1, rest.count))
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.count
            if pair.prefix(equals).decodesTo(name) {
                return pair.suffix(from: min(equals + 1, pair.count))
            }
        }
        return nil
    }
}

extension ByteView {
    /// Whether these bytes are the literal once `%xx` is decoded and `+` read as a space, as a query writes them.
    func decodesTo(_ literal: StaticString) -> Bool {
        var index = 0
        var matched = 0
        while index < count {
            guard let (byte, next) = decodedByte(at: index) else { return false }
            guard matched < literal.utf8CodeUnitCount, literal.utf8Start[matched] == byte else { return false }
            matched += 1
            index = next
        }
        return matched == literal.utf8CodeUnitCount
    }

    /// The byte that is written at an index, and the index behind it; none for a bad escape.
    func decodedByte(at index: Int) -> (byte: UInt8, next: Int)? {
        switch start[index] {
        case UInt8(ascii: "+"):
            return (UInt8(ascii: " "), index + 1)
        case UInt8(ascii: "%"):
            guard index + 2 < count, let high = start[index + 1].hexValue, let low = start[index + 2].hexValue else {
                return nil
            }
            return (high << 4 | low, index + 3)
        default:
            return (start[index], index + 1)
        }
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit.
    var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
