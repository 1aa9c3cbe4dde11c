import Testing

@testable import RouteSpec

/// The core schema of YAML 1.2, not the words and numbers of 1.1.
@Suite struct ScalarTests {
    private func plain(_ text: String) -> Scalar { Scalar(text: text, isPlain: true) }

    @Test(arguments: [
        "yes", "no", "on", "off", "y", "tRUE", "1_000", "0b1", "1:30", "nul", "1.0.0", "e5", "-", "+", ".", "1e", "0x",
        "0o8", "..1",
    ])
    func `text is what is nothing else`(_ text: String) { #expect(plain(text).isText) }

    @Test(arguments: ["", "~", "null", "Null", "NULL"])
    func `nothing`(_ text: String) {
        #expect(plain(text).isNull)
        #expect(!plain(text).isText)
    }

    @Test(arguments: [
        ("0", 0), ("7", 7), ("-3", -3), ("+5", 5), ("007", 7), ("0o17", 15), ("0xff", 255), ("0xFF", 255),
        ("9223372036854775807", Int.max),
    ])
    func `whole numbers`(_ text: String, _ value: Int) { #expect(plain(text).int == value) }

    @Test(arguments: ["9223372036854775808", "0xffffffffffffffffff"])
    func `whole numbers that are too large are numbers still`(_ text: String) {
        #expect(plain(text).isInt)
        #expect(plain(text).int == nil)
    }

    @Test(arguments: ["1.5", ".5", "1.", "-1e3", "1E+9", "+.inf", ".Inf", "-.INF", ".nan", ".NaN"])
    func `other numbers`(_ text: String) {
        #expect(plain(text).isFloat)
        #expect(!plain(text).isText && !plain(text).isInt)
    }

    @Test(arguments: [
        ("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false), ("FALSE", false),
    ])
    func `truth values`(_ text: String, _ value: Bool) { #expect(plain(text).bool == value) }

    @Test(arguments: ["5", "true", "null", "~", "1.5", ""])
    func `quotes make text of anything`(_ text: String) { #expect(Scalar(text: text, isPlain: false).isText) }
}
