internal import CLinux
import Dispatch
import NIOConcurrencyHelpers
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A thread that waits for descriptors and timers, and does what is to be done with them.
///
/// `@unchecked Sendable`: other threads use ``execute(_:)`` and what stands on it, which touch the mailbox under its lock and the
/// waker's descriptor, which never changes. All else is the loop's own thread's.
final class Loop: @unchecked Sendable {
    private struct Mailbox {
        var tasks: [@Sendable () -> Void] = []
        var isClosed = false
    }

    /// Where sources read to: what they have read is used, or kept by themselves, before the next one reads.
    let readBuffer: UnsafeMutableRawBufferPointer
    /// What streams pass bytes on by.
    var pipes = SplicePipes()
    /// By ``clock()``: when the present turn began.
    private(set) var now = Loop.clock()

    private let poller: Poller
    private let waker: CInt
    /// Not in a `Mutex`, whose lock ThreadSanitizer does not see: all that goes from thread to thread goes through here.
    private let mailbox = NIOLockedValueBox(Mailbox())
    private let thread = Mutex<pthread_t?>(nil)
    private var sources = SourceTable()
    private var timers = LoopTimers()
    /// Streams that broke while somebody else was at work: see ``Stream/flush()``.
    private var broken: ContiguousArray<UInt64> = []
    /// Sources that have put something off, and since when: see ``putOff(_:)``.
    private var late: ContiguousArray<(key: UInt64, since: UInt64)> = []
    /// How many events this turn has, and which of them is dealt with next.
    private var eventCount = 0
    private var nextEvent = 0
    private var isRunning = true
    private var whenEnded: (() -> Void)?

    private static let wakerKey = UInt64.max
    /// In nanoseconds.
    private static let longestPutOff: UInt64 = 1_000_000
    /// Bytes that are read at once.
    static let readSize = 64 * 1024

    /// Starts the thread.
    /// - Throws: ``SocketError`` where the process has no descriptors or threads left.
    init() throws(SocketError) {
        poller = try Poller()
        waker = try SocketError.check(linux_waker())
        readBuffer = .allocate(byteCount: Self.readSize, alignment: 16)
        try poller.add(waker, .readable, key: Self.wakerKey)
        var id = pthread_t()
        let code = pthread_create(
            &id, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Loop>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        guard code == 0 else { throw SocketError(code: code) }
        pthread_detach(id)
    }

    deinit {
        _ = close(waker)
        readBuffer.deallocate()
    }

    /// The monotonic clock, in nanoseconds.
    static func clock() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ UInt64(truncatingIfNeeded: time.tv_nsec)
    }

    // MARK: The thread

    private func run() {
        thread.withLock { $0 = pthread_self() }
        linux_name_thread("event-loop")
        while isRunning {
            now = Self.clock()
            eventCount = poller.wait(milliseconds: wait)
            nextEvent = 0
            now = Self.clock()
            while nextEvent < eventCount {
                let (key, readiness) = poller.event(nextEvent)
                nextEvent &+= 1
                if key == Self.wakerKey {
                    openMailbox()
                } else {
                    sources.source(at: key)?.ready(readiness)
                }
            }
            catchUp()
            while let key = broken.popLast() { sources.source(at: key)?.ready(.failed) }
            while let timer = timers.next(now) { timer.fire() }
        }
        // Nobody waits for an answer for ever: what was asked for before the end is still done.
        let rest = mailbox.withLockedValue { mailbox in
            mailbox.isClosed = true
            return mailbox.tasks
        }
        for task in rest { task() }
        for source in sources.all { source.shut() }
        whenEnded?()
    }

    /// How long events may be waited for, in milliseconds; -1 for ever.
    private var wait: CInt {
        if !broken.isEmpty { return 0 }
        let wait = timers.wait(from: now)
        return late.isEmpty || 0...1 ~= wait ? wait : 1
    }

    private func catchUp() {
        var due = 0
        while due < late.count, now &- late[due].since >= Self.longestPutOff {
            sources.source(at: late[due].key)?.goOnLate()
            due += 1
        }
        if due > 0 { late.removeFirst(due) }
    }

    private func openMailbox() {
        var count: UInt64 = 0
        _ = read(waker, &count, MemoryLayout.size(ofValue: count))
        let tasks = mailbox.withLockedValue { mailbox in
            let tasks = mailbox.tasks
            mailbox.tasks = []
            return tasks
        }
        for task in tasks { task() }
    }

    var isCurrent: Bool { thread.withLock { $0.map { pthread_equal($0, pthread_self()) != 0 } ?? false } }

