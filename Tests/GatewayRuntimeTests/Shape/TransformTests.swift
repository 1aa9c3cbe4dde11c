import Foundation
import Testing

@testable import GatewayRuntime

@Suite("Transforms of JSON") struct TransformTests {
    private static let wrap = BodyTransform(BodyTransformDefinition(wrap: "da\"ta", renames: []))
    private static let rename = BodyTransform(
        BodyTransformDefinition(wrap: nil, renames: [("user_id", "userId"), ("a", "b"), ("b", "a"), ("é😀\n", "x\"\\")]))
    private static let both = BodyTransform(
        BodyTransformDefinition(wrap: "data", renames: [("user_id", "userId"), ("a", "b")]))

    /// What becomes of a body; nothing where it is no JSON.
    private static func changed(
        _ body: [UInt8], by transform: BodyTransform, in machine: JSONBody = JSONBody(), cutAt cuts: [Int] = []
    ) -> [UInt8]? {
        let output = ByteWriter()
        machine.begin(transform)
        var start = 0
        for end in cuts + [body.count] {
            let isTaken = body[start..<end].withUnsafeBufferPointer { machine.take(ByteView($0), into: output) }
            guard isTaken else { return nil }
            start = end
        }
        return machine.end(into: output) ? Array(output.bytes) : nil
    }

    private static func changed(_ body: String, by transform: BodyTransform) -> String? {
        changed(Array(body.utf8), by: transform).map { String(decoding: $0, as: UTF8.self) }
    }

