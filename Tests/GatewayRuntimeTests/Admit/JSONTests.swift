import Testing

@testable import GatewayRuntime

@Suite("JSON")
struct JSONTests {
    @Test(
        "is read",
        arguments: [
            ("null", JSON.null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .number("0")),
            ("-0.5e+10", .number("-0.5e+10")),
            ("123456789012345678901234567890", .number("123456789012345678901234567890")),
            (#""""#, .string("")), (#""a\"\\\/\b\f\n\r\tb""#, .string("a\"\\/\u{8}\u{C}\n\r\tb")),
            (#""\u00e4\u0000""#, .string("ä\u{0}")), (#""\ud83d\ude00""#, .string("😀")), ("\"ä😀\"", .string("ä😀")),
            ("[]", .array([])), ("[1,[2]]", .array([.number("1"), .array([.number("2")])])),
            ("\t[ 1 , 2 ]\r\n", .array([.number("1"), .number("2")])), ("{}", .object(JSONObject())),
        ])
    func read(text: String, value: JSON) {
        #expect(JSON(parsing: Array(text.utf8)) == value)
    }

    @Test("keeps the order of an object's members")
    func order() {
        let object = JSON(parsing: Array(#"{"b":1,"a":{"c":null},"":2}"#.utf8))?.object
        #expect(object?.names == ["b", "a", ""])
        #expect(object?["a"]?.object?["c"] == .null)
        #expect(object?["missing"] == nil)
    }

    @Test(
        "is refused where it is not strictly JSON",
        arguments: [
            "", " ", "nul", "nulll", "True", "+1", "01", "-", "1.", ".5", "1e", "1e+", "0x1", "NaN", "Infinity",
            "-Infinity",
            "'a'", "\"", "\"a", #""\""#, #""\x""#, #""\u12""#, #""\u12g4""#, #""\ud800""#, #""\ud800x""#,
            #""\ud800\u0041""#,
            #""\udc00""#, "\"\n\"", "\"\u{1}\"", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "]", "{", "{\"a\"",
            "{\"a\":",
            "{\"a\":1", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{1:2}", "{\"a\":1,\"a\":2}", "1 2",
            "{}{}",
            "/**/1", "\u{FEFF}1", "\u{A0}1",
        ])
    func refused(text: String) {
        #expect(JSON(parsing: Array(text.utf8)) == nil)
    }

    @Test(
        "is refused where a string is not UTF-8",
        arguments: [[0xFF], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3]])
    func notUTF8(bytes: [UInt8]) {
        #expect(JSON(parsing: [0x22] + bytes + [0x22]) == nil)
    }

    @Test("is read to a depth of 128 and no further")
    func depth() {
        func nested(_ depth: Int) -> [UInt8] {
            Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
        }
        #expect(JSON(parsing: nested(128)) != nil)
        #expect(JSON(parsing: nested(129)) == nil)
        #expect(JSON(parsing: nested(100_000)) == nil)
    }
}

@Suite("Base64url")
struct Base64URLTests {
    @Test(
        "decodes",
        arguments: [
            ("", ""), ("Zg", "f"), ("Zm8", "fo"), ("Zm9v", "foo"), ("Zm9vYg", "foob"), ("Pz8_", "???"), ("Pj4-", ">>>"),
        ])
    func decodes(text: String, decoded: String) {
        #expect(Base64URL.decode(Array(text.utf8)) == Array(decoded.utf8))
    }

    @Test(
        "has one text for each sequence of bytes",
        arguments: ["Z", "Zm9vY", "Zg==", "Zg=", "Zh", "Zm9", "Zm 8", "Zm8\n", "Zm+v", "Zm/v", "Zmé"])
    func refuses(text: String) {
        #expect(Base64URL.decode(Array(text.utf8)) == nil)
    }
}
