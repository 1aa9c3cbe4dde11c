/// The methods of typed clients, and the files that they stand in.
///
/// They are most of what a debug build compiles. Those of a small spec stand beside their clients, in `Upstreams.swift`;
/// those of a large one are spread over files of their own, those beside each other in one, so that a build after an edit
/// compiles the calls around it and not all.
struct ClientCalls {
    /// The build has to know them before the spec is read, so all are always written: without calls a file is empty.
    static let fileNames = (1...16).map { "UpstreamCalls\($0).swift" }
    /// How many calls `Upstreams.swift` takes.
    static let most = 200

    private let plan: RoutePlan
    private let calls: [ClientCall]

    init(_ plan: RoutePlan) {
        self.plan = plan
        calls = plan.routes.filter { $0.target.upstream != nil }
            .flatMap { route in route.paths.indices.map { ClientCall(route: route, path: $0) } }
    }

    private var isSpread: Bool { calls.count > Self.most }

    /// Those that stand in `Upstreams.swift`.
    func besideUpstreams(of upstream: Int) -> [ClientCall] {
        isSpread ? [] : calls.filter { $0.route.upstreams.contains(upstream) }
    }

    /// The files of their own, in the order of their names.
    ///
    /// ```swift
    /// extension AgentsServiceClient {
    ///     /// PUT /agents/{id}
    ///     …
    /// }
    /// ```
    func emitFiles() -> [EmittedFile] {
        let spread = Dictionary(grouping: isSpread ? calls : []) { $0.place(among: Self.fileNames.count) }
        return Self.fileNames.enumerated().map { place, name in
            EmittedFile(name: name, text: spread[place].map(emitFile) ?? "")
        }
    }

    private func emitFile(_ calls: [ClientCall]) -> String {
        var writer = CodeWriter()
        writer.line("// Compiled from the route spec by switchyard. Edit the spec, not this file.")
        writer.line()
        writer.line("public import GatewayRuntime")
        for (index, upstream) in plan.upstreams.enumerated() {
            let own = calls.filter { $0.route.upstreams.contains(index) }
            if own.isEmpty { continue }
            writer.line()
            writer.block("extension \(upstream.clientName)") { writer in
                for (number, call) in own.enumerated() {
                    if number > 0 { writer.line() }
                    call.emit(into: &writer)
                }
            }
        }
        return writer.text
    }
}

extension ClientCall {
    /// The file of the call: the same for all paths that differ in their last segment only, whatever else the spec has.
    fileprivate func place(among count: Int) -> Int {
        let text = route.paths[path].pattern.text
        let parent = text[..<(text.lastIndex(of: "/") ?? text.endIndex)]
        // FNV-1a: the hashes of Swift differ from run to run.
        let hash = parent.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
        return Int(hash % UInt64(count))
    }
}
