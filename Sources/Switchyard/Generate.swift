import ArgumentParser
import RouteSpec

struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write what a spec compiles to: the Swift files, openapi.json and access.txt.",
        discussion: """
            The build does this by itself; by hand it shows what a build would compile. A file whose text has not changed is
            left as it is.

            EXAMPLES
              switchyard generate --output /tmp/generated
            """)

    @Argument(help: ArgumentHelp("Spec folder or files.", valueName: "spec"))
    var paths = ["spec"]

    @Option(name: .shortAndLong, help: "The folder to write into; it is made if it is not there.")
    var output: String

    @OptionGroup var options: SpecOptions

    func run() throws {
        let plan = try options.compile(paths)
        do {
            try writeFiles(emit(plan), to: output)
        } catch {
            throw failure("cannot write to '\(output)': \(error); choose a folder that can be written", .cannotCreate)
        }
    }
}
