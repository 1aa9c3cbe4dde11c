/// A request's path as the gateway judges it: normalised once (SPEC, "Paths"), or refused.
public struct RequestPath: Hashable, Sendable {
    /// Why a path is answered with 400.
    public struct Refusal: Error, Hashable, Sendable {
        public var reason: String
    }

    /// Its segments as routes see them: still percent-encoded where that has a meaning, hex digits in capitals. The last
    /// may be empty.
    public let segments: [String]
    /// The same segments as they go on: hex digits as they were sent.
    public let forwarded: [String]

    public var text: String { "/" + forwarded.joined(separator: "/") }

    /// Takes the path of a target, without its query.
    public init(_ path: String) throws(Refusal) {
        guard path.hasPrefix("/") else { throw Refusal(reason: "the path does not begin with '/'") }
        var bytes: [UInt8] = []
        var sent: [UInt8] = []
        var rest = Array(path.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case 0..<0x21, 0x7F...: throw Refusal(reason: "the path has a byte that is not visible ASCII")
            case UInt8(ascii: "\\"): throw Refusal(reason: "the path has a backslash")
            case UInt8(ascii: "#"): throw Refusal(reason: "the path has a '#'")
            case UInt8(ascii: "%"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit), let value = UInt8(digits, radix: 16)
                else {
                    throw Refusal(reason: "the path has a bad percent escape")
                }
                rest = rest.dropFirst(2)
                switch value {
                case 0..<0x20, 0x7F: throw Refusal(reason: "the path has an encoded control character")
                case UInt8(ascii: "/"): throw Refusal(reason: "the path has an encoded slash")
                case UInt8(ascii: "\\"): throw Refusal(reason: "the path has an encoded backslash")
                case _ where Self.isOverlong(value, before: rest):
                    throw Refusal(reason: "the path has an escape that is longer than UTF-8 allows")
                case _ where value.isUnreserved:
                    bytes.append(value)
                    sent.append(value)
                default:
                    // Hex digits are compared without case (RFC 3986, 6.2.2.1).
                    bytes += [byte] + digits.uppercased().utf8
                    sent += [byte] + digits.utf8
                }
            default:
                bytes.append(byte)
                sent.append(byte)
            }
        }
        segments = Self.split(bytes)
        forwarded = Self.split(sent)
        if segments.contains(where: \.isDotSegment) { throw Refusal(reason: "the path has a dot segment") }
        if segments.dropLast().contains("") { throw Refusal(reason: "the path has an empty segment") }
    }

    /// Whether an escape begins a character below 0x80 in more bytes than UTF-8 has for it: there are decoders that read
    /// `%c0%af` as a slash.
    private static func isOverlong(_ value: UInt8, before rest: ArraySlice<UInt8>) -> Bool {
        guard [0xC0, 0xC1, 0xE0, 0xF0].contains(value) else { return false }
        let bytes = followingEscapes(in: rest)
        let isContinuation = { (byte: UInt8) in byte & 0xC0 == 0x80 }
        let isSmall = { (byte: UInt8) in byte == 0x80 || byte == 0x81 }
        switch value {
        case 0xE0: return bytes.count >= 2 && isSmall(bytes[0]) && isContinuation(bytes[1])
        case 0xF0: return bytes.count >= 3 && bytes[0] == 0x80 && isSmall(bytes[1]) && isContinuation(bytes[2])
        default: return bytes.first.map(isContinuation) ?? false
        }
    }

    /// What the escapes stand for with which the rest begins, three at most.
    private static func followingEscapes(in rest: ArraySlice<UInt8>) -> [UInt8] {
        var rest = rest
        var bytes: [UInt8] = []
        while bytes.count < 3, rest.popFirst() == UInt8(ascii: "%") {
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy(\.isHexDigit),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { break }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    private static func split(_ path: [UInt8]) -> [String] {
        String(decoding: path.dropFirst(), as: UTF8.self)
            .split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }
}

extension StringProtocol {
    /// Whether a segment of a normalised path is `.` or `..`, with parameters too: there are servers that cut off a segment's
    /// parameters before they look at it (RFC 3986, 3.3).
    var isDotSegment: Bool {
        let rest = drop { $0 == "." }
        return (1...2).contains(utf8.count - rest.utf8.count)
            && (rest.isEmpty || rest.hasPrefix(";") || rest.hasPrefix("%3B"))
    }
}

extension UInt8 {
    /// RFC 3986, 2.3.
    var isUnreserved: Bool {
        isLetterOrUnderscore || isDigit || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "~")].contains(self)
    }
}
