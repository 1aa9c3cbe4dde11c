extension Fields {
    /// `circuit_breaker`, a map.
    mutating func circuitBreaker() -> CircuitBreaker? {
        map("circuit_breaker", .circuitBreaker) { fields in
            var breaker = CircuitBreaker()
            fields.read("failure_threshold", as: .int(in: 1...1_000_000), into: &breaker.failureThreshold)
            fields.read("open", as: .timeout, into: &breaker.open)
            fields.read("half_open_max_in_flight", as: .int(in: 1...1_000_000), into: &breaker.halfOpenMaxInFlight)
            return breaker
        }
    }
}

extension Fields {
    /// A policy, or `none`, which takes a default away.
    mutating func choice<Policy>(_ key: String, _ read: (inout Fields) -> Policy?) -> Choice<Policy>? {
        let value = entries.first { $0.key.value == key }?.value
        if case .scalar(let scalar)? = value?.content, scalar.isText, scalar.text == "none" {
            _ = entry(key)
            return Choice.none
        }
        return read(&self).map { .some($0) }
    }
}
