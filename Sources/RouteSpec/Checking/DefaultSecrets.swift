extension Checker {
    /// A secret whose default anybody can read in the spec.
    mutating func checkDefaultSecrets() {
        for secret in (spec.auth?.providers ?? []).flatMap(\.secrets) {
            guard let variable = secret.value.variables.first, let fallback = variable.fallback, !fallback.isEmpty
            else { continue }
            report(
                .defaultSecret, at: secret.mark,
                "where \(variable.name) is not set, a secret stands in that all readers of the spec know; write $\(variable.name)"
            )
        }
    }
}
