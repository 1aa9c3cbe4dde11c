/// A cursor over the segments of a request's path, in the request's own bytes.
///
/// The path begins with `/`, holds no `//` and no NUL (the runtime refuses both before matching). The empty segment
/// behind a final slash is a segment of its own: `/a` and `/a/` differ.
@frozen
public struct PathView {
    /// How many bytes behind the path must be readable, whatever they hold: a request line always has ` HTTP/1.1` and CRLF
    /// there; a normalised path is written with this much room.
    public static let padding = 9

    @usableFromInline let base: UnsafePointer<UInt8>
    @usableFromInline let count: Int
    @usableFromInline let start: Int
    @usableFromInline let end: Int

    /// A cursor at the first segment of the `count` bytes at `base`, which must be a `/` and what follows it.
    @inlinable @inline(__always)
    public init(_ base: UnsafePointer<UInt8>, count: Int) {
        self.init(base: base, count: count, start: 1)
    }

    @inlinable @inline(__always)
    init(base: UnsafePointer<UInt8>, count: Int, start: Int) {
        self.base = base
        self.count = count
        self.start = start
        self.end = start > count ? start : PathView.segmentEnd(base, start, count)
    }

    /// Whether all segments have been taken.
    @inlinable @inline(__always)
    public var isEnd: Bool { start > count }

    /// Whether all segments of a request with this method have been taken; a route for GET takes HEAD.
    @inlinable @inline(__always)
    public func ends(_ method: Method, _ request: MatchRequest) -> Bool {
        isEnd && (request.method == method || method == .get && request.method == .head)
    }

    /// The segment at the cursor; not to be asked for at the end.
    @inlinable @inline(__always)
    public var segment: Segment { Segment(start: base + start, count: end &- start) }

    /// The cursor moved past its segment and the slash behind it.
    @inlinable @inline(__always)
    public var next: PathView { PathView(base: base, count: count, start: end &+ 1) }

    /// Where the segment at the cursor lies in the path.
    @inlinable @inline(__always)
    public var range: PathRange { PathRange(start: start, end: end) }

    /// Everything from the cursor to the end of the path: what a `/*` stands for.
    @inlinable @inline(__always)
    public var rest: PathRange { PathRange(start: start, end: count) }

    /// As ``rest``, with the slash before it, or nothing at the end of the path: what the `*` of `/rules*` stands for.
    @inlinable @inline(__always)
    public var restWithSlash: PathRange { PathRange(start: start &- 1, end: count) }

    /// The index of the first `/` from `start` on, or `count`: eight bytes at a time.
    @inlinable @inline(__always)
    static func segmentEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
        var index = start
        while true {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
            let differing = word ^ 0x2f2f_2f2f_2f2f_2f2f
            let zeros = (differing &- 0x0101_0101_0101_0101) & ~differing & 0x8080_8080_8080_8080
            if zeros != 0 {
                let found = index &+ (zeros.trailingZeroBitCount &>> 3)
                return found < count ? found : count
            }
            index &+= 8
            if index >= count { return count }
        }
    }
}

/// A half-open range of bytes in a path; 64 KiB and longer paths are refused before matching.
@frozen
public struct PathRange: Equatable, Sendable {
    public let start: UInt16
    public let end: UInt16

    @inlinable @inline(__always)
    public init(start: Int, end: Int) {
        self.start = UInt16(truncatingIfNeeded: start)
        self.end = UInt16(truncatingIfNeeded: end)
    }

    @inlinable @inline(__always)
    public var count: Int { Int(end) &- Int(start) }
}
