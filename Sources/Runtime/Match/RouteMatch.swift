/// The route that a request is for, as an index into the ``RouteTable``, or none.
@frozen
public struct RouteMatch: Equatable, Sendable {
    /// The index of the route; `UInt16.max` stands for no route.
    public let index: UInt16

    @inlinable @inline(__always)
    public init(index: UInt16) { self.index = index }

    /// The match of a generated router, whose routes are numbered by their order in the table.
    @inlinable @inline(__always)
    public init(_ route: (some Ordinal)?) {
        self.index = route?.index ?? .max
    }

    @inlinable
    public static var none: RouteMatch { RouteMatch(index: .max) }

    @inlinable @inline(__always)
    public var isFound: Bool { index != .max }
}
