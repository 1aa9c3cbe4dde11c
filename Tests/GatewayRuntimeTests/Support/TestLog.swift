import Foundation

/// A file for access records, removed with its owner.
final class TestLog: Sendable {
    let path = NSTemporaryDirectory() + "records-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The records; all of them once the gateway has shut down.
    func lines() throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Waits until there is a record.
    func waitForRecord() throws {
        for _ in 0..<1000 {
            if let lines = try? lines(), !lines.isEmpty { return }
            usleep(10_000)
        }
        throw SocketError(what: "waited in vain for a record", code: 0)
    }

    /// The statuses of the records of a path, in the order in which the requests ended.
    func statuses(of path: String) throws -> [Int] {
        try statuses { $0.contains("\"path\":\"\(path)\"") }
    }

    /// The statuses of the records that are meant, in the order in which the requests ended.
    func statuses(where isMeant: (String) -> Bool) throws -> [Int] {
        try lines().filter(isMeant).compactMap { line in
            line.firstMatch(of: /"status_code":(\d+)/).flatMap { Int($0.1) }
        }
    }
}
