import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// One request for a published set of keys, bounded in time and size, on a connection of its own. It follows no redirect: where
/// the keys come from is for the spec to say.
struct KeySetRequest {
    private let url: KeySetURL
    private let timeout: TimeAmount
    private let limit: Int
    private let trustRoots: NIOSSLTrustRoots

    /// - Parameters:
    ///   - timeout: for everything, from the name's resolution to the last byte.
    ///   - limit: of the document, in bytes.
    ///   - trustRoots: whose certificates an https server may show.
    init(_ url: KeySetURL, timeout: Duration, limit: Int, trustRoots: NIOSSLTrustRoots = .default) {
        self.url = url
        self.timeout = TimeAmount(clamping: timeout)
        self.limit = limit
        self.trustRoots = trustRoots
    }

    /// The document.
    /// - Throws: a ``JSONWebKeySet/Fault``.
    func send() async throws -> [UInt8] {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let answer = loop.makePromise(of: [UInt8].self)
        let deadline = loop.scheduleTask(in: timeout) { answer.fail(JSONWebKeySet.Fault(what: "took too long")) }
        defer { deadline.cancel() }
        let connected: EventLoopFuture<any Channel>
        do {
            connected = try bootstrap(on: loop, answer).connect(host: url.host, port: url.port)
        } catch {
            answer.fail(error)
            connected = loop.makeFailedFuture(error)
        }
        connected.whenFailure { answer.fail(JSONWebKeySet.Fault(what: "could not be connected to: \($0)")) }
        // A connection that comes after the end is closed too.
        answer.futureResult.whenComplete { _ in connected.whenSuccess { $0.close(promise: nil) } }
        return try await answer.futureResult.get()
    }

    private func bootstrap(on loop: any EventLoop, _ answer: EventLoopPromise<[UInt8]>) throws -> ClientBootstrap {
        var tls: NIOSSLContext?
        if url.isSecure {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv12
            configuration.trustRoots = trustRoots
            tls = try NIOSSLContext(configuration: configuration)
        }
        let (context, url, limit) = (tls, url, limit)
        return ClientBootstrap(group: loop)
            .connectTimeout(timeout)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let context {
                        // A server that has an address for a name is verified by it (RFC 6066, 3).
                        let name = url.isHostAddress ? nil : url.host
                        try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: name))
                    }
                    try pipeline.addHTTPClientHandlers()
                    try pipeline.addHandler(KeySetResponseHandler(url, limit: limit, answer))
                }
            }
    }
}

/// Sends the request once there is a connection, and gathers the response's body.
private final class KeySetResponseHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let url: KeySetURL
    private let limit: Int
    private let answer: EventLoopPromise<[UInt8]>
    private var body: [UInt8] = []

    init(_ url: KeySetURL, limit: Int, _ answer: EventLoopPromise<[UInt8]>) {
        self.url = url
        self.limit = limit
        self.answer = answer
    }

    func channelActive(context: ChannelHandlerContext) {
        let headers: HTTPHeaders = [
            "Host": url.hostHeader, "Accept": "application/json", "Accept-Encoding": "identity",
            "User-Agent": "switchyard", "Connection": "close",
        ]
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: url.target, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if head.status != .ok { fail("answered with \(head.status.code)", context) }
        case .body(let part):
            guard body.count + part.readableBytes <= limit else {
                return fail("is longer than \(limit) bytes", context)
            }
            body += part.readableBytesView
        case .end:
            answer.succeed(body)
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { fail("broke off: \(error)", context) }

    func channelInactive(context: ChannelHandlerContext) {
        answer.fail(JSONWebKeySet.Fault(what: "broke off"))
        context.fireChannelInactive()
    }

    private func fail(_ what: String, _ context: ChannelHandlerContext) {
        answer.fail(JSONWebKeySet.Fault(what: what))
        context.close(promise: nil)
    }
}
