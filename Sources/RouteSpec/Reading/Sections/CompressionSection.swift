/// `compression`: what the gateway does to responses for clients that take it.
public enum Compression: String, Sendable, CaseIterable {
    case gzip
    /// Takes a default away.
    case none
}
