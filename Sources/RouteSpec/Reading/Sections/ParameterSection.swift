extension ParameterDeclaration {
    /// `request.params` or `request.query`.
    static func readList(_ location: Location, _ fields: inout Fields) -> [ParameterDeclaration] {
        let key = location == .path ? "params" : "query"
        return (fields.entries(key) ?? []).compactMap { entry in
            guard let name = fields.diagnostics.read(key: entry.key, as: .parameterName, of: "the parameter's name")
            else { return nil }
            var parameter = ParameterDeclaration(
                location: location, name: name, type: .string, isRequired: location == .path, description: nil)
            _ = fields.diagnostics.map(entry.value, .parameter, of: "'\(name.value)'") { parameter.read(&$0) }
            return parameter
        }
    }

    private mutating func read(_ fields: inout Fields) {
        fields.read("type", as: .choice, into: &type)
        let required = fields.marked("required", .bool)
        description = fields.value("description", .text)
        guard let required else { return }
        if location == .path, !required.value {
            fields.diagnostics.error(at: required.mark, "a name of the path is always there; remove 'required: false'")
        } else {
            isRequired = required.value
        }
    }
}

extension Shape<String> {
    fileprivate static var parameterName: Shape {
        fixedText("a name") { text throws(Fault) in
            guard !text.isEmpty, !text.unicodeScalars.contains(where: \.isControl) else {
                throw Fault("is '\(text.visible)', which is none; write the name as the request has it")
            }
            return text
        }
    }
}
