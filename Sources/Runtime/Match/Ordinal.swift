/// The names that generated code gives to the members of a list, in its order: `Route`, `Upstream`. What conforms is an
/// enumeration without payloads.
///
/// It has no raw values, and is compared by its place: the compiler would derive functions with a branch a case, which with
/// 1,220 routes are half of what `Routes.swift` takes to compile in a debug build.
public protocol Ordinal: Hashable, Sendable {}

extension Ordinal {
    /// The place in the list, from 0.
    @inlinable @inline(__always)
    public var index: UInt16 {
        // Swift numbers such cases in the order of their declaration, in as few bytes as hold the number: none where there is
        // one case (docs/ABI/TypeLayout.rst of the compiler). Were it otherwise, RouteTable would end the start.
        withUnsafeBytes(of: self) { bytes in
            switch bytes.count {
            case 0: 0
            case 1: UInt16(bytes[0])
            default: bytes.loadUnaligned(as: UInt16.self)
            }
        }
    }

    @inlinable
    public static func == (one: Self, other: Self) -> Bool { one.index == other.index }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(index) }
}
