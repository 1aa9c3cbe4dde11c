/// The next deadline of each connection of a loop, in one block of memory that a tick looks over.
///
/// Setting a deadline is a store; nothing is allocated, sorted or cancelled. A tick over ten thousand connections reads
/// 80 kB. A deadline that has been put off since is found out when it passes: its owner then sets the next one.
struct DeadlineTable {
    /// ``Loop/clock()``; `UInt64.max` for no deadline.
    private var times: ContiguousArray<UInt64> = []
    private var owners: ContiguousArray<ClientConnection?> = []
    private var free: ContiguousArray<Int> = []

    /// How many connections have a place.
    var count: Int { owners.count - free.count }

    mutating func insert(_ owner: ClientConnection) -> Int {
        if let index = free.popLast() {
            owners[index] = owner
            times[index] = .max
            return index
        }
        owners.append(owner)
        times.append(.max)
        return owners.count - 1
    }

    mutating func remove(at index: Int) {
        owners[index] = nil
        times[index] = .max
        free.append(index)
    }

    /// Sees to it that the owner is asked at this time or before.
    @inline(__always)
    mutating func demand(_ time: UInt64, at index: Int) {
        if time < times[index] { times[index] = time }
    }

    /// Takes out the deadlines that have passed.
    mutating func takePassed(_ now: UInt64, into passed: inout ContiguousArray<ClientConnection>) {
        for index in times.indices where times[index] <= now {
            times[index] = .max
            if let owner = owners[index] { passed.append(owner) }
        }
    }

    var all: [ClientConnection] { owners.compactMap { $0 } }
}
