// swift-tools-version: 6.2
import PackageDescription

// The parsers under libFuzzer: see scripts/fuzz. A package of its own, since everything in it is built with sanitizers. It takes
// the runtime's own files (the links in Sources/Runtime), all but those that need a package, so that it builds in seconds.
let sanitizers = ["-sanitize=fuzzer,address"]

let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    targets: [
        .systemLibrary(name: "CLibFuzzer", path: "CLibFuzzer"),
        .executableTarget(
            name: "fuzz", dependencies: ["CLibFuzzer"], path: "Sources",
            exclude: ["Runtime/Match/RouteTable.swift", "Runtime/Wire/WebSocketHandshake.swift"],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .unsafeFlags(sanitizers),
            ],
            // gold, the default on Linux, does not link them.
            linkerSettings: [.unsafeFlags(sanitizers + ["-use-ld=lld"])]),
    ]
)
