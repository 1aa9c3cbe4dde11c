/// The host of a request without its port, compared without case (RFC 9110, 4.2.3).
struct HostName {
    let name: ByteView

    init(_ field: ByteView) {
        // An IPv6 address is bracketed, and its colons are not a port's.
        if field.count > 0, field.start[0] == UInt8(ascii: "["), let close = field.firstIndex(of: UInt8(ascii: "]")) {
            name = field.prefix(close + 1)
        } else {
            name = field.prefix(field.firstIndex(of: UInt8(ascii: ":")) ?? field.count)
        }
    }

    func equals(_ literal: StaticString) -> Bool { name.equalsIgnoringCase(literal) }

    func isBelow(_ domain: StaticString) -> Bool {
        let head = name.count - domain.utf8CodeUnitCount
        // At least one byte and the dot stand before the domain.
        guard head >= 2, name.start[head - 1] == UInt8(ascii: ".") else { return false }
        return name.suffix(from: head).equalsIgnoringCase(domain)
    }
}
