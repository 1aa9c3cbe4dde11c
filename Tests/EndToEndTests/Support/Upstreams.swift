import Foundation

extension Upstream {
    /// An upstream that answers every request with its own head and body.
    static func echo() throws -> Upstream {
        try Upstream { _, socket in
            while true {
                let request = try socket.readRequest()
                try socket.respond(request.head + request.body)
            }
        }
    }
}

/// A body that is too long to be kept: one block over and over, so that a byte that is lost, doubled or moved is seen.
struct LongBody: Sendable {
    let count: Int

    private static let block: [UInt8] = {
        var state: UInt32 = 1
        return (0..<(1 << 20)).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(truncatingIfNeeded: state >> 24)
        }
    }()

    /// - Parameter counter: how many bytes have been taken so far.
    func send(over socket: Socket, counting counter: Counter = Counter()) throws {
        var sent = 0
        while sent < count {
            let piece = min(Self.block.count, count - sent)
            try socket.send(piece == Self.block.count ? Self.block : Array(Self.block.prefix(piece)))
            sent += piece
            counter.add(piece)
        }
    }

    /// Reads the body.
    /// - Returns: how many bytes came as they were sent; it stops at the first that did not.
    /// - Parameter start: how many bytes have been read before.
    func receive(from socket: Socket, after start: Int = 0) throws -> Int {
        var received = start
        while received < count {
            let piece = try socket.readAvailable(atMost: min(1 << 16, count - received))
            guard !piece.isEmpty, Self.isExpected(piece, at: received) else { break }
            received += piece.count
        }
        return received
    }

    private static func isExpected(_ piece: [UInt8], at position: Int) -> Bool {
        piece.withUnsafeBytes { piece in
            block.withUnsafeBytes { block in
                let wrap = block.count - position % block.count
                let first = UnsafeRawBufferPointer(rebasing: piece.prefix(wrap))
                let rest = UnsafeRawBufferPointer(rebasing: piece.dropFirst(wrap))
                return isEqual(first, UnsafeRawBufferPointer(rebasing: block.dropFirst(block.count - wrap)))
                    && isEqual(rest, block)
            }
        }
    }

    /// Compares with the beginning of another buffer that is no shorter: fast in debug builds too, unlike `elementsEqual`.
    private static func isEqual(_ bytes: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
        guard let bytesStart = bytes.baseAddress, let otherStart = other.baseAddress else { return bytes.isEmpty }
        return memcmp(bytesStart, otherStart, bytes.count) == 0
    }
}
