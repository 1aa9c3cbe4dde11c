import GatewayRuntime
import RouteSpec
import Routes1220
import RoutesSpec
import Testing

/// The tables of paths that benchmarks run over too, and the routers of their specs.
@Suite("All routes of a table of paths are found, with their captures")
struct PathTableTests {
    @Test("there are as many as the specs have, each once", arguments: [(PathTable.spec, 8), (.large, 1_220)])
    func count(table: PathTable, count: Int) {
        #expect(table.entries.count == count)
        #expect(Set(table.entries.map { "\($0.method) \($0.route)" }).count == count)
    }

    @Test("each request finds its route and captures its values", arguments: PathTable.all)
    func finds(table: PathTable) {
        for entry in table.entries {
            let (route, captures) = table.match(entry.method, entry.path, captures: entry.captures.count)
            #expect(route == entry.route, "\(entry)")
            #expect(captures == entry.captures, "\(entry)")
        }
    }

    @Test("HEAD finds what GET finds, and a changed path or method does not find the same", arguments: PathTable.all)
    func near(table: PathTable) {
        for entry in table.entries {
            if entry.method == "GET", !table.entries.contains(where: { $0.method == "HEAD" && $0.path == entry.path }) {
                #expect(table.match("HEAD", entry.path, captures: 0).route == entry.route)
            }
            #expect(table.match(entry.method, entry.path + "/", captures: 0).route != entry.route || entry.path == "/")
            #expect(table.match("PURGE", entry.path, captures: 0).route == nil)
            #expect(table.match(entry.method, entry.path + "/no/such/thing/at/all", captures: 0).route != entry.route)
        }
    }

    @Test(
        "what its paths become by chance finds what the slow matcher finds, or is allowed the same methods",
        arguments: PathTable.all)
    func changed(table: PathTable) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomSource(seed: seed)
        let plan = try #require(table.plan)
        let finder = RouteFinder(plan)
        var outcomes: [String: Int] = [:]
        for _ in 0..<4_000 {
            let (method, path) = table.changedRequest(&random)
            let decision = finder.decision(for: RouteRequest(method: method, path: try RequestPath(path)))
            switch decision {
            case .route(let found):
                let captures = found.endpoint.pattern.parameters.map { found.captures[$0] ?? "" }
                let answer = table.match(method, path, captures: captures.count)
                #expect(answer.route == plan.routes[found.endpoint.route].name, "seed \(seed): \(method) \(path)")
                #expect(answer.captures == captures, "seed \(seed): \(method) \(path)")
                outcomes["found", default: 0] += 1
            case .methodNotAllowed(let methods):
                #expect(Set(table.methods(of: path) + ["OPTIONS"]) == Set(methods), "seed \(seed): \(method) \(path)")
                outcomes["not allowed", default: 0] += 1
            case .notFound, .options:
                #expect(table.methods(of: path).isEmpty, "seed \(seed): \(method) \(path)")
                outcomes["not found", default: 0] += 1
            }
        }
        // The test would prove little if nearly all had the same end.
        for outcome in ["found", "not allowed", "not found"] {
            #expect(outcomes[outcome, default: 0] > 200, "\(outcomes)")
        }
    }
}
