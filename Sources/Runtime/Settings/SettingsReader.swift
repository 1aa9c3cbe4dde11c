/// Expands settings against the environment and gathers every fault on the way.
struct SettingsReader {
    /// What a setting is for, as a fault says it: "the URL of upstream agents", and "http://host:port".
    struct Use {
        let purpose: String
        let example: String
    }

    private let environment: [String: String]
    /// The purposes of each missing variable, in the order in which the variables were met.
    private var missing: [(variable: String, uses: [Use])] = []
    private var faults: [String] = []

    init(environment: [String: String]) { self.environment = environment }

    /// The setting's text; none where a variable is missing, which is then noted.
    mutating func text(of setting: Setting, for use: Use) -> String? {
        let (text, missing) = SettingTemplate("\(setting.template)").expanded(in: environment)
        for variable in missing { note(missing: variable, for: use) }
        return missing.isEmpty ? text : nil
    }

    /// The texts of a list's entries. One that comes out empty is as if it were not written.
    mutating func texts(of settings: [Setting], for use: Use) -> [String] {
        var texts: [String] = []
        for setting in settings {
            if let text = text(of: setting, for: use), !text.isEmpty, !texts.contains(text) { texts.append(text) }
        }
        return texts
    }

    /// The setting's value; a text that does not parse is noted.
    mutating func value<Value>(
        of setting: Setting, for use: Use, parse: (String) throws(SettingFault) -> Value
    ) -> Value? {
        guard let text = text(of: setting, for: use) else { return nil }
        do throws(SettingFault) {
            return try parse(text)
        } catch {
            let variables = SettingTemplate("\(setting.template)").variables
            let name = variables.isEmpty ? "the spec" : variables.joined(separator: " and ")
            note(fault: "\(name): \(use.purpose) \(error.what); expected \(use.example)")
            return nil
        }
    }

    mutating func note(fault: String) {
        if !faults.contains(fault) { faults.append(fault) }
    }

    private mutating func note(missing variable: String, for use: Use) {
        guard let index = missing.firstIndex(where: { $0.variable == variable }) else {
            missing.append((variable, [use]))
            return
        }
        if !missing[index].uses.contains(where: { $0.purpose == use.purpose }) { missing[index].uses.append(use) }
    }

    /// Nothing, or everything that was noted: the missing variables first.
    var failure: SettingsFailure? {
        let lines = missing.map { variable, uses in
            let purposes = uses.map(\.purpose).joined(separator: ", ")
            return "\(variable): is not set; it is \(purposes): set it to \(uses[0].example)"
        }
        return lines.isEmpty && faults.isEmpty ? nil : SettingsFailure(faults: lines + faults)
    }
}

/// What is wrong with a setting's text, without the text: "has no host".
package struct SettingFault: Error {
    package let what: String
}
