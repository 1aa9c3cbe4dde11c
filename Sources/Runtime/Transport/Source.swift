/// A descriptor that a loop waits for. What becomes of its readiness is its subclass's.
class Source {
    final let loop: Loop
    final private(set) var descriptor: CInt
    /// Its place in the loop's table, and the count of those that have had this place.
    final fileprivate(set) var key: UInt64 = 0
    final private(set) var interest: Readiness = []
    final private(set) var isOpen = false

    /// - Parameter descriptor: non-blocking; it is the source's from now on.
    init(_ descriptor: CInt, on loop: Loop) {
        self.descriptor = descriptor
        self.loop = loop
    }

    deinit { if descriptor >= 0 { SystemSocket.close(descriptor) } }

    /// Has the loop wait for it; the loop keeps it alive from now on.
    /// - Throws: ``SocketError`` where the kernel has no room for it.
    final func open(_ interest: Readiness) throws(SocketError) {
        self.interest = interest
        key = loop.enter(self)
        do {
            try loop.watch(self)
            isOpen = true
        } catch {
            loop.leave(self)
            throw error
        }
    }

    final func wait(for interest: Readiness) {
        guard isOpen, interest != self.interest else { return }
        self.interest = interest
        loop.rewatch(self)
    }

    /// Ends the loop's waiting and closes the descriptor.
    final func shut() {
        guard isOpen else { return }
        isOpen = false
        loop.leave(self)
        // The kernel forgets a descriptor that is closed.
        SystemSocket.close(descriptor)
        descriptor = -1
    }

    /// Ends the loop's waiting and hands the descriptor on.
    final func release() -> CInt {
        isOpen = false
        loop.unwatch(self)
        loop.leave(self)
        defer { descriptor = -1 }
        return descriptor
    }

    /// Something can be done with the descriptor, or has happened to it.
    func ready(_ readiness: Readiness) {}
    /// It is time for what was put off by ``Loop/putOff(_:)``.
    func goOnLate() {}
}

/// The sources of a loop. A key that comes with an event tells those that have gone from those that have their place now.
struct SourceTable {
    private struct Place {
        var source: Source?
        var generation: UInt32 = 0
    }

    private var places: ContiguousArray<Place> = []
    private var free: ContiguousArray<UInt32> = []

    mutating func insert(_ source: Source) -> UInt64 {
        let index: UInt32
        if let freed = free.popLast() {
            index = freed
        } else {
            index = UInt32(truncatingIfNeeded: places.count)
            places.append(Place())
        }
        places[Int(index)].source = source
        return UInt64(places[Int(index)].generation) << 32 | UInt64(index)
    }

    mutating func remove(_ key: UInt64) {
        let index = Int(UInt32(truncatingIfNeeded: key))
        places[index].source = nil
        places[index].generation &+= 1
        free.append(UInt32(index))
    }

    @inline(__always)
    func source(at key: UInt64) -> Source? {
        let index = Int(UInt32(truncatingIfNeeded: key))
        guard index < places.count, places[index].generation == UInt32(truncatingIfNeeded: key >> 32) else {
            return nil
        }
        return places[index].source
    }

    var all: [Source] { places.compactMap { $0.source } }
}
