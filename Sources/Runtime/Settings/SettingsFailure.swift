/// Why a gateway cannot start: everything that is wrong with its settings, at once. No line holds a setting's value, since
/// any of them may be a secret that stands in the wrong variable.
public struct SettingsFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// One line a fault: the variable or the setting, its use, and the remedy.
    public let faults: [String]

    public var description: String { faults.joined(separator: "\n") }
}
