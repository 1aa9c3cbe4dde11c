extension PatternAutomaton {
    /// The automaton as `BytePattern` of the runtime reads it: for each run of bytes of one class the first in two hexadecimal
    /// digits and the class, a colon, the number of classes, and for each state `+` or `-`, whether it accepts, and two
    /// digits of 64 for where each class leads, `zz` where nothing can be accepted any more.
    var table: String {
        var text = ""
        for (kind, number) in classes.enumerated() where kind == 0 || classes[kind - 1] != number {
            let digits = String(kind, radix: 16, uppercase: true)
            text += (digits.count < 2 ? "0" : "") + digits + Self.digit(number)
        }
        text += ":" + Self.digit(classCount)
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