    // MARK: Sources, on the loop

    func enter(_ source: Source) -> UInt64 { sources.insert(source) }
    func leave(_ source: Source) { sources.remove(source.key) }
    func watch(_ source: Source) throws(SocketError) {
        try poller.add(source.descriptor, source.interest, key: source.key)
    }
    func rewatch(_ source: Source) { poller.change(source.descriptor, source.interest, key: source.key) }
    func unwatch(_ source: Source) { poller.remove(source.descriptor) }

    /// Has a source learn that it has failed once whoever is at work has finished.
    func fail(_ source: Source) { broken.append(source.key) }

    /// Has a source go on in about a millisecond (``Source/goOnLate()``). Unlike a timer it allocates nothing, and cannot be cancelled.
    func putOff(_ source: Source) { late.append((source.key, now)) }

    /// Whether something may have happened to a source before this turn began of which it has not been told yet.
    func mayHaveNews(of source: Source) -> Bool {
        // Where there were as many as are taken at once, there may be more.
        if eventCount == Poller.batch { return true }
        for index in nextEvent..<eventCount where poller.key(index) == source.key { return true }
        return false
    }

    // MARK: Timers, on the loop

    /// Does something after a while, counted from now.
    @discardableResult
    func schedule(in nanoseconds: UInt64, _ action: @escaping () -> Void) -> LoopTimer {
        let (deadline, overflow) = Self.clock().addingReportingOverflow(nanoseconds)
        return schedule(at: overflow ? .max : deadline, action)
    }

    /// Does something at a time of ``clock()``, or as soon as can be where that has passed.
    @discardableResult
    func schedule(at deadline: UInt64, _ action: @escaping () -> Void) -> LoopTimer {
        timers.insert(at: deadline, action)
    }

    // MARK: From anywhere

    /// Does something on the loop, in the order asked.
    /// - Returns: whether it is going to be done: a loop that has ended does nothing.
    @discardableResult
    func execute(_ task: @escaping @Sendable () -> Void) -> Bool {
        let (isOpen, isFirst) = mailbox.withLockedValue { mailbox in
            guard !mailbox.isClosed else { return (false, false) }
            mailbox.tasks.append(task)
            return (true, mailbox.tasks.count == 1)
        }
        if isFirst {
            var one: UInt64 = 1
            _ = write(waker, &one, MemoryLayout.size(ofValue: one))
        }
        return isOpen
    }

    /// Does something on the loop and waits for its outcome.
    /// - Throws: what it throws, or `CancellationError` where the loop has ended.
    func submit<Value: Sendable>(_ task: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = execute { continuation.resume(with: Result(catching: task)) }
            if !isTaken { continuation.resume(throwing: CancellationError()) }
        }
    }

    /// Ends the loop after what was asked for before, and waits for it.
    func stop() async {
        await withCheckedContinuation { continuation in
            let isTaken = execute {
                self.isRunning = false
                self.whenEnded = { continuation.resume() }
            }
            if !isTaken { continuation.resume() }
        }
    }

    // MARK: From the loop to elsewhere, and back

    /// Asks another loop; its answer comes back here, in a later turn. Nothing comes back from a loop that has ended.
    func ask<Value: Sendable>(
        _ other: Loop, _ question: @escaping @Sendable () -> Value, then: @escaping (Value) -> Void
    ) {
        let then = LoopBound(then, on: self)
        other.execute {
            let answer = question()
            self.execute { then.value(answer) }
        }
    }

    /// Goes on here, in a later turn, when a task has ended.
    func wait(for task: Task<Void, Never>, then: @escaping () -> Void) {
        let then = LoopBound(then, on: self)
        Task {
            await task.value
            self.execute { then.value() }
        }
    }

    /// Does work that takes long, or waits, on another thread; its outcome comes back here, in a later turn.
    func offload<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value, then: @escaping (Value) -> Void
    ) {
        let then = LoopBound(then, on: self)
        DispatchQueue.global().async {
            let outcome = work()
            self.execute { then.value(outcome) }
        }
    }
}

/// Something that is a loop's own, on its way past others.
///
/// `@unchecked Sendable`: nobody but the loop's thread gets to the value, and ``value`` sees to that.
struct LoopBound<Value>: @unchecked Sendable {
    let loop: Loop
    private let bound: Value

    init(_ value: Value, on loop: Loop) {
        self.loop = loop
        bound = value
    }

    var value: Value {
        precondition(loop.isCurrent, "what belongs to a loop is used on it")
        return bound
    }
}
