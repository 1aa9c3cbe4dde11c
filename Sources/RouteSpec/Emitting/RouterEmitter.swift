/// Writes the router: one function a node of the path tree, each a `switch` over the segment at the cursor.
struct RouterEmitter {
    let plan: RoutePlan

    /// How many literals a `switch` compares in a row; a wider node is split first. A chain of 1,000 costs 266 ns a match,
    /// a split one 12 ns.
    static let widest = 16

    var widest = Self.widest

    /// ```swift
    /// private func `at /api/v1/agents`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    ///     if path.isEnd {
    ///         switch request.method {
    ///         case .get, .head: return .getApiV1Agents
    ///         default: return nil
    ///         }
    ///     }
    ///     …
    /// }
    /// ```
    func emit(into files: inout RouterFiles) {
        files.write(in: 0) { writer in
            writer.line(
                "/// The route of a request: for each segment the literals first, then `{name}`, then the wildcards.")
            writer.line("@Sendable")
            writer.block(
                "func findRoute(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> RouteMatch"
            ) {
                $0.line("RouteMatch(\(functionName(plan.tree))(path, request, &captures))")
            }
        }
        emit(plan.tree, isOnly: true, in: 0, calledFrom: 0, into: &files)
    }

    private func functionName(_ node: PathNode) -> String {
        // The one character of a path that the name could not have.
        let label = node.label.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "%60")
        return "`at \(label.isEmpty ? "the root" : label)`"
    }

    /// - Parameters:
    ///   - isOnly: whether a caller has one such function at most, as with the root and with `{name}`s. It is compiled
    ///     into its caller then, a call less on the way; by itself the compiler does so only where it takes all files of a
    ///     module together, and SwiftPM has it take them side by side.
    ///   - file: where the function stands; its caller stands in the same one or another.
    private func emit(
        _ node: PathNode, isOnly: Bool, in file: Int, calledFrom caller: Int, into files: inout RouterFiles
    ) {
        let children = node.literals.map(\.node)
        let ends = children.filter { arm(of: $0) != nil }.reduce(node.ownEnds) { $0 + $1.ownEnds }
        files.write(in: file, ends: ends) { writer in
            writer.line()
            if isOnly { writer.line("@inline(__always)") }
            let head = "func \(functionName(node))"
            writer.block(
                "\(file == caller ? "private " : "")\(head)(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route?"
            ) { writer in
                let stages = stages(of: node)
                for (index, stage) in stages.enumerated() { stage(&writer, index + 1 == stages.count) }
            }
        }
        for child in children where arm(of: child) == nil {
            emit(child, isOnly: false, in: files.next, calledFrom: file, into: &files)
        }
        for child in node.parameter { emit(child, isOnly: true, in: file, calledFrom: file, into: &files) }
    }

    /// A step of a node's function. The last one always returns; the others return only what they find.
    private typealias Stage = (_ writer: inout CodeWriter, _ isLast: Bool) -> Void

    private func stages(of node: PathNode) -> [Stage] {
        var stages: [Stage] = []
        let ending = node.exact.map { Choice($0) } + node.atAndBelow.map { Choice($0, wildcard: "restWithSlash") }
        let descending =
            !node.literals.isEmpty || !node.parameter.isEmpty || !node.below.isEmpty || !node.atAndBelow.isEmpty
        if !ending.isEmpty || !descending {
            stages.append { writer, isLast in
                if isLast { writer.line("guard path.isEnd else { return nil }") }
                if isLast {
                    emit(ending, isLast: true, into: &writer)
                } else {
                    writer.block("if path.isEnd") { emit(ending, isLast: true, into: &$0) }
                }
            }
        } else {
            // Nothing ends here, and there is no segment to look at.
            stages.append { writer, _ in writer.line("if path.isEnd { return nil }") }
        }
        if !node.literals.isEmpty || !node.parameter.isEmpty {
            // Once for all that follows: less code, and the processor looks for the next slash while it compares this segment.
            stages.append { writer, _ in writer.line("let next = path.next") }
        }
        if !node.literals.isEmpty {
            stages.append { writer, isLast in
                let cases = node.literals.map { Case(literal: $0.literal, node: $0.node) }
                emitSplit(cases, by: .length, isLast: isLast, into: &writer)
            }
        }
        for child in node.parameter {
            stages.append { writer, isLast in
                let body = "captures[\(node.depth)] = path.range  // \(node.parameterNames.joined(separator: ", "))"
                let call = "\(functionName(child))(next, request, &captures)"
                if isLast { writer.line("if path.segment.isEmpty { return nil }") }
                if isLast {
                    writer.line(body)
                    writer.line("return \(call)")
                } else {
                    writer.block("if !path.segment.isEmpty") {
                        $0.line(body)
                        $0.line("if let route = \(call) { return route }")
                    }
                }
            }
        }
        let wildcards =
            node.below.map { Choice($0, wildcard: "rest") }
            + node.atAndBelow.map { Choice($0, wildcard: "restWithSlash") }
        if !wildcards.isEmpty {
            stages.append { writer, isLast in emit(wildcards, isLast: isLast, into: &writer) }
        }
        return stages
    }
}

