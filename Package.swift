// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// lld links a gateway in half the time that gold takes, which is the default still: most of a second of each build.
let gatewayLinker: [LinkerSetting] = [.unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux]))]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]

/// The routers that `router-bench` compares, a module each: those of `spec/` and of tables of so many routes. See
/// Plugins/GenerateBenchRouter.
let benchmarkRouters = ["Spec", "10", "100", "1220", "10000"].flatMap { table in
    [("Routes\(table)", "GatewayRuntime"), ("StringRoutes\(table)", "StringRouting")]
}

let package = Package(
    name: "switchyard",
    platforms: [.macOS(.v15)],
    products: [
        .plugin(name: "GenerateGateway", targets: ["GenerateGateway"]),
        .library(name: "RouteSpec", targets: ["RouteSpec"]),
        .library(name: "GatewayRuntime", targets: ["GatewayRuntime"]),
        .executable(name: "gateway", targets: ["gateway"]),
        .executable(name: "switchyard", targets: ["switchyard"]),
        .executable(name: "devkit", targets: ["devkit"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // The compiler: it shares no module with the runtime, so that the plugin's tool builds in seconds.
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "RouteSpec", dependencies: ["CLibYAML"], swiftSettings: settings),
        .executableTarget(
            name: "switchyard", dependencies: ["RouteSpec", argumentParser], path: "Sources/Switchyard",
            swiftSettings: settings),
        .plugin(name: "GenerateGateway", capability: .buildTool(), dependencies: ["switchyard"]),

        // The gateway.
        .target(name: "CLinux"),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
        .target(
            name: "GatewayRuntime",
            dependencies: [
                "CBrotli", "CLinux", "CZlib",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HeapModule", package: "swift-collections"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Sources/Runtime", swiftSettings: settings),
        .target(
            name: "GeneratedGateway", dependencies: ["GatewayRuntime"], path: "Sources/Generated",
            exclude: ["spec"], swiftSettings: settings, plugins: ["GenerateGateway"]),
        .executableTarget(
            name: "gateway",
            dependencies: [
                "GatewayRuntime", "GeneratedGateway", "Mocks", argumentParser,
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            path: "Sources/Gateway", swiftSettings: settings, linkerSettings: gatewayLinker),

        // What a gateway is tried with: the demo, the development kit and the tests share it.
        .target(
            name: "Mocks",
            dependencies: nio + [
                "GatewayRuntime",
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "devkit", dependencies: nio + ["GatewayRuntime", "Mocks", "RouteSpec", argumentParser],
            path: "Sources/DevKit", swiftSettings: settings),

        .testTarget(
            name: "RouteSpecTests", dependencies: ["RouteSpec"], path: "Tests/RouteSpecTests",
            exclude: ["Examples", "ReferenceSpecs"], swiftSettings: settings),
        .systemLibrary(
            name: "CBrotliDecoder", path: "Tests/CBrotliDecoder", pkgConfig: "libbrotlidec",
            providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
        .testTarget(
            name: "GatewayRuntimeTests",
            dependencies: nio + [
                "CBrotliDecoder", "GatewayRuntime",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            path: "Tests/GatewayRuntimeTests", resources: [.copy("Admit/Wycheproof")], swiftSettings: settings),
        .testTarget(name: "MocksTests", dependencies: ["GatewayRuntime", "Mocks"], swiftSettings: settings),

        // The programs themselves, over sockets.
        .target(name: "TestHosts", path: "Tests/TestHosts"),
        .target(
            name: "TestServing",
            dependencies: [
                "GatewayRuntime",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            path: "Tests/TestServing", swiftSettings: settings),
        .executableTarget(
            name: "StreamingGateway",
            dependencies: ["GatewayRuntime", "TestHosts", "TestServing"],
            path: "Tests/StreamingGateway", exclude: ["spec"], swiftSettings: settings,
            linkerSettings: gatewayLinker, plugins: ["GenerateGateway"]),
        .executableTarget(
            name: "IdentityGateway",
            dependencies: ["GatewayRuntime", "TestServing"],
            path: "Tests/IdentityGateway", exclude: ["spec"], swiftSettings: settings,
            linkerSettings: gatewayLinker, plugins: ["GenerateGateway"]),
        .executableTarget(
            name: "SessionGateway",
            dependencies: ["GatewayRuntime", "TestServing"],
            path: "Tests/SessionGateway", exclude: ["spec"], swiftSettings: settings,
            linkerSettings: gatewayLinker, plugins: ["GenerateGateway"]),
        .executableTarget(
            name: "TrafficGateway",
            dependencies: ["GatewayRuntime", "TestServing"],
            path: "Tests/TrafficGateway", exclude: ["spec"], swiftSettings: settings,
            linkerSettings: gatewayLinker, plugins: ["GenerateGateway"]),
        .executableTarget(
            name: "CrossOriginGateway",
            dependencies: ["GatewayRuntime", "TestServing"],
            path: "Tests/CrossOriginGateway", exclude: ["spec"], swiftSettings: settings,
            linkerSettings: gatewayLinker, plugins: ["GenerateGateway"]),
        .executableTarget(
            name: "LimitGateway",
            dependencies: ["GatewayRuntime", "TestServing"],
            path: "Tests/LimitGateway", exclude: ["spec"], swiftSettings: settings,
            linkerSettings: gatewayLinker, plugins: ["GenerateGateway"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "CBrotliDecoder", "gateway", "devkit", "switchyard", "StreamingGateway", "IdentityGateway",
                "SessionGateway",
                "TrafficGateway",
                "CrossOriginGateway", "LimitGateway", "GatewayRuntime", "Mocks",
            ],
            exclude: ["Traffic/GatewayAPI/Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "gateway", "GatewayRuntime", "GeneratedGateway", "Mocks",
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: settings),

        .testTarget(
            name: "RouterTests", dependencies: ["GatewayRuntime", "RouteSpec", "Routes1220", "RoutesSpec"],
            swiftSettings: settings),

        // Benchmarks.
        .executableTarget(
            name: "bench-tables", dependencies: ["RouteSpec"], path: "Tests/Benchmarks/BenchTables",
            swiftSettings: settings),
        .plugin(name: "GenerateBenchRouter", capability: .buildTool(), dependencies: ["bench-tables"]),
        .executableTarget(
            name: "bench-gateway",
            dependencies: ["GatewayRuntime", "TestServing"],
            path: "Tests/Benchmarks/DataPath/Gateway", exclude: ["spec"], swiftSettings: settings,
            linkerSettings: gatewayLinker, plugins: ["GenerateGateway"]),
        .target(name: "AllocationCounter", path: "Tests/Benchmarks/AllocationCounter"),
        .executableTarget(
            name: "token-bench",
            dependencies: [
                "AllocationCounter", "GatewayRuntime", "Mocks",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/Benchmarks/TokenBench", swiftSettings: settings),
        .target(name: "StringRouting", path: "Tests/Benchmarks/StringRouting", swiftSettings: settings),
        .executableTarget(
            name: "router-bench",
            dependencies: ["AllocationCounter", "GatewayRuntime", "StringRouting"]
                + benchmarkRouters.map { .target(name: $0.0) },
            path: "Tests/Benchmarks/RouterBench", exclude: ["instructions"], swiftSettings: settings),
    ]
        + benchmarkRouters.map { name, runtime in
            .target(
                name: name, dependencies: [.target(name: runtime)], path: "Tests/Benchmarks/Routers/\(name)",
                swiftSettings: settings, plugins: ["GenerateBenchRouter"])
        }
)
