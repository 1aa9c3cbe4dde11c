extension Checker {
    /// With credentials, `*` would have the page of any site act for whoever is logged in.
    mutating func checkWildcardOrigins() {
        guard let cors = spec.cors, cors.allowsCredentials else { return }
        for origin in cors.origins where origin.value.originsByDefault.contains("*") {
            report(
                .wildcardCORSWithCredentials, at: origin.mark,
                "'allow_origins' has '*' beside 'allow_credentials', so that any site could act for its visitors; name the origins"
            )
        }
    }

    /// A route that writes by itself, in its upstream's responses or in its mock, what `cors` writes: browsers refuse a response that has it twice.
    mutating func checkCrossOriginHeaders() {
        guard spec.cors != nil else { return }
        // What stands in `defaults` is the change of many routes.
        var told: Set<Mark> = []
        for name in spec.routes.flatMap(\.writtenHeaders)
        where name.value.headerKey.hasPrefix("access-control-") && told.insert(name.mark).inserted {
            diagnostics.error(at: name.mark, "'\(name.value)' is for 'cors' to write; remove it here")
        }
    }
}

extension RouteDeclaration {
    /// The header fields that the route changes in responses, and those of its mock.
    var writtenHeaders: [Marked<String>] { responseHeaders.names + (mock?.value.headers.map(\.name) ?? []) }
}
