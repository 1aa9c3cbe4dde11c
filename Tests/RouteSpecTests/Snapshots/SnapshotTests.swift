import Foundation
import RouteSpec
import Testing

@Suite("What the compiler writes is what Snapshots/ pins")
struct SnapshotTests {
    /// `RECORD_SNAPSHOTS=1` writes the snapshots anew, and fails where one has changed, so that nobody records unawares.
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

    @Test("there are cases, and the gateway's own spec is one")
    func thereAreCases() {
        #expect(SnapshotCase.all.contains { $0.name == "gateway" })
        #expect(SnapshotCase.all.contains { $0.name.hasPrefix("rejected/") })
    }

    @Test("each case compiles to its files, byte for byte", arguments: SnapshotCase.all)
    func matches(_ snapshot: SnapshotCase) throws {
        let actual = snapshot.actual()
        let expected = try snapshot.expected()
        if Self.isRecording {
            try snapshot.record(actual)
            if actual != expected {
                Issue.record("recorded \(snapshot.name) anew: look at the difference, then run the tests again")
            }
            return
        }
        for name in Set(actual.keys).union(expected.keys).sorted() where actual[name] != expected[name] {
            let difference = unifiedDiff(
                expected[name] ?? "", actual[name] ?? "", from: "Snapshots/\(snapshot.name)/\(name)", to: "compiled now"
            )
            Issue.record(
                Comment(rawValue: difference + "\nRECORD_SNAPSHOTS=1 swift test --filter Snapshot records it anew"))
        }
    }

    @Test("compiling twice gives the same bytes", arguments: SnapshotCase.all)
    func isDeterministic(_ snapshot: SnapshotCase) {
        #expect(snapshot.actual() == snapshot.actual())
    }

    @Test(
        "rejected specs say why and make no file", arguments: SnapshotCase.all.filter { $0.name.hasPrefix("rejected/") }
    )
    func rejects(_ snapshot: SnapshotCase) throws {
        #expect(Set(snapshot.actual().keys) == ["stderr.txt"])
    }
}
