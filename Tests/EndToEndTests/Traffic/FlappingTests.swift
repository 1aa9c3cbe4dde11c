import Foundation
import Testing

@Suite("A target that flaps") struct FlappingTests {
    @Test("costs no client a request, and gets none before enough checks in a row were good", arguments: [1, 2])
    func flaps(loops: Int) async throws {
        try await TargetTests.run(loops: loops, environment: ["ADMIN_KEY": PolicyState.key]) {
            gateway, targets throws in
            let target = targets[0]
            let up = "upstream_target_up{upstream=\"flapping\",target=\"\(target.url)\"}"
            let load = Load(gateway, "/flapping/x", clients: 3)
            defer { _ = load.end() }
            for turn in 0..<4 {
                try Self.wait("requests") { Self.arrivals(at: target).count { !FickleTarget.isCheck($0) } > turn * 10 }
                target.die()
                try Self.wait("its end") { try gateway.metric(up) == 0 }
                let past = Self.arrivals(at: target).count
                if turn == 1 {
                    // Good and bad in turns is not good enough, for however long.
                    target.become(.wavering)
                    try target.comeBack()
                    try Self.wait("checks") { Self.arrivals(at: target).count >= past + 9 }
                    #expect(Self.arrivals(at: target)[past...].allSatisfy { FickleTarget.isCheck($0) })
                    #expect(try gateway.metric(up) == 0)
                    target.become(.good)
                } else {
                    try target.comeBack()
                }
                try Self.wait("requests") {
                    !Self.arrivals(at: target)[past...].allSatisfy { FickleTarget.isCheck($0) }
                }
                #expect(Self.arrivals(at: target)[past...].prefix { FickleTarget.isCheck($0) }.count >= 3)
            }
            #expect(Set(load.end()) == ["A", "B"])
            try PolicyState.wait(gateway, of: "flapping", inFlight: 0)
        }
    }

    /// Requests and health checks of this upstream's, in the order in which they came.
    private static func arrivals(at target: FickleTarget) -> [Request] {
        target.all.all.filter { $0.line.contains("flapping") }
    }

    private static func wait(_ what: String, until isThere: () throws -> Bool) throws {
        for _ in 0..<2000 {
            if try isThere() { return }
            usleep(10_000)
        }
        throw SocketError(what: "waited in vain for \(what)", code: 0)
    }
}

/// Clients that send one request after the other until they are told to end.
private final class Load: Sendable {
    private let isOver = Counter()
    private let clients = DispatchGroup()
    private let results = Results()

    init(_ gateway: GatewayProcess, _ path: String, clients count: Int) {
        for _ in 0..<count {
            clients.enter()
            Thread.detachNewThread { [self] in
                while isOver.value == 0 {
                    do { results.add(try gateway.answers(20, path)) } catch { results.add(["\(error)"]) }
                    // A machine of few cores has to have time for the rest too.
                    usleep(5_000)
                }
                clients.leave()
            }
        }
    }

    /// - Returns: the bodies of all answers; statuses of those that were no 200.
    func end() -> [String] {
        isOver.add()
        clients.wait()
        return results.all
    }
}

private final class Results: @unchecked Sendable {
    // Guarded by its lock.
    private var results: [String] = []
    private let lock = NSLock()

    func add(_ more: [String]) { lock.withLock { results += more } }
    var all: [String] { lock.withLock { results } }
}
