/// An entry of a weighted `upstream`.
public struct WeightedUpstream: Sendable {
    public var name: Marked<String>
    public var weight: Int
}

extension WeightedUpstream {
    /// `upstream: [{ name, weight }]`; a weight may be 0, but not all of them.
    static func readList(_ nodes: [Node], at mark: Mark, _ fields: inout Fields) -> [WeightedUpstream] {
        var upstreams: [WeightedUpstream] = []
        for node in nodes {
            let upstream = fields.diagnostics.map(node, .weightedUpstream, of: "an entry of 'upstream'") { fields in
                fields.require("name", "write the name of an upstream")
                let weight = fields.value("weight", .int(in: 0...1_000)) ?? 1
                return fields.marked("name", .name).map { WeightedUpstream(name: $0, weight: weight) }
            }
            guard let upstream = upstream ?? nil else { continue }
            if let twin = upstreams.first(where: { $0.name.value == upstream.name.value }) {
                fields.diagnostics.error(
                    at: upstream.name.mark,
                    "'\(upstream.name.value)' is there already, at \(twin.name.mark.place); add its weight to that one")
            }
            upstreams.append(upstream)
        }
        if nodes.isEmpty || nodes.count > UpstreamTarget.most {
            fields.diagnostics.error(
                at: mark, "'upstream' has \(nodes.count) entries; write 1 to \(UpstreamTarget.most), or one name")
        } else if upstreams.count == nodes.count, upstreams.allSatisfy({ $0.weight == 0 }) {
            fields.diagnostics.error(
                at: mark, "all weights of 'upstream' are 0, so that no request could go anywhere; raise one")
        }
        return upstreams
    }
}
