import AllocationCounter
import GatewayRuntime
import Routes10
import Routes100
import Routes10000
import Routes1220
import RoutesSpec
import StringRoutes10
import StringRoutes100
import StringRoutes10000
import StringRoutes1220
import StringRoutesSpec
import StringRouting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

// `router-bench`: what a match costs in the generated router, and in two others over the same tables. Every figure is the
// median of several rounds over all requests of a table in mixed order, in processor time; compare within one run.

private struct Size {
    /// How many routes there are, or `spec`: those of `spec/`.
    let name: String
    let table: StaticString
    let generated: GatewayRuntime.RouteTable.Router
    let strings: StringRouting.RouteTable.Router
}

private let sizes = [
    Size(name: "spec", table: RoutesSpec.table, generated: RoutesSpec.router, strings: StringRoutesSpec.router),
    Size(name: "10", table: Routes10.table, generated: Routes10.router, strings: StringRoutes10.router),
    Size(name: "100", table: Routes100.table, generated: Routes100.router, strings: StringRoutes100.router),
    Size(name: "1220", table: Routes1220.table, generated: Routes1220.router, strings: StringRoutes1220.router),
    Size(name: "10000", table: Routes10000.table, generated: Routes10000.router, strings: StringRoutes10000.router),
]

// What `instructions` has counted: `router-bench --once 1220` matches each of the table's hits once, in the generated router.
if let flag = CommandLine.arguments.firstIndex(of: "--once") {
    let name = CommandLine.arguments[(flag + 1)...].first
    guard let size = sizes.first(where: { $0.name == name }), Bench(table: size.table).once(size.generated) else {
        print("usage: router-bench [--once spec|10|100|1220|10000]")
        exit(64)
    }
    exit(0)
}

print("                          hits                  misses                100 of the hits")
print("routes  router            ns a match  allocs    ns a match  allocs    ns a match  allocs")
for size in sizes {
    let bench = Bench(table: size.table)
    report(size.name, "generated", bench.generated(size.generated))
    report(size.name, "dictionary trie", bench.trie())
    report(size.name, "switch on String", bench.strings(size.strings))
}

private func report(_ table: String, _ name: String, _ results: Results) {
    let cells = [results.hits, results.misses, results.hot].map { result in
        pad(result.nanoseconds.rounded(toPlaces: 1), 10) + pad(result.allocations.rounded(toPlaces: 2), 8)
    }
    print(
        pad(table, 6) + "  " + name + String(repeating: " ", count: 18 - name.count)
            + cells.joined(separator: "    "))
}

private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> String {
        let scale = places == 1 ? 10.0 : 100.0
        return "\((self * scale).rounded() / scale)"
    }
}
