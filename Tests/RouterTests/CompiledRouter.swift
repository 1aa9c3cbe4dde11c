import Foundation

/// Compiles generated routers, text as it is, and runs requests through them in a process of their own.
struct CompiledRouter {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Sources/Runtime"
    )
    .standardizedFileURL
    /// What a router is written against; it needs nothing else of the runtime.
    private static let library = [
        "Match/Segment.swift", "Match/PathView.swift", "Match/Captures.swift", "Match/Method.swift",
        "Match/MatchRequest.swift",
        "Match/Ordinal.swift", "Match/RouteMatch.swift", "Match/HostName.swift", "Match/QueryParameters.swift",
        "Match/BytePattern.swift", "Wire/ByteView.swift",
        "Wire/FieldKind.swift", "Wire/HeaderFields.swift",
    ]

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "switchyard-routers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try runTool(
            "swiftc",
            [
                "-parse-as-library", "-module-name", "GatewayRuntime", "-emit-module", "-emit-module-path",
                path("GatewayRuntime.swiftmodule"),
            ]
                + ["-wmo", "-c", "-o", path("runtime.o")] + Self.library.map { Self.sources.appending(path: $0).path })
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The answers to the requests, a line each: the route's name or `-`, its path's index, and its captures with commas.
    /// - Parameter router: the text of each of its files.
    func answers(of router: [String], named name: String, to requests: [String]) throws -> [String] {
        let files = router.indices.map { path("\(name)-\($0).swift") }
        for (file, text) in zip(files, router) { try text.write(toFile: file, atomically: true, encoding: .utf8) }
        try Self.driver.write(toFile: path("main.swift"), atomically: true, encoding: .utf8)
        try requests.joined(separator: "\n").write(toFile: path("\(name).txt"), atomically: true, encoding: .utf8)
        try runTool(
            "swiftc",
            ["-I", folder.path, path("main.swift")] + files + [path("runtime.o"), "-o", path(name)])
        let output = try runTool(path(name), [path("\(name).txt")])
        return output.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Reads `METHOD PATH HOST BETA QUERY COUNT` lines; BETA is `X-Beta` and its value or `-`, COUNT how many captures to print.
    private static let driver = """
        import Foundation
        import GatewayRuntime

        var captures = Captures()
        var lines = ""
        let bytes = Array(try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).utf8) + Array(repeating: 0, count: 16)
        bytes.withUnsafeBufferPointer { buffer in
            let base = buffer.baseAddress!
            var start = 0
            while start < buffer.count - 16 {
                let end = buffer[start...].firstIndex { $0 == 10 || $0 == 0 }!
                let fields = buffer[start..<end].split(separator: 32, omittingEmptySubsequences: false)
                func view(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> ByteView { ByteView(base + slice.startIndex, count: slice.count) }
                let beta = HeaderField(nameStart: 0, nameEnd: 6, valueStart: 6, valueEnd: UInt32(max(6, fields[3].count)))
                withUnsafePointer(to: beta) { field in
                    let request = MatchRequest(
                        method: Method(view(fields[0])), host: view(fields[2]), query: view(fields[4]),
                        fields: HeaderFields(
                            base: base + fields[3].startIndex,
                            fields: UnsafeBufferPointer(start: field, count: fields[3].first == 45 ? 0 : 1)))
                    captures.pathIndex = 0
                    let path = base + fields[1].startIndex
                    let found = findRoute(PathView(path, count: fields[1].count), request, &captures)
                    let name = found.isFound ? "\\(Route.allCases[Int(found.index)])" : "-"
                    let count = Int(String(decoding: fields[5], as: UTF8.self))!
                    let values = found.isFound ? (0..<count).map { index in
                        String(decoding: UnsafeBufferPointer(start: path + Int(captures[index].start), count: captures[index].count), as: UTF8.self)
                    } : []
                    lines += "\\(name) \\(captures.pathIndex) \\(values.joined(separator: ","))\\n"
                }
                start = end + 1
            }
        }
        print(lines, terminator: "")
        """
}
