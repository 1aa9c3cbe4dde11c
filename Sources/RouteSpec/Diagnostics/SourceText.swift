/// A file's lines, as marks count them: YAML ends a line at CR, LF, both, NEL, LS and PS.
struct SourceText {
    /// One at least.
    let lines: [String]

    init(_ file: SpecFile) {
        self.init(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...])
    }

    /// The bytes stand behind any byte order mark.
    init(_ bytes: some Collection<UInt8>) {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\n" where last == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
                lines.append(String(line))
                line = .init()
            default: line.append(scalar)
            }
            last = scalar
        }
        lines.append(String(line))
        self.lines = lines
    }
}
