/// A route as a spec has it, with what the compiler's router would capture.
private struct Rewrite: Sendable {
    enum Piece: Sendable {
        case literal(String)
        case name
        /// `/*`, and the `*` of `/rules*`.
        case rest, gluedRest
    }

    let pieces: [Piece]
    let path: RoutePath
    /// Writes the path that should come of it.
    let expected: @Sendable ([String]) -> String
}

/// Nothing that a request's path holds leads out of the template, and what was captured is put back as it came.
func checkRewrite(_ data: [UInt8]) -> CInt {
    guard let choice = data.first else { return 0 }
    let rewrite = rewrites[Int(choice) % rewrites.count]
    let text = Array("GET ".utf8) + data.dropFirst() + Array(" HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    var head = RequestHead(limits: HeadParser.Limits(bytes: 64 * 1024, fields: 10, target: 8 * 1024))
    guard withView(text, { (try? head.parse($0.start, $0.count)) ?? nil }) == text.count else { return 0 }
    guard let target = RequestTarget(head, classes: ByteClass.table) else { return 0 }
    check(target.path.count == target.forwarded.count, "two lengths of one path")
    check(target.path.string.uppercased() == target.forwarded.string.uppercased(), "two paths")
    checkPath(target.forwarded.string)

    var captures = Captures()
    guard match(target.path, rewrite.pieces, &captures) else { return 0 }
    let output = ByteWriter()
    guard let path = try? ForwardPath(rewrite.path) else { fatalError("\(rewrite.path.template)") }
    path.write(target, captures, into: output)
    let written = String(decoding: output.bytes, as: UTF8.self)
    checkPath(written)
    var parts = target.forwarded.string.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(
        String.init)
    if let last = rewrite.pieces.indices.last, case .rest = rewrite.pieces[last] {
        parts[last...] = [parts[last...].joined(separator: "/")]
    } else if let last = rewrite.pieces.indices.last, case .gluedRest = rewrite.pieces[last] {
        parts[last...] = [parts[last...].map { "/\($0)" }.joined()]
    }
    check(written == rewrite.expected(parts), "\(written) is not \(rewrite.expected(parts))")
    return 0
}

private let rewrites = [
    Rewrite(
        pieces: [.literal("a"), .name, .name], path: .init(template: "/a/{x}/{y}", forward: "/v2/{y}/b/{x}"),
        expected: { "/v2/\($0[2])/b/\($0[1])" }),
    Rewrite(pieces: [.literal("a"), .rest], path: .init(template: "/a/*", forward: "/*"), expected: { "/\($0[1])" }),
    Rewrite(
        pieces: [.literal("a"), .name, .rest], path: .init(template: "/a/{id}/*", forward: "/v2/{id}/all/*"),
        expected: { "/v2/\($0[1])/all/\($0[2])" }),
    Rewrite(
        pieces: [.literal("a"), .gluedRest], path: .init(template: "/a*", forward: "/rules*"),
        expected: { "/rules\($0[1])" }),
    Rewrite(
        pieces: [.name], path: .init(template: "/{id}", forward: "/v2-{id}.json"), expected: { "/v2-\($0[0]).json" }),
]

/// As generated code does it.
private func match(_ path: ByteView, _ pieces: [Rewrite.Piece], _ captures: inout Captures) -> Bool {
    var cursor = PathView(path.start, count: path.count)
    var position = 0
    for piece in pieces {
        switch piece {
        case .literal(let literal):
            guard !cursor.isEnd, path.suffix(from: Int(cursor.range.start)).prefix(cursor.range.count).string == literal
            else {
                return false
            }
        case .name:
            guard !cursor.isEnd, !cursor.segment.isEmpty else { return false }
            captures[position] = cursor.range
            position += 1
        case .rest:
            guard !cursor.isEnd else { return false }
            captures[position] = cursor.rest
            return true
        case .gluedRest:
            captures[position] = cursor.restWithSlash
            return true
        }
        cursor = cursor.next
    }
    return cursor.isEnd
}

/// A path that no next hop reads as another: no dot segment, no empty segment but the last, no control character, no slash or
/// backslash, in any form.
private func checkPath(_ path: String) {
    check(path.hasPrefix("/"), path)
    check(path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(path.debugDescription): bytes")
    let decoded = path.utf8.reduce(into: (bytes: [UInt8](), pending: [UInt8]())) { result, byte in
        result.pending.append(byte)
        guard result.pending[0] == UInt8(ascii: "%"), result.pending.count < 3 else {
            let isEscape = result.pending.count == 3
            let hex = isEscape ? UInt8(String(decoding: result.pending.dropFirst(), as: UTF8.self), radix: 16) : byte
            guard let decoded = hex else { fatalError("\(path): a bad escape") }
            check(!isEscape || decoded != UInt8(ascii: "/"), "\(path): an escaped slash")
            result.bytes.append(decoded)
            result.pending = []
            return
        }
    }
    check(decoded.pending.isEmpty, "\(path): half an escape")
    check(
        decoded.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && !"\\#?".utf8.contains($0) || $0 == 0x23 || $0 == 0x3F },
        path)
    let segments = decoded.bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    check(!segments.dropLast().contains { $0.isEmpty }, "\(path): an empty segment")
    let names = segments.map { $0.prefix { $0 != UInt8(ascii: ";") } }
    check(!names.contains { $0.elementsEqual([46]) || $0.elementsEqual([46, 46]) }, "\(path): a dot segment")
}
