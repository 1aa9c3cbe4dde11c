import NIOCore

/// Counters in the text format of Prometheus (exposition format 0.0.4).
struct PrometheusText {
    static let contentType: StaticString = "text/plain; version=0.0.4; charset=utf-8"

    /// What every metric's name begins with.
    var namespace = "gateway"
    let labels: MetricsLabels

    func render(_ snapshot: MetricsSnapshot, lostRecords: Int) -> ByteBuffer {
        var buffer = ByteBuffer()
        let series = snapshot.series.keys.sorted()

        describe("requests_total", "counter", "Requests that were answered.", &buffer)
        for key in series {
            let count = snapshot.histogram(of: key).buckets.reduce(0, &+)
            buffer.writeString("\(namespace)_requests_total{\(labelSet(of: key))} \(count)\n")
        }
        describe(
            "request_duration_seconds", "histogram", "From a request's first byte to its response's last.", &buffer)
        for key in series { writeHistogram(of: key, in: snapshot, &buffer) }

        describe("auth_failures_total", "counter", "Requests that were refused for their token, by reason.", &buffer)
        for (reason, count) in zip(MetricsSnapshot.refusalReasons, snapshot.refusals) {
            buffer.writeString("\(namespace)_auth_failures_total{reason=\"\(reason)\"} \(count)\n")
        }
        write(
            "requests_in_flight", "gauge", "Requests that are being answered.", "\(snapshot.requestsInFlight)", &buffer)
        write("connections_open", "gauge", "Connections of clients.", "\(snapshot.connections)", &buffer)
        write("connections_total", "counter", "Connections that were taken.", "\(snapshot.connectionsTotal)", &buffer)
        write(
            "connections_refused_total", "counter", "Connections that were one too many.",
            "\(snapshot.connectionsRefused)", &buffer)
        write(
            "tunnels_open", "gauge", "Connections that are tunnels, such as WebSockets.", "\(snapshot.tunnels)", &buffer
        )
        write("tunnels_total", "counter", "Connections that became tunnels.", "\(snapshot.tunnelsTotal)", &buffer)
        describe("tunnel_bytes_total", "counter", "Bytes of tunnels, from clients and to them.", &buffer)
        buffer.writeString("\(namespace)_tunnel_bytes_total{direction=\"received\"} \(snapshot.tunnelReceived)\n")
        buffer.writeString("\(namespace)_tunnel_bytes_total{direction=\"sent\"} \(snapshot.tunnelSent)\n")
        write(
            "access_records_lost_total", "counter", "Access records that could not be written.", "\(lostRecords)",
            &buffer)
        return buffer
    }

    private func writeHistogram(
        of key: MetricsSnapshot.Series, in snapshot: MetricsSnapshot, _ buffer: inout ByteBuffer
    ) {
        let name = "\(namespace)_request_duration_seconds"
        let set = labelSet(of: key)
        let (buckets, sum) = snapshot.histogram(of: key)
        var total: UInt64 = 0
        for (bound, count) in zip(MetricsSnapshot.bounds, buckets) {
            total &+= count
            buffer.writeString("\(name)_bucket{\(set),le=\"\(bound.label)\"} \(total)\n")
        }
        total &+= buckets.last ?? 0
        buffer.writeString("\(name)_bucket{\(set),le=\"+Inf\"} \(total)\n")
        buffer.writeString("\(name)_sum{\(set)} \(Double(sum) / 1e9)\n")
        buffer.writeString("\(name)_count{\(set)} \(total)\n")
    }

    private func labelSet(of key: MetricsSnapshot.Series) -> String {
        let method = key.method == .other ? "OTHER" : "\(key.method.name)"
        return "method=\"\(method)\",path=\"\(escaped(labels.paths[key.path]))\",status=\"\(key.status)\""
    }

    private func escaped(_ value: String) -> String {
        value.reduce(into: "") { text, character in
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
    }

    private func describe(_ name: String, _ type: String, _ help: String, _ buffer: inout ByteBuffer) {
        buffer.writeString("# HELP \(namespace)_\(name) \(help)\n# TYPE \(namespace)_\(name) \(type)\n")
    }

    private func write(_ name: String, _ type: String, _ help: String, _ value: String, _ buffer: inout ByteBuffer) {
        describe(name, type, help, &buffer)
        buffer.writeString("\(namespace)_\(name) \(value)\n")
    }
}
