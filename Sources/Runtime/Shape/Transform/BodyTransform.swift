/// What a route makes of bodies of JSON (`request.transform`, `response.transform`).
public struct BodyTransformDefinition: Sendable {
    /// The one member of the object in which a body goes on; none where it goes on as it is.
    public let wrap: StaticString?
    /// The members of a body that is an object, and what they are called then.
    public let renames: [(from: StaticString, to: StaticString)]
}

/// A ``BodyTransformDefinition`` made ready.
final class BodyTransform: Sendable {
    /// What stands before a body and behind it.
    let opening: [UInt8]
    let closing: [UInt8]
    /// Names as text, and those that take their places as JSON has them between quotes.
    private let renames: [(from: [UInt8], to: [UInt8])]
    /// In bytes: no key that is longer has a new name, however it is escaped.
    let longestKey: Int

    var renamesMembers: Bool { !renames.isEmpty }

    init(_ definition: BodyTransformDefinition) {
        let text = ByteWriter()
        if let wrap = definition.wrap {
            text.put("{")
            text.put(json: wrap)
            text.put(":")
        }
        opening = Array(text.bytes)
        closing = definition.wrap == nil ? [] : [UInt8(ascii: "}")]
        renames = definition.renames.map { names in
            text.clear()
            text.put(json: names.to)
            return (Array("\(names.from)".utf8), Array(text.bytes.dropFirst().dropLast()))
        }
        // Of what one byte stands for, the longest that JSON has is `\u0041`.
        longestKey = 6 * (renames.map(\.from.count).max() ?? 0)
    }

    /// What a member is called then, if it is renamed.
    /// - Parameter key: what stands between its quotes.
    func newName(of key: ByteView) -> [UInt8]? {
        for rename in renames where key.unescapes(to: rename.from) { return rename.to }
        return nil
    }

    /// How the end of a body is found once it has been changed: its length is known beforehand where nothing is renamed.
    func framing(of body: BodyFraming) -> BodyFraming {
        guard case .length(let length) = body, renames.isEmpty else { return body == .none ? .none : .chunked }
        let (sum, overflow) = length.addingReportingOverflow(opening.count + closing.count)
        return overflow ? .chunked : .length(sum)
    }
}
