/// A request method (RFC 9110, section 9). Methods that the spec cannot name share `other`: only `ANY` routes take them.
@frozen
public enum Method: UInt8, Sendable, CaseIterable {
    case get, head, post, put, patch, delete, options, trace, connect, other

    /// The methods that a route can name, in the order of `Allow`.
    public static let named: [Method] = [.get, .head, .post, .put, .patch, .delete, .options]

    /// The method's name as it stands in a request line; `other` has none.
    public var name: StaticString {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .options: "OPTIONS"
        case .trace: "TRACE"
        case .connect: "CONNECT"
        case .other: ""
        }
    }

    /// The method that these bytes name. Names are case-sensitive; but what might be taken for TRACE or CONNECT, which no route has, is
    /// one of them.
    @inlinable
    public init(_ name: ByteView) {
        switch Segment(copying: name) {
        case "GET": self = .get
        case "HEAD": self = .head
        case "POST": self = .post
        case "PUT": self = .put
        case "PATCH": self = .patch
        case "DELETE": self = .delete
        case "OPTIONS": self = .options
        case "TRACE": self = .trace
        case "CONNECT": self = .connect
        default:
            self = name.equalsIgnoringCase("TRACE") ? .trace : name.equalsIgnoringCase("CONNECT") ? .connect : .other
        }
    }
}

extension Segment {
    /// A segment of at most eight bytes that may stand at the very end of readable memory; a longer name equals no method.
    @inlinable @inline(__always)
    init(copying view: ByteView) {
        var word: UInt64 = 0
        var index = 0
        while index < 8 && index < view.count {
            word |= UInt64(view.start[index]) &<< UInt64(truncatingIfNeeded: index &* 8)
            index &+= 1
        }
        self.init(start: view.start, count: view.count, word: word)
    }

    @inlinable @inline(__always)
    init(start: UnsafePointer<UInt8>, count: Int, word: UInt64) {
        self.start = start
        self.count = count
        self.word = word
    }
}
