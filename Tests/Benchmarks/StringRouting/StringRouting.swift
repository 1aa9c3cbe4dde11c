/// What a generated router would be written against if segments were `String`s: the same names as GatewayRuntime's, so that
/// the same generated text compiles with it. It is here to be compared with.
public struct PathView {
    let segments: [String]
    let index: Int

    public init(_ path: String) {
        segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        index = 0
    }

    private init(_ segments: [String], _ index: Int) {
        self.segments = segments
        self.index = index
    }

    public var isEnd: Bool { index >= segments.count }
    public func ends(_ method: Method, _ request: MatchRequest) -> Bool {
        isEnd && (request.method == method || method == .get && request.method == .head)
    }
    public var segment: String { segments[index] }
    public var next: PathView { PathView(segments, index + 1) }
    public var range: String { segments[index] }
}

public enum Method: String {
    case get = "GET", head = "HEAD", post = "POST", put = "PUT", patch = "PATCH", delete = "DELETE"
}

public struct MatchRequest {
    public let method: Method
    public init(method: Method) { self.method = method }
}

public struct Captures {
    private var values = [String](repeating: "", count: 16)
    public init() {}
    public subscript(position: Int) -> String {
        get { values[position] }
        set { values[position] = newValue }
    }
}

public protocol Ordinal: Sendable {}

public struct RouteMatch {
    public let isFound: Bool
    public init<Route>(_ route: Route?) { isFound = route != nil }
}

public enum RouteTable {
    public typealias Router = @Sendable (PathView, MatchRequest, inout Captures) -> RouteMatch
}
