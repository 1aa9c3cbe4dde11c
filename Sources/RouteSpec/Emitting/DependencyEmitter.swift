/// `dependencies: [HealthDependency("auth", upstream: Upstream.auth), HealthDependency("database", .redis)],`
func emitDependencies(_ plan: RoutePlan, into writer: inout CodeWriter) {
    let dependencies = plan.spec.builtins.flatMap(\.dependencies).compactMap { dependency -> String? in
        let label = literal(dependency.label.value)
        if let upstream = plan.upstreams.first(where: { $0.label == dependency.part.value }) {
            return "HealthDependency(\(label), upstream: Upstream.\(upstream.identifier.spelling))"
        }
        return BuiltinEndpoint.Part(rawValue: dependency.part.value).map { "HealthDependency(\(label), .\($0))" }
    }
    if !dependencies.isEmpty { writer.line("dependencies: \(arrayLiteral(dependencies)),") }
}
