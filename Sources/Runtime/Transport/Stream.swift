internal import CLinux

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A TCP connection: bytes in as they come, bytes out as the kernel takes them, with a word to its subclass of each.
///
/// Nothing that its owner does calls the owner back but ``close()``, which ends in ``closed(hasFailed:)``, and the end of
/// the output where all has gone at once.
class Stream: Source {
    /// What has been read and not been used.
    #if !DEBUG
        @exclusivity(unchecked)
    #endif
    final var input = ReceivedBytes()
    /// What goes out with the next ``flush()``.
    final let output = ByteWriter()
    /// What another stream has passed on and has not gone out; ``output`` comes behind it.
    private final var pipe: SplicePipe?
    /// Whether there is room for more: it ends at ``ConnectionBounds/mostUnsent``, and begins again when most of that has gone.
    final private(set) var isWritable = true
    /// Whether the peer has ended what it sends.
    final private(set) var hasInputEnded = false
    /// How many bytes have gone out, in all; it wraps around.
    final private(set) var sentBytes = 0

    private enum OutputEnd { case none, wanted, reached }

    private final var outputEnd = OutputEnd.none
    /// Whether more is read.
    final private(set) var isReading = true
    /// Whether the kernel takes nothing for now of what waits.
    final private(set) var isBlocked = false
    /// Whether a write has failed. What the peer sent before is still there to be read.
    final private(set) var hasBroken = false
    /// Whether the peer is known to have ended what it sends, while it is not read.
    final private(set) var isPeerEndKnown = false
    /// Whether the loop does not wait for it, as it would be told of its end over and over.
    private final var isParked = false
    /// Whether what is being received is all that has come, and the peer had not ended what it sends.
    private final var hasReceivedAll = false

    // MARK: What a subclass is told

    /// There is more in ``input``.
    func received() {}
    /// Where what comes next goes on to as it is, if nobody here wants to see it.
    var passage: Passage? { nil }
    /// So many bytes have gone there.
    func passedOn(_ count: Int) {}
    /// The peer has ended what it sends, and all of it has been received. It may still take answers.
    func inputEnded() {}
    /// The peer has ended what it sends, and not all of it has been read since reading is paused.
    func peerEnded() {}
    /// Whether what a peer has sent counts although its connection has been reset since: an upstream's answer does, what a
    /// client sent before it went does not.
    var outlivesReset: Bool { false }
    /// There is room for more again.
    func becameWritable() {}
    /// All that had to wait has gone out.
    func sentAll() {}
    /// All that was written has gone out, and its end with it; the peer may still send.
    func outputEnded() {}
    /// The connection is no more; this comes once and last.
    /// - Parameter hasFailed: whether it was broken: what has come is then not known to be all.
    func closed(hasFailed: Bool) {}

    // MARK: Reading

    /// Begins to read.
    final func start() throws(SocketError) { try open([.readable, .peerEnded]) }

    /// Stops reading until ``resumeReading()``.
    final func pauseReading() { isReading = false }

    final func resumeReading() {
        guard !isReading, isOpen else { return }
        isReading = true
        // The kernel has told of the failure once.
        if hasBroken { loop.fail(self) }
        if isParked {
            isParked = false
            // It was added before: only the kernel's memory could keep it from being added again.
            do {
                try loop.watch(self)
            } catch {
                hasBroken = true
                loop.fail(self)
            }
        }
        watch()
    }

    private func watch() {
        var interest: Readiness = isReading && !hasInputEnded ? .readable : []
        if isBlocked { interest.insert(.writable) }
        if !hasInputEnded, !isPeerEndKnown { interest.insert(.peerEnded) }
        wait(for: interest)
    }

    final override func ready(_ readiness: Readiness) {
        if readiness.contains(.writable), isBlocked {
            isBlocked = false
            flush()
            if isOpen, !hasBroken, !isWritable, unsent <= ConnectionBounds.fewUnsent {
                isWritable = true
                becameWritable()
            }
            if isOpen, !hasBroken, unsent == 0 { sentAll() }
            if isOpen, !isBlocked { watch() }
        }
        guard isOpen else { return }
        if hasBroken, !outlivesReset {
            end(hasFailed: true)
        } else if isReading, !hasInputEnded {
            if !readiness.isDisjoint(with: [.readable, .failed, .hungUp]) {
                readOnce(isPeerEndKnown: isPeerEndKnown || readiness.contains(.peerEnded))
            }
        } else if readiness.contains(.failed), !outlivesReset || hasInputEnded {
            end(hasFailed: true)
        } else if readiness.contains(.hungUp), hasInputEnded {
            end(hasFailed: true)
        } else if !readiness.isDisjoint(with: [.failed, .hungUp]) {
            // There may be more to be read, later. Until then there is nothing to be told.
            park()
        } else if readiness.contains(.peerEnded) {
            isPeerEndKnown = true
            watch()
            peerEnded()
        } else if readiness.contains(.readable) {
            watch()
        }
    }

    private func park() {
        guard !isParked else { return }
        isParked = true
        loop.unwatch(self)
    }

    private func readOnce(isPeerEndKnown: Bool) {
        if input.isEmpty, let passage {
            let count = passage.receiver.take(from: descriptor, atMost: passage.count)
            if count > 0 { return passedOn(count) }
        }
        let buffer = loop.readBuffer
        let length = linux_receive(descriptor, buffer.baseAddress, UInt(buffer.count))
        if length > 0, let start = buffer.baseAddress {
            input.take(start.assumingMemoryBound(to: UInt8.self), length)
            hasReceivedAll = length < buffer.count && !isPeerEndKnown
            received()
            hasReceivedAll = false
            input.keep()
        } else if length == 0, !hasBroken {
            hasInputEnded = true
            watch()
            inputEnded()
            if outputEnd == .reached { end(hasFailed: false) }
        } else if hasBroken || !isLater(errno) {
            end(hasFailed: true)
        }
    }

