import Foundation

/// What the kernel holds of what was sent over a connection of this machine and has not arrived (Linux: proc_net_tcp(5)).
struct SendQueue {
    let localPort: Int
    let remotePort: Int
    /// In bytes.
    let count: Int

    /// Of every connection over IPv4.
    static func all() throws -> [SendQueue] {
        try processFile("/proc/net/tcp").compactMap { line in
            let columns = line.split(separator: " ")
            guard columns.count > 4, let local = number(behind: columns[1]), let remote = number(behind: columns[2]),
                let count = Int(columns[4].prefix { $0 != ":" }, radix: 16)
            else { return nil }
            return SendQueue(localPort: local, remotePort: remote, count: count)
        }
    }

    /// Waits until so many of some connections hold something.
    static func wait(for count: Int, where isMeant: (SendQueue) -> Bool) throws -> [SendQueue] {
        for _ in 0..<1000 {
            let queues = try all().filter { $0.count > 0 && isMeant($0) }
            if queues.count >= count { return queues }
            usleep(10_000)
        }
        throw SocketError(what: "waited in vain for \(count) connections that hold something", code: 0)
    }

    /// The port of `0100007F:1F90`.
    private static func number(behind address: Substring) -> Int? {
        address.split(separator: ":").last.flatMap { Int($0, radix: 16) }
    }
}
