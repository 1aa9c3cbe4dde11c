import Foundation
import Testing

@testable import GatewayRuntime

@Suite("A name") struct ResolverTests {
    @Test("is looked up once at a time, also where nobody waits for the answer any more")
    func once() async throws {
        let (lookups, late, found) = (Counter(), Counter(), Counter())
        // However long the test takes, no lookup ends before it says so.
        let answer = DispatchSemaphore(value: 0)
        defer { answer.signal() }
        let loop = try Loop()
        let resolver = try await loop.submit {
            LoopBound(
                Resolver("name.test", port: 80, on: loop) { _, _ in
                    lookups.add()
                    answer.wait()
                    answer.signal()
                    return []
                }, on: loop)
        }
        for number in 1...3 {
            try await loop.submit { resolver.value.addresses(until: Loop.clock()) { if $0 == nil { late.add() } } }
            try await onThread { try late.wait(for: number) }
        }
        try await loop.submit {
            resolver.value.addresses(until: .max) { if $0 != nil { found.add() } }
        }
        try await onThread { try lookups.wait(for: 1) }
        answer.signal()
        try await onThread { try found.wait(for: 1) }
        #expect(lookups.value == 1)
        // The next one is looked up anew.
        try await loop.submit {
            resolver.value.addresses(until: .max) { if $0 != nil { found.add() } }
        }
        try await onThread { try found.wait(for: 2) }
        #expect(lookups.value == 2)
        await loop.stop()
    }
}
