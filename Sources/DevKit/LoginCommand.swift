import ArgumentParser
import GatewayRuntime
import Mocks

struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Serve a login for development, in place of an auth service.",
        discussion: """
            FOR DEVELOPMENT: its only user is \(DevelopmentLogin.email), whose password, \(DevelopmentLogin.password), \
            everybody knows, with the roles \(DevelopmentLogin.roles.joined(separator: ", ")). POST /auth/token answers \
            with a token of HS256 for a day, as JSON and as the cookie \(DevelopmentLogin.cookie).

            The secret is that of the gateway: from JWT_SECRET, --secret-file or --secret, else the one that 004's \
            gateway has by default.

            EXAMPLES
              devkit login
              AUTH_URL=http://127.0.0.1:8009 gateway
              curl -c cookies http://127.0.0.1:8000/api/v1/auth/token \\
                -d 'email=\(DevelopmentLogin.email)&password=\(DevelopmentLogin.password)'
              curl -b cookies http://127.0.0.1:8000/api/v1/events
            """)

    @OptionGroup var secret: SecretOptions

    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "host:port"))
    var listen = ListenAddress(host: "127.0.0.1", port: 8009)

    func run() async throws {
        let own = try secret.given() ?? variable("JWT_SECRET")
        let mint = try await TokenMint(secret: own ?? DevelopmentLogin.defaultSecret)
        let server = try await start(DevelopmentLogin(mint), at: listen)
        let url = "http://\(server.address)"
        writeError(
            """
            **** FOR DEVELOPMENT ONLY ****
            Whoever reaches \(url) can be \(DevelopmentLogin.email): everybody knows the password.

            """)
        if own == nil {
            writeError("JWT_SECRET is not set: tokens are signed with a default that everybody knows too.\n")
        }
        writeOutput(
            """
            login: \(url)/auth/token
            curl -i \(url)/auth/token -d 'email=\(DevelopmentLogin.email)&password=\(DevelopmentLogin.password)'

            """)
        try await server.wait()
    }
}
