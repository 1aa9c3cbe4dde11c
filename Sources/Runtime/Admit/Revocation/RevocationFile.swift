import Logging
import NIOConcurrencyHelpers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file of revoked ids, which is read again when it has changed. While it cannot be read, the last list holds on.
final class RevocationFile: Sendable {
    private struct State {
        /// None where the file has never been read.
        var ids: RevokedIDs?
        var stamp: FileStamp?
        /// In milliseconds since 1970.
        var readAt: Int64?
        var isStale = false
    }

    /// How often the file is looked at.
    static let interval = Duration.seconds(1)

    private let path: String
    private let provider: String
    private let deniesOnError: Bool
    private let keys: KeyRing
    private let logger: Logger
    /// Not in a `Mutex`, whose lock ThreadSanitizer does not see.
    private let state: NIOLockedValueBox<State>

    /// - Parameters:
    ///   - ids: what it held at the start.
    ///   - keys: whose tokens are doubted when the list gets longer.
    init(_ path: String, ids: RevokedIDs?, deniesOnError: Bool, provider: String, keys: KeyRing, logger: Logger) {
        self.path = path
        self.deniesOnError = deniesOnError
        self.provider = provider
        self.keys = keys
        self.logger = logger
        state = NIOLockedValueBox(State(ids: ids))
    }

    /// Why a token of that id is not taken; nothing where it is.
    func failure(for id: RevocationID) -> AuthFailure? {
        guard let ids = state.withLockedValue({ $0.ids }) else { return deniesOnError ? .revocationUnknown : nil }
        return ids.contains(id) ? .revoked : nil
    }

    var status: RevocationStatus {
        state.withLockedValue { .file(ids: $0.ids?.count, readAt: $0.readAt, isStale: $0.isStale) }
    }

    /// Looks at the file again and again, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            refresh()
            try? await Task.sleep(for: Self.interval)
        }
    }

    /// Reads the file, where it is not the one that was read last.
    func refresh() {
        do throws(SettingFault) {
            let stamp = try FileStamp(path)
            if state.withLockedValue({ $0.stamp == stamp && !$0.isStale }) { return }
            let ids = try RevokedIDs(readingFile: path)
            // It is read again, once it holds still.
            guard try FileStamp(path) == stamp else { throw SettingFault(what: "changes while it is read") }
            let former = state.withLockedValue { state in
                let former = state
                state = State(ids: ids, stamp: stamp, readAt: Worker.wallClock())
                return former
            }
            // While the new list is there already, so that nobody keeps a token by the old one.
            if former.ids.map({ !ids.isSubset(of: $0) }) ?? true { keys.doubtTokens() }
            if former.isStale {
                logger.notice("the list of revoked tokens is read again", metadata: ["provider": "\(provider)"])
            }
        } catch {
            let isNew = state.withLockedValue { state in
                defer { state.isStale = true }
                return !state.isStale
            }
            guard isNew else { return }
            logger.warning(
                "the list of revoked tokens could not be read; the last one holds on",
                metadata: ["provider": "\(provider)", "fault": "\(error.what)"])
        }
    }
}

/// What tells one state of a file from another: which file it is, its length, and when it was written last.
private struct FileStamp: Equatable {
    private let device: UInt64
    private let inode: UInt64
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    init(_ path: String) throws(SettingFault) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw SettingFault(what: "cannot be read: \(String(cString: strerror(errno)))")
        }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        size = Int64(status.st_size)
        seconds = Int(status.st_mtim.tv_sec)
        nanoseconds = Int(status.st_mtim.tv_nsec)
    }
}
