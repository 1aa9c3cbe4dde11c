import Foundation

/// A tool that did not end well, and what it had to say.
struct ToolFailure: Error, CustomStringConvertible { let description: String }

/// Runs a tool to its end.
/// - Returns: what it printed, on both outputs.
@discardableResult
func runTool(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let output = FileManager.default.temporaryDirectory.appending(path: "switchyard-output-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: output, encoding: .utf8)
    guard process.terminationStatus == 0 else {
        throw ToolFailure(description: "\(tool) failed:\n\(text.prefix(4_000))")
    }
    return text
}
