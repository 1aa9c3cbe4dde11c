// What is known of limits: how often somebody may come, and how many at a time.
extension PrometheusText {
    func writeLimits(_ snapshot: MetricsSnapshot, _ limiter: RateLimiter, _ text: inout String) {
        describe("rate_limit_exceeded_total", "counter", "Requests over a rate limit.", &text)
        for (path, count) in snapshot.limited.sorted(by: { $0.key < $1.key }) {
            text += "\(namespace)_rate_limit_exceeded_total{path=\"\(escaped(labels.paths[path]))\"} \(count)\n"
        }
        write(
            "rate_limit_keys", "gauge", "Callers who have used some of a limit, when last counted.",
            "\(limiter.buckets.liveCount)", &text)
        write(
            "rate_limit_evictions_total", "counter", "Callers who were forgotten early, for want of room.",
            "\(limiter.buckets.evictedCount)", &text)
        guard let status = limiter.redis?.status else { return }
        write(
            "rate_limit_redis_up", "gauge", "Whether the server that limits are shared by can be asked.",
            status.isUp ? "1" : "0", &text)
        write("rate_limit_redis_asked_total", "counter", "Questions to that server.", "\(status.asked)", &text)
        write(
            "rate_limit_redis_failed_total", "counter", "Questions that it did not answer.", "\(status.failed)", &text)
        write(
            "rate_limit_local_total", "counter", "Requests that were judged without that server, since it was away.",
            "\(status.local)", &text)
    }

    func writePlaces(_ places: [(route: String, limit: ConcurrencyLimit)], _ text: inout String) {
        if places.isEmpty { return }
        func write(_ name: String, _ type: String, _ help: String, _ value: (ConcurrencyLimit) -> Int) {
            describe(name, type, help, &text)
            for (route, limit) in places {
                text += "\(namespace)_\(name){route=\"\(escaped(route))\"} \(value(limit))\n"
            }
        }
        write("concurrency_in_flight", "gauge", "Requests of a route that have one of its places.") { $0.inFlight }
        write("concurrency_waiting", "gauge", "Requests of a route that wait for a place.") { $0.waiting }
        write("concurrency_refused_total", "counter", "Requests of a route that found no place.") { $0.refusals }
    }
}
