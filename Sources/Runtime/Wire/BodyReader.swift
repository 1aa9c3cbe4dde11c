import NIOCore

/// Takes a message's body out of what its connection reads, whichever way its end is found.
struct BodyReader {
    enum Step {
        /// Bytes of the body.
        case data(ByteBuffer)
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

    /// Takes the next bytes of the body from the front of the buffer.
    mutating func next(from buffer: inout ByteBuffer) -> Step {
        switch framing {
        case .none:
            return .end
        case .length(let length):
            guard let data = buffer.readSlice(length: min(length, buffer.readableBytes)), data.readableBytes > 0 else {
                return .more
            }
            framing = length > data.readableBytes ? .length(length - data.readableBytes) : .none
            return .data(data)
        case .untilClose:
            guard let data = buffer.readSlice(length: buffer.readableBytes), data.readableBytes > 0 else {
                return .more
            }
            return .data(data)
        case .chunked:
            return nextOfChunks(from: &buffer)
        }
    }

    private mutating func nextOfChunks(from buffer: inout ByteBuffer) -> Step {
        let step = buffer.withUnsafeReadableBytes { bytes in
            ByteView.over(bytes).map { decoder.next($0) } ?? .more
        }
        switch step {
        case .data(let skipped, let count):
            buffer.moveReaderIndex(forwardBy: skipped)
            guard let data = buffer.readSlice(length: count) else { return .malformed }
            return .data(data)
        case .more:
            buffer.moveReaderIndex(forwardBy: buffer.readableBytes)
            return .more
        case .end(let skipped):
            buffer.moveReaderIndex(forwardBy: skipped)
            framing = .none
            return .end
        case .malformed:
            return .malformed
        }
    }
}

extension ByteView {
    /// A view of raw bytes; none where there are none.
    @inline(__always)
    static func over(_ bytes: UnsafeRawBufferPointer) -> ByteView? {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return nil }
        return ByteView(base.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    }
}
