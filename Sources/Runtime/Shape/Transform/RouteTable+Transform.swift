extension RouteTable {
    /// Changes the route's requests that have a body of JSON, before they go upstream.
    /// - Parameters:
    ///   - wrap: the one member of an object in which the body goes on.
    ///   - rename: members of a body that is an object, by what they are called then.
    @inline(never)
    public mutating func requestTransform(
        _ route: some Ordinal, wrap: StaticString? = nil, rename: KeyValuePairs<StaticString, StaticString> = [:]
    ) {
        routes[Int(route.index)].requestTransform = BodyTransformDefinition(wrap: wrap, rename)
    }

    /// Changes the upstream's responses that have a body of JSON, before they go to the client; the parameters are as above.
    @inline(never)
    public mutating func responseTransform(
        _ route: some Ordinal, wrap: StaticString? = nil, rename: KeyValuePairs<StaticString, StaticString> = [:]
    ) {
        routes[Int(route.index)].responseTransform = BodyTransformDefinition(wrap: wrap, rename)
    }
}

extension BodyTransformDefinition {
    fileprivate init(wrap: StaticString?, _ rename: KeyValuePairs<StaticString, StaticString>) {
        self.init(wrap: wrap, renames: rename.map { ($0.key, $0.value) })
    }
}
