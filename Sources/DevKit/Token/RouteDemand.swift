import ArgumentParser
import Foundation
import GatewayRuntime
import Mocks
import RouteSpec

/// What a route needs of a token: who signs it, and what it says.
struct RouteDemand {
    let algorithms: [GatewayRuntime.TokenAlgorithm]
    let claims: RouteClaims
    private let route: SpecRoute
    private let provider: TokenProvider

    /// None for a route that needs no token.
    /// - Parameters:
    ///   - algorithms: those that could sign. Where a route takes tokens of several providers, it is to be one that takes these.
    ///   - issuer: where it is given, the provider is the one whose issuer that is.
    init?(_ found: SpecRoute, signing algorithms: [GatewayRuntime.TokenAlgorithm], issuer: String?) throws {
        guard case .token(let scopes, let roles) = found.route.access, let auth = found.plan.spec.auth else {
            return nil
        }
        let mayBe = auth.providers.filter { found.route.provider == nil || $0.name.value == found.route.provider }
        let issued = try issuer.flatMap { issuer in
            try mayBe.first { try Self.values(of: $0.issuers.map(\.value)).contains(issuer) }
        }
        let signed = mayBe.first { !Set(Self.algorithms(of: $0)).isDisjoint(with: algorithms) }
        guard let provider = issued ?? signed ?? mayBe.first else { return nil }
        route = found
        self.provider = provider
        self.algorithms = Self.algorithms(of: provider)
        var claims = RouteClaims()
        claims.issuer = try issuer ?? Self.values(of: provider.issuers.map(\.value)).first
        claims.audience = try Self.values(of: provider.audiences).first
        if let name = auth.scopeClaims.first { claims.scopeClaim = name }
        if let name = auth.roleClaims.first { claims.roleClaim = name }
        // Every token gets an `iat`.
        claims.names = provider.requiredClaims.filter { $0 != "iat" }
        // A token that can be revoked has to have an id.
        if let ids = provider.revocation?.claims, let id = ids.last, Set(ids).isDisjoint(with: claims.names) {
            claims.names.append(id)
        }
        claims.scopes = scopes
        claims.roles = Array(Self.least(of: roles, auth).prefix(1))
        self.claims = claims
    }

    /// Those of the roles first that include none of the others.
    private static func least(of roles: [String], _ auth: RouteSpec.AuthSettings) -> [String] {
        let includes = Dictionary(
            (auth.roles ?? []).map { ($0.name.value, $0.includes.map(\.value)) },
            uniquingKeysWith: { first, _ in first })
        return roles.filter { Set(includes[$0] ?? []).isDisjoint(with: roles) } + roles
    }

    private static func algorithms(of provider: TokenProvider) -> [GatewayRuntime.TokenAlgorithm] {
        provider.algorithms.compactMap { GatewayRuntime.TokenAlgorithm(rawValue: $0.value.rawValue) }
    }

    /// The secret that the spec names.
    func secret() throws -> String {
        guard let secret = try Self.values(of: provider.secrets.map(\.value)).first else {
            throw failure("the spec's secret came out empty; set it, or give --secret-file", .badConfiguration)
        }
        return secret
    }

    /// What settings of the spec come to in this environment, but those that come out empty.
    private static func values(of settings: [Template]) throws -> [String] {
        try settings.map { setting in
            let (text, missing) = SettingTemplate(setting.text).expanded(in: ProcessInfo.processInfo.environment)
            guard missing.isEmpty else {
                throw failure(
                    "\(missing.joined(separator: ", ")): is not set, and the spec names it; set it as for the gateway",
                    .badConfiguration)
            }
            return text
        }.filter { !$0.isEmpty }
    }

    /// What the token is good for, and which of its claims have a value only because they must.
    func summary(of token: RouteClaims, keyID: String?) -> String {
        var terms = claims.scopes.isEmpty ? [] : ["scopes \(claims.scopes.joined(separator: ", "))"]
        terms += claims.roles.map { "role \($0)" }
        if terms.isEmpty { terms = ["any valid token will do"] }
        var note = token.madeUp.isEmpty ? "" : "made up: \(token.madeUp.joined(separator: ", "))\n"
        if provider.keySet != nil && keyID == nil {
            note += "a key of a published set is known by its name: give --kid\n"
        }
        return "\(route.request) takes \(route.name): \(terms.joined(separator: "; "))\n\(note)"
    }
}
