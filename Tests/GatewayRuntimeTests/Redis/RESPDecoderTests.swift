import Testing

@testable import GatewayRuntime

@Suite("Replies of Redis")
struct RESPDecoderTests {
    private static let replies: [(text: String, value: RESPValue)] = [
        ("+OK\r\n", .status(Array("OK".utf8))), ("+\r\n", .status([])),
        ("-WRONGTYPE of a key\r\n", .error(Array("WRONGTYPE of a key".utf8))), (":0\r\n", .integer(0)),
        (":-1\r\n", .integer(-1)), (":9223372036854775807\r\n", .integer(.max)),
        (":-9223372036854775808\r\n", .integer(.min)), ("$7\r\nrevoked\r\n", .bytes(Array("revoked".utf8))),
        ("$0\r\n\r\n", .bytes([])), ("$4\r\n\r\n\r\n\r\n", .bytes([0x0D, 0x0A, 0x0D, 0x0A])), ("$-1\r\n", .null),
        ("*-1\r\n", .null), ("*0\r\n", .array([])), ("*1\r\n*0\r\n", .array([.array([])])),
        ("*2\r\n:1\r\n$1\r\na\r\n", .array([.integer(1), .bytes([0x61])])),
        (
            "*3\r\n*2\r\n:1\r\n*1\r\n$-1\r\n-ERR\r\n+a\r\n",
            .array([
                .array([.integer(1), .array([.null])]), .error(Array("ERR".utf8)), .status([0x61]),
            ])
        ),
    ]

    private func values(_ pieces: [[UInt8]], _ limits: RESPDecoder.Limits = .init()) throws -> [RESPValue] {
        var decoder = RESPDecoder(limits: limits)
        var values: [RESPValue] = []
        for piece in pieces {
            decoder.receive(piece)
            while let value = try decoder.next() { values.append(value) }
        }
        return values
    }

    @Test("are read whole, one behind the other, and a byte at a time")
    func table() throws {
        for (text, value) in Self.replies { #expect(try values([Array(text.utf8)]) == [value], "\(text)") }
        let all = Self.replies.flatMap { Array($0.text.utf8) }
        #expect(try values([all]) == Self.replies.map(\.value))
        #expect(try values(all.map { [$0] }) == Self.replies.map(\.value))
    }

    @Test("are the same wherever they are split")
    func splits() throws {
        for (text, value) in Self.replies {
            let bytes = Array(text.utf8)
            for first in 0...bytes.count {
                for second in first...bytes.count {
                    let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]].map(Array.init)
                    #expect(try values(pieces) == [value])
                }
            }
        }
    }

    @Test(
        "that are no replies end everything, wherever they are split",
        arguments: [
            "\r\n", "\n", "OK\r\n", "+O\nK\r\n", "+O\rK\r\n", "+OK\n", ":\r\n", ":-\r\n", ":+1\r\n", ":1.5\r\n",
            ": 1\r\n",
            ":1a\r\n", ":9223372036854775808\r\n", "$\r\n", "$-2\r\n", "$a\r\n", "$1\r\nab\r\n", "$1\r\na\n\n",
            "$65537\r\n",
            "$99999999999999999999\r\n", "*\r\n", "*-2\r\n", "*1025\r\n", "*2\r\n:1\r\nx\r\n", "_\r\n", "#t\r\n",
            "%1\r\n+a\r\n+b\r\n", "HTTP/1.1 400 Bad Request\r\n", "\0\r\n",
        ])
    func faults(text: String) {
        let bytes = Array(text.utf8)
        #expect(throws: RedisFault.self) { try values([bytes]) }
        #expect(throws: RedisFault.self) { try values(bytes.map { [$0] }) }
    }

    @Test("are bounded in every direction")
    func bounds() throws {
        var limits = RESPDecoder.Limits()
        (limits.line, limits.bytes, limits.elements, limits.depth) = (10, 5, 4, 2)
        func isTaken(_ text: String) -> Bool { (try? values([Array(text.utf8)], limits)) != nil }
        #expect(isTaken("+123456789\r\n") && !isTaken("+1234567890123\r\n") && !isTaken("+1234567890123"))
        #expect(isTaken("$5\r\n12345\r\n") && !isTaken("$6\r\n"))
        #expect(isTaken("*4\r\n:1\r\n:2\r\n:3\r\n:4\r\n") && !isTaken("*5\r\n"))
        #expect(isTaken("*2\r\n*2\r\n:1\r\n:1\r\n:1\r\n") && !isTaken("*2\r\n*2\r\n:1\r\n:1\r\n*1\r\n"))
        #expect(!isTaken("*1\r\n*1\r\n*1\r\n:1\r\n"))
        // The count is of one reply, not of all.
        #expect(isTaken(String(repeating: "*3\r\n:1\r\n:2\r\n:3\r\n", count: 9)))
    }

    @Test("made of random bytes never trap, and are judged the same in one piece and in many")
    func random() {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        // Mostly what replies are made of, so that many get far.
        let pieces = [
            "+", "-", ":", "$", "*", "\r\n", "\r\n", "\r\n", "0", "1", "2", "-1", "a", "\r", "\n", "\0", "9999",
        ]
        func judged(_ parts: [[UInt8]]) -> (values: [RESPValue], isGood: Bool) {
            var decoder = RESPDecoder()
            var values: [RESPValue] = []
            do throws(RedisFault) {
                for part in parts {
                    decoder.receive(part)
                    while let value = try decoder.next() { values.append(value) }
                }
                return (values, true)
            } catch {
                return (values, false)
            }
        }
        var whole = 0
        for _ in 0..<20_000 {
            let bytes = (0..<next(24)).flatMap { _ in Array(pieces[next(pieces.count)].utf8) }
            let (one, many) = (judged([bytes]), judged(bytes.map { [$0] }))
            #expect(one.values == many.values && one.isGood == many.isGood, "\(bytes)")
            whole += one.values.count
        }
        #expect(whole > 1000)
    }

    @Test("are asked for with commands of any bytes")
    func commands() {
        let command = RedisCommand("GET", Array("a\r\n$1".utf8), [])
        #expect(command.encoded == Array("*3\r\n$3\r\nGET\r\n$5\r\na\r\n$1\r\n$0\r\n\r\n".utf8))
    }

    @Test(
        "that are errors are named by their first word alone",
        arguments: [
            ("WRONGPASS invalid hunter2", "WRONGPASS"), ("NOAUTH", "NOAUTH"), ("hunter2", "an error"), ("", "an error"),
        ])
    func codes(text: String, code: String) {
        #expect(RESPValue.error(Array(text.utf8)).errorCode == code)
        #expect(RESPValue.status(Array(text.utf8)).errorCode == nil)
    }
}
