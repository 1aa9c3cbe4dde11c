import ArgumentParser
import Mocks

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Print a token: of any claims, or just what a route needs.",
        discussion: """
            The token alone goes to the standard output, what there is to say of it to the standard error.

            EXAMPLES
              export JWT_SECRET=a-secret-of-at-least-32-bytes-for-the-gateway
              TOKEN=$(devkit token --for PUT /api/v1/agents/42)
              devkit token --subject alice --scope write:agents --issuer us
              devkit token --claim org_id=42 --claim 'on:=true' --expires-in -5m
              openssl genpkey -algorithm ed25519 -out key.pem
              openssl pkey -in key.pem -pubout -out public.pem
              devkit token --key key.pem --subject alice

            EXIT STATUS
              0 done, also where a route is public and needs no token, 64 misuse,
              65 no such route, or a file or spec with errors, 66 no such file,
              78 a variable that the spec names is not set
            """)

    @OptionGroup(title: "What it is signed with") var key: SigningOptions
    @OptionGroup(title: "What it says") var claims: ClaimOptions
    @OptionGroup(title: "What it is for") var route: RouteOptions

    @Option(
        help: ArgumentHelp("How many to print, a line each, every one with a `jti` of its own.", valueName: "number"))
    var count = 1

    func validate() throws {
        guard 1...10_000_000 ~= count else { throw ValidationError("--count must be from 1 to 10000000.") }
    }

    func run() async throws {
        let privateKey = try key.privateKey()
        var demand: RouteDemand?
        if let found = try route.find() {
            demand = try RouteDemand(found, signing: key.algorithms(privateKey), issuer: claims.issuer)
            guard demand != nil else {
                return writeError("\(found.request) takes \(found.name), which is public: no token is needed\n")
            }
        }
        let mint = try await key.mint(privateKey, for: demand)
        let needed = claims.complete(demand?.claims ?? RouteClaims())
        let members = needed.claims().merging(claims.given) { _, given in given }
        if let demand { writeError(demand.summary(of: needed, keyID: key.kid)) }
        for _ in 0..<count {
            var own = members
            if count > 1 { own["jti"] = .string(UUID().uuidString.lowercased()) }
            print(try mint.token(own, expiresIn: claims.expiresIn.seconds))
        }
    }
}
