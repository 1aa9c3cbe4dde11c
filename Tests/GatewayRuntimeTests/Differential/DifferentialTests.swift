import Testing

@testable import GatewayRuntime

/// Our parsers beside llhttp's, on the same bytes. That two parsers of one chain disagree is how requests are smuggled: where
/// ours and the most used one do, it is on purpose, and ``Disagreement`` says why.
@Suite struct DifferentialTests {
    @Test("requests are what they are to llhttp, but for what is explained")
    func requests() {
        let seeds =
            Vector.all.map(\.bytes) + RequestHeadTests.good.map { Array($0.0.utf8) }
            + RequestHeadTests.bad.map { Array($0.0.utf8) }
            + ChunkedDecoderTests.table.map {
                Array("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\($0.0)".utf8)
            }
        compare(
            seeds, mutations: 20_000, MessageReading.ofRequest, MessageReading.ofRequestByNIO, Disagreement.ofRequests)
    }

    @Test("responses are what they are to llhttp, but for what is explained")
    func responses() {
        let seeds =
            ResponseHeadTests.good.map { Array($0.0.utf8) } + ResponseHeadTests.bad.map { Array($0.0.utf8) }
            + ChunkedDecoderTests.table.map {
                Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\($0.0)".utf8)
            }
        compare(
            seeds, mutations: 10_000, MessageReading.ofResponse, MessageReading.ofResponseByNIO,
            Disagreement.ofResponses)
    }

    private func compare(
        _ seeds: [[UInt8]], mutations: Int, _ ours: ([UInt8]) -> MessageReading, _ theirs: ([UInt8]) -> MessageReading,
        _ explained: [Disagreement]
    ) {
        var random = FixedRandom(state: 1)
        var met: Set<String> = []
        var unexplained: [String] = []
        for number in 0..<(seeds.count + mutations) {
            let bytes = number < seeds.count ? seeds[number] : mutated(seeds, &random)
            let found = Disagreement.Case(text: bytes.latin, ours: ours(bytes), theirs: theirs(bytes))
            if found.ours == found.theirs || found.ours.name == "refused" && found.theirs.name == "refused" { continue }
            if let disagreement = explained.first(where: { $0.covers(found) }) {
                met.insert(disagreement.reason)
            } else {
                unexplained.append("\(found.text.debugDescription)\n  ours: \(found.ours)\n  theirs: \(found.theirs)")
            }
        }
        #expect(unexplained.isEmpty, "\(unexplained.count), as \(unexplained.prefix(20).joined(separator: "\n"))")
        #expect(explained.map(\.reason).filter { !met.contains($0) } == [], "explained, and never met")
    }

    private func mutated(_ seeds: [[UInt8]], _ random: inout FixedRandom) -> [UInt8] {
        var bytes = seeds.randomElement(using: &random) ?? []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            // Most of what matters is in the first bytes.
            let index = Int.random(in: 0...min(bytes.count, 200), using: &random)
            let special = "\r\n:, \t;0=\"\u{0}\u{7f}\u{ff}/".unicodeScalars.randomElement(using: &random)
            let byte = special.map { UInt8(truncatingIfNeeded: $0.value) } ?? 0
            switch Int.random(in: 0..<5, using: &random) {
            case 0 where index < bytes.count: bytes[index] = byte
            case 1 where index < bytes.count: bytes[index] = .random(in: 0...255, using: &random)
            case 2 where index < bytes.count: bytes.remove(at: index)
            case 3:
                // A piece of another.
                let other = seeds.randomElement(using: &random) ?? []
                let start = Int.random(in: 0...other.count, using: &random)
                bytes.insert(contentsOf: other[start...].prefix(Int.random(in: 0...30, using: &random)), at: index)
            default: bytes.insert(byte, at: index)
            }
        }
        return bytes
    }
}

extension [UInt8] {
    /// One character a byte.
    var latin: String { String(String.UnicodeScalarView(map { Unicode.Scalar($0) })) }
}

/// The same numbers on every run (SplitMix64).
struct FixedRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
