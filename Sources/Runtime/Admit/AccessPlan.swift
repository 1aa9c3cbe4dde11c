/// The ``AccessTable`` made ready for requests: scopes and roles are numbers, and each route's refusals are at hand.
package struct AccessPlan: Sendable {
    /// What each route demands, by its index.
    let routes: [CompiledAccess]
    private let scopes: NameTable
    private let roles: NameTable

    package init(_ table: AccessTable, routeCount: Int) {
        let rules = (0..<routeCount).map(table.rule(of:))
        let scopes = NameTable(rules.flatMap(\.scopes))
        let roles = NameTable(rules.flatMap(\.roles))
        routes = rules.map { rule in
            CompiledAccess(
                rule, scopes: Self.set(of: rule.scopes, in: scopes), roles: Self.set(of: rule.roles, in: roles))
        }
        self.scopes = scopes
        self.roles = roles
    }

    /// Those of the token's scopes that some route asks for; the others decide nothing.
    func scopes(of claims: TokenClaims, in names: TextList) -> NameSet {
        var set = NameSet(capacity: scopes.count)
        claims.forEachScope(in: names) { name in if let number = scopes.number(of: name) { set.insert(number) } }
        return set
    }

    func roles(of claims: TokenClaims, in names: TextList) -> NameSet {
        var set = NameSet(capacity: roles.count)
        claims.forEachRole(in: names) { name in if let number = roles.number(of: name) { set.insert(number) } }
        return set
    }

    private static func set(of names: [String], in numbers: NameTable) -> NameSet {
        names.reduce(into: NameSet(capacity: numbers.count)) { set, name in
            var name = name
            if let number = name.withUTF8({ numbers.number(of: ByteView($0)) }) { set.insert(number) }
        }
    }
}

/// What one route demands of a token. A class, as ``RoutePlan`` is: a structure with its refusals in it would be copied to be asked.
final class CompiledAccess: Sendable {
    let needsToken: Bool
    private let scopes: NameSet
    private let roles: NameSet
    private let demandsRole: Bool
    private let lacksScope: Failure
    private let lacksRole = Failure(.admit, .client, .forbidden, "Access denied")

    init(_ rule: AccessRule, scopes: NameSet, roles: NameSet) {
        needsToken = rule.needsToken
        self.scopes = scopes
        self.roles = roles
        demandsRole = !rule.roles.isEmpty
        lacksScope = Failure(
            .admit, .client, .insufficientScope,
            "Token lacks required scope: \(rule.scopes.joined(separator: ", "))",
            challenge: "Bearer error=\"insufficient_scope\", scope=\"\(rule.scopes.joined(separator: " "))\"")
    }

    /// Why the holder of the grant may not use the route; nothing where he may. Allocates nothing.
    func refusal(for grant: Grant) -> Failure? {
        if !grant.scopes.contains(allOf: scopes) { return lacksScope }
        if demandsRole && !grant.roles.contains(anyOf: roles) { return lacksRole }
        return nil
    }
}
