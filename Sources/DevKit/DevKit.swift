import ArgumentParser

/// What a gateway is tried with, and developed against.
@main
struct DevKit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devkit", abstract: "What to try a gateway with: an upstream, tokens and published keys.",
        subcommands: [UpstreamCommand.self, TokenCommand.self, KeySetCommand.self])
}