    /// Whether the peer has neither sent more than has been received nor ended what it sends. The read that is being dealt with
    /// tells, or else the kernel.
    final var hasFallenSilent: Bool { isOpen && hasReceivedAll || isSilentNow }

    /// Whether a peer that fell silent, and would have been read from since, still was when this turn of the loop began: else there
    /// would be an event of it, perhaps behind those of others. What has come since, only ``isSilentNow`` tells.
    final var wasSilent: Bool { isOpen && (!loop.mayHaveNews(of: self) || isSilentNow) }

    /// The same of this moment, asked of the kernel.
    final var isSilentNow: Bool {
        var byte: UInt8 = 0
        return isOpen && recv(descriptor, &byte, 1, CInt(MSG_PEEK)) < 0 && errno == EAGAIN
    }

    // MARK: Writing

    /// How many bytes wait to go out.
    final var unsent: Int { output.count + (pipe?.count ?? 0) }

    /// How many bytes have arrived at the peer's machine, in all; it wraps around.
    final var arrivedBytes: Int { sentBytes &- SystemSocket.unacknowledged(descriptor) }

    /// How many bytes have not arrived at the peer's machine, whether they wait here or are on their way.
    final var undelivered: Int { unsent + SystemSocket.unacknowledged(descriptor) }

    /// Sends what waits, as much of it as the kernel takes.
    final func flush() { if unsent > 0 || outputEnd == .wanted { send(nil) } }

    /// Sends what waits and then these bytes, which are not copied as far as the kernel takes them.
    final func write(_ data: ByteView) { send(data) }

    private func send(_ data: ByteView?) {
        guard isOpen, !hasBroken else {
            output.clear()
            return
        }
        if !isBlocked, sendPassedOn() {
            attempt(data)
        } else if let data, !hasBroken {
            output.put(data)
        }
        if unsent > ConnectionBounds.mostUnsent { isWritable = false }
        if outputEnd == .wanted, unsent == 0 { endOutputNow() }
    }

    private func attempt(_ data: ByteView?) {
        let waiting = output.count
        let length = waiting + (data?.count ?? 0)
        guard length > 0 else { return }
        let sent = linux_send(
            descriptor, output.bytes.baseAddress, UInt(waiting), data?.start, UInt(data?.count ?? 0))
        if sent == length {
            sentBytes &+= sent
            output.clear()
            return
        }
        guard sent >= 0 || isLater(errno) else { return breakOff() }
        let taken = max(0, sent)
        sentBytes &+= taken
        output.drop(min(taken, waiting))
        if let data { output.put(data.suffix(from: max(0, taken - waiting))) }
        isBlocked = true
        watch()
    }

    private func isLater(_ code: CInt) -> Bool { code == EAGAIN || code == EINTR }

    /// Nothing goes out any more. Whoever writes does not expect to be called back: the loop says it in a moment.
    private func breakOff() {
        hasBroken = true
        output.clear()
        givePipe()
        loop.fail(self)
    }

    // MARK: Passing on

    /// Takes bytes that have come over another connection and sends them behind all that waits, without looking at them.
    /// - Returns: how many; 0 where they have to be read.
    private func take(from connection: CInt, atMost most: Int) -> Int {
        guard isOpen, !hasBroken, isWritable, output.isEmpty, outputEnd == .none, let pipe = pipe ?? loop.pipes.take()
        else { return 0 }
        self.pipe = pipe
        let count = pipe.fill(from: connection, atMost: most)
        if !isBlocked { sendPassedOn() }
        if unsent > ConnectionBounds.mostUnsent { isWritable = false }
        return count
    }

    /// - Returns: whether all that was passed on has gone out.
    @discardableResult
    private func sendPassedOn() -> Bool {
        guard let pipe else { return true }
        let sent = pipe.count > 0 ? pipe.empty(into: descriptor) : 0
        if sent < 0, !isLater(errno) {
            breakOff()
            return false
        }
        sentBytes &+= max(0, sent)
        guard pipe.count > 0 else {
            givePipe()
            return true
        }
        isBlocked = true
        watch()
        return false
    }

    private func givePipe() {
        if let pipe = pipe.take() { loop.pipes.give(pipe) }
    }

    /// Ends what is sent, once all of it has gone; what the peer sends still arrives.
    final func endOutput() {
        guard outputEnd == .none else { return }
        outputEnd = .wanted
        flush()
    }

    private func endOutputNow() {
        outputEnd = .reached
        _ = shutdown(descriptor, CInt(SHUT_WR))
        if hasInputEnded { end(hasFailed: false) } else { outputEnded() }
    }

    // MARK: The end

    /// Closes at once; what has not gone out is lost.
    final func close() { end(hasFailed: false) }

    /// Closes at once, so that the peer sees that something is missing.
    final func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        end(hasFailed: false)
    }

    private func end(hasFailed: Bool) {
        guard isOpen else { return }
        shut()
        givePipe()
        closed(hasFailed: hasFailed)
    }
}

/// Where the next bytes of a connection go on to as they are, and how many of them at most.
struct Passage {
    let receiver: Stream
    let count: Int
}
