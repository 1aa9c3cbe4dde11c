#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What write(2) and splice(2), which know no `MSG_NOSIGNAL`, have to say where a reader has gone.
enum BrokenPipes {
    /// Has them say it by errno(3), and not by a signal that ends the process.
    static let areErrors: Void = { _ = signal(SIGPIPE, SIG_IGN) }()
}
