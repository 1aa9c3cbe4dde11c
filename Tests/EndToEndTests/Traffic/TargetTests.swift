import Foundation
import Mocks
import Testing

@Suite("Requests go to the targets that are up") struct TargetTests {
    static func run(
        targets: Int = 2, loops: Int = 1, environment: [String: String] = [:],
        _ script: @escaping @Sendable (GatewayProcess, [FickleTarget]) throws -> Void
    ) async throws {
        let fickle = try ["A", "B", "C"].prefix(targets).map { try FickleTarget($0) }
        let variables = zip(["TARGET_A", "TARGET_B", "TARGET_C"], fickle).map { ($0, $1.url) }
        try await GatewayProcess.run(
            .traffic, upstream: fickle[0].port,
            environment: Dictionary(uniqueKeysWithValues: variables)
                .merging(["GATEWAY_LOOPS": "\(loops)"]) { $1 }.merging(environment) { $1 }
        ) { gateway in try script(gateway, fickle) }
    }

    @Test("in turns by weight, a target that is empty left out")
    func weights() async throws {
        try await Self.run { gateway, _ throws in
            let names = try gateway.answers(30, "/round/x")
            #expect(names.count { $0 == "A" } == 20 && names.count { $0 == "B" } == 10)
        }
        try await Self.run(targets: 3) { gateway, _ throws in
            let names = try gateway.answers(40, "/round/x")
            #expect(["A", "B", "C"].map { name in names.count { $0 == name } } == [20, 10, 10])
        }
    }

    @Test("as long as any is: one dies and comes back, then all die", arguments: [1, 2])
    func dies(loops: Int) async throws {
        try await Self.run(loops: loops) { gateway, targets throws in
            #expect(Set(try gateway.answers(9, "/round/x")) == ["A", "B"])
            targets[0].die()
            try gateway.wait(for: "/round/x") { Set($0) == ["B"] }
            let target = "upstream=\"round\",target=\"\(targets[0].url)\""
            #expect(try gateway.metric("upstream_target_up{\(target)}") == 0)
            let line = try gateway.process.errors.first {
                $0.contains("a target is down") && $0.contains("upstream=round")
            }
            #expect(line.contains("target=\(targets[0].url)"))
            try targets[0].comeBack()
            try gateway.wait(for: "/round/x") { Set($0) == ["A", "B"] }
            #expect(try gateway.metric("upstream_target_up{\(target)}") == 1)
            for target in targets { target.die() }
            try gateway.wait(for: "/round/x") { Set($0) == ["503"] }
            let refusal = try gateway.answer("GET", "/round/x", ["X-Request-ID: all-dead"])
            #expect(refusal.body.contains("SERVICE_UNAVAILABLE"))
            #expect(try gateway.record(of: "all-dead")["error_side"] == "upstream")
            for target in targets { try target.comeBack() }
            try gateway.wait(for: "/round/x") { Set($0) == ["A", "B"] }
        }
    }

    @Test("not to one that hangs, nor to one whose health path fails", arguments: [true, false])
    func hangs(isSilent: Bool) async throws {
        try await Self.run { gateway, targets throws in
            targets[1].become(isSilent ? .silent : .failing(500))
            _ = try gateway.process.errors.first {
                $0.contains("a target is down") && $0.contains("upstream=round")
            }
            #expect(Set(try gateway.answers(9, "/round/x")) == ["A"])
            targets[1].become(.good)
            try gateway.wait(for: "/round/x") { Set($0) == ["A", "B"] }
        }
    }

