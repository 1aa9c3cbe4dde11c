#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files that these paths come to, in name order: of a folder every `*.yaml`, and every `*.yml`, which is refused when
/// it is read. A path that cannot be read is an error.
public func loadSpec(at paths: [String], into diagnostics: inout Diagnostics) -> [SpecFile] {
    var files: [SpecFile] = []
    for path in paths {
        for file in specFiles(at: path, &diagnostics) where !files.contains(where: { $0.path == file }) {
            switch contents(of: file) {
            case .success(let bytes): files.append(SpecFile(path: file, bytes: bytes))
            case .failure(let error):
                diagnostics.error(
                    at: Mark(startOf: file), "the file cannot be read: \(error.reason); check its permissions")
            }
        }
    }
    return files.sorted { ($0.name, $0.path) < ($1.name, $1.path) }
}

private struct SystemError: Error {
    let reason: String

    init() { reason = String(cString: strerror(errno)) }
}

/// The path itself, or the spec files of a folder.
private func specFiles(at path: String, _ diagnostics: inout Diagnostics) -> [String] {
    guard let folder = opendir(path) else {
        guard errno == ENOTDIR else {
            diagnostics.error(at: Mark(startOf: path), "the path cannot be read: \(SystemError().reason); check it")
            return []
        }
        guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
            diagnostics.error(at: Mark(startOf: path), "a spec file's name ends with '.yaml'; rename it")
            return []
        }
        return [path]
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                String(cString: $0)
            }
        }
        if name.hasSuffix(".yaml") || name.hasSuffix(".yml"), !name.hasPrefix(".") { names.append(name) }
    }
    if names.isEmpty {
        diagnostics.error(
            at: Mark(startOf: path), "the folder has no *.yaml; `switchyard init` writes one to begin with")
    }
    return names.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
}

private func contents(of path: String) -> Result<[UInt8], SystemError> {
    guard let file = fopen(path, "rb") else { return .failure(SystemError()) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        bytes += buffer.prefix(count)
        // No more than tells that the file is too large.
        if bytes.count > NodeComposer.largestFile { return .success(bytes) }
        if count < buffer.count { return ferror(file) == 0 ? .success(bytes) : .failure(SystemError()) }
    }
}
