/// The bodies of a loop that are on their way: those that are not in use, and what they write into.
final class JSONBodies {
    private let output = ByteWriter()
    private var resting: [JSONBody] = []

    /// More than these are given back to the system.
    private static let most = 64

    /// What a body may be written to, until the next one is. It does not keep the memory that a long one took.
    func emptyOutput() -> ByteWriter {
        let wasLong = output.count > ConnectionBounds.mostUnsent
        output.clear()
        if wasLong { output.shrink() }
        return output
    }

    func take() -> JSONBody { resting.popLast() ?? JSONBody() }

    func give(_ body: JSONBody) {
        if resting.count < Self.most { resting.append(body) }
    }
}