    static let rows: [(body: String, wrapped: String?, renamed: String?)] = [
        ("{}", #"{"da\"ta":{}}"#, "{}"),
        ("", "", ""),
        (" 1 ", #"{"da\"ta": 1 }"#, " 1 "),
        ("-0.5e+10", #"{"da\"ta":-0.5e+10}"#, "-0.5e+10"),
        ("null", #"{"da\"ta":null}"#, "null"),
        (#""a""#, #"{"da\"ta":"a"}"#, #""a""#),
        (#"["a",{"a":1}]"#, #"{"da\"ta":["a",{"a":1}]}"#, #"["a",{"a":1}]"#),
        (
            #"{ "user_id" : "a", "n":{"a":1}, "a":["b"], "b":true, "aa":"}" }"#,
            #"{"da\"ta":{ "user_id" : "a", "n":{"a":1}, "a":["b"], "b":true, "aa":"}" }}"#,
            #"{ "userId" : "a", "n":{"a":1}, "b":["b"], "a":true, "aa":"}" }"#
        ),
        (
            #"{"\u0061":1,"us\u0065r_id":2,"\u00e9\uD83D\uDE00\n":3,"é😀\n":4,"\ud83d":5,"a\u0000":6}"#,
            #"{"da\"ta":{"\u0061":1,"us\u0065r_id":2,"\u00e9\uD83D\uDE00\n":3,"é😀\n":4,"\ud83d":5,"a\u0000":6}}"#,
            #"{"b":1,"userId":2,"x\"\\":3,"x\"\\":4,"\ud83d":5,"a\u0000":6}"#
        ),
    ]

    @Test("what becomes of bodies", arguments: rows)
    func bodies(_ row: (body: String, wrapped: String?, renamed: String?)) {
        #expect(Self.changed(row.body, by: Self.wrap) == row.wrapped)
        #expect(Self.changed(row.body, by: Self.rename) == row.renamed)
        let inner = row.renamed.map { $0.isEmpty ? "" : #"{"data":\#($0)}"# }
        // Both has two of the four new names.
        if !row.body.contains("\"b\""), !row.body.contains("é") {
            #expect(Self.changed(row.body, by: Self.both) == inner)
        }
    }

    static let faults = [
        #"1,"admin":true"#, #"1},{"data":2"#, "{}}", "{} {}", "[1]]", "[}", "{]", "{\"a\":1]", "[1}", "{", "[", "\"",
        "\"\\\"",
        "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "[,]", "[1,]", "[1 2]", "{\"a\" 1}", "{a:1}", "{1:2}", "'a'", "nul",
        "nulll",
        "True", "truefalse", "01", "-", "-a", "1.", ".5", "1e", "1e+", "1.e5", "+1", "0x10", "1 1", "NaN", "\"\u{01}\"",
        "\"\n\"", "\"\\x\"", "\"\\u12g4\"", " ", "\n", "\u{FEFF}{}", "//x\n1", ",", ":", "]", "}",
        String(repeating: "[", count: 129) + String(repeating: "]", count: 129),
    ]

    @Test("what is no JSON, nor could break out of a wrap", arguments: faults) func refused(_ body: String) {
        for transform in [Self.wrap, Self.rename, Self.both] { #expect(Self.changed(body, by: transform) == nil) }
    }

    @Test("however a body is cut, the same becomes of it, by a machine that is used again") func cuts() {
        let machine = JSONBody()
        let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        let key = String(repeating: "k", count: 200)
        let long = #"{"\#(key)":1,"user_id":"\#(String(repeating: "\\u0061", count: 30))","a":2}"#
        for body in Self.rows.map(\.body) + Self.faults + [deep, long] {
            let body = Array(body.utf8)
            for transform in [Self.wrap, Self.rename, Self.both] {
                let whole = Self.changed(body, by: transform)
                #expect(Self.changed(body, by: transform, in: machine, cutAt: Array(0..<body.count)) == whole)
                for cut in 0...body.count {
                    #expect(Self.changed(body, by: transform, in: machine, cutAt: [cut]) == whole)
                }
            }
        }
    }

    @Test("lengths are known beforehand where nothing is renamed") func lengths() {
        #expect(Self.wrap.framing(of: .length(7)) == .length(7 + #"{"da\"ta":}"#.utf8.count))
        #expect(Self.wrap.framing(of: .length(.max)) == .chunked)
        #expect(Self.wrap.framing(of: .chunked) == .chunked && Self.both.framing(of: .length(7)) == .chunked)
        #expect(Self.wrap.framing(of: .none) == .none && Self.rename.framing(of: .untilClose) == .chunked)
    }

    @Test("any JSON is what Foundation makes of it") func property() throws {
        let machine = JSONBody()
        for _ in 0..<3_000 {
            let value = Self.value(depth: 0)
            let body = Array(try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed]))
            let cuts = (0..<Int.random(in: 0...4)).map { _ in Int.random(in: 0...body.count) }.sorted()
            var expected = value
            if let object = value as? [String: Any] {
                let names = ["user_id": "userId", "a": "b"]
                expected = Dictionary(object.map { (names[$0.key] ?? $0.key, $0.value) }) { one, _ in one }
                // Two of one name would be left to the reader.
                if object["a"] != nil, object["b"] != nil { continue }
            }
            let changed = try #require(Self.changed(body, by: Self.both, in: machine, cutAt: cuts))
            let read = try JSONSerialization.jsonObject(with: Data(changed)) as? NSDictionary
            #expect(read == ["data": expected] as NSDictionary, "\(String(decoding: body, as: UTF8.self))")
        }
    }

    @Test("of any bytes, it takes those that the strict reader takes") func agreement() {
        let machine = JSONBody()
        var taken = 0
        for _ in 0..<20_000 {
            var body = Array(#"{"a":[1,-2.5e3,"x\n",{"bc":null}],"d":"","e":{},"f":[],"g":true}"#.utf8)
            for _ in 0..<Int.random(in: 0...2) {
                let index = Int.random(in: 0..<body.count)
                switch Int.random(in: 0...2) {
                case 0: body.remove(at: index)
                case 1: body.insert(Self.alphabet.randomElement() ?? 0, at: index)
                default: body[index] = Self.alphabet.randomElement() ?? 0
                }
            }
            // Foundation takes a comma before an end.
            if body.text.contains(/,\s*[\]}]/) { continue }
            let isJSON = (try? JSONSerialization.jsonObject(with: Data(body), options: [.fragmentsAllowed])) != nil
            let isTaken = Self.changed(body, by: Self.wrap, in: machine) != nil
            taken += isTaken ? 1 : 0
            #expect(isTaken == isJSON, "\(String(decoding: body, as: UTF8.self))")
        }
        #expect(taken > 1_000 && taken < 19_000)
    }

    @Test("a request is changed by what its upstream will read of its fields, and refused where that is two things")
    func requestFields() {
        let json = ("Content-Type", "application/json;charset=utf-8")
        let table: [([(String, String)], BodyTransform.RequestChange)] = [
            ([], .nothing), ([json], .body), ([("Content-Type", "text/plain")], .nothing),
            ([("Content_Type", "application/problem+JSON ; a=b,c")], .body),
            ([json, ("Content-Encoding", "identity")], .body), ([json, ("Content-Encoding", "")], .body),
            ([json, ("Content-Range", "x")], .body),
            ([json, ("Connection", "close, content-encoding"), ("Content-Encoding", "x")], .body),
            // Only the name that `Connection` has ends at the gateway.
            ([json, ("Connection", "Content-Encoding"), ("Content_Encoding", "x")], .refused(.codedJSON)),
            ([("Connection", "Content-Type"), json, ("Content_Type", "text/plain")], .nothing),
            ([json, ("Content-Encoding", "gzip")], .refused(.codedJSON)),
            ([("Content-Encoding", "gzip"), ("Content-Type", "text/plain")], .nothing),
            ([json, ("Content-Type", "text/plain")], .refused(.severalContentTypes)),
            ([("Content-Type", "text/plain"), ("content_type", "")], .refused(.severalContentTypes)),
            ([("Content-Type", "text/plain, application/json")], .refused(.severalContentTypes)),
        ]
        for (fields, change) in table {
            #expect(withFields(fields) { BodyTransform.change(ofRequest: $0) } == change, "\(fields)")
        }
    }

    private static let alphabet = Array(#"{}[],:"\ -+.0123eEtrufalsn"#.utf8)

    private static func value(depth: Int) -> Any {
        switch Int.random(in: 0...(depth < 3 ? 7 : 4)) {
        case 0: return NSNull()
        case 1: return Bool.random()
        case 2: return Int.random(in: -1_000...1_000)
        case 3: return ["", "a", "é😀", "\"\\/\u{08}\n\u{01}", "user_id"].randomElement() ?? ""
        case 4: return Double(Int.random(in: -9...9)) / 4
        case 5: return (0..<Int.random(in: 0...3)).map { _ in value(depth: depth + 1) }
        default:
            let names = ["a", "b", "user_id", "userid", "é", "\"", "\\", "aa", ""]
            return Dictionary(
                (0..<Int.random(in: 0...4)).map { _ in (names.randomElement() ?? "", value(depth: depth + 1)) }
            ) { one, _ in one }
        }
    }
}
