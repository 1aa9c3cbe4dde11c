/// A name as generated Swift spells it: plain where it can be, in backticks where it has to be (SE-0451).
public struct SwiftIdentifier: Hashable, Sendable {
    /// The name itself, as logs and metrics show it: `create-widget`.
    public let name: String

    public init(_ name: String) { self.name = name }

    /// A name that may be anything, a scope's or a parameter's: what Swift cannot spell is written another way.
    init(spelling name: String) {
        if Self.canSpell(name) {
            self.name = name
        } else if Self.taken.contains(name) {
            self.name = "\(name) name"
        } else {
            // `*` is `_2A`.
            self.name = name.utf8.map { byte in
                let isKept = byte.isDigit || (byte.isLetterOrUnderscore && byte != UInt8(ascii: "_"))
                return isKept ? String(Unicode.Scalar(byte)) : "_" + Namer.hex(byte)
            }.joined()
        }
    }

    /// Whether the name can be a declaration's, in backticks at least.
    static func canSpell(_ name: String) -> Bool {
        // A name of operators alone is an operator; nothing may end the backticks, or a string that the name is used in.
        !taken.contains(name) && name.utf8.contains { $0.isDigit || $0.isLetterOrUnderscore && $0 != UInt8(ascii: "_") }
            && name.utf8.allSatisfy {
                $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "\\")
                    && $0 != UInt8(ascii: "\"")
            }
    }

    /// As it stands behind a dot or in a declaration.
    public var spelling: String { isPlain && !Self.keywords.contains(name) ? name : "`\(name)`" }

    private var isPlain: Bool {
        guard let first = name.utf8.first, first.isLetterOrUnderscore else { return false }
        return name.utf8.allSatisfy { $0.isLetterOrUnderscore || $0.isDigit }
    }

    /// Names that a member of a generated enumeration cannot have, even in backticks: they mean something already.
    static let taken: Set<String> = [
        "self", "Self", "Type", "Protocol", "init", "_", "allCases", "rawValue", "hashValue", "hash", "AllCases",
        "RawValue",
    ]

    /// What Swift reserves where a declaration's name may stand.
    private static let keywords: Set<String> = [
        "associatedtype", "borrowing", "class", "consuming", "deinit", "enum", "extension", "fileprivate", "func",
        "import",
        "inout", "internal", "let", "nonisolated", "open", "operator", "package", "precedencegroup", "private",
        "protocol",
        "public", "rethrows", "static", "struct", "subscript", "typealias", "var",
        "break", "case", "catch", "continue", "default", "defer", "do", "else", "fallthrough", "for", "guard", "if",
        "in",
        "repeat", "return", "switch", "throw", "where", "while",
        "Any", "as", "await", "false", "is", "nil", "super", "throws", "true", "try", "async", "some", "any",
    ]
}

extension UInt8 {
    var isLetterOrUnderscore: Bool {
        (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == UInt8(ascii: "_")
    }
    var isDigit: Bool { (0x30...0x39).contains(self) }
}
