import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The handshake of a WebSocket (RFC 6455, section 4), of which the gateway checks both sides before it lets bytes through:
/// one that believed in a change of protocol that the other side had not made would take requests for frames.
enum WebSocketHandshake {
    /// What a request and a 101 have besides their end-to-end fields.
    static let connectionFields: StaticString = "Connection: Upgrade\r\nUpgrade: websocket\r\n"
    /// What a refusal says about the version (RFC 6455, 4.4; RFC 9110, 15.5.22).
    static let versionFields: StaticString =
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"

    /// Why the request is no handshake, if it is none (RFC 6455, 4.2.1).
    static func refusal(of head: borrowing RequestHead) -> Failure? {
        let fields = head.fields
        guard head.method == .get, !head.isVersion10, head.framing == .none,
            asksForWebSocket(fields)
        else {
            return .badRequest("The resource takes nothing but WebSocket handshakes")
        }
        guard let version = fields.only("sec-websocket-version"), version.equals("13") else {
            return Failure(.wire, .client, .upgradeRequired, "The WebSocket version must be 13")
        }
        guard let key = fields.only("sec-websocket-key"), isKey(key) else {
            return .badRequest("The key of the WebSocket handshake is malformed")
        }
        return nil
    }

    /// Whether a 101 says yes to this handshake (RFC 6455, 4.1).
    static func isAccepted(_ request: HeaderFields, by response: HeaderFields) -> Bool {
        guard asksForWebSocket(response), let key = request.only("sec-websocket-key"),
            let accept = response.only("sec-websocket-accept"), isOffered(response, by: request)
        else { return false }
        return accept.bytes.elementsEqual(acceptValue(for: key).utf8)
    }

    /// Whether a 101 chooses one protocol at most and no extensions but those that were asked for.
    private static func isOffered(_ response: HeaderFields, by request: HeaderFields) -> Bool {
        if response.first("sec-websocket-protocol") != nil {
            guard let chosen = response.only("sec-websocket-protocol"),
                request.lists("sec-websocket-protocol", where: { $0.bytes.elementsEqual(chosen.bytes) })
            else { return false }
        }
        return !response.lists("sec-websocket-extensions") { chosen in
            !request.lists("sec-websocket-extensions") {
                extensionName($0).bytes.elementsEqual(extensionName(chosen).bytes)
            }
        }
    }

    /// What stands before the parameters.
    private static func extensionName(_ member: ByteView) -> ByteView {
        member.prefix(member.firstIndex(of: UInt8(ascii: ";")) ?? member.count).trimmed
    }

    /// `Sec-WebSocket-Accept` for a key (RFC 6455, 4.2.2).
    static func acceptValue(for key: ByteView) -> String {
        var hash = Insecure.SHA1()
        hash.update(bufferPointer: UnsafeRawBufferPointer(key.bytes))
        hash.update(data: Array("258EAFA5-E914-47DA-95CA-C5AB0DC85B11".utf8))
        return Data(hash.finalize()).base64EncodedString()
    }

    /// `Connection` has `upgrade` and `Upgrade` has `websocket`, each perhaps among others.
    private static func asksForWebSocket(_ fields: HeaderFields) -> Bool {
        fields.lists("connection", "upgrade") && fields.lists("upgrade", "websocket")
    }

    /// Whether this is the Base64 of 16 bytes (RFC 6455, 4.2.1): 22 digits and `==`.
    private static func isKey(_ value: ByteView) -> Bool {
        guard value.count == 24, value.suffix(from: 22).equals("==") else { return false }
        return value.prefix(22).bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                true
            default: false
            }
        }
    }
}

extension HeaderFields {
    /// The value of a field that is there exactly once.
    fileprivate func only(_ name: StaticString) -> ByteView? {
        var found: ByteView?
        for index in 0..<count where self.name(at: index).equalsIgnoringCase(name) {
            if found != nil { return nil }
            found = value(at: index)
        }
        return found
    }

    /// Whether the fields of this name, a list together, have this member, in any case (RFC 9110, 5.6.1).
    fileprivate func lists(_ name: StaticString, _ expected: StaticString) -> Bool {
        lists(name) { $0.equalsIgnoringCase(expected) }
    }

    /// Whether the fields of this name, a list together, have such a member.
    fileprivate func lists(_ name: StaticString, where isMeant: (ByteView) -> Bool) -> Bool {
        for index in 0..<count where self.name(at: index).equalsIgnoringCase(name) {
            var members = ListMembers(value(at: index))
            while let member = members.next() {
                if isMeant(member) { return true }
            }
        }
        return false
    }
}
