extension AuthSettings {
    /// `claim_to_headers`: a header and the claim that fills it, or a map of the claim and what stands in for it.
    static func claimHeaders(_ fields: inout Fields) -> [ClaimHeader] {
        var headers: [ClaimHeader] = []
        for entry in fields.entries("claim_to_headers") ?? [] {
            guard let name = fields.diagnostics.read(key: entry.key, as: .identityHeader, of: "the header") else {
                continue
            }
            // Identity headers are stripped in any case and with '_' for '-', so two that differ in that are one.
            if let twin = headers.first(where: { $0.header.value.headerKey == name.value.headerKey }) {
                fields.diagnostics.error(
                    at: name.mark,
                    "the header '\(name.value)' is the same as '\(twin.header.value)' at \(twin.header.mark.place); keep one of them"
                )
                continue
            }
            if let header = header(name, entry.value, &fields.diagnostics) { headers.append(header) }
        }
        return headers
    }

    private static func header(_ name: Marked<String>, _ node: Node, _ diagnostics: inout Diagnostics) -> ClaimHeader? {
        guard case .map = node.content else {
            return diagnostics.read(node, as: .text, of: "'\(name.value)'").map {
                ClaimHeader(header: name, claim: $0.value, fallback: nil)
            }
        }
        let header = diagnostics.map(node, .claimHeader, of: "'\(name.value)'") { fields -> ClaimHeader? in
            fields.require("claim", "write 'claim: sub'")
            let claim = fields.value("claim", .text)
            let fallback = fields.value("default", .headerValue)
            return claim.map { ClaimHeader(header: name, claim: $0, fallback: fallback) }
        }
        return header ?? nil
    }
}

extension String {
    /// What makes two headers the same to those who read them.
    var headerKey: String { lowercased().replacing("_", with: "-") }
}

extension Shape<String> {
    /// A header that a claim may fill: none that frames the message or that the gateway writes itself.
    fileprivate static var identityHeader: Shape {
        fixedText("a header's name") { text throws(Fault) in
            let name = try headerName(text)
            guard !ownHeaders.contains(name.headerKey), !name.headerKey.hasPrefix("x-forwarded-") else {
                throw Fault("'\(name)' belongs to HTTP or the gateway; choose another, such as X-User-ID")
            }
            return name
        }
    }

    /// What a header may hold (RFC 9110, 5.5), kept to visible ASCII and spaces between.
    static var headerValue: Shape {
        fixedText("text") { text throws(Fault) in
            guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !text.hasPrefix(" "), !text.hasSuffix(" ")
            else {
                throw Fault("is no header value; use visible ASCII characters, with spaces between them only")
            }
            return text
        }
    }

    /// Headers that mean something to HTTP or the gateway.
    static let ownHeaders = connectionHeaders.union(["authorization", "content-type", "cookie", "via"])

    /// Headers of the message and its connection, and those that the gateway writes.
    static let connectionHeaders: Set<String> = [
        "connection", "content-length", "date", "expect", "forwarded", "host", "keep-alive", "proxy-authenticate",
        "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "x-real-ip",
        "x-request-id",
    ]
}
