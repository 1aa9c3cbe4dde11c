extension PolicyMarks {
    /// The response goes through a compressor, which is to be given back.
    static let compressed = PolicyMarks(rawValue: 1 << 14)
    /// Clients that take compressed responses would get another one.
    static let variesByEncoding = PolicyMarks(rawValue: 1 << 13)
}

// Responses that are compressed on their way, or out of the cache (`compression`).
extension ClientConnection {
    /// Finds out what becomes of a response that may be compressed, before its head is written.
    /// - Parameter hasBody: whether it comes with a body, or is what a GET would be told.
    func chooseCoding(among codings: ContentCodings, hasBody: Bool) {
        exchange.marks.insert(.variesByEncoding)
        let requested = head.fields
        guard !head.isVersion10, let coding = AcceptEncoding.preferred(requested, among: codings),
            !(requested.first("Cache-Control").map(CompressionRules.forbidsTransforming) ?? false)
        else { return }
        exchange.coding = coding
        guard hasBody else { return }
        var compressor = worker.compressors.take(coding)
        if compressor == nil, let other = AcceptEncoding.preferred(requested, among: codings.subtracting(.brotli)) {
            exchange.coding = other
            compressor = worker.compressors.take(other)
        }
        guard let compressor else {
            exchange.coding = nil
            return
        }
        exchange.compressor = compressor
        exchange.marks.insert(.compressed)
        worker.metrics.countCompressed(compressor.coding)
    }

    /// The fields that tell what has become of it.
    func putEncodingFields() {
        if let coding = exchange.coding, exchange.status != 304 {
            output.put("Content-Encoding: ")
            output.put(coding.name)
            output.put("\r\n")
        }
        output.put("Vary: Accept-Encoding\r\n")
    }

    /// Takes a part of the body through the compressor, where there is one.
    func relay(_ data: ByteView) {
        if exchange.compressor == nil { putBody(data) } else { compress(data, .more) }
    }

    /// Nothing more comes for now, or at all: the client gets all that has come.
    func flushCompressor(_ step: Compressor.Step) {
        if exchange.compressor != nil { compress(head.target.prefix(0), step) }
    }

    private func compress(_ data: ByteView, _ step: Compressor.Step) {
        guard let compressor = exchange.compressor else { return }
        var written = 0
        let isDone = compressor.take(data, step, buffer: worker.compressors.buffer) {
            written += $0.count
            putBody($0)
        }
        worker.metrics.countCompressed(compressor.coding, taken: data.count, written: written)
        if !isDone { giveUp(.notCompressed) }
    }

    private func putBody(_ data: ByteView) {
        if let rest = exchange.relayed.write(data, into: output) {
            write(rest)
            exchange.relayed.finishData(into: output)
        }
    }

    func giveCompressorBack() {
        if let compressor = exchange.compressor { worker.compressors.give(compressor) }
        exchange.compressor = nil
    }
}
