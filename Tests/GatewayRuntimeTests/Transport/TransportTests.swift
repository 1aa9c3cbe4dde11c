import Foundation
import NIOConcurrencyHelpers
import Testing

@testable import GatewayRuntime

/// A stream that notes what it is told.
private final class NotingStream: GatewayRuntime.Stream {
    enum Note: Equatable, Sendable {
        case received(String)
        case inputEnded, becameWritable, outputEnded
        case closed(hasFailed: Bool)
    }

    let notes: Notes
    /// How many bytes are left unused each time.
    var leaves = 0

    init(_ descriptor: CInt, on loop: Loop, _ notes: Notes) {
        self.notes = notes
        super.init(descriptor, on: loop)
    }

    override func received() {
        guard let view = input.view else { return }
        notes.add(.received(view.string))
        input.consume(max(0, view.count - leaves))
    }

    override func inputEnded() { notes.add(.inputEnded) }
    override func becameWritable() { notes.add(.becameWritable) }
    override func outputEnded() { notes.add(.outputEnded) }
    override func closed(hasFailed: Bool) { notes.add(.closed(hasFailed: hasFailed)) }
}

private final class Notes: Sendable {
    // Not a `Mutex`: its lock is one that ThreadSanitizer does not see.
    private let list = NIOLockedValueBox<[NotingStream.Note]>([])

    func add(_ note: NotingStream.Note) { list.withLockedValue { $0.append(note) } }

    var all: [NotingStream.Note] { list.withLockedValue { $0 } }

    /// Waits until there is such a note; the time limit of the test ends it.
    func wait(for note: NotingStream.Note) async throws {
        while !all.contains(note) { try await Task.sleep(for: .milliseconds(2)) }
    }
}

@Suite("A stream", .timeLimit(.minutes(1)))
struct TransportTests {
    /// Plays with a stream on a loop, and with the other end of its connection.
    private func play(
        _ script: (LoopBound<NotingStream>, Notes, Socket) async throws -> Void
    ) async throws {
        var pair: [CInt] = [0, 0]
        try #require(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &pair) == 0)
        _ = fcntl(pair[0], F_SETFL, O_NONBLOCK)
        let (descriptor, loop, notes) = (pair[0], try Loop(), Notes())
        let stream = try await loop.submit {
            let stream = NotingStream(descriptor, on: loop, notes)
            try stream.start()
            return LoopBound(stream, on: loop)
        }
        try await script(stream, notes, Socket(pair[1]))
        await loop.stop()
    }

    @Test("sends more than the kernel takes at once, in order, and says when there is room again")
    func backpressure() async throws {
        let size = 3 << 20
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 7) }
        try await play { stream, notes, peer in
            let wasWritable = try await stream.loop.submit {
                stream.value.output.put(bytes)
                stream.value.flush()
                return stream.value.isWritable
            }
            #expect(!wasWritable)
            #expect(try peer.read(count: size) == bytes)
            try await notes.wait(for: .becameWritable)
            let (isWritable, unsent, sent) = try await stream.loop.submit {
                (stream.value.isWritable, stream.value.unsent, stream.value.sentBytes)
            }
            #expect(isWritable && unsent == 0 && sent == size)
        }
    }

    @Test("keeps what was not used, and puts what comes behind it")
    func keepsInput() async throws {
        try await play { stream, notes, peer in
            try await stream.loop.submit { stream.value.leaves = 2 }
            try peer.send("abc")
            try await notes.wait(for: .received("abc"))
            try peer.send("de")
            try await notes.wait(for: .received("bcde"))
            try peer.send("f")
            try await notes.wait(for: .received("def"))
        }
    }

    @Test("does not read while it is paused")
    func pauses() async throws {
        try await play { stream, notes, peer in
            try await stream.loop.submit { stream.value.pauseReading() }
            try peer.send("abc")
            // The loop has had its turns by then.
            for _ in 0..<10 { try await stream.loop.submit {} }
            #expect(notes.all.isEmpty)
            try await stream.loop.submit { stream.value.resumeReading() }
            try await notes.wait(for: .received("abc"))
        }
    }

    @Test("that is paused keeps what came before the end, and then tells of the end")
    func pausedAtTheEnd() async throws {
        try await play { stream, notes, peer in
            try await stream.loop.submit {
                stream.value.endOutput()
                stream.value.pauseReading()
            }
            try peer.send("abc")
            peer.shutdownWriting()
            for _ in 0..<10 { try await stream.loop.submit {} }
            #expect(notes.all == [.outputEnded])
            try await stream.loop.submit { stream.value.resumeReading() }
            try await notes.wait(for: .closed(hasFailed: false))
            #expect(notes.all == [.outputEnded, .received("abc"), .inputEnded, .closed(hasFailed: false)])
        }
    }

    @Test("answers a peer that has ended what it sends, and is closed once both have")
    func halfClosed() async throws {
        try await play { stream, notes, peer in
            peer.shutdownWriting()
            try await notes.wait(for: .inputEnded)
            try await stream.loop.submit {
                stream.value.output.put("answer")
                stream.value.endOutput()
            }
            #expect(peer.readToEnd() == "answer")
            try await notes.wait(for: .closed(hasFailed: false))
            #expect(notes.all == [.inputEnded, .closed(hasFailed: false)])
        }
    }

    @Test("that writes to a peer that has gone is told so once, later")
    func broken() async throws {
        try await play { stream, notes, peer in
            try await stream.loop.submit { stream.value.pauseReading() }
            peer.shutdownReadingAndWriting()
            let isOpen = try await stream.loop.submit {
                stream.value.output.put("into the void")
                stream.value.flush()
                stream.value.output.put("and more")
                stream.value.flush()
                return stream.value.isOpen
            }
            #expect(isOpen)
            try await notes.wait(for: .closed(hasFailed: true))
            #expect(notes.all == [.closed(hasFailed: true)])
        }
    }
}

@Suite("A loop", .timeLimit(.minutes(1)))
struct LoopTests {
    @Test("does things in the order asked, timers when their time has come, and all that was asked for before its end")
    func order() async throws {
        let loop = try Loop()
        let list = NIOLockedValueBox<[Int]>([])
        try await loop.submit {
            loop.schedule(in: 30_000_000) { list.withLockedValue { $0.append(4) } }
            loop.schedule(in: 0) { list.withLockedValue { $0.append(2) } }
            loop.schedule(in: 10_000_000) { list.withLockedValue { $0.append(3) } }
            loop.schedule(in: 5_000_000) { list.withLockedValue { $0.append(-1) } }.cancel()
            list.withLockedValue { $0.append(1) }
        }
        while list.withLockedValue({ $0.count }) < 4 { try await Task.sleep(for: .milliseconds(2)) }
        for number in 5..<100 { loop.execute { list.withLockedValue { $0.append(number) } } }
        await loop.stop()
        #expect(list.withLockedValue { $0 } == Array(1..<100))
        #expect(!loop.execute {})
        await #expect(throws: CancellationError.self) { try await loop.submit {} }
    }

    @Test("asks another loop and a thread, and gets the answers itself")
    func questions() async throws {
        let (one, other) = (try Loop(), try Loop())
        let answers = await withCheckedContinuation { (answered: CheckedContinuation<[Bool], Never>) in
            one.execute {
                one.ask(other) {
                    other.isCurrent
                } then: { wasThere in
                    one.offload {
                        one.isCurrent
                    } then: { wasHere in
                        answered.resume(returning: [wasThere, !wasHere, one.isCurrent])
                    }
                }
            }
        }
        #expect(answers == [true, true, true])
        await one.stop()
        await other.stop()
    }
}
