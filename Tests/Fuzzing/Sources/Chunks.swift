/// A chunked body comes to the same however it is cut, and written anew it is the same body.
func checkChunks(_ data: [UInt8]) -> CInt {
    guard let input = Input(data) else { return 0 }
    let whole = decode(input.bytes, ends: [input.bytes.count])
    check(whole == decode(input.bytes, ends: [input.cut, input.bytes.count]), "cut at \(input.cut)")
    if input.bytes.count <= 500 {
        check(whole == decode(input.bytes, ends: Array(0...input.bytes.count)), "byte by byte")
    }
    guard whole.isWhole else { return 0 }
    check(whole.data.count < whole.length, "more data than bytes")
    let body = Array(String(whole.data.count, radix: 16).utf8) + [13, 10] + whole.data + [13, 10]
    let anew = (whole.data.isEmpty ? [] : body) + Array("0\r\n\r\n".utf8)
    check(decode(anew, ends: [anew.count]) == Body(data: whole.data, isWhole: true, length: anew.count), "written anew")
    return 0
}

private struct Body: Equatable {
    var data: [UInt8] = []
    var isWhole = false
    var isMalformed = false
    var length = 0
}

private func decode(_ bytes: [UInt8], ends: [Int]) -> Body {
    var decoder = ChunkedDecoder()
    var body = Body()
    var start = 0
    for end in ends {
        while start < end {
            switch withView(bytes[start..<end], { decoder.next($0) }) {
            case .data(let skipped, let count):
                check(count > 0 && skipped + count <= end - start, "data beyond the bytes")
                body.data += bytes[(start + skipped)..<(start + skipped + count)]
                start += skipped + count
            case .more: start = end
            case .end(let skipped):
                body.isWhole = true
                body.length = start + skipped
                return body
            case .malformed:
                body.isMalformed = true
                return body
            }
        }
    }
    return body
}
