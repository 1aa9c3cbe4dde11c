import Testing

@testable import GatewayRuntime

@Suite("Health with what the gateway needs") struct HealthReportTests {
    @Test("is bad where the gateway does not have it", arguments: [HealthDependency.Part.redis, .jwks, .upstream(0)])
    func absent(part: HealthDependency.Part) {
        let report = HealthReport(
            title: "a", version: "1", dependencies: [HealthDependency("x", part)], upstreams: [], verifier: nil,
            limiter: nil)
        let response = report.response(0, time: 0)
        #expect(response.status == 503)
        #expect(response.body.text.hasSuffix(#""dependencies":{"x":"unhealthy"}}"#))
    }
}
