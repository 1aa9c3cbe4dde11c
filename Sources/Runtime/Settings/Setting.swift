/// A value of the spec that may name environment variables (`${PORT:-8080}`), as it was written: it is resolved at start.
///
/// The compiler has checked the form: `$NAME`, `${NAME}` and `${NAME:-default}` are variables, `$$` is a dollar sign.
public struct Setting: ExpressibleByStringLiteral, Sendable {
    public let template: StaticString

    public init(stringLiteral template: StaticString) { self.template = template }
}
