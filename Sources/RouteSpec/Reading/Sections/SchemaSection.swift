extension GatewaySpec {
    mutating func readSchemas(_ fields: inout Fields) {
        guard let section = fields.entry("schemas") else { return }
        if !section.value.hasAllNames { gaps.insert(.schemas) }
        let errors = fields.diagnostics.errorCount
        for entry in fields.diagnostics.entries(section.value, of: "'schemas'") ?? [] {
            guard let name = fields.diagnostics.read(key: entry.key, as: .schemaName, of: "the schema's name") else {
                continue
            }
            var reading = SchemaReading()
            let schema = reading.schema(entry.value, of: "'\(name.value)'")
            fields.diagnostics.append(reading.diagnostics)
            schemas.append(Schema(name: name, schema: schema ?? .bool(true), references: reading.references))
        }
        if fields.diagnostics.errorCount > errors { gaps.insert(.schemas) }
    }
}

extension Shape<String> {
    fileprivate static var schemaName: Shape {
        Shape { node throws(Fault) in
            let name = try Shape<String>.name.read(node)
            // The OpenAPI document describes the gateway's own errors under this name.
            if name == "GatewayError" {
                throw Fault("is 'GatewayError', which the gateway's errors have; choose another")
            }
            return name
        }
    }
}

extension ResponseDeclaration {
    /// `response`: a status and what it stands for.
    static func readList(_ entries: [Node.Entry], _ fields: inout Fields) -> [ResponseDeclaration] {
        entries.compactMap { entry in
            guard let status = fields.diagnostics.read(key: entry.key, as: .status, of: "the status") else {
                return nil
            }
            var response = ResponseDeclaration(status: status, description: nil, body: nil, references: [])
            _ = fields.diagnostics.map(entry.value, .response, of: "'\(status.value)'") { fields in
                response.description = fields.value("description", .text)
                guard let body = fields.entry("body") else { return }
                var reading = SchemaReading()
                response.body = reading.schema(body.value, of: "'body'")
                response.references = reading.references
                fields.diagnostics.append(reading.diagnostics)
            }
            return response
        }
    }
}

extension Shape<String> {
    /// As OpenAPI names responses: `201`, `4XX`, `default`.
    fileprivate static var status: Shape {
        rawText("a status") { text throws(Fault) in
            let bytes = Array(text.utf8)
            let isStatus =
                bytes.count == 3 && (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0])
                && (text.hasSuffix("XX") || bytes.allSatisfy(\.isDigit))
            guard isStatus || text == "default" else {
                throw Fault("is '\(text.visible)', which is none; write a status such as \"201\", 4XX or default")
            }
            return text
        }
    }
}
