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
        let isToken = !method.isEmpty && method.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isToken else { throw ValidationError("'\(method)' is not a method.") }
        // RFC 9110, 9.1: `get` is another method than `GET`, and one that nobody means.
        guard method == method.uppercased() else {
            throw ValidationError("Methods are case-sensitive: did you mean '\(method.uppercased())'?")
        }
        guard path.hasPrefix("/") else { throw ValidationError("The path '\(path)' must begin with '/'.") }
        for header in headers where !header.contains(":") {
            throw ValidationError("The header '\(header)' is not of the form 'Name: value'.")
        }
    }

    func run() throws {
        let plan = try options.compile([spec])
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let query = parts.count > 1 ? parts[1] : nil
        do throws(RequestPath.Refusal) {
            var request = RouteRequest(method: method, path: try RequestPath(parts[0]))
            request.host = host
            request.query = queryParameters(of: query ?? "")
            request.headers = headers.map { header in
                let pair = header.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                return .init(name: String(pair[0]), value: String(pair[1].drop { $0 == " " }))
            }
            print(Explanation(plan: plan, request: request, query: query).text, terminator: "")
        } catch {
            print("\(method) \(path)\n\n  answer     400, since \(error.reason)")
        }
    }
}
