/// Takes a message's body out of what its connection reads, whichever way its end is found.
struct BodyReader {
    enum Step {
        /// Bytes of the body; valid until the input changes.
        case data(ByteView)
        /// All bytes are taken and the body goes on.
        case more
        /// The body has ended; what is left in the buffer belongs to the next message.
        case end
        case malformed
    }

    private var framing: BodyFraming
    private var decoder = ChunkedDecoder()

    init(_ framing: BodyFraming) { self.framing = framing }

    /// Whether the whole body has been taken.
    var isAtEnd: Bool { framing == .none }

    /// How many bytes are still to come, where that was said.
    var remaining: Int? {
        switch framing {
        case .none: 0
        case .length(let length): length
        case .chunked, .untilClose: nil
        }
    }

    /// Whether the end of the connection, here and now, is the proper end of the body.
    var endsWithConnection: Bool { framing == .none || framing == .untilClose }

    /// Counts bytes, of a body whose length was said, that have gone past the input: at most ``remaining``.
    mutating func skip(_ count: Int) {
        if case .length(let length) = framing { framing = length > count ? .length(length - count) : .none }
    }

    /// Takes the next bytes of the body from the front of the input.
    /// - Parameter most: how many bytes are looked at, at least one.
    mutating func next(from input: inout ReceivedBytes, atMost most: Int = .max) -> Step {
        if framing == .none { return .end }
        guard let all = input.view else { return .more }
        let bytes = all.prefix(min(all.count, most))
        switch framing {
        case .none:
            return .end
        case .length(let length):
            let data = bytes.prefix(min(length, bytes.count))
            framing = length > data.count ? .length(length - data.count) : .none
            input.consume(data.count)
            return .data(data)
        case .untilClose:
            input.consume(bytes.count)
            return .data(bytes)
        case .chunked:
            switch decoder.next(bytes) {
            case .data(let skipped, let count):
                input.consume(skipped + count)
                return .data(bytes.suffix(from: skipped).prefix(count))
            case .more:
                input.consume(bytes.count)
                return input.isEmpty ? .more : next(from: &input, atMost: most)
            case .end(let skipped):
                input.consume(skipped)
                framing = .none
                return .end
            case .malformed:
                return .malformed
            }
        }
    }
}
