/// The path of a route: literals and `{name}`s, and how it ends.
public struct PathPattern: Hashable, Sendable {
    public enum Segment: Hashable, Sendable {
        /// Normalised as a request's path is: unreserved characters plain, others percent-encoded.
        case literal(String)
        case parameter(String)
    }

    public enum Ending: Hashable, Sendable {
        /// `/a`: this path and no other.
        case exact
        /// `/a/*` or `/a/*name`: the slash and anything after it, nothing included.
        case below(name: String?)
        /// `/a*`: `/a` and everything below `/a/`.
        case atAndBelow
    }

    /// The segments before the wildcard. Only the last may be the empty literal: `/a/` is `["a", ""]`, `/` is `[""]`,
    /// `/*` is `[]`.
    public var segments: [Segment]
    public var ending: Ending
    /// As the spec has it.
    public var text: String

    public init(segments: [Segment], ending: Ending, text: String) {
        self.segments = segments
        self.ending = ending
        self.text = text
    }

    /// The name of `/*name`.
    public var wildcardName: String? { if case .below(let name) = ending { name } else { nil } }

    /// The names of its `{name}`s, in order; a wildcard's own name is not among them.
    public var parameters: [String] {
        segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }
}
