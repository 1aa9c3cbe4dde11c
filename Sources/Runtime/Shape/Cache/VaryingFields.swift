#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The request fields that a stored response depends on (`Vary`; RFC 9111, 4.1), with their values in the request that it answers.
struct VaryingFields: Equatable, Sendable {
    struct Field: Equatable, Sendable {
        let name: [UInt8]
        /// The values of all such fields, as one list; none where there was no such field.
        let value: [UInt8]?
    }

    private(set) var fields: [Field] = []

    static let none = VaryingFields()

    private init() {}

    /// - Parameters:
    ///   - response: the fields of a response that does not vary beyond its request.
    ///   - request: those of its request.
    init(_ response: HeaderFields, of request: HeaderFields) {
        for index in 0..<response.count where response.name(at: index).equalsIgnoringCase("vary") {
            var names = ListMembers(response.value(at: index))
            while let name = names.next() {
                fields.append(Field(name: Array(name.bytes), value: request.combined(name)))
            }
        }
    }

    /// Whether another request has the same values.
    func match(_ request: HeaderFields) -> Bool {
        for field in fields {
            let isSame = field.name.withUnsafeBufferPointer { name in
                guard let value = field.value else { return !request.has(ByteView(name)) }
                return value.withUnsafeBufferPointer { request.combine(ByteView(name), to: ByteView($0)) }
            }
            if !isSame { return false }
        }
        return true
    }

    /// Whether a response with this `Vary` names the same fields.
    func areNamed(by response: HeaderFields) -> Bool {
        var count = 0
        for index in 0..<response.count where response.name(at: index).equalsIgnoringCase("vary") {
            var names = ListMembers(response.value(at: index))
            while let name = names.next() {
                guard count < fields.count, name.equals(fields[count].name) else { return false }
                count += 1
            }
        }
        return count == fields.count
    }

    var size: Int { fields.reduce(0) { $0 + $1.name.count + ($1.value?.count ?? 0) + 64 } }

    /// Whether the value of a `Vary` names what no two requests can be compared by: `*`, and fields that the gateway writes
    /// itself. Of those, the key tells hosts and schemes apart.
    static func isBeyondRequest(_ value: ByteView) -> Bool {
        var names = ListMembers(value)
        while let name = names.next() {
            if name.equals("*") { return true }
            switch FieldKind(name) {
            case .requestID: return true
            case .forwarding:
                if !name.equalsIgnoringCase("x-forwarded-host"), !name.equalsIgnoringCase("x-forwarded-proto") {
                    return true
                }
            default: break
            }
        }
        return false
    }
}

extension HeaderFields {
    func has(_ name: ByteView) -> Bool {
        for index in 0..<count where self.name(at: index).equalsIgnoringCase(name) { return true }
        return false
    }

    /// The values of all fields of a name as one list (RFC 9110, 5.3); none where there is no such field.
    fileprivate func combined(_ name: ByteView) -> [UInt8]? {
        var combined: [UInt8]?
        for index in 0..<count where self.name(at: index).equalsIgnoringCase(name) {
            if combined != nil { combined?.append(contentsOf: ", ".utf8) }
            combined = (combined ?? []) + value(at: index).bytes
        }
        return combined
    }

    /// Whether the values of all fields of a name, as one list, are these bytes. Allocates nothing.
    fileprivate func combine(_ name: ByteView, to list: ByteView) -> Bool {
        var rest = list
        var isFirst = true
        for index in 0..<count where self.name(at: index).equalsIgnoringCase(name) {
            if !isFirst {
                guard rest.count >= 2, rest.prefix(2).equals(", ") else { return false }
                rest = rest.suffix(from: 2)
            }
            isFirst = false
            let value = value(at: index)
            guard rest.count >= value.count, memcmp(rest.start, value.start, value.count) == 0 else { return false }
            rest = rest.suffix(from: value.count)
        }
        return !isFirst && rest.isEmpty
    }
}

extension ByteView {
    /// Whether these are exactly those bytes.
    func equals(_ other: [UInt8]) -> Bool {
        other.withUnsafeBufferPointer { other in
            guard count == other.count, let base = other.baseAddress else { return count == other.count }
            return memcmp(start, base, count) == 0
        }
    }
}
