extension Shape<Duration> {
    /// `300ms`, `60s`, `5m`, `2h`, `7d`, within a range.
    static func duration(in range: ClosedRange<Duration>) -> Shape {
        quantity("a duration such as 30s", units: durationUnits) { count, unit throws(Fault) in
            // The largest unit has 86,400 seconds, so a count below this is far from any limit.
            guard count <= 1_000_000_000 else { throw Fault("is out of range; give \(spelled(range))") }
            let duration = durationUnits[unit].size * count
            guard range.contains(duration) else {
                throw Fault("is \(count)\(durationUnits[unit].name), which is out of range; give \(spelled(range))")
            }
            return duration
        }
    }

    /// How long something may take: of no time at all nothing would ever pass.
    static var timeout: Shape { duration(in: .milliseconds(1)...Duration.seconds(86_400)) }
}

extension Shape<Int> {
    /// `64KiB`, `1MiB`, within a range of bytes.
    static func size(in range: ClosedRange<Int>) -> Shape {
        quantity("a size such as 64KiB", units: sizeUnits) { count, unit throws(Fault) in
            let (bytes, overflow) = count.multipliedReportingOverflow(by: sizeUnits[unit].size)
            guard !overflow, range.contains(bytes) else {
                throw Fault("is \(count)\(sizeUnits[unit].name), which is out of range; give \(spelled(range))")
            }
            return bytes
        }
    }
}

extension Shape<Int> {
    /// `20%`, within a range.
    static func percentage(in range: ClosedRange<Int>) -> Shape {
        quantity("a percentage such as 20%", units: [("%", 1)]) { count, _ throws(Fault) in
            guard range.contains(count) else {
                throw Fault("is \(count)%, which is out of range; give \(range.lowerBound)% to \(range.upperBound)%")
            }
            return count
        }
    }
}

private let durationUnits: [(name: String, size: Duration)] = [
    ("ms", .milliseconds(1)), ("s", .seconds(1)), ("m", .seconds(60)), ("h", .seconds(3_600)), ("d", .seconds(86_400)),
]

private let sizeUnits: [(name: String, size: Int)] = [
    ("B", 1), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40),
]

/// A whole number and a unit, without a space.
private func quantity<Size, Value>(
    _ what: String, units: [(name: String, size: Size)], _ read: @escaping (Int, Int) throws(Fault) -> Value
) -> Shape<Value> {
    let names = units.map(\.name).joined(separator: ", ")
    return .scalar(what) { scalar throws(Fault) in
        if scalar.hasVariable { throw .variableNotYet }
        let digits = scalar.text.utf8.prefix(while: \.isDigit)
        guard let unit = units.firstIndex(where: { $0.name.utf8.elementsEqual(scalar.text.utf8[digits.endIndex...]) }),
            !digits.isEmpty
        else {
            throw Fault("must be \(what), not \(scalar.quoted); write a whole number and a unit: \(names)")
        }
        guard let count = Int(Substring(digits)) else { throw Fault("is out of range; write a smaller number") }
        return try read(count, unit)
    }
}

private func spelled(_ range: ClosedRange<Duration>) -> String {
    let (lower, upper) = (spelled(range.lowerBound), spelled(range.upperBound))
    return "\(lower) to \(upper)"
}

private func spelled(_ duration: Duration) -> String {
    if duration == .zero { return "0s" }
    let unit =
        durationUnits.last { $0.size <= duration && duration == $0.size * Int(duration / $0.size) } ?? durationUnits[0]
    return "\(Int(duration / unit.size))\(unit.name)"
}

private func spelled(_ range: ClosedRange<Int>) -> String {
    [range.lowerBound, range.upperBound].map { size in
        let unit = sizeUnits.last { $0.size <= size && size % $0.size == 0 } ?? sizeUnits[0]
        return "\(size / unit.size)\(unit.name)"
    }.joined(separator: " to ")
}
