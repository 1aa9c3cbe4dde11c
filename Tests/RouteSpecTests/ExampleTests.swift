import Testing

/// What is said of each example in `Examples`; a new one is a few new lines there. `RECORD_SNAPSHOTS=1` writes down what
/// is said now, and fails, so that somebody reads it.
@Suite struct ExampleTests {
    @Test(arguments: ExampleFile.all)
    func `examples get the findings that stand below them`(_ file: ExampleFile) throws {
        for example in file.examples {
            #expect(findings(example.text) == example.findings, "\(example.title)")
        }
        if ExampleFile.isRecording {
            try file.record { findings($0.text) }
            Issue.record("recorded \(file.name)")
        }
    }

    @Test func `every example has a finding, or says that it has none`() {
        let examples = ExampleFile.all.flatMap(\.examples)
        #expect(examples.count > 200)
        for example in examples where example.findings.isEmpty { #expect(example.saysNothing, "\(example.title)") }
    }
}
