import NIOCore

/// How many requests of a route may be under way at a time, resolved at start (``ConcurrencyDefinition``).
struct ConcurrencySettings: Sendable {
    let most: Int
    let queueSize: Int
    /// In nanoseconds.
    let wait: UInt64

    /// Resolves the definitions, by the index of the route; faults are noted in the reader.
    static func resolve(_ routes: [RouteDefinition], reader: inout SettingsReader) -> [Int: ConcurrencySettings] {
        var settings: [Int: ConcurrencySettings] = [:]
        for (index, route) in routes.enumerated() {
            guard let definition = route.concurrency else { continue }
            let most = reader.value(
                of: definition.max,
                for: .init(
                    purpose: "how many requests of route \(route.name) may be under way",
                    example: "a whole number from 1")
            ) { text throws(SettingFault) in
                guard let most = Int(text), most > 0 else { throw SettingFault(what: "is no whole number from 1") }
                return most
            }
            guard let most else { continue }
            let wait = definition.wait.clampedNanoseconds
            settings[index] = ConcurrencySettings(most: most, queueSize: definition.queue, wait: wait)
        }
        return settings
    }

    /// For which nothing is read from the environment: a number that has no default bounds nothing.
    static func demonstrating(_ routes: [RouteDefinition]) -> [Int: ConcurrencySettings] {
        var reader = SettingsReader(environment: [:])
        return resolve(routes, reader: &reader)
    }
}
