/// What the `{name}`s and the `*` of a matched path stand for, by their position in the path.
///
/// One is kept for each connection and written over by each match: only the positions that the matched path has are valid.
public struct Captures {
    /// The most names, with the `*`, that the compiler lets a path have.
    public static let capacity = 16

    @usableFromInline var ranges: InlineArray<16, PathRange>

    /// Which of the paths of a route with several was matched.
    public var pathIndex: UInt8

    @inlinable
    public init() {
        ranges = .init(repeating: PathRange(start: 0, end: 0))
        pathIndex = 0
    }

    @inlinable
    public subscript(position: Int) -> PathRange {
        @inline(__always) get { ranges[position] }
        @inline(__always) set { ranges[position] = newValue }
    }
}
