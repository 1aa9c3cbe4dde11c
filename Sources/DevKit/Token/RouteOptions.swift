import ArgumentParser
import Foundation
import RouteSpec

/// A request that a token is to be for.
struct RouteOptions: ParsableArguments {
    @Option(
        name: .customLong("for"), parsing: .upToNextOption,
        help: ArgumentHelp("The request: the token gets just what its route needs.", valueName: "method path"))
    var request: [String] = []

    @Option(help: "The spec folder or file. Default: spec.")
    var spec: String?

    @Option(help: "The request's host.")
    var host: String?

    @Option(name: .customLong("header"), help: ArgumentHelp("A header of the request.", valueName: "name: value"))
    var headers: [String] = []

    func validate() throws {
        guard !request.isEmpty else {
            guard spec == nil, host == nil, headers.isEmpty else {
                throw ValidationError("--spec, --host and --header go with --for METHOD PATH.")
            }
            return
        }
        guard request.count == 2 else { throw ValidationError("--for takes a method and a path: --for GET /users/7") }
        if let fault = RouteRequest.fault(method: request[0], target: request[1], headers: headers) {
            throw ValidationError(fault)
        }
    }

    /// The route of the request, if there is a request.
    func find() throws -> SpecRoute? {
        guard request.count == 2 else { return nil }
        let compilation = compileSpec(at: [spec ?? "spec"])
        guard let plan = compilation.plan else {
            writeError(compilation.report(decorated: isatty(STDERR_FILENO) == 1))
            throw compilation.isMissing ? ExitCode.noInput : ExitCode.dataError
        }
        let (method, target) = (request[0], request[1])
        let answer: String
        do throws(RequestPath.Refusal) {
            var request = try RouteRequest(method: method, target: target)
            request.host = host
            request.headers = headers.map(RouteRequest.Field.init(field:))
            switch RouteFinder(plan).decision(for: request) {
            case .route(let found):
                return SpecRoute(request: "\(method) \(target)", plan: plan, route: plan.routes[found.endpoint.route])
            case .methodNotAllowed(let methods):
                answer = "405, since the routes of this path are for \(methods.joined(separator: ", "))"
            case .options(let options):
                answer = "\(options.status) by the gateway itself"
            case .notFound:
                answer = "404, since no route matches"
            }
        } catch {
            answer = "400, since \(error.reason)"
        }
        throw failure("\(method) \(target) is answered with \(answer); `switchyard explain` tells more", .dataError)
    }
}

/// A route that a request takes.
struct SpecRoute {
    let request: String
    let plan: RoutePlan
    let route: PlannedRoute

    var name: String { route.name }
}
