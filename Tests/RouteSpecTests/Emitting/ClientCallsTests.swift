import Foundation
import RouteSpec
import Testing

@Suite("Where the methods of typed clients stand")
struct ClientCallsTests {
    @Test("few stand beside their clients, and the files for many are empty")
    func few() throws {
        let files = try Self.files(["/a", "/b/{id}"])
        #expect(files["Upstreams.swift"]?.contains("func getBId(") == true)
        #expect(files.filter { $0.key.hasPrefix("UpstreamCalls") }.map(\.value) == Array(repeating: "", count: 16))
    }

    @Test("many are spread, each in one file, and those that differ in their last segment together")
    func many() throws {
        let files = try Self.files(Self.paths).filter {
            $0.key.hasPrefix("UpstreamCalls") || $0.key == "Upstreams.swift"
        }
        var besideEachOther: Set<[String]> = []
        for number in 0..<40 {
            let names = ["getPart\(number)", "getPart\(number)Id", "getPart\(number)IdLines"]
            let places = names.map { name in
                files.filter { $0.value.contains("func \(name)(") }.map(\.key)
            }
            #expect(places.allSatisfy { $0.count == 1 })
            besideEachOther.insert(places[0])
        }
        #expect(besideEachOther.count == 1)
        #expect(files["Upstreams.swift"]?.contains("func ") == false)
        #expect(files.filter { $0.key.hasPrefix("UpstreamCalls") }.allSatisfy { $0.value.contains("func ") })
    }

    /// No test can import a plugin, and SwiftPM has to know the names before the spec is read.
    @Test("the build plugin names the same files")
    func plugin() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let source = try String(
            contentsOf: root.appending(path: "Plugins/GenerateGateway/GenerateGateway.swift"), encoding: .utf8)
        let counted = try #require(source.firstMatch(of: #/\(1\.\.\.(\d+)\)\.map \{ "(\w+)\\\(\$0\)\.swift" \}/#))
        let count = try #require(Int(counted.1))
        let named = source.matches(of: /"(\w+\.swift)"/).map { String($0.1) }
        let emitted = try Self.files(["/a"]).keys.filter { $0.hasSuffix(".swift") }
        #expect(Set(emitted) == Set(named + (1...count).map { "\(counted.2)\($0).swift" }))
    }

    @Test("an edit of one path changes the calls of one file")
    func edit() throws {
        let before = try Self.files(Self.paths)
        let after = try Self.files(
            Self.paths.map { $0 == "/part7/{id}/lines/{line}" ? "/part7/{id}/lines/{number}" : $0 })
        let changed = before.keys.filter { before[$0] != after[$0] }
        #expect(changed.filter { $0.hasPrefix("UpstreamCalls") }.count == 1)
        #expect(!changed.contains("Upstreams.swift") && !changed.contains("Scopes.swift"))
    }

    @Test("an edit of a policy leaves the router and the calls as they are")
    func policy() throws {
        let before = try Self.files(Self.paths)
        let after = try Self.files(Self.paths, options: "timeout: 7s, ")
        #expect(before["Routes.swift"] != after["Routes.swift"])
        #expect(before.keys.filter { before[$0] != after[$0] && $0.hasPrefix("Routing") }.isEmpty)
        #expect(before.keys.filter { before[$0] != after[$0] && $0.hasPrefix("UpstreamCalls") }.isEmpty)
    }

    /// More than one file takes.
    private static let paths = (0..<40).flatMap { number in
        ["", "/{id}", "/{id}/lines", "/{id}/lines/{line}", "/{id}/notes", "/{id}/notes/{note}"].map {
            "/part\(number)\($0)"
        }
    }

    private static func files(_ paths: [String], options: String = "") throws -> [String: String] {
        let spec = """
            version: "1.0"
            auth: { jwt: { secret: $JWT_SECRET } }
            defaults: { upstream: $PARTS_URL, \(options)auth_required: true }
            routes:

            """ + paths.map { "  - { path: \"\($0)\", method: GET }\n" }.joined()
        let plan = try #require(compileSpec([SpecFile(path: "spec/a.yaml", text: spec)]).plan)
        return Dictionary(uniqueKeysWithValues: emit(plan).map { ($0.name, $0.text) })
    }
}
