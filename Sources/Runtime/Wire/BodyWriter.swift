/// How a body goes on to the next hop: as it is, or in chunks.
struct BodyWriter {
    enum Framing: Equatable { case plain, chunked }

    let framing: Framing

    init(_ framing: Framing) { self.framing = framing }

    /// Bytes that are copied into a connection's output buffer rather than handed on as a write of their own: below this,
    /// a copy is cheaper than another element of the write.
    static let copyLimit = 4096

    /// What is to be written for some bytes of the body: all in `output`, or `output`, then the data itself, then `tail`.
    mutating func write(_ data: ByteView, into output: ByteWriter) -> ByteView? {
        let count = data.count
        if framing == .chunked {
            output.put(hex: count)
            output.put("\r\n")
        }
        guard count <= Self.copyLimit else { return data }
        output.put(data)
        if framing == .chunked { output.put("\r\n") }
        return nil
    }

    /// What stands behind data that was handed on as a write of its own.
    func finishData(into output: ByteWriter) {
        if framing == .chunked { output.put("\r\n") }
    }

    func end(into output: ByteWriter) {
        if framing == .chunked { output.put("0\r\n\r\n") }
    }
}
