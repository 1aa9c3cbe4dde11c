#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Writes to the standard error at once.
func writeError(_ text: String) { write(text, to: STDERR_FILENO) }

/// Writes to the standard output at once, so that a pipe has it too.
func writeOutput(_ text: String) { write(text, to: STDOUT_FILENO) }

/// All of a text, or as much as whoever reads it takes. Foundation's handles would do the same, and cost each process 6 MiB.
private func write(_ text: String, to descriptor: CInt) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
    }
}
