import Logging
import NIOConcurrencyHelpers

/// Keeps the published set of one provider fresh: fetched at the start, again by `cache_ttl`, and when a token names a key
/// that is not there. One fetch at a time; while the place cannot be had, the last set holds on.
final class KeySetRefresher: Sendable {
    private struct State {
        var fetch: Task<Void, Never>?
        /// When a token last had the set fetched.
        var demandedAt: ContinuousClock.Instant?
    }

    /// However many tokens name keys that are not there, the set is fetched for them once in this time.
    static let demandInterval = Duration.seconds(10)

    /// The number of its provider.
    let provider: Int
    private let name: String
    private let settings: KeySetSettings
    private let algorithms: [TokenAlgorithm]
    private let keys: KeyRing
    private let logger: Logger
    /// Not in a `Mutex`, whose lock ThreadSanitizer does not see.
    private let state = NIOLockedValueBox(State())

    init(
        _ settings: KeySetSettings, provider: Int, name: String, algorithms: [TokenAlgorithm], keys: KeyRing,
        logger: Logger
    ) {
        self.settings = settings
        self.provider = provider
        self.name = name
        self.algorithms = algorithms
        self.keys = keys
        self.logger = logger
    }

    /// Fetches again and again, until the task is cancelled. The first fetch has been made.
    func run() async {
        var pause = Duration.seconds(1)
        while !Task.isCancelled {
            let isGood = keys[provider].fault == nil
            try? await Task.sleep(for: isGood ? settings.cacheTTL : min(pause, settings.cacheTTL))
            if Task.isCancelled { return }
            await fetch().value
            // The longer it cannot be had, the seldomer it is asked for.
            pause = isGood ? .seconds(1) : min(pause * 2, .seconds(30))
        }
    }

    /// Has the set fetched for a token whose key is not there.
    /// - Returns: the fetch to wait for; none where the token is to be refused now.
    func demand() -> Task<Void, Never>? {
        let now = ContinuousClock.now
        let (running, mayFetch) = state.withLockedValue { state -> (Task<Void, Never>?, Bool) in
            if let fetch = state.fetch { return (fetch, false) }
            if let last = state.demandedAt, now - last < Self.demandInterval { return (nil, false) }
            state.demandedAt = now
            return (nil, true)
        }
        return running ?? (mayFetch ? fetch() : nil)
    }

    /// The fetch under way, or a new one.
    func fetch() -> Task<Void, Never> {
        state.withLockedValue { state in
            if let fetch = state.fetch { return fetch }
            let fetch = Task {
                await self.fetchOnce()
                self.state.withLockedValue { $0.fetch = nil }
            }
            state.fetch = fetch
            return fetch
        }
    }

    private func fetchOnce() async {
        do {
            let set = try await JSONWebKeySet.read(try await document(), for: algorithms)
            keys.publish(set, of: provider, at: Worker.wallClock())
        } catch {
            let what = (error as? JSONWebKeySet.Fault)?.what ?? "\(error)"
            keys.note(fault: what, of: provider)
            logger.warning(
                "the published keys of a provider could not be had; those that are there hold on",
                metadata: ["provider": "\(name)", "fault": "\(what)"])
        }
    }

    private func document() async throws -> [UInt8] {
        switch settings.place {
        case .url(let url):
            return try await KeySetRequest(url, timeout: settings.timeout, limit: JSONWebKeySet.longest).send()
        case .file(let path):
            do throws(SettingFault) {
                return try SmallFile.read(path, limit: JSONWebKeySet.longest)
            } catch {
                throw JSONWebKeySet.Fault(what: error.what)
            }
        }
    }
}
