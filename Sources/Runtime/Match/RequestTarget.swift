/// A request's target, judged and made ready to be matched (RFC 9112, 3.2; `SPEC.md`, Paths).
///
/// All views lie in the request's head or in its scratch, and live as long as it does.
struct RequestTarget {
    /// The normalised path as the router sees it: escapes in capitals. It has ``PathView/padding`` behind it.
    let path: ByteView
    /// The same path as it goes on: escapes in the letters they were sent in. Ranges of the one are ranges of the other.
    let forwarded: ByteView
    /// What stands behind the first `?`; none where there is no `?`.
    let query: ByteView?
    /// The host of a target in absolute-form, which then rules over `Host` (RFC 9112, 3.2.2).
    let authority: ByteView?

    /// Judges the target of a head; what is not acceptable has no value.
    init?(_ head: borrowing RequestHead, classes: UnsafePointer<ByteClass>) {
        guard let parts = TargetParts(head.target, classes: classes) else { return nil }
        query = parts.query
        authority = parts.authority
        switch PathScan(parts.path, classes: classes) {
        case .refused:
            return nil
        case .plain:
            path = parts.path
            forwarded = parts.path
        case .escaped:
            let scratch = head.pathScratch
            let asSent = scratch + parts.path.count + PathView.padding
            guard let count = PathEscapes.normalise(parts.path, into: scratch, asSent: asSent, classes: classes) else {
                return nil
            }
            path = ByteView(scratch, count: count)
            forwarded = ByteView(asSent, count: count)
            // A decoded `.` may have made a dot segment.
            guard PathScan(path, classes: classes) != .refused else { return nil }
        }
    }
}

/// A target cut into its parts: origin-form or absolute-form, and no other.
struct TargetParts {
    var path: ByteView
    var query: ByteView?
    var authority: ByteView?

    /// A space, a control character and DEL cannot be in a target: the request line would not have been one.
    init?(_ target: ByteView, classes: UnsafePointer<ByteClass>) {
        guard !target.isEmpty else { return nil }
        var rest = target
        if target.start[0] != UInt8(ascii: "/") {
            guard let tail = Self.afterScheme(target) else { return nil }
            var end = 0
            while end < tail.count, tail.start[end] != UInt8(ascii: "/"), tail.start[end] != UInt8(ascii: "?") {
                end += 1
            }
            let authority = tail.prefix(end)
            guard authority.isAuthority(classes) else { return nil }
            self.authority = authority
            rest = tail.suffix(from: end)
        }
        // Whatever a `#` means to the next hop, it has no place in a target, in its query neither.
        let mark = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.count
        path = rest.prefix(mark)
        if mark < rest.count {
            let query = rest.suffix(from: mark + 1)
            guard query.firstIndex(of: UInt8(ascii: "#")) == nil else { return nil }
            self.query = query
        }
        // In absolute-form the path may be empty, which means `/` (RFC 9110, 4.2.3).
        if path.isEmpty, authority != nil { path = Self.root }
        guard !path.isEmpty else { return nil }
    }

    private static func afterScheme(_ target: ByteView) -> ByteView? {
        if target.count > 7, target.prefix(7).equalsIgnoringCase("http://") { return target.suffix(from: 7) }
        if target.count > 8, target.prefix(8).equalsIgnoringCase("https://") { return target.suffix(from: 8) }
        return nil
    }

    /// `/`, with ``PathView/padding`` behind it.
    private static var root: ByteView {
        let padded: StaticString = "/ HTTP/1.1\r\n"
        return ByteView(padded.utf8Start, count: 1)
    }
}

/// What a look at a path's bytes tells.
enum PathScan {
    /// Nothing in it needs rewriting.
    case plain
    /// There are escapes.
    case escaped
    /// A control character, a byte over 0x7E, a dot segment, an empty segment before the last, `\`, `#` or `?`.
    case refused

