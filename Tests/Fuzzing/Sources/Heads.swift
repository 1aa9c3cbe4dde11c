/// A head is the same however it is cut, and one that is taken has the form that RFC 9112 gives it.
func checkHead(_ data: [UInt8]) -> CInt {
    guard let input = Input(data) else { return 0 }
    let isRequest = input.choice & 1 == 0
    // A line is looked at again when it has ended: so all of them do.
    let bytes = input.bytes + [13, 10, 13, 10]
    let whole = readHead(bytes, isRequest: isRequest, ends: [bytes.count])
    let cut = readHead(bytes, isRequest: isRequest, ends: [input.cut, bytes.count])
    check(whole.agrees(with: cut, bytes.count), "\(whole), and cut at \(input.cut) \(cut)")
    if bytes.count <= 200 {
        let single = readHead(bytes, isRequest: isRequest, ends: Array(0...bytes.count))
        check(whole.agrees(with: single, bytes.count), "\(whole), and byte by byte \(single)")
    }
    if case .read(let length, let fields) = whole { checkForm(bytes.prefix(length), fields: fields) }
    return 0
}

private enum Outcome: Equatable {
    case read(length: Int, fields: [String])
    case incomplete
    case fault(HeadFault)

    /// The fault of a head that is too long in one way and malformed in another may be either.
    func agrees(with other: Outcome, _ count: Int) -> Bool {
        if case .fault = self, case .fault = other, count > shortest { return true }
        return self == other
    }
}

private let limits = HeadParser.Limits(bytes: 1024, fields: 10, target: 64)
/// Bytes that go over no limit.
private let shortest = limits.target

private func readHead(_ bytes: [UInt8], isRequest: Bool, ends: [Int]) -> Outcome {
    var request = RequestHead(limits: limits)
    var response = ResponseHead()
    for end in ends {
        let outcome = withView(bytes[..<end]) { view -> Outcome in
            do throws(HeadFault) {
                if isRequest {
                    guard let length = try request.parse(view.start, view.count) else { return .incomplete }
                    return .read(length: length, fields: list(request.fields) + ["\(request.framing)"])
                }
                guard let length = try response.parse(view.start, view.count) else { return .incomplete }
                return .read(
                    length: length, fields: list(response.fields(view.start)) + ["\(response.framing(for: .get))"])
            } catch { return .fault(error) }
        }
        if outcome != .incomplete { return outcome }
    }
    return .incomplete
}

private func list(_ fields: HeaderFields) -> [String] {
    (0..<fields.count).map { "\(fields.name(at: $0).string): \(fields.value(at: $0).string)" }
}

private func checkForm(_ head: ArraySlice<UInt8>, fields: [String]) {
    check(head.suffix(4).elementsEqual([13, 10, 13, 10]), "a head ends with an empty line")
    var previous: UInt8 = 0
    for (index, byte) in head.enumerated() {
        if byte == 10 {
            check(previous == 13, "a bare LF at \(index)")
        } else {
            check(previous != 13, "a bare CR at \(index)")
        }
        check(byte >= 0x20 && byte != 0x7F || byte == 9 || byte == 10 || byte == 13, "a control character at \(index)")
        if previous == 10, byte != 13 { check(byte != 0x20 && byte != 9, "folding at \(index)") }
        previous = byte
    }
    let names = fields.map { $0.prefix { $0 != ":" }.lowercased() }
    let isChunked = names.contains("transfer-encoding")
    check(!isChunked || !names.contains("content-length"), "a length beside a coding")
}
