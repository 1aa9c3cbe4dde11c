/// The files that the functions of a router stand in.
///
/// After an edit of a path they are what takes longest to compile. Those of a small spec stand in `Routing.swift`; those of a
/// large one are spread in the order of their paths.
///
/// Swift compiles what an edit has changed first, in as many parts as there are processors, each of files whose names stand
/// together, and often begins the second part only when it has done the first; then, beside it, what names a route that the edit
/// has renamed. So the file of the edited path is compiled beside the others, where one file of all takes its time alone.
struct RouterFiles {
    /// The build has to know them before the spec is read, so all are always written: what is not needed is empty.
    static let names = ["Routing.swift", "Routing2.swift", "Routing3.swift", "Routing4.swift"]
    /// How many routes one file takes alone.
    static let most = 200

    private(set) var writers: [CodeWriter]
    /// How many ends of paths there are, and how many of them have been written.
    private let ends: Int
    private var written = 0

    /// - Parameters:
    ///   - writers: one a file, at least one.
    ///   - ends: how many ends of paths the router has.
    init(_ writers: [CodeWriter], ends: Int) {
        self.writers = writers
        self.ends = ends
    }

    /// Where the next function belongs, so that the files come out equally long.
    var next: Int { ends == 0 ? 0 : min(written * writers.count / ends, writers.count - 1) }

    /// Writes a function that decides so many ends of paths.
    mutating func write(in file: Int, ends: Int = 0, _ body: (inout CodeWriter) -> Void) {
        written += ends
        body(&writers[file])
    }

    /// Writes the router of a plan into files of its own, so that a build after an edit of a policy does not compile it again.
    static func emit(_ plan: RoutePlan) -> [EmittedFile] {
        var writer = CodeWriter()
        writer.line("// Compiled from the route spec by switchyard. Edit the spec, not this file.")
        writer.line()
        writer.line("import GatewayRuntime")
        writer.line()
        let used = plan.routes.count > most ? names.count : 1
        var files = RouterFiles(Array(repeating: writer, count: used), ends: plan.tree.ends)
        RouterEmitter(plan: plan).emit(into: &files)
        return names.enumerated().map { index, name in
            EmittedFile(name: name, text: index < used ? files.writers[index].text : "")
        }
    }
}

extension PathNode {
    /// How many routes end here.
    var ownEnds: Int { exact.count + below.count + atAndBelow.count }
    /// How many end here and below.
    var ends: Int { (literals.map(\.node) + parameter).reduce(ownEnds) { $0 + $1.ends } }
}
