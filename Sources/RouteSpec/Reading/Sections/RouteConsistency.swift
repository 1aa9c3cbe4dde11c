/// What a route says must fit its own paths. A fault of a route's own word is reported there; one that comes of a default,
/// at the path that it does not fit.
extension RouteDeclaration {
    func checkPrefix(_ stripPrefix: Marked<String>?, isOwn: Bool, _ diagnostics: inout Diagnostics) {
        guard let stripPrefix, let prefix = try? PathPattern(parsing: stripPrefix.value) else { return }
        for path in paths where !path.value.hasPrefix(prefix) {
            if isOwn {
                diagnostics.error(
                    at: stripPrefix.mark,
                    "'strip_prefix' is '\(stripPrefix.value)', which '\(path.value.text)' at \(path.mark.place) does not begin with; "
                        + "write whole segments of the path's front")
            } else {
                diagnostics.error(
                    at: path.mark,
                    "the path does not begin with the default 'strip_prefix' '\(stripPrefix.value)' at \(stripPrefix.mark.place); "
                        + "give the route a 'strip_prefix' of its own ('/' strips nothing)")
            }
        }
    }

    func checkRewrite(isOwn: Bool, _ diagnostics: inout Diagnostics) {
        guard let rewrite else { return }
        for path in paths {
            guard let fault = rewrite.value.fault(on: path.value) else { continue }
            if isOwn {
                diagnostics.error(at: rewrite.mark, "'rewrite' \(fault.message)")
            } else {
                diagnostics.error(at: path.mark, "the default 'rewrite' at \(rewrite.mark.place) \(fault.message)")
            }
        }
    }

    /// A WebSocket begins with a GET (RFC 6455, 4.1), and its route takes no other requests.
    func checkUpgrade(isOwn: Bool, _ diagnostics: inout Diagnostics) {
        if let upgrade, let stream {
            diagnostics.error(
                at: upgrade.mark,
                "'upgrade' and 'stream' at \(stream.mark.place) cannot both hold; give each a route of its own")
        }
        guard let upgrade, let method = methods.first, !methods.contains(where: { $0.value == .get }) else { return }
        if isOwn {
            diagnostics.error(
                at: upgrade.mark,
                "'upgrade' is '\(upgrade.value.rawValue)', which begins with a GET, and the route takes none; "
                    + "add GET to 'method' at \(method.mark.place)")
        } else {
            diagnostics.error(
                at: method.mark,
                "the default 'upgrade' at \(upgrade.mark.place) begins with a GET, and the route takes none; "
                    + "add GET, or give 'upgrade' to the routes that have it")
        }
    }

    /// Leaves out the parameters of a default that a path does not have.
    mutating func checkParameters(areOwn: Bool, _ diagnostics: inout Diagnostics) {
        var kept: [ParameterDeclaration] = []
        for parameter in parameters {
            let name = parameter.name.value
            guard parameter.location == .path, let path = paths.first(where: { !$0.value.parameters.contains(name) })
            else {
                kept.append(parameter)
                continue
            }
            guard areOwn else { continue }
            let names = path.value.parameters
            let remedy =
                suggestion(for: name, among: names)
                ?? (names.isEmpty
                    ? "the path has no names" : "it has \(names.map { "{\($0)}" }.joined(separator: ", "))")
            diagnostics.error(at: parameter.name.mark, "'\(path.value.text)' has no '{\(name)}'; \(remedy)")
        }
        parameters = kept
    }
}

extension PathPattern {
    /// Whether the path begins with these segments; a slash at the prefix's end does not count.
    fileprivate func hasPrefix(_ prefix: PathPattern) -> Bool {
        let expected = prefix.segments.last == .literal("") ? prefix.segments.dropLast() : prefix.segments[...]
        return segments.starts(with: expected)
    }
}
