import ArgumentParser
import Foundation

/// The exit codes of sysexits.h that the tool uses.
extension ExitCode {
    static let dataError = ExitCode(65)
    static let noInput = ExitCode(66)
    static let badConfiguration = ExitCode(78)
}

/// Writes to the standard error at once.
func writeError(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

/// Writes to the standard output at once, so that a pipe has it too: scripts wait for a line.
func writeOutput(_ text: String) { try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) }

/// The error that ends a command with a code of its own, after one line on the standard error.
func failure(_ message: String, _ code: ExitCode) -> any Error {
    writeError("error: \(message)\n")
    return code
}
