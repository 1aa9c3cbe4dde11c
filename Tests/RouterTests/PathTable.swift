import GatewayRuntime
import RouteSpec
import Routes1220
import RoutesSpec
import Testing

/// Requests with the routes and captures that they are to find, the router that finds them, and the spec of both.
struct PathTable: CustomTestStringConvertible, Sendable {
    /// The routes of `spec/`.
    static let spec = PathTable(
        "spec", "\(RoutesSpec.table)", RoutesSpec.router, RoutesSpec.Route.allCases.map { "\($0)" }, RoutesSpec.spec)
    /// 1,220 routes: those of the GitHub REST API, or as many of the same shape.
    static let large = PathTable(
        "1,220 routes", "\(Routes1220.table)", Routes1220.router, Routes1220.Route.allCases.map { "\($0)" },
        Routes1220.spec)
    static let all = [spec, large]

    struct Entry: CustomTestStringConvertible {
        let method: String
        let path: String
        let route: String
        let captures: [String]
        var testDescription: String { "\(method) \(path)" }
    }

    let testDescription: String
    let entries: [Entry]
    private let router: RouteTable.Router
    private let names: [String]
    private let texts: [StaticString]

    private init(
        _ description: String, _ table: String, _ router: @escaping RouteTable.Router, _ names: [String],
        _ texts: [StaticString]
    ) {
        testDescription = description
        self.router = router
        self.names = names
        self.texts = texts
        entries = table.split(separator: "\n").map { line in
            let fields = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            let captures = fields[3].split(separator: ",").map { String($0.drop { $0 != "=" }.dropFirst()) }
            return Entry(method: fields[0], path: fields[1], route: fields[2], captures: captures)
        }
    }

    /// What the spec comes to.
    var plan: RoutePlan? {
        compileSpec(
            texts.enumerated().map { SpecFile(path: "\($0.offset).yaml", bytes: Array("\($0.element)".utf8)) }
        ).plan
    }

    /// The route's name and captured values, from bytes that lie as they do in a request.
    func match(_ method: String, _ path: String, captures count: Int) -> (route: String?, captures: [String]) {
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
            return (names[Int(found.index)], values)
        }
    }

    /// The methods with which a path finds anything.
    func methods(of path: String) -> [String] {
        Method.named.map { "\($0.name)" }.filter { match($0, path, captures: 0).route != nil }
    }

    /// A request of the table after a change or two to its segments, and often to its method.
    func changedRequest(_ random: inout RandomSource) -> (method: String, path: String) {
        let entry = random.pick(entries)
        var segments = entry.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        for _ in 0..<random.next(below: 3) {
            let index = random.next(below: segments.count)
            switch random.next(below: 5) {
            case 0: segments[index] = random.pick(random.pick(entries).path.split(separator: "/") + ["x"]).description
            case 1: segments[index] += random.pick(["x", "-", "%20"])
            case 2 where segments.count > 1: segments.remove(at: index)
            case 3 where !segments[index].isEmpty: segments.insert(segments[index], at: index)
            default: if segments.last != "" { segments.append(random.pick(["", "x", "y"])) }
            }
        }
        let method = random.happens(oneIn: 3) ? random.pick(["GET", "HEAD", "PUT", "DELETE"]) : entry.method
        return (method, "/" + segments.joined(separator: "/"))
    }
}
