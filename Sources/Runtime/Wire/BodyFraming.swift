/// How the end of a message's body is found (RFC 9112, 6.3).
enum BodyFraming: Equatable, Sendable {
    case none
    /// In bytes, at least one.
    case length(Int)
    case chunked
    /// The connection's end is the body's.
    case untilClose

    /// In bytes, where that is known.
    var length: Int? { if case .length(let length) = self { length } else { nil } }
}
