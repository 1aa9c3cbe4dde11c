/// Counters in the text format of Prometheus (exposition format 0.0.4).
struct PrometheusText {
    static let contentType: StaticString = "text/plain; version=0.0.4; charset=utf-8"

    /// What every metric's name begins with.
    var namespace = "gateway"
    let labels: MetricsLabels

    func render(
        _ snapshot: MetricsSnapshot, lostRecords: Int, keys: [KeyStatus] = [], limiter: RateLimiter? = nil,
        upstreams: [UpstreamStatus] = [], breakers: [(label: String, status: BreakerStatus)] = [],
        forwarding: [ForwardingStatus] = [], places: [(route: String, limit: ConcurrencyLimit)] = []
    ) -> String {
        var text = ""
        let series = snapshot.series.keys.sorted()

        describe("requests_total", "counter", "Requests that were answered.", &text)
        for key in series {
            let count = snapshot.histogram(of: key).buckets.reduce(0, &+)
            text += "\(namespace)_requests_total{\(labelSet(of: key))} \(count)\n"
        }
        describe(
            "request_duration_seconds", "histogram", "From the end of a request's head to that of its response.", &text)
        for key in series { writeHistogram(of: key, in: snapshot, &text) }

        describe("auth_failures_total", "counter", "Requests that were refused for their token, by reason.", &text)
        for (reason, count) in zip(MetricsSnapshot.refusalReasons, snapshot.refusals) {
            text += "\(namespace)_auth_failures_total{reason=\"\(reason)\"} \(count)\n"
        }
        write(
            "requests_in_flight", "gauge", "Requests that are being answered.", "\(snapshot.requestsInFlight)", &text)
        write("connections_open", "gauge", "Connections of clients.", "\(snapshot.connections)", &text)
        write("connections_total", "counter", "Connections that were taken.", "\(snapshot.connectionsTotal)", &text)
        write(
            "connections_refused_total", "counter", "Connections that were one too many.",
            "\(snapshot.connectionsRefused)", &text)
        write(
            "tunnels_open", "gauge", "Connections that are tunnels, such as WebSockets.", "\(snapshot.tunnels)", &text
        )
        write("tunnels_total", "counter", "Connections that became tunnels.", "\(snapshot.tunnelsTotal)", &text)
        describe("tunnel_bytes_total", "counter", "Bytes of tunnels, from clients and to them.", &text)
        text += "\(namespace)_tunnel_bytes_total{direction=\"received\"} \(snapshot.tunnelReceived)\n"
        text += "\(namespace)_tunnel_bytes_total{direction=\"sent\"} \(snapshot.tunnelSent)\n"
        writeCache(snapshot.cache, &text)
        writeCompression(snapshot.compression, &text)
        writePreflights(snapshot.preflights, &text)
        write(
            "access_records_lost_total", "counter", "Access records that could not be written.", "\(lostRecords)",
            &text)
        writeKeys(keys, &text)
        if let limiter { writeLimits(snapshot, limiter, &text) }
        writePlaces(places, &text)
        writeUpstreams(upstreams, &text)
        writeBreakers(breakers, &text)
        writeForwarding(forwarding, &text)
        return text
    }

    private func writeKeys(_ keys: [KeyStatus], _ text: inout String) {
        if keys.isEmpty { return }
        describe("auth_keys", "gauge", "Keys to verify tokens with, by provider.", &text)
        for status in keys {
            text += "\(namespace)_auth_keys{provider=\"\(escaped(status.provider))\"} \(status.keys)\n"
        }
        describe(
            "auth_key_set_stale", "gauge", "Whether the published keys of a provider could not be had last.", &text)
        for status in keys {
            guard let set = status.keySet else { continue }
            let isStale = set.isStale ? 1 : 0
            text += "\(namespace)_auth_key_set_stale{provider=\"\(escaped(status.provider))\"} \(isStale)\n"
        }
        writeRevocations(keys, &text)
        describe("auth_insecure_secrets", "gauge", "Providers whose secrets others can know, by reason.", &text)
        for status in keys {
            for reason in SecretWeakness.allCases {
                let labels = "provider=\"\(escaped(status.provider))\",reason=\"\(reason.rawValue)\""
                let isThere = status.weaknesses.contains(reason) ? 1 : 0
                text += "\(namespace)_auth_insecure_secrets{\(labels)} \(isThere)\n"
            }
        }
    }

