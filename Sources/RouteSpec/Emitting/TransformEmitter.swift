/// What becomes of bodies of JSON on their way.
func emitTransforms(of route: PlannedRoute, _ name: String, into writer: inout CodeWriter) {
    if let transform = route.traffic.requestTransform?.policy {
        writer.call("routes.requestTransform", [name] + transform.arguments)
    }
    if let transform = route.traffic.responseTransform?.policy {
        writer.call("routes.responseTransform", [name] + transform.arguments)
    }
}

extension BodyTransform {
    /// `wrap: "data", rename: ["user_id": "userId"]`
    fileprivate var arguments: [String] {
        var arguments = wrap.map { ["wrap: \(literal($0))"] } ?? []
        if !renames.isEmpty {
            arguments.append(
                "rename: " + arrayLiteral(renames.map { "\(literal($0.from.value)): \(literal($0.to.value))" }))
        }
        return arguments
    }
}
