import NIOCore
import NIOEmbedded
import NIOHTTP1

// The parsers of SwiftNIO, which are llhttp's.
extension MessageReading {
    static func ofRequestByNIO(_ bytes: [UInt8]) -> MessageReading {
        let channel = EmbeddedChannel(handler: ByteToMessageHandler(HTTPRequestDecoder()))
        defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
        let fault = feed(bytes, to: channel)
        var message: Message?
        while let part = try? channel.readInbound(as: HTTPServerRequestPart.self) {
            switch part {
            case .head(let head):
                message = Message(
                    start: "\(head.method.rawValue) \(head.uri)", isVersion10: head.version == .http1_0,
                    fields: list(head.headers), keepsAlive: head.isKeepAlive)
            case .body(let data): message?.body += Array(buffer: data)
            case .end: if let message { return .whole(message) }
            }
        }
        return fault ?? .incomplete
    }

    static func ofResponseByNIO(_ bytes: [UInt8]) -> MessageReading {
        let channel = EmbeddedChannel(
            handler: ByteToMessageHandler(HTTPResponseDecoder(informationalResponseStrategy: .forward)))
        // The decoder wants to know what the response is one to.
        let request = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
        _ = try? channel.writeOutbound(HTTPClientRequestPart.head(request))
        var fault = feed(bytes, to: channel)
        do { _ = try channel.finish(acceptAlreadyClosed: true) } catch { fault = fault ?? MessageReading(error) }
        var message: Message?
        while let part = try? channel.readInbound(as: HTTPClientResponsePart.self) {
            switch part {
            case .head(let head):
                // An interim response is a whole message.
                if let message { return .whole(message) }
                message = Message(
                    start: "\(head.status.code)", isVersion10: head.version == .http1_0, fields: list(head.headers),
                    keepsAlive: head.isKeepAlive)
            case .body(let data): message?.body += Array(buffer: data)
            case .end: if let message { return .whole(message) }
            }
        }
        if let message, message.start.hasPrefix("1") { return .whole(message) }
        return fault ?? .incomplete
    }

    private static func feed(_ bytes: [UInt8], to channel: EmbeddedChannel) -> MessageReading? {
        do {
            try channel.writeInbound(ByteBuffer(bytes: bytes))
            return nil
        } catch {
            return MessageReading(error)
        }
    }

    private init(_ error: any Error) {
        self = error as? HTTPParserError == .invalidEOFState ? .incomplete : .refused("\(error)")
    }

    private static func list(_ headers: HTTPHeaders) -> [String] {
        // SwiftNIO leaves the blanks behind a value.
        headers.map { "\($0.name): \($0.value.replacing(/[ \t]+$/, with: ""))" }
    }
}
