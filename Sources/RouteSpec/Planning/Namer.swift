/// Makes Swift names from what stands in a spec. Every name in generated code that the spec does not give comes from here.
enum Namer {
    /// `GET /api/v1/agents/{id}` is `getApiV1AgentsId`. Different paths may come to the same name: ``escapedRouteName``
    /// tells them apart.
    static func routeName(methods: [RouteMethod], path: PathPattern) -> String {
        var words = methods.isEmpty ? ["any"] : methods.map { $0.rawValue.lowercased() }
        for segment in path.segments {
            switch segment {
            case .literal(let text): words += self.words(of: text)
            case .parameter(let name): words += self.words(of: name)
            }
        }
        switch path.ending {
        case .exact: if path.segments.last == .literal("") { words.append(path.segments.count == 1 ? "root" : "slash") }
        case .below: words.append("below")
        case .atAndBelow: words += ["and", "below"]
        }
        return camelCase(words)
    }

    /// The same with nothing left out, so that no two paths share it: `get_api_v1_user_2Dprofile`.
    static func escapedRouteName(methods: [RouteMethod], path: PathPattern) -> String {
        let method = methods.isEmpty ? "any" : methods.map { $0.rawValue.lowercased() }.joined(separator: "_or_")
        var name = method
        for byte in path.text.utf8 {
            switch byte {
            case UInt8(ascii: "/"): name += "_"
            case _ where byte.isDigit || (byte.isLetterOrUnderscore && byte != UInt8(ascii: "_")):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default: name += "_" + hex(byte)
            }
        }
        return name
    }

    /// `$AGENTS_SERVICE_URL` is `agentsService`, `http://chat-history:8002` is `chatHistory8002`.
    static func upstreamName(of url: Template) -> String {
        if let variable = url.variables.first {
            let words = self.words(of: variable.name.lowercased())
            return camelCase(words.count > 1 && words.last == "url" ? words.dropLast() : words[...])
        }
        let address = url.text.split(separator: "/", omittingEmptySubsequences: true).dropFirst().joined(separator: " ")
        let name = camelCase(words(of: address))
        return name.utf8.first.map { $0.isDigit } ?? true ? "host" + name : name
    }

    /// `write:agents` is `writeAgents`.
    static func memberName(of name: String) -> String {
        let camel = camelCase(words(of: name))
        return camel.utf8.first.map { $0.isDigit } ?? true ? "_" + camel : camel
    }

    /// `knowledge-graph` is `KnowledgeGraph`.
    static func typeName(of name: String) -> String {
        let member = memberName(of: name)
        return member.prefix(1).uppercased() + member.dropFirst()
    }

    /// The first word in small letters, the others begun with a capital.
    static func camelCase(_ words: some Collection<String>) -> String {
        words.enumerated().map { index, word in
            let first = word.prefix(1)
            return (index == 0 ? first.lowercased() : first.uppercased()) + word.dropFirst()
        }.joined()
    }

    /// The runs of ASCII letters and digits.
    static func words(of text: String) -> [String] {
        text.utf8.split { !($0.isDigit || ($0.isLetterOrUnderscore && $0 != UInt8(ascii: "_"))) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
