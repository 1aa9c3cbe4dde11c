import Testing

@testable import RouteSpec

/// Whatever a file holds, the compiler ends, with findings at places that the file has.
@Suite struct FuzzTests {
    private static let seeds =
        ExampleFile.all.flatMap(\.examples).map { Array($0.text.utf8) } + ReferenceSpec.all.map(\.bytes)

    @Test(arguments: 0..<8)
    func `bytes that are changed, lost, doubled and mixed`(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        for _ in 0..<400 {
            var bytes = Self.seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
            check([SpecFile(path: "spec/fuzz.yaml", bytes: bytes)])
        }
    }

    @Test(arguments: 0..<8)
    func `structures that swap their values`(_ seed: UInt64) {
        var random = SplitMix(seed: seed &+ 100)
        let words = Self.seeds.flatMap { String(decoding: $0, as: UTF8.self).split { " {},[]\n".contains($0) } }
        for _ in 0..<200 {
            let text = String(decoding: Self.seeds.randomElement(using: &random) ?? [], as: UTF8.self)
            var tokens = text.split(separator: " ", omittingEmptySubsequences: false)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                guard let index = tokens.indices.randomElement(using: &random) else { continue }
                tokens[index] = words.randomElement(using: &random) ?? ""
            }
            check([SpecFile(path: "spec/fuzz.yaml", text: tokens.joined(separator: " "))])
        }
    }

    @Test func `files that do not belong together`() {
        var random = SplitMix(seed: 7)
        for _ in 0..<300 {
            check(
                (0..<3).map { number in
                    SpecFile(path: "spec/\(number).yaml", bytes: Self.seeds.randomElement(using: &random) ?? [])
                })
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard let at = bytes.indices.randomElement(using: &random) else { return }
        let end = min(bytes.count, at + Int.random(in: 1...12, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(at..<end)
        case 2: bytes.insert(contentsOf: bytes[at..<end], at: bytes.indices.randomElement(using: &random) ?? 0)
        case 3: bytes.insert(Array("{}[]:,&*!|>'\"%@`#$~-?/\\\n\t ".utf8).randomElement(using: &random) ?? 0, at: at)
        case 4:
            bytes.insert(
                contentsOf: Array(
                    ["&a ", "*a", "<<: ", "null", "$X", "é", "\u{2028}"].randomElement(using: &random)?.utf8 ?? "".utf8),
                at: at)
        default: bytes.removeSubrange(end...)
        }
    }

    private func check(_ files: [SpecFile]) {
        let compilation = compileSpec(files)
        let lines = Dictionary(uniqueKeysWithValues: files.map { ($0.path, SourceText($0).lines) })
        for diagnostic in compilation.diagnostics.all {
            let mark = diagnostic.mark
            let source = lines[mark.path] ?? []
            let isPlace =
                source.indices.contains(mark.line - 1)
                && (1...source[mark.line - 1].unicodeScalars.count + 1).contains(mark.column)
            #expect(isPlace, "\(diagnostic) in \(files)")
            #expect(
                !diagnostic.message.isEmpty
                    && diagnostic.message.contains(where: { $0 == ";" || $0 == "," || $0 == "'" }))
        }
        #expect(!compilation.report(decorated: true).contains("\u{0}"))
        #expect((compilation.plan == nil) == compilation.diagnostics.hasErrors)
    }
}