// MARK: - Segments

extension RouterEmitter {
    private struct Case {
        let literal: String
        let node: PathNode
    }

    /// What becomes of a path that ends behind a literal and has one method and no conditions, as most do: it needs no
    /// function of its own.
    private func arm(of node: PathNode) -> String? {
        guard node.literals.isEmpty, node.parameter.isEmpty, node.below.isEmpty, node.atAndBelow.isEmpty,
            node.exact.count == 1, let endpoint = node.exact.first, endpoint.conditions.isEmpty, endpoint.pathCount == 1
        else { return nil }
        let statement = statements(for: Choice(endpoint))[0]
        guard let method = endpoint.method else { return "where next.isEnd: \(statement)" }
        return "where next.ends(.\(method.rawValue.lowercased()), request): \(statement)"
    }

    private enum Split: Hashable {
        case length
        case byte(Int)

        /// What the split looks at.
        var subject: String {
            switch self {
            case .length: "path.segment.count"
            case .byte(let index): "path.segment[\(index)]"
            }
        }
    }

    /// `switch path.segment { case "agents": return … }`, split by length and then by a telling byte where it would be long.
    private func emitSplit(_ cases: [Case], by split: Split, isLast: Bool, into writer: inout CodeWriter) {
        guard cases.count > widest, let (split, parts) = partition(cases, by: split) else {
            writer.line("switch path.segment {")
            for item in cases {
                if let arm = arm(of: item.node) {
                    writer.line("case \(RouteSpec.literal(item.literal)) \(arm)")
                    continue
                }
                let call = "\(functionName(item.node))(next, request, &captures)"
                let arm = isLast ? "return \(call)" : "if let route = \(call) { return route }"
                writer.line("case \(RouteSpec.literal(item.literal)): \(arm)")
            }
            writer.line(isLast ? "default: return nil" : "default: break")
            writer.line("}")
            return
        }
        writer.line("switch \(split.subject) {")
        for (label, cases) in parts {
            writer.line("case \(label):")
            writer.indented { emitSplit(cases, by: .byte(0), isLast: isLast, into: &$0) }
        }
        writer.line(isLast ? "default: return nil" : "default: break")
        writer.line("}")
    }

    /// The cases in groups: by length first, also where all have the same, since a byte may only be asked for where it is; or among those of one length by the byte that leaves the smallest largest group.
    private func partition(_ cases: [Case], by split: Split) -> (Split, [(label: String, cases: [Case])])? {
        if split == .length {
            let groups = Dictionary(grouping: cases) { $0.literal.utf8.count }
            return (.length, groups.sorted { $0.key < $1.key }.map { ("\($0.key)", $0.value) })
        }
        let length = cases[0].literal.utf8.count
        let bytes = cases.map { Array($0.literal.utf8) }
        func groups(_ index: Int) -> [UInt8: [Int]] { Dictionary(grouping: cases.indices) { bytes[$0][index] } }
        let largest = (0..<length).map { groups($0).values.map(\.count).max() ?? 0 }
        guard let best = largest.indices.min(by: { largest[$0] < largest[$1] }), groups(best).count > 1 else {
            return nil
        }
        return (
            .byte(best),
            groups(best).sorted { $0.key < $1.key }.map { byte, indices in
                (RouteSpec.literal(String(Unicode.Scalar(byte))), indices.map { cases[$0] })
            }
        )
    }
}

// MARK: - Methods and conditions

extension RouterEmitter {
    /// An endpoint that the cursor has reached, and what of ``PathView`` its wildcard stands for.
    private struct Choice {
        let endpoint: Endpoint
        let wildcard: String?

        init(_ endpoint: Endpoint, wildcard: String? = nil) {
            self.endpoint = endpoint
            self.wildcard = wildcard
        }
    }

