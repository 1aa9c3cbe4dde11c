extension Retry {
    init(reading fields: inout Fields) {
        fields.read("attempts", as: .int(in: 2...10), into: &attempts)
        if let causes = fields.list("retry_on", of: .retryCause, mayBeEmpty: false) {
            self.causes = fields.diagnostics.distinct(causes, of: "retry_on").map(\.value)
        }
        fields.read("budget", as: .percentage(in: 1...100), into: &budget)
        fields.read("backoff", as: .timeout, into: &backoff)
        perTryTimeout = fields.value("per_try_timeout", .timeout)
    }
}

extension Shape<Retry.Cause> {
    /// `connect`, `reset`, `timeout`, or a status, in quotes or not.
    fileprivate static var retryCause: Shape {
        scalar("connect, reset, timeout or a status such as \"503\"") { scalar throws(Fault) in
            switch scalar.text {
            case "connect": return .connect
            case "reset": return .reset
            case "timeout": return .timeout
            default:
                guard let status = Int(scalar.text), (500...599).contains(status) else {
                    throw .notAllowed(
                        scalar.text, allowed: ["connect", "reset", "timeout", "a status from \"500\" to \"599\""])
                }
                return .status(status)
            }
        }
    }
}