    private func writeCache(_ cache: CacheCounts, _ text: inout String) {
        guard cache.isThere else { return }
        describe("cache_requests_total", "counter", "Requests of routes that keep responses, by result.", &text)
        for (name, count) in cache.results {
            text += "\(namespace)_cache_requests_total{result=\"\(name)\"} \(count)\n"
        }
        write("cache_entries", "gauge", "Responses that are kept.", "\(cache.entries)", &text)
        write("cache_bytes", "gauge", "Bytes that kept responses take.", "\(cache.bytes)", &text)
        write(
            "cache_evictions_total", "counter", "Responses that others took the room of.", "\(cache.evictions)", &text)
        describe(
            "cache_refreshes_total", "counter", "Requests of the gateway's own for what is stale, by result.", &text)
        text += "\(namespace)_cache_refreshes_total{result=\"stored\"} \(cache.refreshes)\n"
        text += "\(namespace)_cache_refreshes_total{result=\"failed\"} \(cache.failedRefreshes)\n"
    }

    private func writeRevocations(_ keys: [KeyStatus], _ text: inout String) {
        let lists = keys.compactMap { status in
            status.revocation.map { (labels: "provider=\"\(escaped(status.provider))\"", $0) }
        }
        if lists.isEmpty { return }
        describe("auth_revocation_up", "gauge", "Whether it can be found out now which tokens are revoked.", &text)
        for (labels, status) in lists { text += "\(namespace)_auth_revocation_up{\(labels)} \(status.isUp ? 1 : 0)\n" }
        describe("auth_revocation_lookups_total", "counter", "Questions to Redis, by what came back.", &text)
        for (labels, status) in lists {
            guard case .redis(_, _, let lookups) = status else { continue }
            for (result, count) in [
                ("good", lookups.good), ("revoked", lookups.revoked), ("failed", lookups.failed),
            ] {
                text += "\(namespace)_auth_revocation_lookups_total{\(labels),result=\"\(result)\"} \(count)\n"
            }
        }
        describe("auth_revoked_ids", "gauge", "Ids in a file of revoked tokens.", &text)
        for (labels, status) in lists {
            guard case .file(let ids, _, _) = status else { continue }
            text += "\(namespace)_auth_revoked_ids{\(labels)} \(ids ?? 0)\n"
        }
    }

    private func writeHistogram(
        of key: MetricsSnapshot.Series, in snapshot: MetricsSnapshot, _ text: inout String
    ) {
        let name = "\(namespace)_request_duration_seconds"
        let set = labelSet(of: key)
        let (buckets, sum) = snapshot.histogram(of: key)
        var total: UInt64 = 0
        for (bound, count) in zip(MetricsSnapshot.bounds, buckets) {
            total &+= count
            text += "\(name)_bucket{\(set),le=\"\(bound.label)\"} \(total)\n"
        }
        total &+= buckets.last ?? 0
        text += "\(name)_bucket{\(set),le=\"+Inf\"} \(total)\n"
        text += "\(name)_sum{\(set)} \(Double(sum) / 1e9)\n"
        text += "\(name)_count{\(set)} \(total)\n"
    }

    private func labelSet(of key: MetricsSnapshot.Series) -> String {
        let method = key.method == .other ? "OTHER" : "\(key.method.name)"
        return "method=\"\(method)\",path=\"\(escaped(labels.paths[key.path]))\",status=\"\(key.status)\""
    }

    func escaped(_ value: String) -> String {
        value.reduce(into: "") { text, character in
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
    }

    func describe(_ name: String, _ type: String, _ help: String, _ text: inout String) {
        text += "# HELP \(namespace)_\(name) \(help)\n# TYPE \(namespace)_\(name) \(type)\n"
    }

    func write(_ name: String, _ type: String, _ help: String, _ value: String, _ text: inout String) {
        describe(name, type, help, &text)
        text += "\(namespace)_\(name) \(value)\n"
    }
}
