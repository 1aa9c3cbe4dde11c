import Testing

@testable import GatewayRuntime

/// A JSON value as a tree, to compare with.
private indirect enum Tree: Equatable {
    case null, bool(Bool), number(String), string(String), array([Tree]), object([String], [Tree])

    init?(_ value: JSON?) {
        guard let value else { return nil }
        if let flag = value.bool {
            self = .bool(flag)
        } else if let text = value.string {
            self = .string(text)
        } else if let text = value.number {
            self = .number(text)
        } else if let values = value.array {
            self = .array(values.compactMap(Tree.init))
        } else if let members = value.object?.members {
            self = .object(members.map(\.name), members.compactMap { Tree($0.value) })
        } else {
            guard value.isNull else { return nil }
            self = .null
        }
    }
}

@Suite("JSON")
struct JSONTests {
    @Test(
        "is read",
        arguments: [
            ("null", Tree.null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .number("0")),
            ("-0.5e+10", .number("-0.5e+10")),
            ("123456789012345678901234567890", .number("123456789012345678901234567890")),
            (#""""#, .string("")), (#""a\"\\\/\b\f\n\r\tb""#, .string("a\"\\/\u{8}\u{C}\n\r\tb")),
            (#""\u00e4\u0000""#, .string("ä\u{0}")), (#""\ud83d\ude00""#, .string("😀")), ("\"ä😀\"", .string("ä😀")),
            ("[]", .array([])), ("[1,[2]]", .array([.number("1"), .array([.number("2")])])),
            ("\t[ 1 , 2 ]\r\n", .array([.number("1"), .number("2")])), ("{}", .object([], [])),
            (
                #"{"b":1,"a":{"c":[null,true]},"":[]}"#,
                .object(["b", "a", ""], [.number("1"), .object(["c"], [.array([.null, .bool(true)])]), .array([])])
            ),
        ])
    fileprivate func read(text: String, value: Tree) {
        #expect(Tree(JSON(parsing: Array(text.utf8))) == value)
    }

    @Test("has the members of an object by their names, however these are written")
    func members() throws {
        let text = #"{"first":{"in":"x"},"\u0061\n":"\u00e4","ä":[1,{"in":2}],"":3}"#
        let object = try #require(JSON(parsing: Array(text.utf8))?.object)
        #expect(object["first"]?.object?["in"]?.string == "x")
        #expect(object["a\n"]?.isString("ä") == true)
        #expect(object["ä"]?.array?.compactMap(\.number) == ["1"])
        #expect(object[""]?.number == "3")
        for name in ["in", "a", "missing", "a\u{308}", "firs", "first "] { #expect(object[name] == nil) }
    }

    @Test("has no two members of one name, among few and among many", arguments: [2, 31, 32, 33, 34, 500])
    func duplicates(count: Int) {
        let names = (0..<count).map { "\"n\($0)\":{\"n0\":0}" }
        let last = #""\u006e\#(count / 2)":1"#
        #expect(JSON(parsing: Array("{\(names.joined(separator: ","))}".utf8))?.object?.members.count == count)
        #expect(JSON(parsing: Array("{\((names + [last]).joined(separator: ","))}".utf8)) == nil)
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
        arguments: ["Z", "=", "Zm9v=", "Zm9vY", "Zg==", "Zg=", "Zh", "Zm9", "Zm 8", "Zm8\n", "Zm+v", "Zm/v", "Zmé"])
    func refuses(text: String) {
        #expect(Base64URL.decode(Array(text.utf8)) == nil)
    }
}
