import Foundation

/// The programs of this package, as the build left them beside the tests.
enum Program: String, Sendable {
    case gateway, devkit, switchyard
    /// The second gateway of the tests: `Tests/StreamingGateway`.
    case streaming = "StreamingGateway"
    /// The one with tokens of several issuers: `Tests/IdentityGateway`.
    case identity = "IdentityGateway"
    /// The one whose tokens can be revoked: `Tests/SessionGateway`.
    case sessions = "SessionGateway"
    /// The one with policies on traffic: `Tests/TrafficGateway`.
    case traffic = "TrafficGateway"
    /// The one with 004's `cors`: `Tests/CrossOriginGateway`.
    case crossOrigin = "CrossOriginGateway"
    /// The one whose limits come before its tokens: `Tests/LimitGateway`.
    case limits = "LimitGateway"

    private final class Marker {}

    var location: URL {
        let bundle = Bundle(for: Marker.self).bundleURL
        let folder = bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
        return folder.appending(path: rawValue)
    }
}

/// A program that runs beside the test, and what it has printed so far.
///
/// By `posix_spawn`, since Foundation's `Process` crashes now and then where many tests start programs at once, and its
/// `FileHandle` traps on a read that a signal interrupts. What waits here blocks its thread: call it from ``onThread(_:)``.
final class ChildProcess: @unchecked Sendable {
    // What changes after the start is guarded by `condition`.
    struct End: Sendable, Equatable {
        let status: Int32
        let wasKilled: Bool

        static func exit(_ status: Int32) -> End { End(status: status, wasKilled: false) }

        /// - Parameter status: as `waitpid` tells it.
        init(waited status: Int32) {
            let signal = status & 0x7F
            self.init(status: signal == 0 ? status >> 8 & 0xFF : signal, wasKilled: signal != 0)
        }

        init(status: Int32, wasKilled: Bool) {
            self.status = status
            self.wasKilled = wasKilled
        }
    }

    let output: PrintedLines
    let errors: PrintedLines
    let identifier: pid_t
    private let condition = NSCondition()
    private var end: End?
    /// Held while there are pipes that another program could inherit: it would keep them open.
    private static let starting = NSLock()

    /// - Parameter environment: all of it; nothing is inherited but what a sanitizer is told (`scripts/sanitize`).
    init(_ executable: URL, _ arguments: [String], environment: [String: String]) throws {
        Self.starting.lock()
        defer { Self.starting.unlock() }
        let output = try PipeEnds()
        let errors = try PipeEnds()
        defer {
            close(output.writing)
            close(errors.writing)
        }
        let inherited = ProcessInfo.processInfo.environment.filter {
            ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
        }
        identifier = try Self.spawn(
            executable.path, arguments, environment: environment.merging(inherited) { given, _ in given },
            output: output.writing, errors: errors.writing)
        self.output = PrintedLines(output.reading)
        self.errors = PrintedLines(errors.reading)
        Thread.detachNewThread { [weak self, identifier] in
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
            self?.note(End(waited: status))
        }
    }

    deinit { if end == nil { kill(identifier, SIGKILL) } }

    convenience init(_ program: Program, _ arguments: [String] = [], environment: [String: String]) throws {
        try self.init(program.location, arguments, environment: environment)
    }

    /// Starts a program that has nothing of this process but what it is given: no descriptors, no ignored signals.
    private static func spawn(
        _ path: String, _ arguments: [String], environment: [String: String], output: CInt, errors: CInt
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        _ = closeFrom?(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var identifier = pid_t()
        let code = posix_spawn(&identifier, path, &actions, &attributes, &words, &variables)
        guard code == 0 else { throw SocketError(what: "posix_spawn \(path)", code: code) }
        return identifier
    }

    /// Has a program inherit no sockets of this process, which would stay open with it. glibc's header shows the function to
    /// C with GNU's extensions only.
    private static let closeFrom = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map {
        unsafeBitCast(
            $0, to: (@convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, CInt) -> CInt).self)
    }

    func signal(_ signal: Int32) { kill(identifier, signal) }

    /// Does something while the program stands still.
    func whileStopped(_ body: () throws -> Void) throws {
        signal(SIGSTOP)
        defer { signal(SIGCONT) }
        for _ in 0..<1000 where try !isStopped() { usleep(1000) }
        try body()
    }

    /// Whether each of its threads stands still (Linux: proc_pid_stat(5)).
    private func isStopped() throws -> Bool {
        let tasks = "/proc/\(identifier)/task"
        return try FileManager.default.contentsOfDirectory(atPath: tasks).allSatisfy { task in
            try String(contentsOfFile: "\(tasks)/\(task)/stat", encoding: .utf8).contains(") T ")
        }
    }

    /// What a program prints that ends by itself.
    static func run(
        _ program: Program, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> (end: End, output: String, errors: String) {
        let process = try ChildProcess(program, arguments, environment: environment)
        let end = try process.waitUntilEnd()
        return (end, process.output.text, process.errors.text)
    }

    /// Waits until the program has ended by itself; one that does not is killed.
    func waitUntilEnd() throws -> End {
        condition.lock()
        defer { condition.unlock() }
        let deadline = Date(timeIntervalSinceNow: PrintedLines.patience)
        while end == nil {
            guard condition.wait(until: deadline) else {
                kill(identifier, SIGKILL)
                throw ChildProcessError(what: "the program did not end", printed: errors.text)
            }
        }
        output.waitUntilEnd()
        errors.waitUntilEnd()
        return end ?? .exit(-1)
    }

    private func note(_ end: End) {
        condition.lock()
        self.end = end
        condition.broadcast()
        condition.unlock()
    }
}

/// The two ends of a pipe.
private struct PipeEnds {
    let reading: CInt
    let writing: CInt

    init() throws {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw SocketError(what: "pipe", code: errno) }
        (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
}

struct ChildProcessError: Error {
    let what: String
    let printed: String
}

/// The lines that a program prints, as they come.
final class PrintedLines: @unchecked Sendable {
    /// A test that waits for what does not come fails after this, in seconds, rather than hang.
    static let patience: TimeInterval = 60

    // All of it is guarded by the condition.
    private let condition = NSCondition()
    private var whole: [String] = []
    private var rest = Data()
    private var isAtEnd = false

    /// Reads to the end of a descriptor, and closes it.
    init(_ descriptor: CInt) {
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                append(Data(buffer.prefix(max(0, count))))
                if count <= 0 { break }
            }
            close(descriptor)
        }
    }

    var lines: [String] {
        condition.lock()
        defer { condition.unlock() }
        return whole
    }

    var text: String { lines.map { $0 + "\n" }.joined() }

    /// Waits for a line.
    func first(where isMeant: (String) -> Bool) throws -> String {
        let deadline = Date(timeIntervalSinceNow: Self.patience)
        var seen = 0
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let line = whole[seen...].first(where: isMeant) { return line }
            seen = whole.count
            guard !isAtEnd, condition.wait(until: deadline) else {
                throw ChildProcessError(
                    what: "the line that was waited for did not come", printed: whole.joined(separator: "\n"))
            }
        }
    }

    func waitUntilEnd() {
        condition.lock()
        while !isAtEnd { condition.wait() }
        condition.unlock()
    }

    private func append(_ data: Data) {
        condition.lock()
        rest += data
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            whole.append(String(decoding: rest[..<end], as: UTF8.self))
            rest = rest[rest.index(after: end)...]
        }
        if data.isEmpty {
            if !rest.isEmpty { whole.append(String(decoding: rest, as: UTF8.self)) }
            isAtEnd = true
        }
        condition.broadcast()
        condition.unlock()
    }
}
