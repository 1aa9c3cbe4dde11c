import NIOConcurrencyHelpers

/// What answers the gateway's questions in the place of Redis: it may be changed at any time.
final class SessionServer: Sendable {
    enum Behaviour: Sendable {
        /// As it is sent.
        case say(String)
        /// Takes questions and says nothing.
        case hang
        case breakOff
    }

    private let state: NIOLockedValueBox<(behaviour: Behaviour, keys: [String])>

    init(_ behaviour: Behaviour) { state = NIOLockedValueBox((behaviour, [])) }

    /// What was asked for so far.
    var keys: [String] { state.withLockedValue { $0.keys } }

    func become(_ behaviour: Behaviour) { state.withLockedValue { $0.behaviour = behaviour } }

    func listen() throws -> Upstream {
        try Upstream { [self] _, socket in
            while true {
                let words = try Self.command(from: socket)
                if words == ["PING"] {
                    try socket.send("+PONG\r\n")
                    continue
                }
                let behaviour = state.withLockedValue { state in
                    state.keys.append(words.dropFirst().joined(separator: " "))
                    return state.behaviour
                }
                switch behaviour {
                case .say(let text): try socket.send(text)
                case .hang: _ = socket.readToEnd()
                case .breakOff: return
                }
            }
        }
    }

    private static func command(from socket: Socket) throws -> [String] {
        func number() throws -> Int { Int(try socket.read(to: "\r\n").dropFirst().dropLast()) ?? 0 }
        return try (0..<(try number())).map { _ in
            String(decoding: try socket.read(count: try number() + 2).dropLast(2), as: UTF8.self)
        }
    }
}
