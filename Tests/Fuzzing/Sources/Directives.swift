/// `Cache-Control` and dates of any bytes are read to their ends, and what forbids is never lost behind what else is said.
func checkDirectives(_ data: [UInt8]) -> CInt {
    guard let input = Input(data) else { return 0 }
    let value = input.bytes
    let response = read([value])
    check(response == read([value, value]), "said twice it is something else")
    check(read([value + Array(", no-store".utf8)]).noStore, "no-store is lost behind it")
    check(read([value, Array("no-store".utf8)]).noStore, "no-store is lost beside it")
    let request = ask([value])
    check(request == ask([value, value]), "asked twice it is something else")
    check(ask([value, Array("no-store".utf8)]).noStore, "no-store is lost beside it")
    for seconds in [response.maxAge, response.sharedMaxAge, request.maxAge, request.minFresh].compactMap(\.self) {
        check((0...1 << 31).contains(seconds), "\(seconds) seconds")
    }
    // Several fields are one list (RFC 9110, 5.3); quotes may reach over a comma, and not into another field.
    if !value.contains(UInt8(ascii: "\"")) {
        let (first, second) = (Array(value[..<input.cut]), Array(value[input.cut...]))
        let joined = first + [UInt8(ascii: ",")] + second
        check(read([first, second]) == read([joined]), "cut at \(input.cut)")
        check(ask([first, second]) == ask([joined]), "cut at \(input.cut)")
    }
    checkNames(value, response)
    if let date = withView(value, { HTTPDate.seconds($0, now: 1_700_000_000) }) {
        // From 1583, the first whole year of the calendar, to a leap second at the end of 9999.
        check((-12_212_553_600...253_402_300_800).contains(date), "\(date)")
    }
    return 0
}

private func read(_ values: [[UInt8]]) -> ResponseDirectives {
    var directives = ResponseDirectives()
    for value in values { withView(value) { directives.read($0) } }
    return directives
}

private func ask(_ values: [[UInt8]]) -> RequestDirectives {
    var directives = RequestDirectives()
    for value in values { withView(value) { directives.read($0) } }
    return directives
}

/// A field that is named is one that the directives say there is.
private func checkNames(_ value: [UInt8], _ directives: ResponseDirectives) {
    let text = Array("GET / HTTP/1.1\r\nHost: a\r\nCache-Control: ".utf8) + value + Array("\r\n\r\n".utf8)
    var head = RequestHead(limits: HeadParser.Limits(bytes: 64 * 1024, fields: 10, target: 1024))
    guard withView(text, { (try? head.parse($0.start, $0.count)) ?? nil }) == text.count, head.fields.count == 2 else {
        return
    }
    let isNamed = withView(Array("set-cookie".utf8)) { ResponseDirectives.names($0, in: head.fields) }
    check(!isNamed || directives.namesFields, "a name that nobody has given")
}
