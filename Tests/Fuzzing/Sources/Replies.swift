/// Replies of Redis are the same, and end at the same fault, however they are cut.
func checkReplies(_ data: [UInt8]) -> CInt {
    guard let input = Input(data) else { return 0 }
    let whole = decode(input.bytes, ends: [input.bytes.count])
    check(whole == decode(input.bytes, ends: [input.cut, input.bytes.count]), "cut at \(input.cut)")
    if input.bytes.count <= 500 {
        check(whole == decode(input.bytes, ends: Array(0...input.bytes.count)), "byte by byte")
    }
    return 0
}

private struct Replies: Equatable {
    var values: [RESPValue] = []
    var fault: RedisFault?
}

private func decode(_ bytes: [UInt8], ends: [Int]) -> Replies {
    var decoder = RESPDecoder()
    var replies = Replies()
    var start = 0
    do throws(RedisFault) {
        for end in ends {
            decoder.receive(bytes[start..<end])
            start = end
            while let value = try decoder.next() { replies.values.append(value) }
        }
    } catch {
        replies.fault = error
    }
    return replies
}
