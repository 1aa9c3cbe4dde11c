import Foundation
import Testing

@Suite("switchyard") struct SwitchyardTests {
    /// A spec of which much is to be said at one place each, and suggested among equals: Swift seeds its hashes anew in every process.
    private static let faulty = """
        version: "1.0"
        auth: { jwt: { secret: $S } }
        upstreams: { a: { url: "http://x:1" }, b: { url: "http://x:2" }, c: { url: "http://x:3" } }
        schemas: { Aab: { type: string }, Abb: { type: string }, Acb: { type: string }, Adb: { type: string } }
        routes:
          - { path: "/{a}/get", method: GET, upstream: a }
          - { path: "/{a}/post", method: POST, upstream: a }
          - { path: "/{a}/put", method: PUT, upstream: a }
          - { path: "/{a}/patch", method: PATCH, upstream: a }
          - { path: "/{a}/delete", method: DELETE, upstream: a }
          - { path: "/q/{b}", method: [GET, POST, PUT, PATCH, DELETE], upstream: a }
          - { path: /strict, upstream: [{ name: a }, { name: b }, { name: c }], scopes: [x] }
          - { path: /lax/a, upstream: a, rewrite: /strict }
          - { path: /lax/b, upstream: b, rewrite: /strict }
          - { path: /lax/c, upstream: c, rewrite: /strict }
          - { path: /schema, upstream: a, response: { "200": { body: { $ref: "#/schemas/Axb" } } } }
        """

    @Test("says the same of a spec in every process, and in the same order")
    func order() async throws {
        let spec = try SpecFolder(Self.faulty)
        let runs = try await onThread {
            try (0..<6).map { _ in try ChildProcess.run(.switchyard, ["check", spec.path], environment: [:]) }
        }
        let said = runs[0].errors
        #expect(said.split(separator: "\n").count > 8, "\(said)")
        for run in runs {
            #expect(run.end == .exit(65))
            #expect(run.errors == said)
        }
    }

    @Test("explains no request that the gateway refuses, and takes no header without a name")
    func refused() async throws {
        let spec = try SpecFolder(
            "version: \"1.0\"\nroutes:\n  - { path: /x, upstream: \"http://h:1\", auth_required: false }\n")
        let (bad, nameless) = try await onThread {
            (
                try ChildProcess.run(
                    .switchyard, ["explain", "GET", "/x?a#b", "--spec", spec.path], environment: [:]),
                try ChildProcess.run(
                    .switchyard, ["explain", "GET", "/x", "--header", ": x", "--spec", spec.path], environment: [:])
            )
        }
        #expect(bad.output == "GET /x?a#b\n\n  answer     400, since the query has a '#'\n")
        #expect(nameless.end == .exit(64))
        #expect(nameless.errors.contains("The header ': x' is not of the form 'Name: value'."))
    }

    @Test("fits into a terminal of 80 columns")
    func help() async throws {
        let help = try await onThread {
            try ChildProcess.run(.switchyard, ["--help"], environment: ["COLUMNS": "80"])
        }
        #expect(help.output.contains("  switchyard explain GET /api/v1/agents/42        which route, and why\n"))
    }
}

/// A folder with a spec, gone with its last holder.
private final class SpecFolder: Sendable {
    let path: String

    init(_ spec: String) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "switchyard-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try Data(spec.utf8).write(to: URL(filePath: path).appending(path: "spec.yaml"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
