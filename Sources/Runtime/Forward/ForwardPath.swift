/// The template of the path that an upstream sees (`/conversations/{id}/stream`, `/users/*`), compiled at start against the
/// names of the route's own template.
struct ForwardPath: Sendable {
    private enum Part: Sendable {
        case literal([UInt8])
        /// A position among the captures.
        case capture(Int)
    }

    /// Empty where the path goes on as it is.
    private let parts: [Part]

    /// A template that names something the route's path does not have is a fault of the generator.
    init(_ path: RoutePath) throws(DefinitionFault) {
        guard let forward = path.forward else {
            parts = []
            return
        }
        let names = Self.split("\(path.template)").compactMap { $0.name }
        var parts: [Part] = []
        for piece in Self.split("\(forward)") {
            if let name = piece.name {
                guard let position = names.firstIndex(of: name) else {
                    throw DefinitionFault(
                        "the forward template \(forward) names \(name), which the path \(path.template) does not have")
                }
                parts.append(.capture(position))
            } else {
                parts.append(.literal(Self.escaped(piece.literal)))
            }
        }
        self.parts = parts
    }

    /// Writes the path that comes of a match; of nothing comes `/`, unless the upstream has a base path before it.
    func write(_ target: RequestTarget, _ captures: borrowing Captures, into output: ByteWriter) {
        if parts.isEmpty {
            output.put(target.forwarded)
            return
        }
        let start = output.count
        for part in parts {
            switch part {
            case .literal(let bytes): output.put(bytes)
            case .capture(let position):
                let range = captures[position]
                // A router's ranges lie in the path; one that did not would be a fault of the generator, not of a client.
                guard range.end >= range.start, Int(range.end) <= target.forwarded.count else { continue }
                output.put(target.forwarded.start + Int(range.start), range.count)
            }
        }
        if output.count == start { output.put("/") }
    }

    private struct Piece {
        var name: String?
        var literal = ""
    }

    /// Cuts a template into literals and names; a wildcard has the name `*` whatever it is called.
    private static func split(_ template: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(template)
        while !rest.isEmpty {
            let literal = rest.prefix { $0 != "{" && $0 != "*" }
            if !literal.isEmpty { pieces.append(Piece(literal: String(literal))) }
            rest = rest[literal.endIndex...]
            if rest.first == "{" {
                let name = rest.dropFirst().prefix { $0 != "}" }
                pieces.append(Piece(name: String(name)))
                rest = rest[name.endIndex...].dropFirst()
            } else if rest.first == "*" {
                pieces.append(Piece(name: "*"))
                rest = ""
            }
        }
        return pieces
    }

    /// Characters of a template that are not ASCII go on as the escapes of their UTF-8, as they are matched.
    private static func escaped(_ literal: String) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return literal.utf8.flatMap { byte in
            byte < 0x80 ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
}

/// A fault in what the generator wrote: it stops the start.
public struct DefinitionFault: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
