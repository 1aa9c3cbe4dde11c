import Foundation
import PackagePlugin

/// Compiles the spec folder of a target into the target's sources. It names files and nothing else: what is wrong with
/// them is the compiler's to say.
@main
struct GenerateGateway: BuildToolPlugin {
    /// What the compiler writes, whatever the spec says: SwiftPM has to know before the spec is read.
    private static let outputs =
        [
            "Routes.swift", "Routing.swift", "Routing2.swift", "Routing3.swift", "Routing4.swift", "Scopes.swift",
            "Upstreams.swift", "OpenAPI.swift",
        ]
        + (1...16).map { "UpstreamCalls\($0).swift" }

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let specs = specFiles(below: target.directoryURL.appending(path: "spec"))
        guard !specs.isEmpty else {
            Diagnostics.error("target '\(target.name)' has no spec/*.yaml; `switchyard init` writes one to begin with")
            return []
        }
        let output = context.pluginWorkDirectoryURL
        return [
            .buildCommand(
                displayName: "Compiling the route spec of \(target.name)",
                executable: try context.tool(named: "switchyard").url,
                arguments: ["generate", "--output", output.path] + specs.map(\.path),
                inputFiles: specs,
                outputFiles: Self.outputs.map { output.appending(path: $0) })
        ]
    }

    /// Every file that the compiler would read, `.yml` too, which it refuses.
    private func specFiles(below folder: URL) -> [URL] {
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
        return (files ?? [])
            .filter { ["yaml", "yml"].contains($0.pathExtension) && !$0.lastPathComponent.hasPrefix(".") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
