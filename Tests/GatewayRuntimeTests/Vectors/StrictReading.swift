import Foundation

/// A request as the grammar of RFC 9112 has it, and no other way.
struct StrictRequest: Equatable, Sendable {
    var method: String
    /// The path and query that are asked for: an absolute-form is reduced to them.
    var target: String
    var fields: [Field]
    var body = ""
    var isLastOfConnection: Bool
    /// Whether the gateway has a path for it at all: not `CONNECT`, not a fragment, not a name and password before a host.
    var isServed: Bool

    struct Field: Equatable, Sendable {
        var name: String
        var value: String
    }

    func values(_ name: String) -> [String] { fields.filter { $0.name.lowercased() == name }.map(\.value) }

    /// What an origin answers, so that the client sees what it saw.
    var summary: String { "\(method) \(target)\n\(body)" }
}

/// What the bytes of a connection are to a reader that takes the grammar of RFC 9112 at its word: the judge of the vectors,
/// and the eyes of the origin behind the gateway. It shares nothing with the gateway's parser and is written for nothing but
/// being read beside the RFC: text of one character a byte, and an expression a rule.
struct StrictReading {
    enum End: Equatable {
        /// Another request may follow.
        case clean
        /// The last request was the connection's last; whatever follows is nothing.
        case closed
        /// What follows the last whole request is the beginning of one.
        case incomplete
        /// What follows the last whole request is no request.
        case refused
    }

    private(set) var requests: [StrictRequest] = []
    private(set) var end = End.clean
    /// Bytes up to the end of the last whole request.
    private(set) var consumed = 0
    private let text: NSString
    private var position = 0

    init(_ bytes: [UInt8]) {
        text = bytes.latin as NSString
        while end == .clean {
            // One empty line before a request is forgiven (2.2).
            _ = take(Grammar.emptyLine)
            if position == text.length { return }
            readRequest()
        }
    }

    private mutating func readRequest() {
        guard let line = take(Grammar.requestLine) else { return stop(ifBegun: Grammar.requestLineBegun) }
        var fields: [StrictRequest.Field] = []
        while take(Grammar.emptyLine) == nil {
            guard let field = take(Grammar.fieldLine) else { return stop(ifBegun: Grammar.fieldLineBegun) }
            fields.append(.init(name: field[1], value: field[2]))
        }
        let target = Grammar.target.match(line[2] as NSString, at: 0)
        var request = StrictRequest(
            method: line[1], target: line[2], fields: fields, isLastOfConnection: false,
            isServed: line[1] != "CONNECT" && target != nil)
        if let target { request.target = (target[1].isEmpty ? "/" : target[1]) + target[2] }
        let isVersion10 = line[3] == "0"
        let options = request.values("connection").flatMap { $0.lowercased().components(separatedBy: ",") }
            .map { $0.trimmingCharacters(in: .whitespaces) }
        request.isLastOfConnection = options.contains("close") || isVersion10 && !options.contains("keep-alive")

        let hosts = request.values("host")
        guard hosts.count == 1 || isVersion10 && hosts.isEmpty,
            hosts.allSatisfy({ Grammar.host.match($0 as NSString, at: 0) != nil })
        else { return end = .refused }
        let lengths = request.values("content-length"), codings = request.values("transfer-encoding")
        if codings.isEmpty {
            guard lengths.allSatisfy({ $0.wholeMatch(of: /[0-9]+/) != nil && Int($0) != nil }),
                Set(lengths.map { Int($0) }).count <= 1
            else { return end = .refused }
            let length = lengths.first.flatMap { Int($0) } ?? 0
            guard length <= text.length - position else { return end = .incomplete }
            request.body = take(length)
        } else {
            guard codings.map({ $0.lowercased() }) == ["chunked"], lengths.isEmpty, !isVersion10 else {
                return end = .refused
            }
            guard let body = takeChunks() else { return }
            request.body = body
        }
        requests.append(request)
        consumed = position
        if request.isLastOfConnection { end = .closed }
    }

