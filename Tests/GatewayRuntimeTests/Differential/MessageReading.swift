@testable import GatewayRuntime

/// What a parser makes of the first message in some bytes.
enum MessageReading: Equatable {
    case whole(Message)
    case incomplete
    case refused(String)

    struct Message: Equatable {
        /// Method and target, or status.
        var start: String
        var isVersion10: Bool
        /// Names and values, without the blanks around them.
        var fields: [String]
        var keepsAlive: Bool
        var body: [UInt8] = []
    }

    /// As a class of disagreement has it.
    var name: String {
        switch self {
        case .whole: "taken"
        case .incomplete: "incomplete"
        case .refused: "refused"
        }
    }
}

// Our own parsers, put together as the connections do.
extension MessageReading {
    static func ofRequest(_ bytes: [UInt8]) -> MessageReading {
        var head = RequestHead(limits: HeadParser.Limits(bytes: 64 * 1024, fields: 100, target: 8 * 1024))
        // One empty line before a request is forgiven.
        let skipped = bytes.starts(with: [0x0D, 0x0A]) ? 2 : 0
        return read(from: bytes.dropFirst(skipped)) { view throws(HeadFault) in
            guard let length = try head.parse(view.start, view.count) else { return nil }
            let message = Message(
                start: "\(head.methodName.string) \(head.target.string)", isVersion10: head.isVersion10,
                fields: head.fields.list, keepsAlive: head.keepsAlive)
            return (length, message, head.framing)
        }
    }

    /// A response to a GET, on a connection that ends behind the bytes.
    static func ofResponse(_ bytes: [UInt8]) -> MessageReading {
        var head = ResponseHead()
        return read(from: bytes[...]) { view throws(HeadFault) in
            guard let length = try head.parse(view.start, view.count) else { return nil }
            let message = Message(
                start: "\(head.status)", isVersion10: head.isVersion10, fields: head.fields(view.start).list,
                keepsAlive: head.keepsAlive && head.framing(for: .get) != .untilClose)
            return (length, message, head.framing(for: .get))
        }
    }

    private static func read(
        from bytes: ArraySlice<UInt8>, _ parse: (ByteView) throws(HeadFault) -> (Int, Message, BodyFraming)?
    ) -> MessageReading {
        bytes.withUnsafeBufferPointer { bytes in
            var input = ReceivedBytes()
            if let start = bytes.baseAddress { input.take(start, bytes.count) }
            guard let view = input.view else { return .incomplete }
            do throws(HeadFault) {
                guard let (length, message, framing) = try parse(view) else { return .incomplete }
                input.consume(length)
                return readBody(of: message, framing, from: &input)
            } catch {
                if case .malformed(let malformation) = error { return .refused("\(malformation)") }
                return .refused("\(error)")
            }
        }
    }

    private static func readBody(
        of message: Message, _ framing: BodyFraming, from input: inout ReceivedBytes
    ) -> MessageReading {
        var message = message
        var reader = BodyReader(framing)
        while !reader.isAtEnd {
            switch reader.next(from: &input) {
            case .data(let data): message.body += data.bytes
            case .end: return .whole(message)
            case .more: return reader.endsWithConnection ? .whole(message) : .incomplete
            case .malformed: return .refused("chunks")
            }
        }
        return .whole(message)
    }
}

extension HeaderFields {
    fileprivate var list: [String] { (0..<count).map { "\(name(at: $0).string): \(value(at: $0).string)" } }
}
