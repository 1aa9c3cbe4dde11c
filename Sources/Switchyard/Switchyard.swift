import ArgumentParser

@main
struct Switchyard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "switchyard",
        abstract: "Compiles a route spec into an API gateway.",
        discussion: """
            EXAMPLES
              switchyard init                                 write a starter spec
              switchyard check                                check the spec in spec/
              switchyard explain GET /api/v1/agents/42        which route, and why

            EXIT STATUS
              0 done (warnings too), 64 misuse, 65 the spec has errors, 66 no such spec, 73 cannot write
            """,
        subcommands: [Check.self, Generate.self, Explain.self, Init.self])
}
