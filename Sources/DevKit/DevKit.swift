import ArgumentParser

/// Tools to try a gateway with: an upstream that echoes, and tokens.
@main
struct DevKit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devkit", abstract: "Tools to try a gateway with.",
        subcommands: [UpstreamCommand.self, TokenCommand.self])
}
