import ArgumentParser
import GeneratedGateway

struct RoutesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "List the routes: who may use them and where they lead.")

    func run() { writeOutput(RouteListing(gateway).text) }
}
