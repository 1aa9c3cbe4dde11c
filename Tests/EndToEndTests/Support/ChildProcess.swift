import Foundation

/// The programs of this package, as the build left them beside the tests.
enum Program: String, Sendable {
    case gateway, devkit
    /// The second gateway of the tests: `Tests/StreamingGateway`.
    case streaming = "StreamingGateway"

    private final class Marker {}

    var location: URL {
        let bundle = Bundle(for: Marker.self).bundleURL
        let folder = bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
        return folder.appending(path: rawValue)
    }
}

/// A program that runs beside the test, and what it has printed so far.
///
/// What waits here blocks its thread: call it from ``onThread(_:)``.
final class ChildProcess: @unchecked Sendable {
    // `Process` is told nothing after the start but to send signals, and `end` is guarded by `condition`.
    struct End: Sendable, Equatable {
        let status: Int32
        let wasKilled: Bool

        static func exit(_ status: Int32) -> End { End(status: status, wasKilled: false) }
    }

    let output: PrintedLines
    let errors: PrintedLines
    private let process = Process()
    private let condition = NSCondition()
    private var end: End?

    /// - Parameter environment: all of it; nothing is inherited.
    init(_ executable: URL, _ arguments: [String], environment: [String: String]) throws {
        let output = Pipe()
        let errors = Pipe()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        self.output = PrintedLines(output.fileHandleForReading)
        self.errors = PrintedLines(errors.fileHandleForReading)
        process.terminationHandler = { [weak self] process in
            self?.note(End(status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal))
        }
        try process.run()
    }

    convenience init(_ program: Program, _ arguments: [String] = [], environment: [String: String]) throws {
        try self.init(program.location, arguments, environment: environment)
    }

    deinit { if process.isRunning { kill(identifier, SIGKILL) } }

    var identifier: Int32 { process.processIdentifier }

    func signal(_ signal: Int32) { kill(identifier, signal) }

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

    init(_ handle: FileHandle) {
        Thread.detachNewThread { [self] in
            while true {
                let data = handle.availableData
                append(data)
                if data.isEmpty { return }
            }
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
