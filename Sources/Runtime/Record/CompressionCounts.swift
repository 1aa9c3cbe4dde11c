/// What compression has done, by coding.
struct CompressionCounts: Sendable {
    struct Coding: Sendable {
        var responses: UInt64 = 0
        /// Bytes of bodies as they came, and as they went on.
        var taken: UInt64 = 0
        var written: UInt64 = 0

        mutating func add(_ other: Coding) {
            responses &+= other.responses
            taken &+= other.taken
            written &+= other.written
        }
    }

    /// Whether any route compresses.
    var isThere = false
    var gzip = Coding()
    var brotli = Coding()

    mutating func add(_ other: CompressionCounts) {
        isThere = isThere || other.isThere
        gzip.add(other.gzip)
        brotli.add(other.brotli)
    }

    subscript(coding: ContentCoding) -> Coding {
        get { coding == .gzip ? gzip : brotli }
        set { if coding == .gzip { gzip = newValue } else { brotli = newValue } }
    }
}

extension PrometheusText {
    func writeCompression(_ counts: CompressionCounts, _ text: inout String) {
        guard counts.isThere else { return }
        let codings = [ContentCoding.brotli, .gzip].map { ("coding=\"\($0.name)\"", counts[$0]) }
        describe("compressed_responses_total", "counter", "Responses that were compressed.", &text)
        for (label, coding) in codings {
            text += "\(namespace)_compressed_responses_total{\(label)} \(coding.responses)\n"
        }
        describe(
            "compression_bytes_total", "counter", "Bytes of their bodies, as they came and as they went on.", &text)
        for (label, coding) in codings {
            text += "\(namespace)_compression_bytes_total{\(label),direction=\"in\"} \(coding.taken)\n"
            text += "\(namespace)_compression_bytes_total{\(label),direction=\"out\"} \(coding.written)\n"
        }
    }

    /// - Parameter preflights: none where nothing is said to other sites.
    func writePreflights(_ preflights: PreflightCounts?, _ text: inout String) {
        guard let preflights else { return }
        describe("cors_preflights_total", "counter", "Questions of browsers before requests of other sites.", &text)
        text += "\(namespace)_cors_preflights_total{result=\"allowed\"} \(preflights.allowed)\n"
        text += "\(namespace)_cors_preflights_total{result=\"refused\"} \(preflights.refused)\n"
    }
}

/// What browsers were told before the requests of other sites (CORS).
struct PreflightCounts: Sendable {
    var allowed: UInt64 = 0
    /// Of origins that the spec does not name, or for a path that nothing has.
    var refused: UInt64 = 0
}
