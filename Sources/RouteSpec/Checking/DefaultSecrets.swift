extension Checker {
    /// A secret whose default anybody can read in the spec.
    mutating func checkDefaultSecrets() {
        let secrets = (spec.auth?.providers ?? []).flatMap(\.secrets) + spec.builtins.compactMap(\.key)
        for secret in secrets {
            guard let variable = secret.value.variables.first, let fallback = variable.fallback, !fallback.isEmpty
            else { continue }
            report(
                .defaultSecret, at: secret.mark,
                "where \(variable.name) is not set, a secret stands in that all readers of the spec know; write $\(variable.name)"
            )
        }
    }
}
