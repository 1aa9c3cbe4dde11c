/// `concurrency`: how many requests of a route may be under way at a time.
public struct Concurrency: Sendable {
    /// Requests that wait for others to end, rather than be refused.
    public struct Queue: Sendable {
        public var size: Int
        public var timeout: Duration
    }

    public var mark: Mark
    /// A whole number, or a variable that holds one.
    public var maxInFlight: Template
    public var queue: Queue?
}
