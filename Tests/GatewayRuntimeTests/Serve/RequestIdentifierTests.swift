import Testing

@testable import GatewayRuntime

@Test("A request id is `req-` and 32 hex digits, of which each occurs")
func requestIdentifiers() throws {
    var identifiers = RequestIdentifier()
    var digits: Set<Character> = []
    for _ in 0..<1000 {
        let id = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: RequestIdentifier.count) { bytes in
            bytes.baseAddress.map { identifiers.write(to: $0) }
            return String(decoding: bytes, as: UTF8.self)
        }
        try #require(id.hasPrefix("req-") && id.count == 36)
        digits.formUnion(id.dropFirst(4))
    }
    #expect(String(digits.sorted()) == "0123456789abcdef")
}
