import Testing

@testable import RouteSpec

@Suite struct NodeComposerTests {
    private func compose(_ bytes: [UInt8], name: String = "spec.yaml") -> (node: Node?, findings: [String]) {
        var budget = NodeBudget()
        var diagnostics = Diagnostics()
        let node = NodeComposer.compose(SpecFile(path: name, bytes: bytes), budget: &budget, into: &diagnostics)
        _ = budget.check(into: &diagnostics)
        return (node, diagnostics.all.map(\.description))
    }

    private func entries(_ text: String) throws -> [Node.Entry] {
        guard case .map(let entries) = try #require(compose(Array(text.utf8)).node).content else { return [] }
        return entries
    }

    @Test func `columns count Unicode characters`() throws {
        let entry = try #require(try entries("é: { ü: [\"日本\", x] }").first)
        #expect(entry.key.mark == Mark(path: "spec.yaml", line: 1, column: 1, endLine: 1, endColumn: 2))
        guard case .map(let inner) = entry.value.content, case .list(let nodes)? = inner.first?.value.content else {
            Issue.record("no list")
            return
        }
        #expect(nodes.map(\.mark.column) == [10, 16])
        #expect(nodes.map(\.mark.endColumn) == [14, 17])
    }

    @Test(arguments: ["a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "\u{FEFF}a: 1\nb: 2", "a: 1\rb: 2\r", "# c\u{E9}\n\u{FEFF}"])
    func `a byte order mark and any line ends change no place`(_ text: String) throws {
        guard text.contains("b") else { return }
        let entries = try entries(text)
        #expect(entries.map(\.key.value) == ["a", "b"])
        #expect(entries.map(\.key.mark.line) == [1, 2])
        #expect(entries.map(\.value.mark.column) == [4, 4])
    }

    @Test func `an alias has the place of its use, what is in it that of the anchor`() throws {
        let entries = try entries("x-a: &a { b: 1 }\nc: *a\nd: *a\n")
        #expect(entries.map(\.value.mark.line) == [1, 2, 3])
        guard case .map(let inner) = entries[2].value.content else {
            Issue.record("no map")
            return
        }
        #expect(inner[0].value.mark.line == 1)
    }

    @Test func `an anchor can be set again`() throws {
        let entries = try entries("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")
        let texts = entries.map { if case .scalar(let scalar) = $0.value.content { scalar.text } else { "" } }
        #expect(texts == ["1", "1", "2", "2"])
    }

    @Test func `the depth of 64 is allowed`() {
        let text = "x: " + String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
        #expect(compose(Array(text.utf8)).findings == [])
    }

    @Test func `what lies deeper is not read, nor what stands behind it`() {
        let text = "x: " + String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(
            compose(Array("\(text)\ny: !tag 1\n".utf8)).findings == [
                "spec.yaml:1:67: error: this lies deeper than 64 levels; flatten it"
            ])
    }

    @Test(arguments: [
        (
            [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x61],
            "spec.yaml:1:1: error: the file begins with two byte order marks; save it with one, or without"
        ),
        (
            Array("%YAML 1.3\n---\na: b\n".utf8),
            "spec.yaml:1:1: error: not valid YAML: found incompatible YAML document; write '%YAML 1.2', or leave the line out"
        ),
        (
            Array("%TEST a\n---\na: b\n".utf8),
            "spec.yaml:1:6: error: not valid YAML: found unknown directive name while scanning a directive that begins at spec.yaml:1:1; leave the line out, or quote text that begins with '%'"
        ),
        ([0xFF, 0xFE, 0x61, 0x00], "spec.yaml:1:1: error: the file is UTF-16; save it as UTF-8"),
        ([0xFE, 0xFF, 0x00, 0x61], "spec.yaml:1:1: error: the file is UTF-16; save it as UTF-8"),
        (
            Array("a: b\nc: ".utf8) + [0xC3, 0x28],
            "spec.yaml:2:5: error: invalid trailing UTF-8 octet; save the file as UTF-8 text"
        ),
        (
            Array("a: é".utf8) + [0x01],
            "spec.yaml:1:5: error: control characters are not allowed; save the file as UTF-8 text"
        ),
    ])
    func `bytes that are no text`(_ bytes: [UInt8], _ finding: String) {
        #expect(compose(bytes).findings == [finding])
    }

    @Test func `a file over 4 MiB, and one of 4 MiB`() {
        let large = Array("a: b\n#".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: (4 << 20) - 6)
        #expect(compose(large).findings == [])
        #expect(
            compose(large + [0x78]).findings == [
                "spec.yaml:1:1: error: the file is over 4 MiB; split it, since every *.yaml of the folder is read"
            ])
    }

    @Test func `a file of the other name`() {
        #expect(
            compose(Array("a: b".utf8), name: "spec/a.yml").findings == [
                "spec/a.yml:1:1: error: 'a.yml' is not read; rename it to 'a.yaml'"
            ])
    }

    @Test func `ten thousand nodes without an alias are fine, with one they are not`() {
        let many = "x-a: &a [" + String(repeating: "1,", count: 11_000) + "]\n"
        #expect(compose(Array(many.utf8)).findings == [])
        #expect(
            compose(Array((many + "x-b: *a\n").utf8)).findings == [
                "spec.yaml:2:6: error: the spec has over 10,000 nodes once its aliases are expanded; "
                    + "write it with fewer aliases, or with none"
            ])
    }

    @Test func `aliases that would fill the memory are counted, not expanded`() {
        var text = "x-0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
        for level in 1...60 {
            text +=
                "x-\(level): &x\(level) [" + Array(repeating: "*x\(level - 1)", count: 9).joined(separator: ", ")
                + "]\n"
        }
        #expect(compose(Array(text.utf8)).findings.first?.hasPrefix("spec.yaml:5:") == true)
    }
}
