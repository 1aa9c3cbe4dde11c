import Dispatch
import Logging
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Writes batches of log lines to a file descriptor, in order, on a thread of its own, so that a reader who is slow or gone
/// never holds up an event loop. What cannot be written is counted and said.
final class LogWriter: Sendable {
    private let descriptor: CInt
    private let byteLimit: Int
    private let logger: Logger
    private let queue = DispatchQueue(label: "access-log")
    private let pendingBytes = Atomic<Int>(0)
    /// Records that were not written, and those of them that nobody has been told of.
    private let lost = Atomic<Int>(0)
    private let untold = Atomic<Int>(0)

    /// - Parameters:
    ///   - descriptor: where to write; it is never closed.
    ///   - byteLimit: how many bytes may wait; batches beyond are dropped and counted.
    ///   - logger: where to say that records were lost.
    init(descriptor: CInt = STDOUT_FILENO, byteLimit: Int = 16 << 20, logger: Logger) {
        _ = BrokenPipes.areErrors
        self.descriptor = descriptor
        self.byteLimit = byteLimit
        self.logger = logger
    }

    /// How many records have been lost since the start.
    var lostRecords: Int { lost.load(ordering: .relaxed) }

    /// Takes a batch of whole lines; from any thread.
    func write(_ batch: [UInt8], records: Int) {
        let size = batch.count
        let waiting = pendingBytes.add(size, ordering: .relaxed).newValue
        guard waiting <= byteLimit else {
            pendingBytes.subtract(size, ordering: .relaxed)
            lose(records)
            return
        }
        queue.async {
            self.tellLosses()
            if !self.writeAll(batch) { self.lose(records) }
            self.pendingBytes.subtract(size, ordering: .relaxed)
        }
    }

    /// Waits until everything that was handed over has been written, or until nothing more of it has been for `patience`: a
    /// reader that takes nothing does not keep the process from its end. Blocks, so not for an event loop.
    func drain(patience: DispatchTimeInterval = .seconds(2)) {
        let isWritten = DispatchSemaphore(value: 0)
        queue.async {
            self.tellLosses()
            isWritten.signal()
        }
        var waiting = pendingBytes.load(ordering: .relaxed)
        while isWritten.wait(timeout: .now() + patience) == .timedOut {
            let rest = pendingBytes.load(ordering: .relaxed)
            if rest == waiting {
                logger.error("access records were lost: nobody reads the log", metadata: ["bytes": "\(rest)"])
                return
            }
            waiting = rest
        }
    }

    private func lose(_ records: Int) {
        lost.add(records, ordering: .relaxed)
        untold.add(records, ordering: .relaxed)
    }

    private func tellLosses() {
        let count = untold.exchange(0, ordering: .relaxed)
        guard count > 0 else { return }
        logger.error("access records were lost: the log could not be written", metadata: ["records": "\(count)"])
    }

    private func writeAll(_ batch: [UInt8]) -> Bool {
        batch.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = writeOnce(to: descriptor, UnsafeRawBufferPointer(rebasing: rest))
                if written > 0 {
                    rest = rest.dropFirst(written)
                } else if errno == EAGAIN {
                    // Somebody else has made the descriptor non-blocking, as pipes that are shared can be.
                    var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&poller, 1, 1000)
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }
}

/// `write(2)`, under a name that the class does not have.
private func writeOnce(to descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
