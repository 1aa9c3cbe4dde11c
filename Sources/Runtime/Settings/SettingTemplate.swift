/// A ``Setting``'s parts: what stands as it is, and what the environment says (`SPEC.md`, Documents).
package struct SettingTemplate: Equatable {
    enum Part: Equatable {
        case literal(String)
        /// `defaultValue` stands in where the variable is unset or empty, as in a shell.
        case variable(name: String, defaultValue: String?)
    }

    let parts: [Part]

    var variables: [String] {
        parts.compactMap { if case .variable(let name, _) = $0 { name } else { nil } }
    }

    /// Reads `$NAME`, `${NAME}`, `${NAME:-default}` and `$$`. The compiler has refused every other use of `$`; should one
    /// come here nevertheless, it stands for itself.
    package init(_ text: String) {
        var parts: [Part] = []
        var literal = ""
        var rest = Substring(text)
        while let character = rest.popFirst() {
            guard character == "$", let (part, behind) = Self.reference(in: rest) else {
                literal.append(character)
                continue
            }
            rest = behind
            if case .literal(let text) = part {
                literal += text
            } else {
                if !literal.isEmpty { parts.append(.literal(literal)) }
                literal = ""
                parts.append(part)
            }
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        self.parts = parts
    }

    /// What stands behind a `$`, and the text behind that.
    private static func reference(in text: Substring) -> (Part, Substring)? {
        if text.first == "$" { return (.literal("$"), text.dropFirst()) }
        if text.first == "{" {
            guard let close = text.firstIndex(of: "}") else { return nil }
            let inside = text[text.index(after: text.startIndex)..<close]
            let name = inside.prefix(while: isNameCharacter)
            let tail = inside.dropFirst(name.count)
            guard !name.isEmpty, tail.isEmpty || tail.hasPrefix(":-") else { return nil }
            let defaultValue = tail.isEmpty ? nil : String(tail.dropFirst(2))
            return (.variable(name: String(name), defaultValue: defaultValue), text[text.index(after: close)...])
        }
        let name = text.prefix(while: isNameCharacter)
        guard !name.isEmpty else { return nil }
        return (.variable(name: String(name), defaultValue: nil), text.dropFirst(name.count))
    }

    private static func isNameCharacter(_ character: Character) -> Bool {
        character == "_" || character.isASCII && (character.isLetter || character.isNumber)
    }

    /// The text with every variable's value in its place; `missing` are the variables that are not set and have no default.
    package func expanded(in environment: [String: String]) -> (text: String, missing: [String]) {
        var text = ""
        var missing: [String] = []
        for part in parts {
            switch part {
            case .literal(let literal):
                text += literal
            case .variable(let name, let defaultValue?):
                let value = environment[name] ?? ""
                text += value.isEmpty ? defaultValue : value
            case .variable(let name, nil):
                if let value = environment[name] { text += value } else { missing.append(name) }
            }
        }
        return (text, missing)
    }
}
