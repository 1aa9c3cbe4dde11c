extension PolicyMarks {
    /// The response goes through a compressor, which is to be given back.
    static let compressed = PolicyMarks(rawValue: 1 << 14)
    /// Clients that take compressed responses would get another one.
    static let variesByEncoding = PolicyMarks(rawValue: 1 << 13)
}

// Responses that are compressed on their way (`compression`).
extension ClientConnection {
    /// Finds out what becomes of a response, before its head is written.
    func chooseEncoding(
        _ head: borrowing ResponseHead, _ fields: HeaderFields, framing: BodyFraming, on route: RoutePlan
    ) {
        guard route.compresses, !route.isStream, self.head.method != .head, !self.head.isVersion10,
            CompressionRules.apply(to: head, fields, framing: framing)
        else { return }
        exchange.marks.insert(.variesByEncoding)
        let requested = self.head.fields
        guard AcceptEncoding.prefersGzip(requested),
            !(requested.first("Cache-Control").map(CompressionRules.forbidsTransforming) ?? false),
            let stream = worker.gzipStreams.take()
        else { return }
        exchange.gzip = stream
        exchange.marks.insert(.compressed)
    }

    /// The fields that tell what has become of it. A strong validator is for the bytes as they were (RFC 9110, 8.8.1).
    func putEncodingFields(_ fields: HeaderFields) {
        if exchange.marks.contains(.compressed) {
            output.put("Content-Encoding: gzip\r\n")
            if let tag = fields.first("ETag") {
                output.put(tag.hasPrefix("W/") ? "ETag: " : "ETag: W/")
                output.put(tag)
                output.put("\r\n")
            }
        }
        output.put("Vary: Accept-Encoding\r\n")
    }

    /// Takes a part of the body through the compressor, where there is one.
    func relay(_ data: ByteView) {
        guard let gzip = exchange.gzip else { return putBody(data) }
        gzip.take(data, .more, buffer: worker.gzipStreams.buffer) { putBody($0) }
    }

    /// Nothing more comes for now: the client gets all that has come.
    func flushEncoding(_ step: GzipStream.Step) {
        exchange.gzip?.take(
            ByteView(UnsafeBufferPointer(start: nil, count: 0)), step, buffer: worker.gzipStreams.buffer
        ) {
            putBody($0)
        }
    }

    private func putBody(_ data: ByteView) {
        if let rest = exchange.relayed.write(data, into: output) {
            write(rest)
            exchange.relayed.finishData(into: output)
        }
    }

    func giveCompressorBack() {
        if let gzip = exchange.gzip { worker.gzipStreams.give(gzip) }
        exchange.gzip = nil
    }
}
