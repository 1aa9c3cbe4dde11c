/// `transform`: what becomes of a body of JSON on its way.
public struct BodyTransform: Sendable {
    /// Where the key stands.
    public var mark: Mark
    /// The one member of the object in which it goes on.
    public var wrap: String?
    /// Members of a body that is an object, in the order of the spec.
    public var renames: [(from: Marked<String>, to: Marked<String>)] = []

    /// `data{user_id>userId}`
    var text: String {
        let names = renames.map { "\($0.from.value)>\($0.to.value)" }.joined(separator: ",")
        return (wrap ?? "") + (names.isEmpty ? "" : "{\(names)}")
    }

    /// As people read it: `in 'data'`, `user_id as userId`.
    var terms: [String] { (wrap.map { ["in '\($0)'"] } ?? []) + renames.map { "\($0.from.value) as \($0.to.value)" } }
}

extension Fields {
    mutating func transform() -> Choice<BodyTransform>? {
        guard let mark = entries.first(where: { $0.key.value == "transform" })?.key.mark else { return nil }
        return choice("transform") { $0.map("transform", .transform) { BodyTransform(at: mark, reading: &$0) } }
    }
}

extension BodyTransform {
    fileprivate init(at mark: Mark, reading fields: inout Fields) {
        self.mark = mark
        wrap = fields.value("wrap", .memberName)
        for entry in fields.entries("rename") ?? [] {
            let from = fields.diagnostics.read(key: entry.key, as: .memberName, of: "a member of 'rename'")
            let to = fields.diagnostics.read(entry.value, as: .memberName, of: "'\(entry.key.value.visible)'")
            if let from, let to, fits(from, to, &fields.diagnostics) { renames.append((from, to)) }
        }
        if fields.entries.isEmpty || fields.entries.contains(where: { $0.value.isEmptyMap }) {
            fields.lack("wrap", "'transform' changes nothing; write 'wrap: data' or 'rename: { from: to }'")
        }
    }

    private func fits(_ from: Marked<String>, _ to: Marked<String>, _ diagnostics: inout Diagnostics) -> Bool {
        if from.value == to.value {
            diagnostics.error(at: to.mark, "'\(from.value)' is its own new name; write another, or leave it out")
            return false
        }
        guard let twin = renames.first(where: { $0.to.value == to.value }) else { return true }
        diagnostics.error(
            at: to.mark,
            "'\(to.value)' is the new name of '\(twin.from.value)' at \(twin.to.mark.place) already; an object has a name once"
        )
        return false
    }
}

extension Node {
    fileprivate var isEmptyMap: Bool { if case .map(let entries) = content { entries.isEmpty } else { false } }
}

extension Shape<String> {
    /// A name of a member, which a request's key of any length is held against.
    fileprivate static var memberName: Shape {
        fixedText("a name") { text throws(Fault) in
            guard !text.isEmpty, text.utf8.count <= 128, !text.unicodeScalars.contains(where: \.isControl) else {
                throw Fault(
                    "is '\(text.visible)', which is no name of a member; write 1 to 128 bytes without control characters"
                )
            }
            return text
        }
    }
}

extension RouteDeclaration {
    /// Bodies that are changed have an end, and go to an upstream or come from one. A default is for the routes that it fits, and what a
    /// route that is answered here says itself is found in ``checkAnswered``.
    mutating func checkTransforms(own: TrafficPolicy, _ diagnostics: inout Diagnostics) {
        if isAnsweredHere {
            traffic.requestTransform = nil
            traffic.responseTransform = nil
            return
        }
        if let fault = transformFault(ofRequest: true) {
            if let mark = own.requestTransform?.policy?.mark { diagnostics.error(at: mark, fault) }
            traffic.requestTransform = nil
        }
        if let fault = transformFault(ofRequest: false) {
            if let mark = own.responseTransform?.policy?.mark { diagnostics.error(at: mark, fault) }
            traffic.responseTransform = nil
        }
    }

    private func transformFault(ofRequest: Bool) -> String? {
        let endless = upgrade.map { ("upgrade", $0.mark) } ?? (ofRequest ? nil : stream.map { ("stream", $0.mark) })
        if let endless {
            return "'transform' and '\(endless.0)' at \(endless.1.place) cannot both hold: what has no end is no JSON; "
                + "remove one of them"
        }
        let bodiless: [RouteMethod] = [.get, .head, .options]
        guard ofRequest, let method = methods.first, methods.allSatisfy({ bodiless.contains($0.value) }) else {
            return nil
        }
        return "'transform' is for bodies, and requests of the route have none by their 'method' at "
            + "\(method.mark.place); write it below 'response', or remove it"
    }
}
