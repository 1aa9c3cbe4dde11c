/// A duration as the spec writes it, where it comes from the environment: `300ms`, `60s`, `5m`, `2h`, `7d`.
package enum DurationText {
    /// In whole seconds, rounded down; at least one.
    package static func seconds(_ text: String) throws(SettingFault) -> Int64 {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        let units: [String: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let count = Int64(Substring(digits)), let unit = units[String(text.dropFirst(digits.count))] else {
            throw SettingFault(what: "is not valid")
        }
        let (seconds, overflow) = count.multipliedReportingOverflow(by: unit)
        guard !overflow, 1...(365 * 86_400) ~= seconds else { throw SettingFault(what: "is out of range") }
        return seconds
    }
}
