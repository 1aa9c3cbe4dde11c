import Testing

@testable import RouteSpec

@Suite struct TemplateTests {
    @Test(
        arguments: [
            ("plain", [], "plain"), ("$A", ["A"], nil), ("${A}", ["A"], nil), ("${A:-b}", ["A=b"], "b"),
            ("${A:-}", ["A="], ""),
            ("http://$HOST:${PORT:-80}/x", ["HOST", "PORT=80"], nil), ("http://${H:-a:-b}", ["H=a:-b"], "http://a:-b"),
            ("a$$b", [], "a$b"), ("$$$A", ["A"], nil), ("$${A}", [], "${A}"), ("${_A1:-x}$$", ["_A1=x"], "x$"),
            ("$A.b", ["A"], nil),
        ] as [(String, [String], String?)])
    func `variables, and what stands where none is set`(_ text: String, _ variables: [String], _ byDefault: String?)
        throws
    {
        let template = try Template(parsing: text)
        #expect(template.text == text)
        #expect(
            template.variables.map { variable in variable.fallback.map { "\(variable.name)=\($0)" } ?? variable.name }
                == variables)
        #expect(template.textByDefault == byDefault)
    }

    @Test(arguments: [
        "$", "a$", "$1", "${", "${}", "${1A}", "${A", "${A:b}", "${A-b}", "${A:-$B}", "${A:-${B}}", "${A B}", "$-",
    ])
    func `other uses of a dollar sign`(_ text: String) { #expect(throws: Fault.self) { try Template(parsing: text) } }
}
