import Foundation
import RouteSpec

/// `bench-tables NAME OUTPUT [FILE]...`: writes the router and the table of paths of one benchmark target. `RoutesSpec` has the
/// routes of these specs; the table of 1,220 routes is the given one where there is one.
let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    print("usage: bench-tables NAME OUTPUT [FILE]...")
    exit(64)
}
func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

var specs: [SpecFile] = []
var table: [TableEntry] = []
if let count = Int(arguments[1].drop { !$0.isNumber }) {
    table = try count == 1_220 && arguments.count > 3 ? readTable(read(arguments[3])) : makeTable(routes: count)
    let text = """
        version: "1.0"
        auth: { jwt: { secret: $JWT_SECRET } }
        routes:

        """ + table.map { "  - { path: \"\($0.template)\", method: \($0.method), upstream: $BENCH_URL }\n" }.joined()
    specs = [SpecFile(path: "spec.yaml", bytes: Array(text.utf8))]
} else {
    specs = try arguments.dropFirst(3).map { SpecFile(path: $0, bytes: Array(try read($0).utf8)) }
}

let compilation = compileSpec(specs)
guard let plan = compilation.plan else {
    print(compilation.report(decorated: false))
    exit(65)
}
if table.isEmpty { table = makeTable(of: plan) }
let isString = arguments[1].hasPrefix("String")
let router = emitRouter(
    plan, importing: isString ? "StringRouting" : "GatewayRuntime", widest: isString ? .max : nil)[0]

var names: [String: String] = [:]
for route in plan.routes {
    for method in route.methods { names["\(method.rawValue) \(route.paths[0].pattern.text)"] = route.name }
}
let lines = table.map { entry in
    "\(entry.method) \(entry.path) \(names["\(entry.method) \(entry.template)"] ?? "-") \(entry.captures)\n"
}
let text = """
    \(router)
    /// A line a request: method, path, expected route, captures.
    public let table: StaticString = \"\"\"
    \(lines.joined())\"\"\"

    /// The spec that they are of, a text a file.
    public let spec: [StaticString] = [
    \(specs.map { "#\"\"\"\n\(String(decoding: $0.bytes, as: UTF8.self))\n\"\"\"#,\n" }.joined())]

    public let router: RouteTable.Router = findRoute

    """
// A file that stays as it is is not compiled again.
if (try? String(contentsOfFile: arguments[2], encoding: .utf8)) != text {
    try text.write(toFile: arguments[2], atomically: true, encoding: .utf8)
}
