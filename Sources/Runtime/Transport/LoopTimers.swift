import HeapModule

/// What is to be done later on a loop.
final class LoopTimer {
    /// By ``Loop/clock()``.
    fileprivate let deadline: UInt64
    private var action: (() -> Void)?

    fileprivate init(_ deadline: UInt64, _ action: @escaping () -> Void) {
        self.deadline = deadline
        self.action = action
    }

    func cancel() { action = nil }

    func fire() {
        let action = action
        self.action = nil
        action?()
    }
}

/// The timers of one loop. They are few: what a connection waits for is in the ``DeadlineTable``.
struct LoopTimers {
    private struct Entry: Comparable {
        let timer: LoopTimer

        static func < (one: Entry, other: Entry) -> Bool { one.timer.deadline < other.timer.deadline }
        static func == (one: Entry, other: Entry) -> Bool { one.timer.deadline == other.timer.deadline }
    }

    private var heap = Heap<Entry>()

    mutating func insert(at deadline: UInt64, _ action: @escaping () -> Void) -> LoopTimer {
        let timer = LoopTimer(deadline, action)
        heap.insert(Entry(timer: timer))
        return timer
    }

    /// How long nothing is to be done; -1 for ever.
    func wait(from now: UInt64) -> CInt {
        guard let next = heap.min?.timer.deadline else { return -1 }
        guard next > now else { return 0 }
        // Rounded up, or the loop would turn without a wait for the last millisecond.
        return CInt(clamping: (next - now) / 1_000_000 + 1)
    }

    /// Takes out the next one whose time has come.
    mutating func next(_ now: UInt64) -> LoopTimer? {
        guard let first = heap.min?.timer, first.deadline <= now else { return nil }
        heap.removeMin()
        return first
    }
}
