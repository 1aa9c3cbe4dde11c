/// A path of a route, and the path that its upstream sees; none where that is the path itself.
public struct RoutePath: Sendable {
    public let template: StaticString
    public let forward: StaticString?
}
