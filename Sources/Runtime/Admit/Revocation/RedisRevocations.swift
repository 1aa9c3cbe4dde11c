import Logging
import NIOCore
import Synchronization

/// What is known of a token's revocation for a while.
struct RevocationVerdict: Sendable {
    /// Why the token is not taken; nothing where it is.
    let failure: AuthFailure?
    /// By ``Loop/clock()``: until when nobody has to ask again.
    let end: UInt64

    /// Of tokens that nobody has to ask about.
    static let good = RevocationVerdict(failure: nil, end: .max)
    /// Of tokens that somebody has to ask about first.
    static let pending = RevocationVerdict(failure: .revocationUnknown, end: 0)
}

/// Where to ask whether one token is revoked.
struct RevocationLookup: Sendable {
    let list: RedisRevocations
    let id: RevocationID
}

/// The sessions of a Redis server: one is revoked where its key holds `revoked`.
///
/// An answer holds for a second from when it was asked for, whichever it is: so long may a session go on that has been revoked, or
/// be refused that has been let in again. Who asks for an id that is being asked for gets the same answer.
final class RedisRevocations: Sendable {
    /// How long an answer holds, in nanoseconds.
    static let hold: UInt64 = 1_000_000_000

    private static let revoked = Array("revoked".utf8)

    let client: RedisClient
    private let key: SessionKey
    private let deniesOnError: Bool
    /// Who waits for which id, on the client's event loop.
    private let waiting: NIOLoopBoundBox<[RevocationID: [@Sendable (RevocationVerdict) -> Void]]>
    private let good = Atomic<Int>(0)
    private let bad = Atomic<Int>(0)
    private let failed = Atomic<Int>(0)

    init(_ url: RedisURL, key: SessionKey, deniesOnError: Bool, timeout: Duration, logger: Logger) {
        client = RedisClient(url, timeout: timeout, logger: logger)
        self.key = key
        self.deniesOnError = deniesOnError
        waiting = .makeBoxSendingValue([:], eventLoop: client.eventLoop)
    }

    func start() async { await client.start() }

    func stop() { client.close() }

    var status: RevocationStatus {
        .redis(
            isUp: client.isUp, isReady: client.hasBeenUp || !deniesOnError,
            lookups: .init(
                good: good.load(ordering: .relaxed), revoked: bad.load(ordering: .relaxed),
                failed: failed.load(ordering: .relaxed)))
    }

    /// Asks whether an id is revoked; from any thread.
    /// - Parameter then: called once, on any thread.
    func ask(_ id: RevocationID, then: @escaping @Sendable (RevocationVerdict) -> Void) {
        client.eventLoop.execute {
            if self.waiting.value[id]?.append(then) != nil { return }
            self.waiting.value[id] = [then]
            let asked = Loop.clock()
            // Eight bytes tell `revoked` from all else: what else a session's key holds may be long.
            let command = RedisCommand("GETRANGE", self.key.bytes(for: id), [0x30], [0x37])
            self.client.send(command).whenComplete { reply in
                let verdict = self.verdict(on: reply, asked: asked)
                for then in self.waiting.value.removeValue(forKey: id) ?? [] { then(verdict) }
            }
        }
    }

    private func verdict(on reply: Result<RESPValue, any Error>, asked: UInt64) -> RevocationVerdict {
        let end = asked &+ Self.hold
        switch reply {
        case .success(.bytes(Self.revoked)):
            bad.add(1, ordering: .relaxed)
            return RevocationVerdict(failure: .revoked, end: end)
        case .success(let value) where value.isSomethingElse:
            good.add(1, ordering: .relaxed)
            return RevocationVerdict(failure: nil, end: end)
        default:
            failed.add(1, ordering: .relaxed)
            return deniesOnError ? .pending : RevocationVerdict(failure: nil, end: end)
        }
    }
}

extension RESPValue {
    /// What a key holds, nothing where there is none; or that it is of another kind.
    fileprivate var isSomethingElse: Bool {
        if case .bytes = self { true } else { errorCode == "WRONGTYPE" }
    }
}
