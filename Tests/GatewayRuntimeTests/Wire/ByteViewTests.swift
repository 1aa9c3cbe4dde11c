import Testing

@testable import GatewayRuntime

/// Views of bytes are compared eight at a time: every byte, at every place of a word, must count as one alone would.
struct ByteViewTests {
    private func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }

    @Test("ignores the case of ASCII letters, and of nothing else", arguments: [1, 7, 8, 9, 13, 16, 17])
    func ignoresCase(length: Int) {
        for place in Set([0, length / 2, length - 1]) {
            for one in UInt8.min...UInt8.max {
                for other in UInt8.min...UInt8.max {
                    var mine = Array(repeating: UInt8(ascii: "a"), count: length)
                    var theirs = Array(repeating: UInt8(ascii: "A"), count: length)
                    mine[place] = one
                    theirs[place] = other
                    let isEqual = mine.withUnsafeBufferPointer { mine in
                        theirs.withUnsafeBufferPointer { ByteView(mine).equalsIgnoringCase(ByteView($0)) }
                    }
                    if isEqual != (lowercased(one) == lowercased(other)) {
                        Issue.record("\(one) and \(other) at \(place) of \(length)")
                    }
                }
            }
        }
    }

    @Test("tells names of different lengths apart")
    func lengths() {
        let name: StaticString = "content-length"
        let view = ByteView(name.utf8Start, count: name.utf8CodeUnitCount)
        #expect(view.equalsIgnoringCase("Content-Length"))
        #expect(!view.equalsIgnoringCase("Content-Lengths"))
        #expect(!view.prefix(13).equalsIgnoringCase("Content-Length"))
        #expect(!view.prefix(0).equalsIgnoringCase("C"))
    }
}
