import Foundation
import RouteSpec
import Testing

@Suite("Generated routers find what the slow matcher finds")
struct GeneratedRouterTests {
    private static let specs = 20
    private static let requestsEach = 6_000

    @Test("random requests against random specs, compiled")
    func randomSpecs() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomSource(seed: seed)
        let compiler = try CompiledRouter()
        defer { compiler.remove() }
        var compared = 0
        var found = 0
        for index in 0..<Self.specs {
            let (spec, plan) = try Self.acceptedSpec(&random, seed)
            let requests = (0..<Self.requestsEach).map { _ in spec.request(&random) }
            let expected = try requests.map { try Self.expectation(of: $0, by: RouteFinder(plan), plan) }
            let lines = zip(requests, expected).map { request, expected in
                "\(request.method) \(request.path) \(request.host) \(request.beta.map { "X-Beta\($0)" } ?? "-") \(request.queryText) \(expected.captures)"
            }
            // In one file, as small ones are, and spread over several, as large ones are.
            let router = emitRouter(plan, importing: "GatewayRuntime", files: 1 + index % 4)
            let answers = try compiler.answers(of: router, named: "router\(index)", to: lines)
            try #require(answers.count == requests.count, "seed \(seed)")
            for (line, (answer, expected)) in zip(lines, zip(answers, expected)) where answer != expected.answer {
                Issue.record(
                    "seed \(seed): \(line)\n  generated: \(answer)\n  expected:  \(expected.answer)\n\(spec.text)")
                return
            }
            compared += answers.count
            found += expected.count { $0.answer.first != "-" }
        }
        #expect(compared >= 100_000)
        // The table would prove little if nearly all were hits, or nearly none.
        #expect(found > compared / 5 && found < compared * 19 / 20)
    }

    /// The next random spec that the compiler takes: some have a route that others leave nothing of.
    private static func acceptedSpec(_ random: inout RandomSource, _ seed: UInt64) throws -> (RandomSpec, RoutePlan) {
        while true {
            let spec = RandomSpec(&random)
            let compilation = compileSpec([SpecFile(path: "spec/random.yaml", bytes: Array(spec.text.utf8))])
            if let plan = compilation.plan { return (spec, plan) }
            let report = compilation.report(decorated: false)
            try #require(
                report.split(separator: "\n").allSatisfy { $0.contains("can never be reached") },
                "seed \(seed): \(report)\n\(spec.text)")
        }
    }

    /// The line that the compiled router must print, and how many captures it must print in it.
    private static func expectation(
        of request: RandomRequest, by finder: RouteFinder, _ plan: RoutePlan
    ) throws -> (answer: String, captures: Int) {
        var asked = RouteRequest(method: request.method, path: try RequestPath(request.path))
        asked.host = request.host
        asked.headers = request.beta.map { [.init(name: "X-Beta", value: $0)] } ?? []
        asked.query = [.init(name: "u", value: "1")] + (request.version.map { [.init(name: "v", value: $0)] } ?? [])
        guard case .route(let match) = finder.decision(for: asked) else { return ("- 0 ", 0) }
        let pattern = match.endpoint.pattern
        var values = pattern.parameters.map { match.captures[$0] ?? "" }
        if pattern.ending != .exact { values.append(match.wildcard) }
        let name = plan.routes[match.endpoint.route].name
        return ("\(name) \(match.endpoint.path) \(values.joined(separator: ","))", values.count)
    }
}
