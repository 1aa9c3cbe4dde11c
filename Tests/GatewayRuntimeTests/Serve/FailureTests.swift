import Testing

@testable import GatewayRuntime

@Suite struct FailureTests {
    @Test(
        "an unavailable upstream is a bad gateway or an unavailable service, as the spec says",
        arguments: [(502, FailureCode.badGateway), (503, .serviceUnavailable)])
    func unavailableUpstream(status: Int, code: FailureCode) {
        let failure = Failure.upstreamUnavailable(status: status)
        #expect(failure.status == status)
        #expect(failure.code == code)
        #expect(failure.side == .upstream)
    }
}
