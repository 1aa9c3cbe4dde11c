/// Why a value is not what it should be, as it goes behind the name of what has it: "is not a duration; write 30s".
struct Fault: Error, Hashable {
    var message: String

    init(_ message: String) { self.message = message }
}

/// What a value of the spec can be, and what it is read into.
struct Shape<Value> {
    let read: (Node) throws(Fault) -> Value
    /// Whether a node that is refused may be, or hold, a secret, so that no listing may show it.
    private(set) var mayHoldSecret: (Node) -> Bool = { _ in false }

    init(_ read: @escaping (Node) throws(Fault) -> Value) { self.read = read }

    func hiding(where mayHoldSecret: @escaping (Node) -> Bool) -> Shape {
        var shape = self
        shape.mayHoldSecret = mayHoldSecret
        return shape
    }
}

extension Shape {
    /// A scalar. `what` goes behind "must be".
    static func scalar(_ what: String, _ read: @escaping (Scalar) throws(Fault) -> Value) -> Shape {
        Shape { node throws(Fault) in
            guard case .scalar(let scalar) = node.content else { throw Fault("must be \(what), not \(node.kind)") }
            return try read(scalar)
        }
    }

    /// A scalar that is text, as it stands. `what` goes behind "must be".
    static func rawText(_ what: String, _ read: @escaping (String) throws(Fault) -> Value) -> Shape {
        scalar(what) { scalar throws(Fault) in
            if scalar.isText { return try read(scalar.text) }
            // Quotes would make it text, which may be as wrong.
            guard (try? read(scalar.text)) != nil else { throw Fault("must be \(what), not \(scalar.text)") }
            throw Fault("must be \(what), and \(scalar.text) is \(scalar.kind); write it in quotes: \"\(scalar.text)\"")
        }
    }

    /// Text in which `$$` is a dollar sign and a variable is an error, since it is settled when the gateway is built.
    static func fixedText(_ what: String, _ read: @escaping (String) throws(Fault) -> Value) -> Shape {
        rawText(what) { text throws(Fault) in try read(try Template(parsing: text).fixedText) }
    }
}

extension Shape<String> {
    /// Any text but none at all.
    static var text: Shape {
        fixedText("text") { text throws(Fault) in
            if text.isEmpty { throw Fault("is empty; write a text, or leave the key out") }
            return text
        }
    }

    /// A name of the user's own. It goes into logs, metrics and generated code.
    static var name: Shape {
        fixedText("a name") { text throws(Fault) in
            guard text.isName else {
                throw Fault(
                    "is '\(text)', which is no name; use letters, digits, '_', '-' and '.', with a letter first")
            }
            return text
        }
    }

    /// RFC 6749, 3.3: visible ASCII but `"` and `\`, since scopes stand side by side in a token.
    static var scope: Shape {
        fixedText("a scope") { text throws(Fault) in
            guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) else {
                throw Fault(
                    "is '\(text.visible)', which is no scope; use visible ASCII characters, without spaces, quotes and backslashes"
                )
            }
            return text
        }
    }

    static var role: Shape {
        fixedText("a role") { text throws(Fault) in
            guard !text.isEmpty, !text.unicodeScalars.contains(where: \.isControl) else {
                throw Fault("is '\(text.visible)', which is no role; write its name, without control characters")
            }
            return text
        }
    }

    /// RFC 9110, 5.6.2: a field name is a token.
    static var headerName: Shape {
        fixedText("a header's name") { text throws(Fault) in try headerName(text) }
    }

    /// A text that is the name of a header (RFC 9110, 5.1).
    static func headerName(_ text: String) throws(Fault) -> String {
        guard text.isToken else { throw Fault("'\(text.visible)' is no header name; use letters, digits and '-'") }
        return text
    }
}

extension Shape<Bool> {
    static var bool: Shape {
        .scalar("true or false") { scalar throws(Fault) in
            if let bool = scalar.bool { return bool }
            if scalar.hasVariable { throw .variableNotYet }
            throw Fault("must be true or false, not \(scalar.quoted)")
        }
    }
}

extension Shape<Int> {
    /// A whole number of a range.
    static func int(in range: ClosedRange<Int>) -> Shape {
        .scalar("a whole number") { scalar throws(Fault) in
            if scalar.hasVariable { throw .variableNotYet }
            guard scalar.isInt else {
                throw Fault("must be a whole number, not \(scalar.quoted)")
            }
            guard let int = scalar.int, range.contains(int) else {
                throw Fault("is \(scalar.text), which is out of range; give \(range.lowerBound) to \(range.upperBound)")
            }
            return int
        }
    }
}

extension Shape where Value: RawRepresentable<String> & CaseIterable {
    /// One of the values that a type has.
    static var choice: Shape {
        fixedText("one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))") { text throws(Fault) in
            if let value = Value(rawValue: text) { return value }
            throw .notAllowed(text, allowed: Value.allCases.map(\.rawValue))
        }
    }
}

extension Fault {
    static func notAllowed(_ text: String, allowed: [String]) -> Fault {
        let near = suggestion(for: text, among: allowed).map { "\($0) " } ?? ""
        return Fault("is '\(text.visible)', which is not allowed; \(near)allowed: \(allowed.joined(separator: ", "))")
    }

    /// The language has variables here; the gateway reads the value when it is built.
    static var variableNotYet: Fault { Fault("is a variable, which is not supported here yet; write the value") }
}

extension Scalar {
    /// As a message repeats it, in the quotes that it has.
    var quoted: String { isPlain ? "'\(text.visible)'" : "\"\(text.visible)\"" }

    var hasVariable: Bool { isText && text.utf8.contains(UInt8(ascii: "$")) }
}
