/// `mirror`: where a share of the requests goes besides.
public struct Mirror: Sendable {
    public var upstream: Marked<String>
    public var percent: Int
}

extension Fields {
    mutating func mirror() -> Mirror? {
        map("mirror", .mirror) { fields in
            fields.require("upstream", "write the name of an upstream")
            let percent = fields.value("percent", .int(in: 1...100)) ?? 100
            return fields.marked("upstream", .name).map { Mirror(upstream: $0, percent: percent) }
        } ?? nil
    }
}
