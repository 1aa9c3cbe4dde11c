extension Fields {
    mutating func concurrency() -> Concurrency? {
        let policy = map("concurrency", .concurrency) { fields -> Concurrency? in
            fields.require("max_in_flight", "write how many requests may be under way at a time")
            let most = fields.value("max_in_flight", .count)
            let queue = fields.map("queue", .queue) { fields in
                fields.require("size", "write how many requests may wait")
                var queue = Concurrency.Queue(size: 1, timeout: .seconds(1))
                fields.read("size", as: .int(in: 1...1_000), into: &queue.size)
                fields.read("timeout", as: .duration(in: .milliseconds(1)...Duration.seconds(60)), into: &queue.timeout)
                return queue
            }
            return most.map { Concurrency(mark: fields.firstKey, maxInFlight: $0, queue: queue) }
        }
        return policy ?? nil
    }
}

extension Concurrency {
    /// `50`, `50+100/1s`: so many at a time, so many that wait, for so long.
    var text: String { maxInFlight.text + (queue.map { "+\($0.size)/\($0.timeout.specText)" } ?? "") }
}