    /// A chunked body (7.1); none where it stopped.
    private mutating func takeChunks() -> String? {
        var body = ""
        while true {
            guard let size = take(Grammar.chunkSize) else {
                stop(ifBegun: Grammar.chunkSizeBegun)
                return nil
            }
            guard let count = Int(size[1], radix: 16) else {
                end = .refused
                return nil
            }
            if count == 0 { break }
            guard count <= text.length - position else {
                end = .incomplete
                return nil
            }
            body += take(count)
            guard take(Grammar.emptyLine) != nil else {
                stop(ifBegun: Grammar.emptyLineBegun)
                return nil
            }
        }
        while take(Grammar.emptyLine) == nil {
            guard take(Grammar.fieldLine) != nil else {
                stop(ifBegun: Grammar.fieldLineBegun)
                return nil
            }
        }
        return body
    }

    private mutating func stop(ifBegun rule: Grammar) {
        end = rule.match(text, at: position) == nil ? .refused : .incomplete
    }

    private mutating func take(_ rule: Grammar) -> [String]? {
        guard let groups = rule.match(text, at: position) else { return nil }
        position += (groups[0] as NSString).length
        return groups
    }

    private mutating func take(_ count: Int) -> String {
        defer { position += count }
        return text.substring(with: NSRange(location: position, length: count))
    }
}

/// A rule of the grammar, over text of one character a byte.
private struct Grammar: @unchecked Sendable {
    // Never changed: expressions may be shared.
    private let expression: NSRegularExpression

    private init(_ pattern: String) {
        do { expression = try NSRegularExpression(pattern: pattern) } catch { fatalError("\(pattern): \(error)") }
    }

    /// The groups of a match at this place; the first is the whole of it.
    func match(_ text: NSString, at position: Int) -> [String]? {
        let rest = NSRange(location: position, length: text.length - position)
        guard let found = expression.firstMatch(in: text as String, options: .anchored, range: rest) else { return nil }
        return (0..<found.numberOfRanges).map {
            found.range(at: $0).location == NSNotFound ? "" : text.substring(with: found.range(at: $0))
        }
    }

    private static let token = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+"
    private static let visible = "[\\x21-\\x7e\\x80-\\xff]"
    private static let content = "[\\t\\x20-\\x7e\\x80-\\xff]"
    private static let quoted = "\"(?:[\\t\\x20\\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]|\\\\\(content))*\""
    private static let chunkExtension = ";[ \\t]*\(token)(?:[ \\t]*=[ \\t]*(?:\(token)|\(quoted)))?"
    private static let hostname = "(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9\\-._~%!$&'()*+,;=]+)(?::[0-9]*)?"

    static let emptyLine = Grammar("\\r\\n")
    static let emptyLineBegun = Grammar("\\r?\\z")
    /// RFC 9112, 3.
    static let requestLine = Grammar("(\(token)) (\(visible)+) HTTP/1\\.([01])\\r\\n")
    static let requestLineBegun = Grammar("(?:(?:\(token))?|\(token) \(visible)*|\(token) \(visible)+ [^\\n]{0,9})\\z")
    /// RFC 9112, 5: no folding, no blank before the colon.
    static let fieldLine = Grammar("(\(token)):[ \\t]*((?:\(visible)(?:\(content)*\(visible))?)?)[ \\t]*\\r\\n")
    static let fieldLineBegun = Grammar("(?:(?:\(token))?|\(token):\(content)*\\r?|\\r)\\z")
    /// RFC 9112, 7.1, but without a blank behind the size, which is one in a number.
    static let chunkSize = Grammar(
        "([0-9A-Fa-f]{1,15})(?:\(chunkExtension)(?:[ \\t]*\(chunkExtension))*)?\\r\\n")
    static let chunkSizeBegun = Grammar("[0-9A-Fa-f]{0,15}(?:;\(content)*)?\\r?\\z")
    /// RFC 9110, 7.2.
    static let host = Grammar("\(hostname)\\z")
    /// `SPEC.md`, Paths, as far as the vectors go: path and query.
    static let target = Grammar(
        "(?i:https?://\(hostname)(?=[/?]|\\z)|(?=/))"
            + "((?:/(?!/|\\.{1,2}(?:[/?]|\\z))(?:[\\x21\\x22\\x24\\x26-\\x2e\\x30-\\x3e\\x40-\\x5b\\x5d-\\x7e]|%[0-9A-Fa-f]{2})*)*)"
            + "(\\?[^#]*)?\\z")
}
