import ArgumentParser

/// What a gateway is tried with, and developed against.
@main
struct DevKit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devkit", abstract: "What to try a gateway with: an upstream, tokens, keys and a login.",
        subcommands: [UpstreamCommand.self, TokenCommand.self, KeySetCommand.self, LoginCommand.self])
}
