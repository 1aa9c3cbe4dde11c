import Foundation
import Testing

@Suite("Requests go to several upstreams of a route") struct CanaryTests {
    @Test("by weight, exactly")
    func weights() async throws {
        try await TargetTests.run(loops: 2) { gateway, _ throws in
            let names = try (0..<40).map { _ in try gateway.answer("GET", "/canary/x").body }
            #expect(names.count { $0 == "A" } == 30 && names.count { $0 == "B" } == 10)
        }
    }

    @Test("always the same for the same cookie, where the spec says so")
    func sticky() async throws {
        try await TargetTests.run { gateway, _ throws in
            var names: Set<String> = []
            for session in 0..<20 {
                let own = Set(try gateway.answers(5, "/sticky/x", ["Cookie: a=1; session=s\(session)"]))
                #expect(own.count == 1)
                names.formUnion(own)
            }
            #expect(names == ["A", "B"])
        }
    }
}

@Suite("Requests are mirrored") struct MirrorTests {
    @Test("body and all, in either framing, without the client's waiting for it")
    func bodies() async throws {
        try await TargetTests.run { gateway, targets throws in
            // The mirror says nothing, and nobody minds.
            targets[1].become(.silent)
            #expect(try gateway.answer("POST", "/mirrored/x?q=1", body: "hello").body == "A")
            let chunked = try gateway.connect()
            try chunked.send("POST /mirrored/y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
            usleep(50_000)
            try chunked.send("6\r\n world\r\n0\r\n\r\n")
            #expect(try chunked.readResponse().body == "A")
            #expect(try gateway.answers(1, "/mirrored/z") == ["A"])
            for _ in 0..<1000 where targets[1].requests.all.count < 3 { usleep(10_000) }
            let copies = targets[1].requests.all.sorted { $0.line < $1.line }
            #expect(
                copies.map(\.line)
                    == ["POST /mirrored/x?q=1 HTTP/1.1", "POST /mirrored/y HTTP/1.1", "GET /mirrored/z HTTP/1.1"]
                    .sorted())
            #expect(Set(copies.map(\.body)) == ["hello", "hello world", ""])
            #expect(try gateway.metric("mirrored_total{route=\"mirrored\",result=\"sent\"}") == 3)
        }
    }

    @Test("in part; one that is dead hurts nobody, and too long a body is not copied")
    func shares() async throws {
        try await TargetTests.run { gateway, targets throws in
            let long = String(repeating: "x", count: 65 * 1024)
            #expect(try gateway.answer("POST", "/mirrored/long", body: long).body == "A")
            #expect(try gateway.metric("mirrored_total{route=\"mirrored\",result=\"dropped\"}") == 1)
            #expect(try gateway.answers(200, "/sampled/x") == Array(repeating: "A", count: 200))
            let sampled = try gateway.metric("mirrored_total{route=\"sampled\",result=\"sent\"}") ?? 0
            #expect(sampled > 20 && sampled < 180)
            targets[1].die()
            #expect(try gateway.answers(50, "/mirrored/x") == Array(repeating: "A", count: 50))
        }
    }

    @Test("no more of them at a time than may be")
    func bounded() async throws {
        try await TargetTests.run { gateway, targets throws in
            targets[1].become(.silent)
            #expect(try gateway.answers(130, "/mirrored/x") == Array(repeating: "A", count: 130))
            #expect(try gateway.metric("mirrored_total{route=\"mirrored\",result=\"sent\"}") == 100)
            #expect(try gateway.metric("mirrored_total{route=\"mirrored\",result=\"dropped\"}") == 30)
        }
    }
}
