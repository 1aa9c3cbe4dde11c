import CLibYAML

/// An event of a YAML stream, without what a spec cannot have.
struct YAMLEvent {
    enum Kind {
        case scalar(Scalar)
        case alias(String)
        case listStart, listEnd
        case mapStart, mapEnd
        case documentStart, documentEnd
        case streamEnd
    }

    var kind: Kind
    var mark: Mark
    var anchor: String?
    var hasTag = false
}

/// Why a stream is no YAML, and where.
struct YAMLFault: Error {
    var mark: Mark
    var message: String
}

/// The events of a file, from libyaml.
///
/// The bytes must outlive it: it is made and used within one `withUnsafeBufferPointer`.
struct YAMLParser: ~Copyable {
    private let path: String
    private let bytes: UnsafeBufferPointer<UInt8>
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// The bytes stand behind any byte order mark.
    init(path: String, bytes: UnsafeBufferPointer<UInt8>) {
        self.path = path
        self.bytes = bytes
        parser = .allocate(capacity: 1)
        // It fails only where there is no memory; then the first event fails too.
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; after `streamEnd` there is none.
    func next() throws(YAMLFault) -> YAMLEvent {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
            defer { yaml_event_delete(&event) }
            if let event = translated(event) { return event }
        }
    }

    private func translated(_ event: yaml_event_t) -> YAMLEvent? {
        let mark = mark(from: event.start_mark, to: event.end_mark)
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return YAMLEvent(
                kind: .scalar(Scalar(text: text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)), mark: mark,
                anchor: string(scalar.anchor), hasTag: scalar.tag != nil)
        case YAML_ALIAS_EVENT:
            return YAMLEvent(kind: .alias(string(event.data.alias.anchor) ?? ""), mark: mark)
        case YAML_SEQUENCE_START_EVENT:
            let list = event.data.sequence_start
            return YAMLEvent(kind: .listStart, mark: mark, anchor: string(list.anchor), hasTag: list.tag != nil)
        case YAML_MAPPING_START_EVENT:
            let map = event.data.mapping_start
            return YAMLEvent(kind: .mapStart, mark: mark, anchor: string(map.anchor), hasTag: map.tag != nil)
        case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .listEnd, mark: mark)
        case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mapEnd, mark: mark)
        case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, mark: mark)
        case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, mark: mark)
        case YAML_STREAM_START_EVENT: return nil
        default: return YAMLEvent(kind: .streamEnd, mark: mark)
        }
    }

    private func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? { pointer.map { String(cString: $0) } }

    /// libyaml counts from 0, in characters.
    private func mark(from start: yaml_mark_t, to end: yaml_mark_t) -> Mark {
        Mark(
            path: path, line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1
        )
    }
}

extension YAMLParser {
    private var fault: YAMLFault {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) } ?? "out of memory"
        guard state.error == YAML_SCANNER_ERROR || state.error == YAML_PARSER_ERROR else {
            // The reader knows the byte only.
            return YAMLFault(
                mark: mark(ofByte: state.problem_offset), message: "\(problem); save the file as UTF-8 text")
        }
        var message = "not valid YAML: \(problem)"
        if let context = state.context.map({ String(cString: $0) }), state.context_mark.index < state.problem_mark.index
        {
            message += " \(context) that begins at \(mark(from: state.context_mark, to: state.context_mark).place)"
        }
        return YAMLFault(
            mark: mark(from: state.problem_mark, to: state.problem_mark),
            message: "\(message); \(Self.remedy(for: problem))")
    }

    private static func remedy(for problem: String) -> String {
        switch problem {
        case "found character that cannot start any token":
            "indent with spaces, not tabs, and quote text that begins with '@', '`' or '%'"
        case "mapping values are not allowed in this context": "check the indentation, and quote text with ': ' in it"
        case "found undefined tag handle": "remove the tag"
        case "found incompatible YAML document": "write '%YAML 1.2', or leave the line out"
        case "found unknown directive name": "leave the line out, or quote text that begins with '%'"
        case "could not find expected ':'": "write 'key: value', and quote text over several lines"
        case "found unexpected end of stream": "close what is open"
        case "did not find expected key", "did not find expected '-' indicator",
            "did not find expected <document start>":
            "check the indentation"
        case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
            "close what is open, and quote text with any of ,[]{} in it"
        default: "check the quotes and the indentation"
        }
    }

    private func mark(ofByte offset: Int) -> Mark {
        let lines = SourceText(bytes.prefix(offset)).lines
        let column = lines[lines.count - 1].unicodeScalars.count + 1
        return Mark(path: path, line: lines.count, column: column, endLine: lines.count, endColumn: column)
    }
}
