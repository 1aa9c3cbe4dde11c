public import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An upstream that answers every request with what it received, as JSON: for demonstrations and tests.
public struct EchoServer: Sendable {
    /// How an echo answers.
    public struct Options: Sendable {
        /// Says in each answer who gave it.
        public var name: String
        /// How long each answer waits.
        public var delay: TimeAmount

        public init(name: String, delay: TimeAmount = .zero) {
            self.name = name
            self.delay = delay
        }
    }

    private let channel: any Channel

    /// The port that it listens at.
    public var port: Int { channel.localAddress?.port ?? 0 }

    /// Listens on the loopback interface; port 0 takes a free one.
    public static func start(_ options: Options, port: Int = 0) async throws -> EchoServer {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(EchoHandler(options))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        return EchoServer(channel: channel)
    }

    public func stop() async throws { try await channel.close() }

    /// Returns once the server has been stopped.
    public func wait() async throws { try await channel.closeFuture.get() }
}

private final class EchoHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// What is told of a request.
    private struct Echo: Encodable {
        let upstream: String
        let method: String
        let path: String
        let headers: [String: String]
        let bodyBytes: Int

        enum CodingKeys: String, CodingKey {
            case upstream, method, path, headers
            case bodyBytes = "body_bytes"
        }
    }

    private let options: EchoServer.Options
    private var head: HTTPRequestHead?
    private var bodyBytes = 0

    init(_ options: EchoServer.Options) { self.options = options }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            bodyBytes = 0
        case .body(let part):
            bodyBytes += part.readableBytes
        case .end:
            guard let head else { return }
            let bodyBytes = bodyBytes
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.eventLoop.assumeIsolated().scheduleTask(in: options.delay) {
                self.answer(head, bodyBytes, context: bound.value)
            }
        }
    }

    private func answer(_ request: HTTPRequestHead, _ bodyBytes: Int, context: ChannelHandlerContext) {
        let echo = Echo(
            upstream: options.name, method: request.method.rawValue, path: request.uri,
            headers: Dictionary(request.headers.map { ($0.name, $0.value) }) { "\($0), \($1)" }, bodyBytes: bodyBytes)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(echo)).map { ByteBuffer(bytes: $0 + [0x0A]) } ?? ByteBuffer()
        let headers: HTTPHeaders = [
            "Content-Type": "application/json", "Content-Length": "\(body.readableBytes)",
        ]
        let isAlive = request.isKeepAlive
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers))), promise: nil)
        if request.method != .HEAD { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
            if !isAlive { bound.value.close(promise: nil) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
