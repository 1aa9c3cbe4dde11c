import ArgumentParser

/// The gateway's command line: composition only. What it serves is `gateway`, of the module that is compiled from `spec/`.
@main
struct GatewayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gateway", abstract: "An API gateway, compiled from its route spec.",
        discussion: """
            Examples:
              gateway                   serve, with settings from the environment
              gateway --loops 4         serve on four event loops
              gateway check             say what is missing in the environment
              gateway routes            list the routes
              gateway demo              try it out, without any environment
            """,
        subcommands: [ServeCommand.self, CheckCommand.self, RoutesCommand.self, DemoCommand.self],
        defaultSubcommand: ServeCommand.self)
}
