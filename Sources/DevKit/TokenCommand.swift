import ArgumentParser
import Mocks

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Print a token, signed with HS256.",
        discussion: """
            The secret is taken from --secret, else from the environment variable JWT_SECRET.

            Examples:
              devkit token --sub alice --scopes write:agents --issuer eloquent-gateway --audience eloquent-api
              devkit token --claim org_id=org-1 --claim 'roles=["admin"]' --expires-in -60
            """)

    @Option(help: "The secret to sign with (JWT_SECRET).")
    var secret: String?

    @Option(help: "The subject, `sub`.")
    var sub: String?

    @Option(name: .customLong("claim"), help: ArgumentHelp("A claim; the value may be JSON.", valueName: "name=value"))
    var claims: [String] = []

    @Option(help: ArgumentHelp("Scopes, with commas or spaces between.", valueName: "list"))
    var scopes: String?

    @Option(
        name: .customLong("expires-in"), parsing: .unconditional,
        help: ArgumentHelp(
            "How long the token holds; a negative number makes one that has expired.", valueName: "seconds"))
    var expiresIn = 3600

    @Option(help: "The issuer, `iss`.")
    var issuer: String?

    @Option(help: "The audience, `aud`.")
    var audience: String?

    func validate() throws {
        for claim in claims where claim.firstIndex(of: "=").map({ $0 == claim.startIndex }) ?? true {
            throw ValidationError("--claim is name=value, not '\(claim)'.")
        }
    }

    func run() async throws {
        guard let secret = secret ?? ProcessInfo.processInfo.environment["JWT_SECRET"], !secret.isEmpty else {
            throw ValidationError("There is no secret: give --secret or set JWT_SECRET.")
        }
        var members: [String: ClaimValue] = [:]
        if let sub { members["sub"] = .string(sub) }
        if let issuer { members["iss"] = .string(issuer) }
        if let audience { members["aud"] = .string(audience) }
        if let scopes {
            members["scopes"] = .list(scopes.split { $0 == "," || $0 == " " }.map { .string(String($0)) })
        }
        for claim in claims {
            let name = claim.prefix { $0 != "=" }
            members[String(name)] = ClaimValue(parsing: String(claim.dropFirst(name.count + 1)))
        }
        print(try await TokenMint(secret: secret).token(members, expiresIn: expiresIn))
    }
}
