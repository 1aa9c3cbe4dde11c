/// Where the gateway listens.
public struct ListenAddress: Sendable, Equatable {
    /// A name or an address; `::` stands for every address of the machine.
    public let host: String
    /// 0 asks the system for a free port.
    public let port: Int

    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `host:port`, `[v6]:port`, or `:port` for every address.
    package init(parsing text: String) throws(SettingFault) {
        guard let colon = text.lastIndex(of: ":") else { throw SettingFault(what: "has no port") }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            throw SettingFault(what: "has an IPv6 address without brackets")
        }
        guard !host.contains(where: { $0.isWhitespace || $0 == "/" }) else {
            throw SettingFault(what: "has a bad host")
        }
        self.host = host.isEmpty ? "::" : String(host)
        self.port = try Self.port(text[text.index(after: colon)...], in: 0...65535)
    }

    static func port(_ text: Substring, in range: ClosedRange<Int>) throws(SettingFault) -> Int {
        guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(text), range.contains(port)
        else {
            throw SettingFault(what: "has a port that is no number from \(range.lowerBound) to \(range.upperBound)")
        }
        return port
    }
}

extension ListenAddress: CustomStringConvertible {
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
