import ArgumentParser
import RouteSpec

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a spec: everything that a build would say of it.",
        discussion: """
            EXAMPLES
              switchyard check
              switchyard check teams/payments/spec --color
            """)

    @Argument(help: ArgumentHelp("Spec folder or files.", valueName: "spec"))
    var paths = ["spec"]

    @OptionGroup var options: SpecOptions

    func run() throws {
        let plan = try options.compile(paths)
        let routes = plan.routes.count { $0.target.upstream != nil }
        print("\(routes) routes, \(plan.routes.count - routes) builtins, \(plan.upstreams.count) upstreams")
    }
}

extension PlannedRoute.Target {
    var upstream: Int? { if case .upstream(let index) = self { index } else { nil } }
}
