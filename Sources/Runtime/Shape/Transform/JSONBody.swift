/// A body of JSON on its way through a ``BodyTransform``. Of the body it holds no more than the key that is being read.
///
/// What is no JSON must not go on: `1,"admin":true` in a wrap would be an object with a member of the sender's choice.
final class JSONBody {
    private var transform: BodyTransform?
    private var scanner = JSONScanner()
    private var hasBegun = false
    /// What has come of a key that may have a new name, without its quotes.
    private let key = ByteWriter()
    private var isHolding = false

    /// How much it is to take at a time: a new name can be many times as long as the one it stands for.
    var mostAtOnce: Int { transform?.renamesMembers ?? false ? 2048 : .max }

    /// Takes a body from its first byte on.
    func begin(_ transform: BodyTransform) {
        self.transform = transform
        scanner = JSONScanner()
        hasBegun = false
        key.clear()
        isHolding = false
    }

    /// Takes some of the body, and writes what goes on.
    /// - Returns: whether it may be JSON; if not, no more may be taken.
    func take(_ data: ByteView, into output: ByteWriter) -> Bool {
        guard let transform, !data.isEmpty else { return true }
        if !hasBegun {
            hasBegun = true
            output.put(transform.opening)
        }
        // In a variable of its own it stays in registers.
        var scanner = scanner
        defer { self.scanner = scanner }
        // Up to where the data has gone on, or is held.
        var done = 0
        var index = 0
        while true {
            index = scanner.endOfPlain(data, from: index)
            guard index < data.count else { break }
            let wasInKey = scanner.isInOutermostKey
            guard scanner.take(data.start[index]) else { return false }
            index += 1
            guard transform.renamesMembers, scanner.isInOutermostKey != wasInKey else { continue }
            if wasInKey {
                endKey(data.suffix(from: done).prefix(index - 1 - done), transform, into: output)
                done = index - 1
            } else {
                output.put(data.suffix(from: done).prefix(index - done))
                done = index
                isHolding = true
            }
        }
        let rest = data.suffix(from: done)
        if isHolding { hold(rest, transform, into: output) } else { output.put(rest) }
        return true
    }

    /// Writes what stands behind the body. One of no bytes stays one.
    /// - Returns: whether the body was JSON.
    func end(into output: ByteWriter) -> Bool {
        guard let transform, hasBegun else { return true }
        guard scanner.isComplete else { return false }
        output.put(transform.closing)
        return true
    }

    /// Keeps a part of a key until it is whole; what is too long to have a new name goes on.
    private func hold(_ part: ByteView, _ transform: BodyTransform, into output: ByteWriter) {
        if key.count + part.count <= transform.longestKey {
            key.put(part)
            return
        }
        output.put(key.view)
        output.put(part)
        key.clear()
        isHolding = false
    }

    private func endKey(_ part: ByteView, _ transform: BodyTransform, into output: ByteWriter) {
        guard isHolding else {
            output.put(part)
            return
        }
        hold(part, transform, into: output)
        guard isHolding else { return }
        if let name = transform.newName(of: key.view) { output.put(name) } else { output.put(key.view) }
        key.clear()
        isHolding = false
    }
}
