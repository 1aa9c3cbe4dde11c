/// The declared parameters of one route (`request.params`, `request.query`), made ready to check requests against.
final class RequestChecks: Sendable {
    private struct PathCheck: Sendable {
        /// Where the parameter stands among the captures, for each path of the route that has it.
        let positions: [Int?]
        let type: ParameterType
        let mismatch: Failure
    }

    private struct QueryCheck: Sendable {
        let name: StaticString
        let type: ParameterType
        let isRequired: Bool
        let mismatch: Failure
        let absence: Failure
    }

    private let pathChecks: [PathCheck]
    private let queryChecks: [QueryCheck]

    init(of route: RouteDefinition) {
        var pathChecks: [PathCheck] = []
        var queryChecks: [QueryCheck] = []
        for parameter in route.parameters {
            let mismatch = Failure(
                .admit, .client, .badRequest,
                "The \(parameter.location) parameter \(parameter.name) must be \(parameter.type.phrase)")
            switch parameter.location {
            case .path:
                let positions = route.paths.map { Self.names(in: $0.template).firstIndex(of: "\(parameter.name)") }
                pathChecks.append(PathCheck(positions: positions, type: parameter.type, mismatch: mismatch))
            case .query:
                let absence = Failure(
                    .admit, .client, .badRequest, "The query parameter \(parameter.name) is required")
                queryChecks.append(
                    QueryCheck(
                        name: parameter.name, type: parameter.type, isRequired: parameter.isRequired,
                        mismatch: mismatch, absence: absence))
            }
        }
        self.pathChecks = pathChecks
        self.queryChecks = queryChecks
    }

    /// Why the request is not acceptable; nothing where it is. Allocates nothing.
    /// - Parameters:
    ///   - path: the path that was matched, which `captures` are ranges of.
    ///   - query: what stands behind the `?`, or nothing.
    func refusal(path: ByteView, captures: Captures, query: ByteView) -> Failure? {
        for check in pathChecks {
            let index = Int(captures.pathIndex)
            guard index < check.positions.count, let position = check.positions[index] else { continue }
            let range = captures[position]
            let value = path.suffix(from: Int(range.start)).prefix(range.count)
            if !check.type.accepts(value, isEncoded: false) { return check.mismatch }
        }
        for check in queryChecks {
            // An upstream may take the first or the last of several: all of them must do.
            var isThere = false
            var parameters = QueryParameters(query)
            while let value = parameters.next(check.name) {
                isThere = true
                if !check.type.accepts(value, isEncoded: true) { return check.mismatch }
            }
            if check.isRequired && !isThere { return check.absence }
        }
        return nil
    }

    /// The names of a template in the order of their captures.
    private static func names(in template: StaticString) -> [String] {
        "\(template)".split(separator: "/").compactMap { segment in
            if segment.hasPrefix("*") { return String(segment.dropFirst()) }
            return segment.hasPrefix("{") && segment.hasSuffix("}") ? String(segment.dropFirst().dropLast()) : nil
        }
    }
}

extension ParameterType {
    fileprivate var phrase: String {
        switch self {
        case .string: "properly encoded"
        case .integer: "an integer"
        case .number: "a number"
        case .boolean: "true or false"
        }
    }

    /// No number of reasonable precision is longer.
    private static let longest = 64

    /// Whether a value is of this type.
    /// - Parameter isEncoded: whether `%xx` and `+` are to be decoded, as in a query; a path's digits stand as they are.
    func accepts(_ value: ByteView, isEncoded: Bool) -> Bool {
        guard self != .string || isEncoded else { return true }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { decoded in
            var length = 0
            var index = 0
            while index < value.count {
                var (byte, next) = (value.start[index], index + 1)
                if isEncoded {
                    guard let character = value.decodedByte(at: index) else { return false }
                    (byte, next) = character
                }
                index = next
                if self == .string { continue }
                guard length < decoded.count else { return false }
                decoded[length] = byte
                length += 1
            }
            guard self != .string, let start = decoded.baseAddress else { return true }
            let text = ByteView(UnsafePointer(start), count: length)
            return switch self {
            case .string: true
            case .integer: text.isInteger
            case .number: text.isNumber
            case .boolean: text.equals("true") || text.equals("false")
            }
        }
    }
}

extension ByteView {
    /// Whether this is an integer of 64 bits: `-`, where it is negative, and digits.
    fileprivate var isInteger: Bool {
        let isNegative = !isEmpty && start[0] == UInt8(ascii: "-")
        let digits = suffix(from: isNegative ? 1 : 0)
        var value: Int64 = 0
        for byte in digits.bytes {
            guard byte >= 0x30, byte <= 0x39 else { return false }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.subtractingReportingOverflow(Int64(byte - 0x30))
            if overflow || carry { return false }
            value = sum
        }
        // Counted downwards, since there is one more number below zero than above.
        return !digits.isEmpty && (isNegative || value != .min)
    }

    /// Whether this is a number as JSON writes it, leading zeros forgiven.
    fileprivate var isNumber: Bool {
        var rest = self
        if rest.starts(with: "-") { rest = rest.suffix(from: 1) }
        guard rest.dropDigits() else { return false }
        if rest.starts(with: ".") {
            rest = rest.suffix(from: 1)
            guard rest.dropDigits() else { return false }
        }
        if rest.starts(with: "e") || rest.starts(with: "E") {
            rest = rest.suffix(from: 1)
            if rest.starts(with: "-") || rest.starts(with: "+") { rest = rest.suffix(from: 1) }
            guard rest.dropDigits() else { return false }
        }
        return rest.isEmpty
    }

    private func starts(with scalar: Unicode.Scalar) -> Bool { !isEmpty && start[0] == UInt8(ascii: scalar) }

    /// Drops the digits at the beginning; whether there were any.
    private mutating func dropDigits() -> Bool {
        var index = 0
        while index < count, start[index] >= 0x30, start[index] <= 0x39 { index += 1 }
        self = suffix(from: index)
        return index > 0
    }
}
