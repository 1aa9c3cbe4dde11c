import Foundation
import GatewayRuntime
import Testing

/// The snapshots are not only compared: the Swift in them is compiled against the runtime as it is.
@Suite("The pinned Swift compiles")
struct PinnedSwiftTests {
    private static let snapshots = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Snapshots"
    )
    .standardizedFileURL
    private static let sources = ["Routes.swift", "Scopes.swift", "Upstreams.swift", "OpenAPI.swift"]

    /// The cases that the compiler takes.
    static let cases: [String] =
        (try? FileManager.default.subpathsOfDirectory(atPath: snapshots.path))?
        .filter { $0.hasSuffix("/Routes.swift") }.map { String($0.dropLast("/Routes.swift".count)) }.sorted() ?? []

    @Test("there are some")
    func thereAreSome() {
        #expect(Self.cases.contains("gateway"))
    }

    @Test("each, without a warning", arguments: cases)
    func compiles(_ name: String) throws {
        let folder = Self.snapshots.appending(path: name)
        try runTool(
            "swiftc",
            ["-typecheck", "-swift-version", "6", "-warnings-as-errors", "-module-name", "Pinned", "-parse-as-library"]
                + [
                    "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature",
                    "InternalImportsByDefault",
                ]
                + ["-enable-upcoming-feature", "MemberImportVisibility"]
                + Self.moduleFlags() + Self.sources.map { folder.appending(path: $0).path })
    }

    /// Where the modules of this very build are, and the C modules that they import.
    private static func moduleFlags() throws -> [String] {
        let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().resolvingSymlinksInPath()
        let checkouts = products.appending(path: "../../checkouts").standardizedFileURL
        let built = try FileManager.default.contentsOfDirectory(atPath: products.path)
            .filter { $0.hasSuffix(".build") }
            .map { products.appending(path: "\($0)/module.modulemap").path }
            .filter(FileManager.default.fileExists)
        let headers = try FileManager.default.contentsOfDirectory(atPath: checkouts.path).flatMap { package in
            let sources = checkouts.appending(path: "\(package)/Sources")
            return ((try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? [])
                .map { sources.appending(path: "\($0)/include").path }
                .filter { FileManager.default.fileExists(atPath: "\($0)/module.modulemap") }
        }
        return ["-I", products.appending(path: "Modules").path]
            + built.sorted().flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
            + headers.sorted().flatMap { ["-Xcc", "-I\($0)"] }
    }
}
