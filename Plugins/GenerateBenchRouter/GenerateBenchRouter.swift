import Foundation
import PackagePlugin

/// Writes the router of a benchmark: the number in a target's name is how many routes it has, and `String` before it asks
/// for segments that are `String`s.
@main
struct GenerateBenchRouter: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let output = context.pluginWorkDirectoryURL.appending(path: "Router.swift")
        let shared = context.package.directoryURL.appending(
            path: "../shared/data/routes/github-rest-dotcom.requests.txt")
        let tables = FileManager.default.fileExists(atPath: shared.path) ? [shared.standardizedFileURL] : []
        return [
            .buildCommand(
                displayName: "Generating the benchmark router \(target.name)",
                executable: try context.tool(named: "bench-tables").url,
                arguments: [target.name, output.path] + tables.map(\.path),
                inputFiles: tables,
                outputFiles: [output])
        ]
    }
}
