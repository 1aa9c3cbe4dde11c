/// Specs and requests made at random from a small alphabet, so that routes meet often: a seed gives the same again.
struct RandomSource {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    /// splitmix64
    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 33) % bound
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(below: elements.count)] }
    mutating func happens(oneIn count: Int) -> Bool { next(below: count) == 0 }
}

struct RandomSpec {
    /// Words on both sides of the eight bytes that a segment's first word holds.
    static let narrow = ["a", "b", "ab", "rules", "abcdefgh", "abcdefghi", "abcdefghj", "abcdefghijklmnopq"]
    /// More of them than a `switch` compares in a row, many of one length.
    static let wide = narrow + (0..<60).map { "item\($0)" } + (0..<30).map { "collection-\($0)" }
    /// Many of one length: such a node asks for a byte that shorter segments do not have.
    static let uniform = (0..<40).map { "resource-\($0 + 10)" }
    static let methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]
    static let hosts = ["api.example.com", "example.com", "a.b.example.com", "other.org", ""]

    let words: [String]
    let text: String
    private let paths: [String]

    init(_ random: inout RandomSource) {
        words = random.pick([Self.narrow, Self.narrow, Self.wide, Self.uniform])
        var seen: Set<String> = []
        var lines: [String] = []
        var paths: [String] = []
        let count = words.count > 20 ? 120 : 12 + random.next(below: 30)
        while lines.count < count {
            let path = Self.path(&random, words)
            let method = random.happens(oneIn: 4) ? "ANY" : random.pick(Self.methods)
            let conditions = random.happens(oneIn: 5) ? Self.conditions(&random) : ""
            let shape = path.replacing(#/\{[a-z0-9]+\}/#, with: "{}")
            guard seen.insert("\(method) \(shape) \(conditions)").inserted else { continue }
            paths.append(path)
            lines.append(
                "  - { name: r\(lines.count), path: \"\(path)\", method: \(method)\(conditions), upstream: $U, auth_required: false }\n"
            )
        }
        self.paths = paths
        text = "version: \"1.0\"\nlint: { ambiguous_overlap: off }\nroutes:\n" + lines.joined()
    }

    private static func path(_ random: inout RandomSource, _ words: [String]) -> String {
        var path = ""
        let length = random.next(below: 5)
        for index in 0..<length {
            path +=
                random.happens(oneIn: 3)
                ? "/{p\(index)\(random.happens(oneIn: 4) ? "x" : "")}" : "/\(random.pick(words))"
        }
        switch random.next(below: 8) {
        case 0: return path + "/*"
        case 1: return path.hasSuffix("}") || path.isEmpty ? path + "/*" : path + "*"
        case 2: return path + "/"
        default: return path.isEmpty ? "/" : path
        }
    }

    private static func conditions(_ random: inout RandomSource) -> String {
        switch random.next(below: 5) {
        case 0: ", match: { host: api.example.com }"
        case 1: ", match: { host: \"*.example.com\" }"
        case 2: ", match: { headers: { X-Beta: \(random.pick(tests)) } }"
        case 3: ", match: { query: { v: \(random.pick(tests)) } }"
        default:
            ", match: { host: api.example.com, headers: { X-Beta: \(random.pick(tests)) }, query: { v: \(random.pick(tests)) } }"
        }
    }

    /// What values are held against, and values that meet some of it.
    static let tests = [
        "\"1\"", "\"12\"", "{ prefix: \"1\" }", "{ prefix: \"12\" }", "{ present: true }", "{ regex: \"[0-9]{2,3}\" }",
        "{ regex: \"(1|ab)*c?\" }", "{ regex: '1.*[^2]' }",
    ]
    static let values = ["", "1", "12", "123", "1234", "c", "ab1abc", "1x2", "xyz"]

    /// A request that some route nearly or really matches.
    func request(_ random: inout RandomSource) -> RandomRequest {
        var segments = random.pick(paths).split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            segment in
            segment.hasPrefix("{") || segment == "*" || random.happens(oneIn: 8)
                ? random.pick(words) : String(segment.hasSuffix("*") ? segment.dropLast() : segment)
        }
        if random.happens(oneIn: 6), segments.last != "" { segments.append(random.pick(words)) }
        if random.happens(oneIn: 8), segments.count > 1 { segments.removeLast() }
        // Only the last segment of a request's path may be empty.
        if random.happens(oneIn: 10), segments.last != "" { segments.append("") }
        if random.happens(oneIn: 10), let last = segments.popLast() {
            segments.append(String(last.dropLast(random.next(below: 9))))
        }
        return RandomRequest(
            method: random.happens(oneIn: 12) ? "PURGE" : random.pick(Self.methods),
            path: "/" + segments.joined(separator: "/"),
            host: random.pick(Self.hosts), beta: Self.value(&random), version: Self.value(&random))
    }

    private static func value(_ random: inout RandomSource) -> String? {
        random.happens(oneIn: 3) ? nil : random.pick(values)
    }
}

struct RandomRequest {
    var method: String
    var path: String
    var host: String
    /// The value of `X-Beta`, and of the query's `v`.
    var beta: String?
    var version: String?

    /// With an escape that stands for itself.
    var queryText: String { "u=1" + (version.map { "&%76=\($0.replacing("2", with: "%32"))" } ?? "") }
}
