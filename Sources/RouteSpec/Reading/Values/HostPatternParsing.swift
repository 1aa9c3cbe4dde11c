extension HostPattern {
    /// Reads `api.example.com` or `*.example.com`: names and addresses as requests carry them, without a port.
    init(parsing text: String) throws(Fault) {
        let host = text.lowercased()
        let isBelow = host.hasPrefix("*.")
        let name = isBelow ? String(host.dropFirst(2)) : host
        guard !name.contains("*") else { throw Fault("has a '*' that is not '*.' at its front; write '*.example.com'") }
        if name.hasPrefix("["), name.hasSuffix("]"), !isBelow {
            let isAddress = name.utf8.dropFirst().dropLast().allSatisfy { $0.isHexDigit || ":.".utf8.contains($0) }
            guard isAddress, name.utf8.count > 4 else { throw Fault("is '\(text.visible)', which is no IPv6 address") }
            self = .exact(name)
            return
        }
        guard !name.contains(":") else {
            throw Fault("is '\(text.visible)'; leave the port and the scheme out, since hosts are compared without")
        }
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isName =
            name.utf8.count <= 253
            && labels.allSatisfy { label in
                !label.isEmpty && label.count <= 63
                    && label.allSatisfy { $0.isLetterOrUnderscore || $0.isDigit || $0 == UInt8(ascii: "-") }
            }
        guard isName else {
            throw Fault(
                "is '\(text.visible)', which is no host; write a name such as api.example.com, in ASCII ('xn--…')")
        }
        self = isBelow ? .below(name) : .exact(name)
    }
}

extension Shape<HostPattern> {
    static var host: Shape { .fixedText("a host") { text throws(Fault) in try HostPattern(parsing: text) } }
}
