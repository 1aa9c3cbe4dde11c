import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// An https server that answers every request with one document.
struct TLSServer {
    private let channel: any Channel
    var port: Int { channel.localAddress?.port ?? 0 }

    init(certificate: String, key: String, document: String) throws {
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8))
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)))
        let context = try NIOSSLContext(configuration: configuration)
        channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLServerHandler(context: context))
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(DocumentHandler(document))
                }
            }
            .bind(host: "127.0.0.1", port: 0).wait()
    }

    func stop() async throws { try await channel.close() }
}

private final class DocumentHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let document: String

    init(_ document: String) { self.document = document }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .end = unwrapInboundIn(data) else { return }
        let headers: HTTPHeaders = ["Content-Length": "\(document.utf8.count)"]
        context.write(wrapOutboundOut(.head(.init(version: .http1_1, status: .ok, headers: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: document)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// A certificate for the name localhost, which it has signed itself, until 2126.
let testCertificate = """
    -----BEGIN CERTIFICATE-----
    MIIBljCCATugAwIBAgIUPoy3c4rZWUbSKRr5NORiUGEdqEcwCgYIKoZIzj0EAwIw
    FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTE1NDQyMVoYDzIxMjYxMDI4
    MTU0NDIxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
    PQMBBwNCAAQOnlF5jSFW0XnW7GrkhKctfGnXIsaYOFGvgqra1WxEJdpoaSJ5Giy4
    I2lDzTWfshus6kelCkEZESYEwqQbfaIUo2kwZzAdBgNVHQ4EFgQU7dB5PHhvOU/H
    3cH6UfgmLQ/jEFIwHwYDVR0jBBgwFoAU7dB5PHhvOU/H3cH6UfgmLQ/jEFIwDwYD
    VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
    SQAwRgIhAPfc/qwsz92t73Iwceq9vE26IGWiL6WVLkd/ojw4bMSNAiEAhZeNeG+0
    hxDjFfpW3qvYULflVuGhfq3P8+F2I1XWWNg=
    -----END CERTIFICATE-----

    """

/// Its key, which is for tests and nothing else.
let testKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrjKoY2qR7TUySP72
    sdvc4QWWmHiouC/VwdVAhRvlrrihRANCAAQOnlF5jSFW0XnW7GrkhKctfGnXIsaY
    OFGvgqra1WxEJdpoaSJ5Giy4I2lDzTWfshus6kelCkEZESYEwqQbfaIU
    -----END PRIVATE KEY-----

    """
