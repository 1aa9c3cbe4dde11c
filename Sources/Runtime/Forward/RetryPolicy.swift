import Synchronization

/// When a route's requests are sent again (`retry`).
public struct RetryDefinition: Sendable {
    public enum Cause: Sendable, Equatable {
        /// No connection could be made.
        case connect
        /// The connection broke off before the response began, or what came was no response.
        case reset
        /// The response's head did not come in time.
        case timeout
        /// The response is a 5xx of this status.
        case status(Int)
    }

    /// How often a request is sent at most; the first time counts.
    public let attempts: Int
    public let causes: [Cause]
    /// How many requests may be sent again, in percent of all.
    public let budget: Int
    /// How long to wait at most before the second attempt; twice as long before each further one.
    public let backoff: Duration
    /// How long an attempt may take to have the head of a response.
    public let perTryTimeout: Duration?
    /// The header that makes a request one that can be sent again, whatever its method.
    public let idempotencyKey: StaticString?
}

/// A ``RetryDefinition`` made ready, with what all event loops share of it.
final class RetryPolicy: Sendable {
    let attempts: Int
    private let causes: [RetryDefinition.Cause]
    let perTryTimeout: UInt64
    let idempotencyKey: StaticString?
    let budget: RetryBudget
    private let backoff: UInt64
    private let made = Atomic(0)

    /// Bodies up to this length are kept, in bytes, to be sent again; requests with longer ones are not.
    static let longestBody = 64 * 1024

    init(_ definition: RetryDefinition) {
        attempts = definition.attempts
        causes = definition.causes
        perTryTimeout = definition.perTryTimeout?.clampedNanoseconds ?? .max
        idempotencyKey = definition.idempotencyKey
        budget = RetryBudget(percent: definition.budget)
        backoff = definition.backoff.clampedNanoseconds
    }

    func covers(_ cause: RetryDefinition.Cause) -> Bool { causes.contains(cause) }

    /// How long to wait before the next attempt: anything up to a bound that doubles with each, ten times the first at most, so
    /// that those who failed together do not come back together.
    /// - Parameter tried: how often the request has been sent.
    func pause(after tried: Int, random: UInt64) -> UInt64 {
        let doubled = backoff.multipliedReportingOverflow(by: 1 << UInt64(min(max(0, tried - 1), 10)))
        let most = min(
            doubled.overflow ? .max : doubled.partialValue, backoff.multipliedReportingOverflow(by: 10).partialValue)
        return most == .max ? random : random % (most + 1)
    }

    func count() { made.add(1, ordering: .relaxed) }
    /// How many requests have been sent again.
    var retries: Int { made.load(ordering: .relaxed) }
}

/// How many requests may be sent again: a share of all of them, so that an upstream that is in trouble gets hardly more to do. One
/// word that all event loops share.
///
/// Never more than ``reserve`` and the share of the requests there have been; and of what was saved up, never more than
/// ``most`` at once.
final class RetryBudget: Sendable {
    /// What may be sent again before there was any traffic.
    static let reserve = 10
    /// What can be saved up.
    static let most = 100

    /// In hundredths.
    private let balance = Atomic(RetryBudget.reserve * 100)
    private let percent: Int

    init(percent: Int) { self.percent = percent }

    /// A request has come.
    func deposit() {
        if balance.load(ordering: .relaxed) < Self.most * 100 { balance.add(percent, ordering: .relaxed) }
    }

    /// How many requests may be sent again just now.
    var left: Int { balance.load(ordering: .relaxed) / 100 }

    /// A request is to be sent again.
    /// - Returns: whether it may.
    func withdraw() -> Bool {
        var former = balance.load(ordering: .relaxed)
        while former >= 100 {
            let (isDone, found) = balance.compareExchange(
                expected: former, desired: former - 100, ordering: .relaxed)
            if isDone { return true }
            former = found
        }
        return false
    }
}
