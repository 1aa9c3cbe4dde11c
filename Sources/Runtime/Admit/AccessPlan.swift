/// The ``AccessTable`` made ready for requests: scopes and roles are numbers, and each route's refusals are at hand.
package struct AccessPlan: Sendable {
    /// What each route demands, by its index.
    let routes: [CompiledAccess]
    private let scopeNumbers: [String: Int]
    private let roleNumbers: [String: Int]

    package init(_ table: AccessTable, routeCount: Int) {
        let rules = (0..<routeCount).map(table.rule(of:))
        let scopes = Self.number(rules.flatMap(\.scopes))
        let roles = Self.number(rules.flatMap(\.roles))
        routes = rules.map { rule in
            CompiledAccess(
                rule, scopes: Self.set(of: rule.scopes, in: scopes), roles: Self.set(of: rule.roles, in: roles))
        }
        scopeNumbers = scopes
        roleNumbers = roles
    }

    /// Those of the token's scopes that some route asks for; the others decide nothing.
    func scopes(of claims: TokenClaims, in names: [String]) -> NameSet {
        var scopes = NameSet(capacity: scopeNumbers.count)
        claims.forEachScope(in: names) { name in if let number = scopeNumbers[name] { scopes.insert(number) } }
        return scopes
    }

    func roles(of claims: TokenClaims, in names: [String]) -> NameSet {
        var roles = NameSet(capacity: roleNumbers.count)
        claims.forEachRole(in: names) { name in if let number = roleNumbers[name] { roles.insert(number) } }
        return roles
    }

    private static func number(_ names: [String]) -> [String: Int] {
        names.reduce(into: [:]) { numbers, name in
            if numbers[name] == nil { numbers[name] = numbers.count }
        }
    }

    private static func set(of names: [String], in numbers: [String: Int]) -> NameSet {
        names.reduce(into: NameSet(capacity: numbers.count)) { set, name in
            if let number = numbers[name] { set.insert(number) }
        }
    }
}

/// What one route demands of a token.
struct CompiledAccess: Sendable {
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
