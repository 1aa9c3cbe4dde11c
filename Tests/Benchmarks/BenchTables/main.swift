import Foundation
import RouteSpec

/// `bench-tables NAME OUTPUT [REQUESTS]`: writes the router and the table of paths of one benchmark target. The table of
/// 1,220 routes is the given one where there is one.
let arguments = CommandLine.arguments
guard arguments.count >= 3, let count = Int(arguments[1].drop { !$0.isNumber }) else {
    print("usage: bench-tables NAME OUTPUT [REQUESTS]")
    exit(64)
}
var table = makeTable(routes: count)
if count == 1_220, arguments.count > 3 {
    table = readTable(try String(contentsOfFile: arguments[3], encoding: .utf8))
}
let spec = """
    version: "1.0"
    auth: { jwt: { secret: $JWT_SECRET } }
    routes:

    """ + table.map { "  - { path: \"\($0.template)\", method: \($0.method), upstream: $BENCH_URL }\n" }.joined()

let compilation = compileSpec([SpecFile(path: "spec.yaml", bytes: Array(spec.utf8))])
guard let plan = compilation.plan else {
    print(compilation.report(decorated: false))
    exit(65)
}
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

    public let router: RouteTable.Router = findRoute

    """
// A file that stays as it is is not compiled again.
if (try? String(contentsOfFile: arguments[2], encoding: .utf8)) != text {
    try text.write(toFile: arguments[2], atomically: true, encoding: .utf8)
}
