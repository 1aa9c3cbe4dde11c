/// What becomes of the header fields of a route's requests or responses on their way, made ready.
final class HeaderEdits: Sendable {
    /// The fields that do not go on.
    let dropped: HeaderNames
    /// Whole field lines that go on beside those that do.
    let added: [UInt8]
    /// Whether every field goes on, and none beside them.
    let isEmpty: Bool
    /// What becomes of a request's query and its `Host`; none for nothing.
    let rewrite: RequestRewrite?

    static let none = HeaderEdits(ValueChanges())

    /// - Parameter own: names that only the gateway may write.
    init(_ changes: ValueChanges, own: [String] = [], rewrite: RequestRewrite? = nil) {
        // `Via` is a list to which each proxy adds itself (RFC 9110, 7.6.3).
        let replaced = changes.set.map(\.name).filter { $0.lowercased() != "via" }
        let names = own + replaced + changes.remove
        dropped = HeaderNames(names)
        added = (changes.set + changes.add).flatMap { Array("\($0.name): \($0.value)\r\n".utf8) }
        self.rewrite = rewrite
        isEmpty = names.isEmpty && added.isEmpty
    }
}
