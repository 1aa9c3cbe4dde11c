/// What is read as JSON is the same in memory that another text was read in, and again once it is written anew; what is read as
/// base64url is the only text of its bytes.
func checkClaims(_ data: [UInt8]) -> CInt {
    guard let input = Input(data) else { return 0 }
    let used = JSONDocument()
    _ = read(Array(input.bytes.reversed()), in: used)
    let once = read(input.bytes, in: JSONDocument())
    check(once == read(input.bytes, in: used), "in used memory")
    if let once { check(once == read(once, in: used), "written anew") }
    if let bytes = Base64URL.decode(input.bytes) {
        check(base64URL(of: bytes) == input.bytes, "two texts of the same bytes")
    }
    return 0
}

/// The value of a text, written without blanks and with the escapes that are needed; none for what is no JSON.
private func read(_ text: [UInt8], in document: JSONDocument) -> [UInt8]? {
    let room = UnsafeMutableBufferPointer(start: document.room(for: text.count), count: text.count)
    _ = room.initialize(from: text)
    guard let value = document.read(text.count) else { return nil }
    let writer = ByteWriter()
    write(value, into: writer)
    return Array(writer.view.bytes)
}

private func write(_ value: JSONView, into writer: ByteWriter) {
    if let members = value.object {
        writer.put("{")
        var rest = members
        var isFirst = true
        while let name = rest.next(), let member = rest.next() {
            if !isFirst { writer.put(",") }
            isFirst = false
            write(name, into: writer)
            writer.put(":")
            write(member, into: writer)
        }
        writer.put("}")
    } else if let values = value.array {
        writer.put("[")
        for (index, element) in values.enumerated() {
            if index > 0 { writer.put(",") }
            write(element, into: writer)
        }
        writer.put("]")
    } else if let text = value.stringBytes {
        writer.put(json: text)
    } else if let number = value.scalarBytes {
        writer.put(number)
    } else {
        writer.put(value.isNull ? "null" : value.bool == true ? "true" : "false")
    }
}

private func base64URL(of bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var (text, bits, count): ([UInt8], UInt32, UInt32) = ([], 0, 0)
    for byte in bytes {
        (bits, count) = (bits << 8 | UInt32(byte), count + 8)
        while count >= 6 {
            count -= 6
            text.append(alphabet[Int(bits >> count & 0x3F)])
        }
    }
    if count > 0 { text.append(alphabet[Int(bits << (6 - count) & 0x3F)]) }
    return text
}
