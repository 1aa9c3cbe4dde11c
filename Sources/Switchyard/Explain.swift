import ArgumentParser
import RouteSpec

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell which route a request takes, why, and what becomes of it.",
        discussion: """
            EXAMPLES
              switchyard explain GET /api/v1/agents/42
              switchyard explain POST '/api/v1/widgets?dry=1' --host api.example.com --header 'X-Beta: 1'
            """)

    @Argument(help: "The request's method.")
    var method: String

    @Argument(help: "The request's path, with its query if it has one.")
    var path: String

    @Option(help: "The spec folder or file.")
    var spec = "spec"

    @Option(help: "The request's host.")
    var host: String?

    @Option(name: .customLong("header"), help: ArgumentHelp("A header of the request.", valueName: "name: value"))
    var headers: [String] = []

    @OptionGroup var options: SpecOptions

    func validate() throws {
        if let fault = RouteRequest.fault(method: method, target: path, headers: headers) {
            throw ValidationError(fault)
        }
    }

    func run() throws {
        let plan = try options.compile([spec])
        do throws(RequestPath.Refusal) {
            var request = try RouteRequest(method: method, target: path)
            request.host = host
            request.headers = headers.map(RouteRequest.Field.init(field:))
            print(Explanation(plan: plan, request: request).text, terminator: "")
        } catch {
            print("\(method) \(path)\n\n  answer     400, since \(error.reason)")
        }
    }
}
