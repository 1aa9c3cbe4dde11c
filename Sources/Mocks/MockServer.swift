public import GatewayRuntime
import NIOCore
import NIOHTTP1
import NIOPosix

/// What a ``MockServer`` serves.
public protocol Mock: Sendable {
    /// Answers a request; an error becomes a 500.
    func answer(_ request: MockRequest) async throws -> MockAnswer
}

/// A request in full, but for a long body.
public struct MockRequest: Sendable {
    public let method: String
    /// The target: a path, and perhaps a query.
    public let target: String
    public let headers: [(name: String, value: String)]
    /// The beginning of the body: all of it up to ``bodyLimit``.
    public fileprivate(set) var body: [UInt8] = []
    public fileprivate(set) var bodyLength = 0

    /// How much of a body is kept, in bytes.
    public static let bodyLimit = 64 * 1024

    fileprivate init(_ head: HTTPRequestHead) {
        method = head.method.rawValue
        target = head.uri
        headers = head.headers.map { ($0.name, $0.value) }
    }

    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The fields of a header together, as RFC 9110, 5.3 joins them.
    public subscript(header: String) -> String? {
        let values = headers.filter { $0.name.lowercased() == header.lowercased() }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }
}

public struct MockAnswer: Sendable {
    public var status: Int
    /// Beside `Content-Length`.
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public init(status: Int = 200, headers: [(name: String, value: String)] = [], body: some Sequence<UInt8>) {
        self.status = status
        self.headers = headers
        self.body = Array(body)
    }

    /// A line of text.
    public static func text(_ text: String, status: Int = 200) -> MockAnswer {
        MockAnswer(
            status: status, headers: [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")],
            body: "\(text)\n".utf8)
    }
}

/// A small HTTP server for what surrounds a gateway: for demonstrations, development and tests.
public struct MockServer: Sendable {
    private let channel: any Channel
    /// Where it listens, its port settled.
    public let address: ListenAddress

    public var port: Int { address.port }

    /// Listens, by default at a free port of the loopback interface.
    /// - Throws: `IOError` where the address cannot be listened at.
    public static func start(
        _ mock: some Mock, at address: ListenAddress = ListenAddress(host: "127.0.0.1", port: 0)
    ) async throws -> MockServer {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(MockHandler(mock))
                }
            }
            .bind(host: address.host, port: address.port).get()
        let port = channel.localAddress?.port ?? address.port
        return MockServer(channel: channel, address: ListenAddress(host: address.host, port: port))
    }

    public func stop() async throws { try await channel.close() }

    /// Returns once the server has been stopped.
    public func wait() async throws { try await channel.closeFuture.get() }
}

private final class MockHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let mock: any Mock
    private var isKeptAlive = true
    private var request: MockRequest?

    init(_ mock: any Mock) { self.mock = mock }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            request = MockRequest(head)
            isKeptAlive = head.isKeepAlive
        case .body(let part):
            let room = MockRequest.bodyLimit - (request?.body.count ?? 0)
            request?.body += part.readableBytesView.prefix(room)
            request?.bodyLength += part.readableBytes
        case .end:
            guard let request else { return }
            let (mock, isKeptAlive) = (mock, isKeptAlive)
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.eventLoop.makeFutureWithTask { try await mock.answer(request) }
                .assumeIsolated().whenComplete { result in
                    let answer = (try? result.get()) ?? .text("the mock failed", status: 500)
                    self.write(answer, to: request, isKeptAlive, context: bound.value)
                }
        }
    }

    private func write(
        _ answer: MockAnswer, to request: MockRequest, _ isKeptAlive: Bool, context: ChannelHandlerContext
    ) {
        var headers = HTTPHeaders(answer.headers)
        headers.add(name: "Content-Length", value: "\(answer.body.count)")
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: answer.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if request.method != "HEAD" {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
            if !isKeptAlive { bound.value.close(promise: nil) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
