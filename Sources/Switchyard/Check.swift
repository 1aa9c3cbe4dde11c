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
        let builtins = plan.routes.count - routes
        print("\(count(routes, "route")), \(count(builtins, "builtin")), \(count(plan.upstreams.count, "upstream"))")
    }

    /// `1 route`, `2 routes`
    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
