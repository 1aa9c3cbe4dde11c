extension Shape<Template> {
    /// A whole number of a range, or a variable that holds one. What it comes to by default is held against the range already now.
    /// - Parameter mayBeEmpty: whether a number that comes out empty is as if it were not written.
    static func number(in range: ClosedRange<Int>, mayBeEmpty: Bool = false) -> Shape {
        Shape { node throws(Fault) in
            guard case .scalar(let scalar) = node.content, scalar.hasVariable else {
                return Template(text: String(try Shape<Int>.int(in: range).read(node)))
            }
            let template = try Template(parsing: scalar.text)
            if let value = template.textByDefault, !(value.isEmpty && mayBeEmpty) {
                if value.isEmpty {
                    throw Fault("has an empty default, and must be a number; write ${NAME:-100}, or $NAME")
                }
                guard let number = Int(value) else {
                    throw Fault("has the default '\(value.visible)', which is no whole number; write ${NAME:-100}")
                }
                guard range.contains(number) else {
                    throw Fault(
                        "has the default \(number), which is out of range; give \(range.lowerBound) to \(range.upperBound)"
                    )
                }
            }
            return template
        }
    }

    /// How many of something there may be, or a variable that says so.
    static var count: Shape { number(in: counts) }

    /// The same of what there is a number for where none is written.
    static var optionalCount: Shape { number(in: counts, mayBeEmpty: true) }

    private static var counts: ClosedRange<Int> { 1...1_000_000_000 }
}
