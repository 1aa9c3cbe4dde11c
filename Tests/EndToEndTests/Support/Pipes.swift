import Foundation

/// The pipes of a process, but for its standard streams.
enum Pipes {
    /// A path to each (Linux: proc_pid_fd(5)).
    static func all(of process: pid_t) throws -> [String] {
        let folder = "/proc/\(process)/fd"
        var pipes: [String: String] = [:]
        let descriptors = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap(Int.init)
        for descriptor in descriptors where descriptor > STDERR_FILENO {
            let path = "\(folder)/\(descriptor)"
            let name = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
            if let name, name.hasPrefix("pipe:") { pipes[name] = path }
        }
        return Array(pipes.values)
    }

    /// How many bytes stand in them. Each is opened once more for the question (FIONREAD).
    static func count(of process: pid_t) throws -> Int {
        try all(of: process).reduce(0) { sum, path in
            let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            defer { close(descriptor) }
            var count: CInt = 0
            guard ioctl(descriptor, UInt(FIONREAD), &count) == 0 else {
                throw SocketError(what: "asking what is in a pipe", code: errno)
            }
            return sum + Int(count)
        }
    }
}