    @Test("not to one that was dead at the start")
    func deadAtStart() async throws {
        let (dead, alive) = (try DeadPort(), try FickleTarget("B"))
        try await GatewayProcess.run(
            .traffic, upstream: alive.port,
            environment: ["TARGET_A": "http://127.0.0.1:\(dead.port)", "TARGET_B": alive.url]
        ) { gateway throws in #expect(Set(try gateway.answers(9, "/round/x")) == ["B"]) }
    }

    @Test("and not for a while to one that answers with errors")
    func outliers() async throws {
        try await Self.run { gateway, targets throws in
            targets[0].become(.failing(500))
            try gateway.wait(for: "/outliers/x") { Set($0) == ["B"] }
            #expect(targets[0].requests.all.count >= 3)
            let target = "upstream=\"outliers\",target=\"\(targets[0].url)\""
            let ejections = try gateway.metric("upstream_ejections_total{\(target)}") ?? 0
            #expect(ejections >= 1)
            #expect((try gateway.metric("upstream_failures_total{\(target)}") ?? 0) >= 3)
            // What was at rest with it is not kept for its return.
            try targets[0].left.wait(for: 1)
            // No more than half of them may be out.
            targets[1].become(.failing(502))
            #expect(Set(try gateway.answers(9, "/outliers/x")).isSubset(of: ["500", "502"]))
            for target in targets { target.become(.good) }
            try gateway.wait(for: "/outliers/x") { Set($0) == ["A", "B"] }
            // What clients have done is nobody's failure.
            targets[0].become(.failing(404))
            for _ in 0..<4 {
                let names = Set(try gateway.answers(9, "/outliers/x"))
                #expect(names == ["B", "404"])
            }
        }
    }

    @Test("of a key's own: by header and by claim")
    func hash() async throws {
        try await Self.run { gateway, _ throws in
            var names: Set<String> = []
            for tenant in 0..<20 {
                let own = Set(try gateway.answers(4, "/tenants/x", ["X-Tenant: t\(tenant)"]))
                #expect(own.count == 1)
                names.formUnion(own)
            }
            #expect(names == ["A", "B"])
            #expect(Set(try gateway.answers(8, "/tenants/x")).count == 1)
        }
        let tokens = try await withThrowingTaskGroup(of: String.self) { group in
            for person in 0..<20 { group.addTask { try await TestToken.make(["sub": .string("p\(person)")]) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        try await Self.run { gateway, _ throws in
            var names: Set<String> = []
            for token in tokens {
                let own = Set(try gateway.answers(4, "/people/x", ["Authorization: Bearer \(token)"]))
                #expect(own.count == 1)
                names.formUnion(own)
            }
            #expect(names == ["A", "B"])
        }
    }

    @Test("of a key's own: by cookie, and by the client's address")
    func hashOfCallers() async throws {
        try await Self.run { gateway, _ throws in
            var names: Set<String> = []
            for session in 0..<20 {
                let own = Set(try gateway.answers(4, "/visitors/x", ["Cookie: a=1; session=s\(session)"]))
                #expect(own.count == 1)
                names.formUnion(own)
            }
            #expect(names == ["A", "B"])
            names = []
            for host in 2..<22 {
                let own = try (0..<4).map { _ in
                    let socket = try Socket.connect(to: gateway.port, from: "127.0.0.\(host)")
                    try socket.send(GatewayProcess.request("GET", "/callers/x"))
                    return try socket.readResponse().body
                }
                #expect(Set(own).count == 1)
                names.formUnion(own)
            }
            #expect(names == ["A", "B"])
        }
    }

    @Test("to another, where one has as many connections as it may have")
    func full() async throws {
        try await Self.run { gateway, targets throws in
            targets[0].become(.silent)
            let waiting = try gateway.hold("/narrow/wait", at: targets[0])
            #expect(try gateway.answers(6, "/narrow/x") == Array(repeating: "B", count: 6))
            targets[1].become(.silent)
            let others = try gateway.hold("/narrow/wait", at: targets[1])
            let refused = try gateway.answer("GET", "/narrow/x")
            #expect(refused.status == 503 && refused.body.contains("TOO_BUSY"))
            for socket in waiting + others { socket.reset() }
        }
    }

    @Test("to another, where one closes the connection that it was to come over")
    func stale() async throws {
        try await Self.run { gateway, targets throws in
            #expect(Set(try gateway.answers(4, "/pair/x")) == ["A", "B"])
            targets[0].become(.breaking)
            // One of the two goes to A first.
            let asked = targets[0].requests.all.count
            #expect(try gateway.answers(2, "/pair/x") == ["B", "B"])
            #expect(targets[0].requests.all.count == asked + 1)
        }
        try await Self.run { gateway, targets throws in
            #expect(try gateway.answers(1, "/touchy/x") == ["A"])
            targets[0].become(.breaking)
            #expect(try gateway.answer("POST", "/touchy/x", body: "b").status == 502)
            targets[0].become(.good)
            #expect(try gateway.answers(1, "/touchy/x") == ["A"])
            targets[0].become(.breaking)
            #expect(try gateway.answers(2, "/touchy/x") == ["502", "503"], "a fresh connection tells")
        }
    }

    @Test("and the record says which, and the metrics how many")
    func record() async throws {
        try await Self.run { gateway, targets throws in
            for number in 0..<6 {
                let name = try gateway.answer("GET", "/pair/x", ["X-Request-ID: pair-\(number)"]).body
                let url = targets.first { $0.name == name }?.url
                #expect(try gateway.record(of: "pair-\(number)")["target"] == url)
                let one = try gateway.answer("GET", "/canary/x", ["X-Request-ID: canary-\(number)"]).body
                #expect(try gateway.record(of: "canary-\(number)")["target"] == targets.first { $0.name == one }?.url)
            }
            _ = try gateway.answer("GET", "/plain/x", ["X-Request-ID: plain"])
            #expect(try !gateway.record(of: "plain").keys.contains("target"))
            for target in targets {
                let labels = "{upstream=\"pair\",target=\"\(target.url)\"}"
                #expect(try gateway.metric("upstream_requests_total\(labels)") == 3)
                #expect(try gateway.metric("upstream_failures_total\(labels)") == 0)
            }
        }
    }

    @Test("to the one that is not busy")
    func leastRequest() async throws {
        try await Self.run { gateway, targets throws in
            targets[0].become(.silent)
            // Some go to B and are answered; as soon as one waits at A, nobody else goes there.
            let waiting = try gateway.hold("/busy/wait", at: targets[0])
            #expect(Set(try gateway.answers(9, "/busy/x")) == ["B"])
            for socket in waiting { socket.reset() }
        }
    }

    @Test("to all, where too few are up and the spec says so")
    func panic() async throws {
        try await Self.run { gateway, targets throws in
            targets[0].become(.failing(500))
            try gateway.wait(for: "/panicky/x") { $0.contains("500") }
            // One of two is out, which is less than 60%.
            try gateway.wait(for: "/panicky/x") { Set($0) == ["B", "500"] }
        }
    }
}
