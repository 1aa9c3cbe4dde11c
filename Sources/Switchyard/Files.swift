import ArgumentParser
import RouteSpec

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why a file could not be read or written, in the system's words.
struct FileFailure: Error, CustomStringConvertible {
    let description: String

    /// The reason of the last system call.
    static var last: FileFailure { FileFailure(description: String(cString: strerror(errno))) }
}

/// Prints to the standard error.
func printError(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        written += count
    }
}

/// The error that ends a command with a code of its own, after one line on the standard error.
func failure(_ message: String, _ code: ExitCode) -> any Error {
    printError("error: \(message)\n")
    return code
}

/// Writes each file unless it has that text already: an untouched file is not compiled again.
func writeFiles(_ files: [EmittedFile], to folder: String) throws(FileFailure) {
    try makeFolder(folder)
    for file in files {
        let path = "\(folder)/\(file.name)"
        if contents(of: path) == Array(file.text.utf8) { continue }
        try save(file.text, as: path, mode: "w")
    }
}

/// Writes a file that must not be there yet.
func createFile(_ path: String, text: String) throws(FileFailure) {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
    try save(text, as: path, mode: "wx")
}

private func makeFolder(_ path: String) throws(FileFailure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
        made += part + "/"
        guard mkdir(made, 0o777) == 0 || errno == EEXIST else { throw .last }
    }
}

private func save(_ text: String, as path: String, mode: String) throws(FileFailure) {
    guard let file = fopen(path, mode) else { throw .last }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    // Closing is what tells of a full disk.
    guard fclose(file) == 0, written == bytes.count else { throw .last }
}

private func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
}
