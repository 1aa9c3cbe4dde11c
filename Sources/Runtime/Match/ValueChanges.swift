/// What a route changes among values that have names: header fields (`request.headers`, `response.headers`), parameters of a query
/// (`rewrite_query`).
public struct ValueChanges: Sendable {
    /// Takes the place of whatever was sent under the name.
    public let set: [(name: String, value: String)]
    /// Stands beside it.
    public let add: [(name: String, value: String)]
    public let remove: [String]

    var isEmpty: Bool { self.set.isEmpty && add.isEmpty && remove.isEmpty }

    init(
        set: KeyValuePairs<StaticString, StaticString> = [:], add: KeyValuePairs<StaticString, StaticString> = [:],
        remove: [StaticString] = []
    ) {
        self.set = set.map { ("\($0.key)", "\($0.value)") }
        self.add = add.map { ("\($0.key)", "\($0.value)") }
        self.remove = remove.map { "\($0)" }
    }
}
