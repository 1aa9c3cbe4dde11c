internal import CLinux

/// A pipe(7) by which bytes go from one connection to another without being copied: splice(2) moves the pages that they lie in.
final class SplicePipe {
    private let outlet: CInt
    private let inlet: CInt
    /// How many bytes are in it.
    private(set) var count = 0

    /// How many bytes are in it at most. Half as many took half as long again.
    private static let most = 128 * 1024
    /// Fewer bytes are copied, which costs no more.
    static let worthwhile = 32 * 1024
    /// What the kernel is asked to have room for: a packet takes a page or more, however short it is.
    private static let size: CInt = 512 * 1024

    /// None where the process has no descriptors left.
    init?() {
        _ = BrokenPipes.areErrors
        var ends: (outlet: CInt, inlet: CInt) = (-1, -1)
        guard linux_pipe(&ends.outlet, &ends.inlet, Self.size) == 0 else { return nil }
        (outlet, inlet) = ends
    }

    deinit {
        SystemSocket.close(outlet)
        SystemSocket.close(inlet)
    }

    /// Takes what has come over a connection.
    /// - Returns: how many bytes; 0 where there are none, whatever the reason is. A reset may be told here alone, and what is read next
    ///   then looks like an end: what passes has a length, so that it is missed all the same.
    func fill(from connection: CInt, atMost most: Int) -> Int {
        let taken = max(0, linux_splice(connection, inlet, UInt(max(0, min(most, Self.most - count)))))
        count += taken
        return taken
    }

    /// Sends what is in it, as much of it as the kernel takes.
    /// - Returns: how many bytes have gone; -1 and errno where none have.
    func empty(into connection: CInt) -> Int {
        let sent = linux_splice(outlet, connection, UInt(count))
        count -= max(0, sent)
        return sent
    }
}

/// The pipes of a loop. Most bytes leave one at once, so few serve all; where many clients are slow, the others' bytes are copied.
/// Descriptors are for connections first: no more than a few rest here.
struct SplicePipes {
    private var unused: ContiguousArray<SplicePipe> = []
    private var made = 0

    /// As many as there are at most, each two descriptors, and as many as wait to be used again.
    private static let most = 64
    private static let mostUnused = 4

    /// A pipe with nothing in it.
    mutating func take() -> SplicePipe? {
        if let pipe = unused.popLast() { return pipe }
        guard made < Self.most, let pipe = SplicePipe() else { return nil }
        made += 1
        return pipe
    }

    /// Takes a pipe back; one that still holds something is closed, and one too many.
    mutating func give(_ pipe: SplicePipe) {
        if pipe.count == 0, unused.count < Self.mostUnused { unused.append(pipe) } else { made -= 1 }
    }
}
