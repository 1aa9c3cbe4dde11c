/// ```swift
/// cors: CrossOriginDefinition(
///     origins: ["*"],
///     methods: "GET, POST",
///     maxAge: 86_400),
/// ```
func emit(_ cors: CrossOriginSettings, into writer: inout CodeWriter) {
    var arguments = ["origins: \(arrayLiteral(cors.origins.map { literal($0.value.text) }))"]
    if let methods = cors.methods { arguments.append("methods: \(list(methods.map(\.rawValue)))") }
    if let headers = cors.headers { arguments.append("headers: \(list(headers))") }
    if !cors.exposedHeaders.isEmpty { arguments.append("exposedHeaders: \(list(cors.exposedHeaders))") }
    if cors.allowsCredentials { arguments.append("allowsCredentials: true") }
    if let age = cors.maxAge { arguments.append("maxAge: \(Int(age.components.seconds).grouped)") }
    if cors.preflightStatus != 204 { arguments.append("preflightStatus: \(cors.preflightStatus)") }
    if !cors.stripsUpstream { arguments.append("stripsUpstream: false") }
    writer.line("cors: CrossOriginDefinition(")
    writer.indented { writer in
        for argument in arguments.dropLast() { writer.line(argument + ",") }
        writer.line("\(arguments[arguments.count - 1])),")
    }
}

private func list(_ names: [String]) -> String { literal(names.joined(separator: ", ")) }
