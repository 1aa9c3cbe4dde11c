import RouteSpec
import Testing

@Suite("Where the functions of a router stand")
struct RouterFilesTests {
    private static let names = ["Routing.swift", "Routing2.swift", "Routing3.swift", "Routing4.swift"]

    @Test("few stand in one file, and the others are empty")
    func few() throws {
        let files = try Self.files(["/a", "/b/{id}"])
        #expect(files[0].contains("`at /b`"))
        #expect(files.dropFirst().allSatisfy { $0.isEmpty })
    }

    @Test("many are spread in the order of their paths, each in one file and with the `{name}`s compiled into it")
    func many() throws {
        let files = try Self.files(Self.paths)
        for number in 100..<160 {
            let place = try #require(files.firstIndex { $0.contains("func `at /part\(number)`(") })
            #expect(files[place].contains("private func `at /part\(number)/{id}`("))
            for name in ["`at /part\(number)`", "`at /part\(number)/{id}`"] {
                #expect(files.count { $0.contains("func \(name)(") } == 1)
            }
        }
        let starts = try files.map { file in
            try #require((100..<160).first { file.contains("func `at /part\($0)`(") })
        }
        #expect(starts == starts.sorted())
        let lengths = files.map(\.utf8.count)
        #expect(lengths.allSatisfy { $0 > lengths.reduce(0, +) / 8 })
    }

    @Test("an edit of one path changes one file")
    func edit() throws {
        let before = try Self.files(Self.paths)
        let after = try Self.files(Self.paths.map { $0 == "/part130/{id}/lines" ? "/part130/{id}/rows" : $0 })
        #expect(zip(before, after).filter { $0 != $1 }.count == 1)
    }

    /// More than one file takes.
    private static let paths = (100..<160).flatMap { number in
        ["", "/{id}", "/{id}/lines", "/{id}/notes"].map { "/part\(number)\($0)" }
    }

    private static func files(_ paths: [String]) throws -> [String] {
        let routes = paths.map { "  - { path: \"\($0)\", method: GET, upstream: $URL, auth_required: false }\n" }
        let text = "version: \"1.0\"\nroutes:\n" + routes.joined()
        let plan = try #require(compileSpec([SpecFile(path: "spec.yaml", bytes: Array(text.utf8))]).plan)
        let files = emit(plan)
        return try names.map { name in try #require(files.first { $0.name == name }).text }
    }
}
