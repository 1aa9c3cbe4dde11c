import RouteSpec

/// A request of a benchmark, and the route that it is for.
struct TableEntry {
    var method: String
    var path: String
    var template: String

    /// What the template's parameters stand for in the path: `owner=o1,repo=r2`.
    var captures: String {
        zip(template.split(separator: "/"), path.split(separator: "/"))
            .filter { $0.0.hasPrefix("{") }
            .map { "\($0.0.dropFirst().dropLast())=\($0.1)" }
            .joined(separator: ",")
    }
}

/// The lines of a requests file: `GET /repos/o1/r2 /repos/{owner}/{repo}`.
func readTable(_ text: String) -> [TableEntry] {
    text.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: " ").map(String.init)
        return fields.count == 3 ? TableEntry(method: fields[0], path: fields[1], template: fields[2]) : nil
    }
}

/// A made-up REST API of any size, in the shape of real ones: collections with items, below them collections again, and
/// here and there an action. The same count gives the same table.
func makeTable(routes count: Int) -> [TableEntry] {
    var names = NameSource()
    var entries: [TableEntry] = []
    func add(_ method: String, _ template: String) {
        guard entries.count < count else { return }
        let path = template.split(separator: "/").map { $0.hasPrefix("{") ? names.identifier() : String($0) }
        entries.append(TableEntry(method: method, path: "/" + path.joined(separator: "/"), template: template))
    }
    func addCollection(_ template: String, parameter: String) {
        add("GET", template)
        add("POST", template)
        for method in ["GET", "PATCH", "DELETE"] { add(method, "\(template)/{\(parameter)}") }
    }
    while entries.count < count {
        let top = names.word()
        addCollection("/\(top)", parameter: "\(top)_id")
        for _ in 0..<6 {
            let middle = names.word()
            let collection = "/\(top)/{\(top)_id}/\(middle)"
            addCollection(collection, parameter: "\(middle)_id")
            add("PUT", "\(collection)/{\(middle)_id}/\(names.word())")
        }
    }
    return entries
}

/// A request for each route and method of a plan.
func makeTable(of plan: RoutePlan) -> [TableEntry] {
    var names = NameSource()
    return plan.routes.flatMap { route in
        route.methods.map { method in
            let template = route.paths[0].pattern.text
            let path = template.split(separator: "/").map { $0.hasPrefix("{") ? names.identifier() : String($0) }
            return TableEntry(method: method.rawValue, path: "/" + path.joined(separator: "/"), template: template)
        }
    }
}

/// Words and identifiers, always the same.
private struct NameSource {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var used: Set<String> = []
    private static let syllables = [
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "ne", "pi", "qua", "ro", "si", "ta", "ve", "wo",
        "xi", "za",
    ]

    /// xorshift64*
    private mutating func next(below bound: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
    }

    mutating func word() -> String {
        while true {
            let syllables = (0...(1 + next(below: 4))).map { _ in Self.syllables[next(below: Self.syllables.count)] }
            let word = syllables.joined() + (next(below: 2) == 0 ? "s" : "")
            if used.insert(word).inserted { return word }
        }
    }

    mutating func identifier() -> String {
        String(UInt32(next(below: 1 << 30)) | 1 << 30, radix: 16)
    }
}