    /// The choices, which are in their order already: those with conditions one by one, runs of others as a switch.
    private func emit(_ choices: [Choice], isLast: Bool, into writer: inout CodeWriter) {
        var rest = choices[...]
        var returned = false
        while let first = rest.first {
            if first.endpoint.conditions.isEmpty {
                let run = rest.prefix { $0.endpoint.conditions.isEmpty && $0.wildcard == first.wildcard }
                rest = rest.dropFirst(run.count)
                returned = emitMethods(Array(run), isLast: isLast && rest.isEmpty, into: &writer)
                if returned { return }
            } else {
                rest = rest.dropFirst()
                let statements = self.statements(for: first)
                patterns(of: first.endpoint).forEach { writer.line("// \($0)") }
                writer.line("if \(condition(of: first.endpoint)) {")
                writer.indented { writer in statements.forEach { writer.line($0) } }
                writer.line("}")
            }
        }
        if isLast { writer.line("return nil") }
    }

    /// A switch over the method; whether every path through it returns.
    private func emitMethods(_ choices: [Choice], isLast: Bool, into writer: inout CodeWriter) -> Bool {
        let named = choices.filter { $0.endpoint.method != nil }
        let any = choices.first { $0.endpoint.method == nil }
        if named.isEmpty, let any {
            statements(for: any).forEach { writer.line($0) }
            return true
        }
        writer.line("switch request.method {")
        for (methods, statements) in arms(of: named) {
            emitCase(
                "case \(methods.map { ".\($0.rawValue.lowercased())" }.joined(separator: ", ")):", statements,
                into: &writer)
        }
        emitCase("default:", any.map(statements) ?? [isLast ? "return nil" : "break"], into: &writer)
        writer.line("}")
        return any != nil || isLast
    }

    /// What each named method leads to, methods that lead to the same together; GET takes HEAD where nothing else does.
    private func arms(of choices: [Choice]) -> [(methods: [RouteMethod], statements: [String])] {
        var statements: [RouteMethod: [String]] = [:]
        for choice in choices {
            guard let method = choice.endpoint.method, statements[method] == nil else { continue }
            statements[method] = self.statements(for: choice)
        }
        if statements[.head] == nil { statements[.head] = statements[.get] }
        return Dictionary(grouping: statements.keys) { statements[$0] ?? [] }
            .map { (methods: $0.value.sorted(), statements: $0.key) }
            .sorted { ($0.methods.first?.order ?? 0) < ($1.methods.first?.order ?? 0) }
    }

    private func emitCase(_ label: String, _ statements: [String], into writer: inout CodeWriter) {
        guard statements.count > 1 else { return writer.line("\(label) \(statements[0])") }
        writer.line(label)
        writer.indented { writer in statements.forEach { writer.line($0) } }
    }

    /// What is left to note once a choice is made, and its route.
    private func statements(for choice: Choice) -> [String] {
        var statements: [String] = []
        if let wildcard = choice.wildcard {
            statements.append("captures[\(choice.endpoint.pattern.parameters.count)] = path.\(wildcard)")
        }
        if choice.endpoint.pathCount > 1 { statements.append("captures.pathIndex = \(choice.endpoint.path)") }
        return statements + ["return .\(plan.routes[choice.endpoint.route].identifier.spelling)"]
    }

    private func condition(of endpoint: Endpoint) -> String {
        var terms: [String] = []
        switch endpoint.method {
        case .get: terms.append("request.method == .get || request.method == .head")
        case .some(let method): terms.append("request.method == .\(method.rawValue.lowercased())")
        case nil: break
        }
        switch endpoint.conditions.host {
        case .exact(let name): terms.append("request.isFor(host: \(literal(name)))")
        case .below(let domain): terms.append("request.isFor(hostBelow: \(literal(domain)))")
        case nil: break
        }
        terms += endpoint.conditions.headers.map { "request.hasHeader(\(arguments(of: $0)))" }
        terms += endpoint.conditions.query.map { "request.hasQuery(\(arguments(of: $0)))" }
        return terms.joined(separator: ", ")
    }

    private func arguments(of condition: RouteDeclaration.Condition) -> String {
        let name = literal(condition.name)
        switch condition.test {
        case .exact(let text): return "\(name), \(literal(text))"
        case .prefix(let text): return "\(name), prefix: \(literal(text))"
        case .present: return name
        case .pattern(let pattern): return "\(name), like: \(literal(pattern.automaton.table))"
        }
    }

    /// The regular expressions of a condition, since nobody reads their tables.
    private func patterns(of endpoint: Endpoint) -> [String] {
        (endpoint.conditions.headers + endpoint.conditions.query).compactMap { condition in
            guard case .pattern(let pattern) = condition.test else { return nil }
            return commentLines("\(condition.name): \(pattern.text)").joined(separator: " ")
        }
    }
}
