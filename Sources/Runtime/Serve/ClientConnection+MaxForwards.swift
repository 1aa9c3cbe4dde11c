/// How many more proxies an OPTIONS may pass, as its `Max-Forwards` has it (RFC 9110, 7.6.2).
enum MaxForwards {
    case unbounded
    case atMost(Int)
    /// Several fields, or no number.
    case malformed

    init(_ fields: HeaderFields) {
        self = .unbounded
        for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase("Max-Forwards") {
            let value = fields.value(at: index)
            let isNumber = value.bytes.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            guard case .unbounded = self, isNumber, !value.isEmpty else {
                self = .malformed
                return
            }
            // The most that we know stands for more.
            self = .atMost(value.decimal ?? .max)
        }
    }
}

extension ClientConnection {
    /// Answers an OPTIONS that may go no further, as its last recipient; of one that may, takes note how far.
    /// - Returns: whether the request was answered, so that it goes no further.
    func answersLast(_ target: RequestTarget) -> Bool {
        switch MaxForwards(head.fields) {
        case .unbounded:
            return false
        case .atMost(let count) where count > 0:
            exchange.maxForwards = count - 1
            return false
        case .atMost:
            let path = PathView(target.path.start, count: target.path.count)
            answerOptions(allowing: methods(of: path, matchRequest(target)))
            return true
        case .malformed:
            refuse(.badRequest("Max-Forwards is not a number"))
            return true
        }
    }
}
