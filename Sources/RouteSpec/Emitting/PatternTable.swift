extension PatternAutomaton {
    /// The automaton as `BytePattern` of the runtime reads it: for each of the 129 kinds of bytes its class, the number of
    /// classes, and for each state `+` or `-`, whether it accepts, and two digits of 64 for where each class leads, `zz` where
    /// nothing can be accepted any more.
    var table: String {
        var text = classes.map(Self.digit).joined() + Self.digit(classCount)
        for (row, accepts) in zip(steps, accepts) {
            text += accepts ? "+" : "-"
            text += row.map { $0.map { Self.digit($0 / 64) + Self.digit($0 % 64) } ?? "zz" }.joined()
        }
        return text
    }

    /// From `0` on in the order of ASCII. 64 of them end before `p`.
    private static func digit(_ number: Int) -> String {
        String(decoding: [UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 65)], as: UTF8.self)
    }
}
