import Foundation

/// A file for access records, removed with its owner.
final class TestLog: Sendable {
    let path = NSTemporaryDirectory() + "records-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The records; all of them once the gateway has shut down.
    func lines() throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
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
