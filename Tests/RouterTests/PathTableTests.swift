import GatewayRuntime
import Routes1220
import Testing

/// The table of paths that benchmarks run over too: method, path, expected route, captures.
@Suite("The 1,220 routes of one table are all found, with their captures")
struct PathTableTests {
    struct Entry: CustomTestStringConvertible {
        let method: String
        let path: String
        let route: String
        let captures: [String]
        var testDescription: String { "\(method) \(path)" }
    }

    static let entries: [Entry] = "\(table)".split(separator: "\n").map { line in
        let fields = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let captures = fields[3].split(separator: ",").map { String($0.drop { $0 != "=" }.dropFirst()) }
        return Entry(method: fields[0], path: fields[1], route: fields[2], captures: captures)
    }

    @Test("there are 1,220 of them")
    func count() {
        #expect(Self.entries.count == 1_220)
        #expect(Set(Self.entries.map(\.route)).count == 1_220)
    }

    @Test("each request finds its route and captures its values")
    func finds() {
        for entry in Self.entries {
            let (route, captures) = match(entry.method, entry.path, captures: entry.captures.count)
            #expect(route == entry.route, "\(entry)")
            #expect(captures == entry.captures, "\(entry)")
        }
    }

    @Test("HEAD finds what GET finds, and a changed path or method does not find the same")
    func near() {
        for entry in Self.entries {
            if entry.method == "GET", !Self.entries.contains(where: { $0.method == "HEAD" && $0.path == entry.path }) {
                #expect(match("HEAD", entry.path, captures: 0).route == entry.route)
            }
            #expect(match(entry.method, entry.path + "/", captures: 0).route != entry.route || entry.path == "/")
            #expect(match("PURGE", entry.path, captures: 0).route == nil)
            #expect(match(entry.method, entry.path + "/no/such/thing/at/all", captures: 0).route != entry.route)
        }
    }

    /// The route's name and captured values, from bytes that lie as they do in a request.
    private func match(_ method: String, _ path: String, captures count: Int) -> (route: String?, captures: [String]) {
        let bytes = Array("\(method) \(path) HTTP/1.1\r\n".utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return (nil, []) }
            let none = ByteView(base, count: 0)
            let request = MatchRequest(
                method: Method(ByteView(base, count: method.utf8.count)), host: none, query: none,
                fields: HeaderFields(base: base, fields: UnsafeBufferPointer(start: nil, count: 0)))
            var captures = Captures()
            let start = base + method.utf8.count + 1
            let found = router(PathView(start, count: path.utf8.count), request, &captures)
            guard found.isFound else { return (nil, []) }
            let values = (0..<count).map { ByteView(start + Int(captures[$0].start), count: captures[$0].count).string }
            return ("\(Route.allCases[Int(found.index)])", values)
        }
    }
}
