import Foundation

@testable import GatewayRuntime

extension TokenCache {
    /// Judges a token as a request does: at once where that can be, else in time.
    func verify(
        _ token: ByteView, for demand: TokenDemand, on loop: Loop,
        then: @escaping (Result<Grant, AuthFailure>) -> Void
    ) {
        if let outcome = judge(token, for: demand, now: Int64(time(nil)), clock: Loop.clock()) { return then(outcome) }
        verifyInTime(token, for: demand, on: loop, then: then)
    }
}
