import ArgumentParser
import Mocks

/// What a token says.
struct ClaimOptions: ParsableArguments {
    @Option(help: "The subject, `sub`.")
    var subject: String?

    @Option(help: "The issuer, `iss`.")
    var issuer: String?

    @Option(help: "The audience, `aud`.")
    var audience: String?

    @Option(
        name: .customLong("scope"),
        help: "A scope, as often as there are any: they become `scopes`, or what the spec calls that claim.")
    var scopes: [String] = []

    @Option(
        name: .customLong("role"),
        help: "A role, as often as there are any: they become `roles`, or what the spec calls that claim.")
    var roles: [String] = []

    @Option(
        name: .customLong("claim"),
        help: ArgumentHelp(
            "Any claim, instead of whatever else it would be: `name=text`, or `name:=json` for what is no text.",
            valueName: "name=value"))
    var claims: [String] = []

    @Option(
        name: .customLong("expires-in"), parsing: .unconditional,
        help: ArgumentHelp(
            "How long it holds, such as 90s, 15m or 7d; with a minus before it, it ended so long ago.",
            valueName: "duration"))
    var expiresIn = Lifetime(seconds: 3600)

    func validate() throws { for claim in claims { _ = try Self.member(claim) } }

    /// What a route needs, with what is given in its place or beside it.
    func complete(_ route: RouteClaims) -> RouteClaims {
        var demand = route
        demand.issuer = issuer ?? demand.issuer
        demand.audience = audience ?? demand.audience
        demand.scopes += scopes.filter { !demand.scopes.contains($0) }
        demand.roles += roles.filter { !demand.roles.contains($0) }
        let own = Set(given.keys)
        demand.names.removeAll(where: own.contains)
        return demand
    }

    /// The claims that are given by name.
    var given: [String: ClaimValue] {
        let pairs = claims.compactMap { try? Self.member($0) }
        let members = Dictionary(pairs.map { ($0.name, $0.value) }) { _, last in last }
        return members.merging(subject.map { ["sub": .string($0)] } ?? [:]) { claim, _ in claim }
    }

    private static func member(_ claim: String) throws -> (name: String, value: ClaimValue) {
        guard let equals = claim.firstIndex(of: "=") else {
            throw ValidationError("--claim is name=text or name:=json, not '\(claim)'.")
        }
        let (name, text) = (claim[..<equals], String(claim[claim.index(after: equals)...]))
        let isJSON = name.hasSuffix(":")
        let bare = String(isJSON ? name.dropLast() : name)
        guard !bare.isEmpty else { throw ValidationError("--claim needs a name before the '=' of '\(claim)'.") }
        guard isJSON else { return (bare, .string(text)) }
        guard let value = ClaimValue(json: text) else {
            throw ValidationError("The value of --claim '\(claim)' is no JSON; for a text, write \(bare)=text.")
        }
        return (bare, value)
    }
}
