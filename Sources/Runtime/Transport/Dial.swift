#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The making of one connection: the addresses of its peer are tried one after the other, and where one is silent, the next
/// beside it; the first that accepts has it (RFC 8305, 5).
final class Dial {
    fileprivate let loop: Loop
    private var addresses: ArraySlice<SocketAddress>
    private var attempts: [DialAttempt] = []
    private var timers: [LoopTimer] = []
    private var then: ((Result<CInt, UpstreamFault>) -> Void)?

    /// How long an address may be silent before the next is tried too.
    private static let stagger: UInt64 = 250_000_000

    /// - Parameters:
    ///   - deadline: when all of it must have ended, by ``Loop/clock()``.
    ///   - then: called once, later, with a connected descriptor or with what kept it from being.
    init(
        _ addresses: [SocketAddress], until deadline: UInt64, on loop: Loop,
        then: @escaping (Result<CInt, UpstreamFault>) -> Void
    ) {
        self.loop = loop
        self.addresses = addresses[...]
        self.then = then
        timers.append(loop.schedule(at: deadline) { self.end(.failure(.connectTimeout)) })
        // Not before whoever asks has what this makes.
        timers.append(loop.schedule(in: 0) { self.next() })
    }

    private func next() {
        guard then != nil else { return }
        guard let address = addresses.popFirst() else {
            if attempts.isEmpty { end(.failure(.unavailable)) }
            return
        }
        if let attempt = DialAttempt(address, for: self) {
            attempts.append(attempt)
            if !addresses.isEmpty { timers.append(loop.schedule(in: Self.stagger) { self.next() }) }
        } else {
            next()
        }
    }

    fileprivate func settled(_ attempt: DialAttempt, isConnected: Bool) {
        attempts.removeAll { $0 === attempt }
        if isConnected {
            end(.success(attempt.release()))
        } else {
            attempt.shut()
            next()
        }
    }

    private func end(_ result: Result<CInt, UpstreamFault>) {
        for timer in timers { timer.cancel() }
        for attempt in attempts { attempt.shut() }
        timers = []
        attempts = []
        let then = then
        self.then = nil
        then?(result)
    }
}

/// A socket that is connecting.
private final class DialAttempt: Source {
    private let dial: Dial

    /// None where it failed at once.
    init?(_ address: SocketAddress, for dial: Dial) {
        self.dial = dial
        super.init((try? SystemSocket.make(address.family)) ?? -1, on: dial.loop)
        guard descriptor >= 0 else { return nil }
        try? SystemSocket.set(SO_RCVBUF, to: ConnectionBounds.receiveBuffer, on: descriptor)
        try? SystemSocket.boundUnsent(descriptor)
        let result = address.withPointer { connect(descriptor, $0, $1) } ?? -1
        guard result == 0 || errno == EINPROGRESS else { return nil }
        do { try open(.writable) } catch { return nil }
    }

    override func ready(_ readiness: Readiness) {
        var code: CInt = 0
        var length = socklen_t(MemoryLayout.size(ofValue: code))
        let isKnown = getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length) == 0
        dial.settled(self, isConnected: isKnown && code == 0 && readiness.contains(.writable))
    }
}
