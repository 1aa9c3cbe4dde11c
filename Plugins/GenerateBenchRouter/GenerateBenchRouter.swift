import Foundation
import PackagePlugin

/// Writes the router of a benchmark: the number in a target's name is how many routes it has, `Spec` says that they are those
/// of `spec/`, and `String` before that it asks for segments that are `String`s.
@main
struct GenerateBenchRouter: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let output = context.pluginWorkDirectoryURL.appending(path: "Router.swift")
        let inputs =
            target.name.hasSuffix("Spec")
            ? specFiles(in: context.package)
            : [
                context.package.directoryURL.appending(
                    path: "../shared/data/routes/github-rest-dotcom.requests.txt")
            ]
        let tables = inputs.filter { FileManager.default.fileExists(atPath: $0.path) }.map(\.standardizedFileURL)
        return [
            .buildCommand(
                displayName: "Generating the benchmark router \(target.name)",
                executable: try context.tool(named: "bench-tables").url,
                arguments: [target.name, output.path] + tables.map(\.path),
                inputFiles: tables,
                outputFiles: [output])
        ]
    }

    private func specFiles(in package: Package) -> [URL] {
        let files = try? FileManager.default.contentsOfDirectory(
            at: package.directoryURL.appending(path: "spec"), includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    }
}
