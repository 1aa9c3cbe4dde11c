import AllocationCounter
import GatewayRuntime
import StringRouting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What one match costs.
struct Result {
    var nanoseconds: Double
    var allocations: Double
}

struct Results {
    var hits: Result
    var misses: Result
    var hot: Result
}

/// One table's requests, in an order that no branch predictor can learn from the table, and the same with a last segment
/// that no route has.
struct Bench {
    private let hits: [Request]
    private let misses: [Request]
    /// A hundred of the hits: what traffic looks like that stays in the processor's caches, however large the table is.
    private let hot: [Request]

    struct Request {
        let method: String
        let path: String
        let template: String
    }

    init(table: StaticString) {
        let lines = "\(table)".split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: false) }
        var order = SystemRandomNumberGenerator()
        let requests = lines.map { Request(method: String($0[0]), path: String($0[1]), template: Self.template($0)) }
        hits = requests.shuffled(using: &order)
        hot = Array(hits.prefix(100))
        misses = requests.map {
            Request(method: $0.method, path: $0.path + "-no/such/route/in/this/table", template: $0.template)
        }.shuffled(using: &order)
    }

    /// The path with its captured values taken out again.
    private static func template(_ fields: [Substring]) -> String {
        let values = fields[3].split(separator: ",").map { $0.drop { $0 != "=" }.dropFirst() }
        return fields[1].split(separator: "/", omittingEmptySubsequences: false)
            .map { values.contains($0) ? "{}" : String($0) }.joined(separator: "/")
    }

    func generated(_ router: @escaping GatewayRuntime.RouteTable.Router) -> Results {
        func run(_ requests: [Request], expecting found: Bool) -> Result {
            withMatches(of: requests, in: router) { matches in
                measure(requests.count) { matches() == (found ? requests.count : 0) }
            }
        }
        return Results(
            hits: run(hits, expecting: true), misses: run(misses, expecting: false), hot: run(hot, expecting: true))
    }

    /// Whether each hit, matched once, finds a route.
    func once(_ router: @escaping GatewayRuntime.RouteTable.Router) -> Bool {
        withMatches(of: hits, in: router) { $0() == hits.count }
    }

    /// Gives a function that matches all of the requests and says how many are found.
    private func withMatches<Value>(
        of requests: [Request], in router: @escaping GatewayRuntime.RouteTable.Router, _ body: (() -> Int) -> Value
    ) -> Value {
        // The bytes lie as they do in a connection's buffer: a target, and ` HTTP/1.1` behind it. All else is kept small, so
        // that what is measured is the router and not the memory of the benchmark.
        var bytes: [UInt8] = []
        var places: [Place] = []
        for request in requests {
            let method = GatewayRuntime.Method.named.first { "\($0.name)" == request.method } ?? .other
            places.append(
                Place(start: UInt32(bytes.count), count: UInt16(request.path.utf8.count), method: method.rawValue))
            bytes += Array("\(request.path) HTTP/1.1\r\n".utf8)
        }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return body { 0 } }
            let none = ByteView(base, count: 0)
            let fields = HeaderFields(base: base, fields: UnsafeBufferPointer(start: nil, count: 0))
            let prepared = GatewayRuntime.Method.allCases.map {
                GatewayRuntime.MatchRequest(method: $0, host: none, query: none, fields: fields)
            }
            // By address, as a connection hands its request over; out of an array it would be copied for each match.
            return prepared.withUnsafeBufferPointer { prepared in
                places.withUnsafeBufferPointer { places in
                    var captures = GatewayRuntime.Captures()
                    return body { Self.matches(places, in: base, of: prepared, router, &captures) }
                }
            }
        }
    }

    private struct Place {
        let start: UInt32
        let count: UInt16
        let method: UInt8
    }

    /// How many of the paths are found. A function of its own, so that nothing of the benchmark is in the loop.
    @inline(never)
    private static func matches(
        _ places: UnsafeBufferPointer<Place>, in base: UnsafePointer<UInt8>,
        of prepared: UnsafeBufferPointer<GatewayRuntime.MatchRequest>, _ router: GatewayRuntime.RouteTable.Router,
        _ captures: inout GatewayRuntime.Captures
    ) -> Int {
        var count = 0
        for place in places {
            let path = PathView(base + Int(place.start), count: Int(place.count))
            if router(path, prepared[Int(place.method)], &captures).isFound { count &+= 1 }
        }
        return count
    }

    func trie() -> Results {
        let trie = DictionaryTrie(hits.map { (method: $0.method, template: $0.template) })
        var captures: [String] = []
        func run(_ requests: [Request], expecting found: Bool) -> Result {
            measure(requests.count) {
                requests.count { (trie.find($0.method, $0.path, &captures) != nil) == found } == requests.count
            }
        }
        return Results(
            hits: run(hits, expecting: true), misses: run(misses, expecting: false), hot: run(hot, expecting: true))
    }

    func strings(_ router: StringRouting.RouteTable.Router) -> Results {
        func run(_ requests: [Request], expecting found: Bool) -> Result {
            let prepared = requests.map { request in
                (
                    StringRouting.PathView(request.path),
                    StringRouting.MatchRequest(method: StringRouting.Method(rawValue: request.method) ?? .get)
                )
            }
            var captures = StringRouting.Captures()
            return measure(requests.count) {
                prepared.count { router($0.0, $0.1, &captures).isFound == found } == requests.count
            }
        }
        return Results(
            hits: run(hits, expecting: true), misses: run(misses, expecting: false), hot: run(hot, expecting: true))
    }

    /// The processor time of the process so far: what else the machine does is not in it.
    private func processorNanoseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    /// The median time and the allocations of one of `count` matches; `body` does them all and says whether all were right.
    private func measure(_ count: Int, _ body: () -> Bool) -> Result {
        guard body() else {
            print("a router found the wrong route")
            exit(1)
        }
        let repetitions = max(1, 60_000 / count)
        var rounds: [Double] = []
        rounds.reserveCapacity(9)
        let before = allocation_count()
        for _ in 0..<9 {
            let start = processorNanoseconds()
            for _ in 0..<repetitions { _ = body() }
            rounds.append(processorNanoseconds() - start)
        }
        let allocations = before < 0 ? -1 : Double(allocation_count() - before) / Double(9 * repetitions * count)
        return Result(nanoseconds: rounds.sorted()[4] / Double(repetitions * count), allocations: allocations)
    }
}
