import Foundation

/// The lines of a file of proc(5), of which Foundation reads no more than the first page.
func processFile(_ path: String) throws -> [String] {
    guard let file = fopen(path, "r") else { throw SocketError(what: path, code: errno) }
    defer { fclose(file) }
    var lines: [String] = []
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, CInt(line.count), file) != nil {
        lines.append(String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    return lines
}