    init(_ path: ByteView, classes: UnsafePointer<ByteClass>) {
        guard path.count > 0, path.start[0] == UInt8(ascii: "/") else {
            self = .refused
            return
        }
        var isEscaped = false
        var index = 0
        while index < path.count {
            let byte = path.start[index]
            if classes[Int(byte)].contains(.plainPath) {
                index &+= 1
                continue
            }
            switch byte {
            case UInt8(ascii: "%"):
                isEscaped = true
            case UInt8(ascii: "."):
                break
            case UInt8(ascii: "/"):
                if Self.isBadSegment(path, at: index &+ 1) {
                    self = .refused
                    return
                }
            default:
                self = .refused
                return
            }
            index &+= 1
        }
        self = isEscaped ? .escaped : .plain
    }

    /// Whether the segment that begins here is empty with another behind it, `.` or `..`, with parameters too: there are servers
    /// that cut off a segment's parameters before they look at it (RFC 3986, 3.3).
    @inline(__always)
    private static func isBadSegment(_ path: ByteView, at start: Int) -> Bool {
        guard start < path.count else { return false }
        if path.start[start] == UInt8(ascii: "/") { return true }
        guard path.start[start] == UInt8(ascii: ".") else { return false }
        var end = start &+ 1
        if end < path.count, path.start[end] == UInt8(ascii: ".") { end &+= 1 }
        guard end < path.count else { return true }
        switch path.start[end] {
        case UInt8(ascii: "/"), UInt8(ascii: ";"): return true
        case UInt8(ascii: "%"): return path.suffix(from: end).prefix(3).equalsIgnoringCase("%3b")
        default: return false
        }
    }
}

/// Percent-escapes of a path (RFC 3986, 2.1 and 6.2.2).
enum PathEscapes {
    /// Writes the path with its unreserved escapes decoded; the others stay, with digits in capitals in `target` and as
    /// they were sent in `asSent`.
    /// - Parameters:
    ///   - target: has room for the whole path.
    ///   - asSent: likewise.
    /// - Returns: the length of the written path, the same for both; none for an escape that is not acceptable.
    static func normalise(
        _ path: ByteView, into target: UnsafeMutablePointer<UInt8>, asSent: UnsafeMutablePointer<UInt8>,
        classes: UnsafePointer<ByteClass>
    ) -> Int? {
        var written = 0
        var index = 0
        while index < path.count {
            let byte = path.start[index]
            guard byte == UInt8(ascii: "%") else {
                target[written] = byte
                asSent[written] = byte
                written += 1
                index += 1
                continue
            }
            guard let decoded = escape(in: path, at: index), isAcceptable(decoded, in: path, at: index) else {
                return nil
            }
            if classes[Int(decoded)].contains(.unreserved) {
                target[written] = decoded
                asSent[written] = decoded
                written += 1
            } else {
                for offset in 0..<3 {
                    let digit = path.start[index + offset]
                    target[written] = digit >= UInt8(ascii: "a") ? digit & ~0x20 : digit
                    asSent[written] = digit
                    written += 1
                }
            }
            index += 3
        }
        return written
    }

    /// The byte that an escape at an index stands for.
    private static func escape(in path: ByteView, at index: Int) -> UInt8? {
        guard index + 2 < path.count, path.start[index] == UInt8(ascii: "%"),
            let high = path.start[index + 1].hexValue, let low = path.start[index + 2].hexValue
        else { return nil }
        return high << 4 | low
    }

    /// Refuses control characters, slashes and backslashes, also where they are written in more bytes than UTF-8 allows:
    /// there are decoders that read `%c0%af` as a slash.
    private static func isAcceptable(_ byte: UInt8, in path: ByteView, at index: Int) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, UInt8(ascii: "/"), UInt8(ascii: "\\"):
            return false
        case 0xC0, 0xC1:
            return !isContinuation(escape(in: path, at: index + 3))
        case 0xE0:
            guard let second = escape(in: path, at: index + 3) else { return true }
            return !(0x80...0x81).contains(second) || !isContinuation(escape(in: path, at: index + 6))
        case 0xF0:
            guard escape(in: path, at: index + 3) == 0x80, let third = escape(in: path, at: index + 6) else {
                return true
            }
            return !(0x80...0x81).contains(third) || !isContinuation(escape(in: path, at: index + 9))
        default:
            return true
        }
    }

    private static func isContinuation(_ byte: UInt8?) -> Bool { byte.map { $0 & 0xC0 == 0x80 } ?? false }
}
