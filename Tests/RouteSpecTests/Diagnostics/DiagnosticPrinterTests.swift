import Testing

@testable import RouteSpec

@Suite struct DiagnosticPrinterTests {
    private func mark(_ path: String, _ line: Int, _ columns: Range<Int>) -> Mark {
        Mark(path: path, line: line, column: columns.lowerBound, endLine: line, endColumn: columns.upperBound)
    }

    /// Without the colours.
    private func listing(_ text: String, _ diagnostics: Diagnostics) -> String {
        DiagnosticPrinter(.colored, files: [SpecFile(path: "a.yaml", text: text)]).text(of: diagnostics)
            .replacing(/\u{1B}\[[0-9]*m/, with: "")
    }

    @Test func `a line each, by file and place, each once`() {
        var diagnostics = Diagnostics()
        diagnostics.error(at: mark("b.yaml", 1, 1..<2), "third; fix it")
        diagnostics.warning(at: mark("a.yaml", 10, 3..<4), "second")
        diagnostics.error(at: mark("a.yaml", 9, 8..<9), "first")
        diagnostics.error(at: mark("b.yaml", 1, 1..<2), "third; fix it")
        #expect(
            DiagnosticPrinter(.plain, files: []).text(of: diagnostics) == """
                a.yaml:9:8: error: first
                a.yaml:10:3: warning: second
                b.yaml:1:1: error: third; fix it

                """)
        #expect(diagnostics.hasErrors && diagnostics.errorCount == 3)
    }

    @Test func `the source line, and marks below the place`() {
        var diagnostics = Diagnostics()
        diagnostics.error(at: mark("a.yaml", 2, 3..<8), "no")
        diagnostics.error(at: mark("a.yaml", 3, 4..<4), "end")
        #expect(
            listing("one\r\n\tétoile: x\nabc", diagnostics) == """
                a.yaml:2:3: error: no
                \tétoile: x
                \t ^~~~~
                a.yaml:3:4: error: end
                abc
                   ^

                """)
    }

    @Test func `a place over several lines is marked to the end of its first`() {
        var diagnostics = Diagnostics()
        diagnostics.error(at: Mark(path: "a.yaml", line: 1, column: 4, endLine: 3, endColumn: 1), "no")
        #expect(listing("a: [\nb]\n", diagnostics) == "a.yaml:1:4: error: no\na: [\n   ^\n")
    }

    @Test func `a file that is not there, a line that is not there, an empty line`() {
        var diagnostics = Diagnostics()
        diagnostics.error(at: mark("b.yaml", 1, 1..<2), "x")
        diagnostics.error(at: mark("a.yaml", 9, 1..<2), "y")
        diagnostics.error(at: mark("a.yaml", 2, 1..<1), "z")
        #expect(listing("a\n\n", diagnostics) == "a.yaml:2:1: error: z\na.yaml:9:1: error: y\nb.yaml:1:1: error: x\n")
    }

    @Test func `control characters do not reach the terminal`() {
        var diagnostics = Diagnostics()
        diagnostics.error(at: mark("a.yaml", 1, 1..<2), "a\u{1B}[2Jb")
        #expect(
            listing("x\u{1B}[31m\u{202E}y", diagnostics)
                == "a.yaml:1:1: error: a\\u{1b}[2Jb\nx\u{FFFD}[31m\u{FFFD}y\n^\n")
    }

    @Test(arguments: [
        "version: \"1.0\"\nauth: { jwt: { secret: hunter2, leeway: 9 } }\nroutes: [{ path: /a, upstream: $A }]\n",
        "version: \"1.0\"\nauth: { jwt: { secret: \"${S:-hunter2}\", leeway: 9 } }\nroutes: [{ path: /a, upstream: $A }]\n",
        "version: \"1.0\"\nauth:\n  jwt:\n    secret:\n      - hunter2\n      - $A\nroutes: [{ path: /a, upstream: $A }]\n",
        "version: \"1.0\"\nauth: { jwt: { secret: \"prefix-$A-hunter2\" } }\nroutes: [{ path: /a, upstream: $A }]\n",
        "version: \"1.0\"\nauth: { jwt: { secret: hunter2 }\nroutes: [{ path: /a, upstream: $A }]\n",
        "version: \"1.0\"\nauth: { jwt: { secret: hunter2, secret: hunter2 } }\nroutes: [{ path: /a, upstream: $A }]\n",
        "version: \"1.0\"\nauth: { jwt: { secret: !!str hunter2 } }\nroutes: [{ path: /a, upstream: $A }]\n",
        "version: \"1.0\"\nauth: { jwt: { secret: { is: hunter2 } } }\nroutes: [{ path: /a, upstream: $A }]\n",
        "version: \"1.0\"\nupstreams: { a: { url: \"http://me:hunter2@a\" } }\nroutes: [{ path: /a, upstream: a, auth_required: false }]\n",
        "version: \"1.0\"\nroutes: [{ path: /a, upstream: \"http://me:hunter2@a\", auth_required: false }]\n",
    ])
    func `a secret that stands in the spec is on no line`(_ text: String) {
        let compilation = compileSpec([SpecFile(path: "a.yaml", text: text)])
        #expect(!compilation.diagnostics.all.isEmpty)
        #expect(!compilation.report(decorated: true).contains("hunter2"))
        #expect(!compilation.report(decorated: false).contains("hunter2"))
    }
}
