/// Finds the data of a chunked body and its end (RFC 9112, 7.1), byte by byte, whatever way the body is cut into reads.
///
/// Extensions and trailers are read over and dropped: they belong to the connection that they came on. What goes on is
/// framed anew, so that nobody behind us has to agree with us on anything but data.
struct ChunkedDecoder {
    private enum State {
        case firstDigit, digits, extensions, sizeLineFeed
        case data, dataReturn, dataLineFeed
        case trailerStart, trailerName, trailerValue, trailerLineFeed, lastLineFeed
        case end
        /// Nobody knows any more where anything begins.
        case malformed
    }

    /// What the decoder has found.
    enum Step: Equatable {
        /// The next `count` bytes, which begin `skipped` bytes on, are data.
        case data(skipped: Int, count: Int)
        /// All bytes were framing; more are needed.
        case more
        /// The body ended `skipped` bytes on.
        case end(skipped: Int)
        /// For good: whatever else is read.
        case malformed
    }

    /// Bytes of extensions that a chunk may have.
    static let extensionLimit = 4096
    /// How many more bytes of extensions a body may have than its data pays for, so that endless tiny chunks are no cheap way to
    /// keep a gateway busy.
    static let extensionAllowance = 16_384
    /// How many bytes of extensions a byte of data pays for: a signature, so that each chunk of a stream may have one.
    static let extensionsPerByte = 128
    /// Bytes of trailers.
    static let trailerLimit = 8192

    private var state = State.firstDigit
    private var digits = 0
    private var remaining = 0
    private var extensions = ChunkExtensions()
    /// Of this chunk.
    private var extensionBytes = 0
    /// What is left of the allowance. Data fills it up again, and no further.
    private var allowance = extensionAllowance
    private var trailerBytes = 0

    var isAtEnd: Bool { state == .end }

    /// Reads on. The data of a ``Step/data(skipped:count:)`` counts as read.
    mutating func next(_ bytes: ByteView) -> Step {
        var index = 0
        while index < bytes.count {
            if state == .data {
                let count = min(remaining, bytes.count - index)
                remaining -= count
                if allowance < Self.extensionAllowance { allow(for: count) }
                if remaining == 0 { state = .dataReturn }
                return .data(skipped: index, count: count)
            }
            guard advance(bytes.start[index]) else {
                state = .malformed
                return .malformed
            }
            index += 1
            if state == .end { return .end(skipped: index) }
        }
        return .more
    }

    private mutating func allow(for data: Int) {
        let earned = min(data, Self.extensionAllowance) * Self.extensionsPerByte
        allowance = min(Self.extensionAllowance, allowance + earned)
    }

    /// Takes a byte of framing; false where it must not stand there.
    private mutating func advance(_ byte: UInt8) -> Bool {
        switch state {
        case .firstDigit, .digits:
            return advanceSize(byte)
        case .extensions:
            extensionBytes += 1
            allowance -= 1
            guard extensionBytes <= Self.extensionLimit, allowance >= 0 else { return false }
            if byte == 0x0D { return extensions.mayEnd && move(to: .sizeLineFeed) }
            return extensions.advance(byte)
        case .sizeLineFeed:
            return byte == 0x0A && move(to: remaining == 0 ? .trailerStart : .data)
        case .dataReturn:
            return byte == 0x0D && move(to: .dataLineFeed)
        case .dataLineFeed:
            digits = 0
            return byte == 0x0A && move(to: .firstDigit)
        case .trailerStart, .trailerName, .trailerValue, .trailerLineFeed, .lastLineFeed:
            return advanceTrailer(byte)
        case .data, .end, .malformed:
            return false
        }
    }

    /// chunk-size [ chunk-ext ] CRLF
    private mutating func advanceSize(_ byte: UInt8) -> Bool {
        if let digit = byte.hexValue {
            if digits == 0 { remaining = 0 }
            digits += 1
            // Fifteen digits are below 2^60: no sum of sizes can overflow, and no line of zeros goes on for ever.
            guard digits <= 15 else { return false }
            remaining = remaining << 4 | Int(digit)
            return move(to: .digits)
        }
        guard state == .digits else { return false }
        switch byte {
        case 0x0D: return move(to: .sizeLineFeed)
        case UInt8(ascii: ";"):
            extensions = ChunkExtensions()
            extensionBytes = 0
            return move(to: .extensions)
        default: return false
        }
    }

    /// *( field-line CRLF ) CRLF
    private mutating func advanceTrailer(_ byte: UInt8) -> Bool {
        trailerBytes += 1
        guard trailerBytes <= Self.trailerLimit else { return false }
        switch state {
        case .trailerStart:
            if byte == 0x0D { return move(to: .lastLineFeed) }
            return ByteClass.table[Int(byte)].contains(.token) && move(to: .trailerName)
        case .trailerName:
            if byte == UInt8(ascii: ":") { return move(to: .trailerValue) }
            return ByteClass.table[Int(byte)].contains(.token)
        case .trailerValue:
            return byte == 0x0D ? move(to: .trailerLineFeed) : byte.isFieldContent
        case .trailerLineFeed:
            return byte == 0x0A && move(to: .trailerStart)
        case .lastLineFeed:
            return byte == 0x0A && move(to: .end)
        default:
            return false
        }
    }

    private mutating func move(to next: State) -> Bool {
        state = next
        return true
    }
}

extension UInt8 {
    /// Whether the byte may stand in a field value: visible, blank, or beyond ASCII.
    @inline(__always)
    var isFieldContent: Bool { self >= 0x20 && self != 0x7F || self == 0x09 }
}
