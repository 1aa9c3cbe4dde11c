import Synchronization

/// The transport of typed clients: requests over the gateway's own pools.
public struct UpstreamClient: Sendable {
    let workers: [LoopBound<Worker>]
    /// An index into ``GatewayDefinition/upstreams``.
    let upstream: Int
    /// Sent with every request, beside `Host` and `Content-Length`, which come of themselves.
    public var headers: UpstreamHeaders

    /// Bytes of a response's body that are taken at most.
    public static let responseLimit = 16 * 1024 * 1024

    /// Sends a request without a body: see ``send(_:_:body:)``.
    nonisolated(nonsending) public func send(
        _ method: Method, _ target: UpstreamTarget
    ) async throws -> UpstreamResponse {
        try await send(method, target, body: [])
    }

    /// Sends a request and takes in the whole response, whatever its status.
    /// - Parameter target: the path behind the upstream's base path, with the query.
    /// - Throws: ``UpstreamClientError``, or `CancellationError`.
    nonisolated(nonsending) public func send(
        _ method: Method, _ target: UpstreamTarget, body: [UInt8]
    ) async throws -> UpstreamResponse {
        let request = try UpstreamCallRequest(method, target, headers: headers, body: body)
        guard let worker = workers.randomElement() else { throw UpstreamClientError.unavailable }
        let upstream = upstream
        let handle = UpstreamCallHandle()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isTaken = worker.loop.execute {
                    let call = UpstreamCall(request, upstream: worker.value.upstreams[upstream]) {
                        continuation.resume(with: $0)
                    }
                    handle.begin(LoopBound(call, on: worker.loop))
                }
                // A loop that has ended takes no more calls.
                if !isTaken { continuation.resume(throwing: UpstreamClientError.unavailable) }
            }
        } onCancel: {
            handle.cancel()
        }
    }
}

/// What a task that waits for a call can cancel it by, whenever it likes.
private final class UpstreamCallHandle: Sendable {
    private enum State { case waiting, cancelled, begun(LoopBound<UpstreamCall>) }

    private let state = Mutex(State.waiting)

    /// Starts the call, on its loop, or ends it where it was cancelled before.
    func begin(_ call: LoopBound<UpstreamCall>) {
        let isCancelled = state.withLock { state in
            defer { state = .begun(call) }
            if case .cancelled = state { return true }
            return false
        }
        if isCancelled { call.value.cancel() } else { call.value.start() }
    }

    func cancel() {
        let former = state.withLock { state in
            defer { state = .cancelled }
            return state
        }
        if case .begun(let call) = former { call.loop.execute { call.value.cancel() } }
    }
}

/// Why a typed client has no response.
public enum UpstreamClientError: Error, Sendable, Equatable {
    /// The request was not sent: what was asked for would not stay in its place.
    case badRequest(String)
    /// Refused, unreachable, or broken off.
    case unavailable
    case timeout
    /// What came is no HTTP response.
    case invalidResponse
    /// More than ``UpstreamClient/responseLimit``.
    case responseTooLarge

    init(_ fault: UpstreamFault) {
        switch fault {
        case .unavailable, .full, .stale, .truncated: self = .unavailable
        case .connectTimeout: self = .timeout
        case .malformed: self = .invalidResponse
        }
    }
}
