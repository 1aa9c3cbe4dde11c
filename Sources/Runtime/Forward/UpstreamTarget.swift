/// The path and query of a request to an upstream, as typed clients write it: `"/agents/\(id)\(query: "page", page)"`.
///
/// What is interpolated is percent-encoded, so that no value can leave its place in the path.
public struct UpstreamTarget: Sendable, ExpressibleByStringInterpolation {
    /// The target as it goes into the request line, in front of it the upstream's own base path.
    let text: String
    /// Whether a parameter is empty, or is a `.` or `..` that would move the path: such a target is not sent.
    let isRefused: Bool

    public init(stringLiteral value: String) {
        text = value
        isRefused = false
    }

    public init(stringInterpolation interpolation: StringInterpolation) {
        text = interpolation.text.isEmpty ? "/" : interpolation.text
        isRefused = interpolation.isRefused
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var isRefused = false
        private var hasQuery = false

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// A segment of the path.
        public mutating func appendInterpolation(_ value: String) {
            if value.isEmpty || value.isDotSegment { isRefused = true }
            text.appendEncoded(value)
        }

        public mutating func appendInterpolation(_ value: Int) { text += String(value) }
        public mutating func appendInterpolation(_ value: Double) { text += String(value) }
        public mutating func appendInterpolation(_ value: Bool) { text += String(value) }

        /// What a `*` stands for: any number of segments.
        public mutating func appendInterpolation(rest: String) {
            let segments = rest.split(separator: "/", omittingEmptySubsequences: false)
            if segments.contains(where: \.isDotSegment) { isRefused = true }
            for (index, segment) in segments.enumerated() {
                if index > 0 { text += "/" }
                text.appendEncoded(String(segment))
            }
        }

        /// A query parameter; without a value it is left out.
        public mutating func appendInterpolation(query name: String, _ value: (some LosslessStringConvertible)?) {
            guard let value else { return }
            text += hasQuery ? "&" : "?"
            hasQuery = true
            text.appendEncoded(name)
            text += "="
            text.appendEncoded(String(value))
        }
    }
}

extension StringProtocol {
    /// Whether a segment is `.` or `..`, with parameters too, as in a request's path (``RequestTarget``).
    var isDotSegment: Bool {
        let rest = drop { $0 == "." }
        return (1...2).contains(utf8.count - rest.utf8.count)
            && (rest.isEmpty || rest.hasPrefix(";") || rest.prefix(3).lowercased() == "%3b")
    }
}

extension String {
    /// Appends a value with everything but unreserved characters percent-encoded (RFC 3986, 2.3).
    fileprivate mutating func appendEncoded(_ value: String) {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        for byte in value.utf8 {
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": unicodeScalars.append(scalar)
            default:
                self += "%"
                unicodeScalars.append(digits[Int(byte >> 4)])
                unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
    }
}
