import Synchronization

/// Where a share of a route's requests goes besides (`mirror`).
public struct MirrorDefinition: Sendable {
    /// An index into ``GatewayDefinition/upstreams``.
    public let upstream: Int
    public let percent: Int
}

/// A ``MirrorDefinition`` made ready, with what all event loops share of it.
final class MirrorPolicy: Sendable {
    let upstream: Int
    private let percent: UInt64
    private let inFlight = Quota(MirrorPolicy.most)
    private let sent = Atomic(0)
    private let dropped = Atomic(0)

    /// How many copies may be under way at a time, over all event loops: a mirror that is slow costs no more than these.
    static let most = 100

    init(_ definition: MirrorDefinition) {
        upstream = definition.upstream
        percent = UInt64(max(0, definition.percent))
    }

    func takes(random: UInt64) -> Bool { random % 100 < percent }

    /// Room for one more copy, which is to be given back; one for which there is none counts as dropped.
    func begin() -> Bool {
        guard inFlight.take() else {
            drop()
            return false
        }
        sent.add(1, ordering: .relaxed)
        return true
    }

    func end() { inFlight.give() }
    func drop() { dropped.add(1, ordering: .relaxed) }

    var copiesInFlight: Int { inFlight.inUse }

    /// How many copies have been sent, and how many have not, since there was no room or their body was too long.
    var counts: (sent: Int, dropped: Int) { (sent.load(ordering: .relaxed), dropped.load(ordering: .relaxed)) }
}
