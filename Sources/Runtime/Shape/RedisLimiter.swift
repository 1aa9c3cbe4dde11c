import Crypto
import Logging
import NIOCore
import Synchronization

/// The buckets of callers on a Redis server, which several gateways share: one script takes tokens out of one key, by the
/// server's clock, so that those of the gateways need not agree.
///
/// Several tokens are fetched at a time for whoever uses many (``Leases``). Each gateway keeps besides, in buckets of its own, what the
/// server has told it last: from these it goes on where the server is away, and of these it tells the server with every question,
/// so that one that has lost its keys learns them anew from the first who asks.
final class RedisLimiter: Sendable {
    let client: RedisClient
    let onError: LimiterDefinition.Redis.Answer
    private let key: LimitKey
    private let leases: Leases
    private let asked = Atomic(0)
    private let failed = Atomic(0)
    private let local = Atomic(0)

    /// How long a reply may take.
    static let timeout = Duration.milliseconds(100)

    init(_ settings: LimiterSettings.Redis, providers: [String], capacity: Int, logger: Logger) {
        client = RedisClient(settings.url, timeout: Self.timeout, logger: logger)
        onError = settings.onError
        key = LimitKey(settings.key, providers: providers)
        leases = Leases(capacity: capacity)
    }

    /// What Redis says of a wish for a token.
    enum Answer: Sendable, Equatable {
        case taking(Rate.Taking)
        /// Nobody can say.
        case failed
    }

    /// What is known without asking; nothing where Redis has to be asked for so many tokens.
    func take(_ bucket: UInt64, at rate: Rate, now: UInt64) -> (known: Rate.Taking?, ask: Int) {
        switch leases.take(bucket, at: rate, now: now) {
        case .token(let remaining): (Rate.Taking(isAllowed: true, remaining: remaining, of: rate), 0)
        case .none(let wait): (Rate.Taking(isAllowed: false, fullAt: 0, remaining: 0, wait: wait, full: wait), 0)
        case .unknown(let count): (nil, count)
        }
    }

    /// Takes tokens out of a bucket on the server, one of them for who asks.
    /// - Parameters:
    ///   - missing: how long the gateway's own bucket needs to be full, in nanoseconds.
    ///   - then: called once, on any thread.
    func ask(
        for count: Int, _ bucket: UInt64, named name: LimitKey.Name, at rate: Rate, missing: UInt64,
        then: @escaping @Sendable (Answer) -> Void
    ) {
        asked.add(1, ordering: .relaxed)
        let interval = (rate.interval + 999) / 1000
        let arguments = [interval, interval * UInt64(rate.burst), UInt64(count), missing / 1000]
        let words = [Array("1".utf8), key.bytes(for: name)] + arguments.map { Array(String($0).utf8) }
        client.send(RedisCommand("EVALSHA", arguments: [Self.digest] + words)).flatMap { reply in
            // A server that has been started anew does not know the script.
            guard reply.errorCode == "NOSCRIPT" else { return self.client.eventLoop.makeSucceededFuture(reply) }
            return self.client.send(RedisCommand("EVAL", arguments: [Self.script] + words))
        }.whenComplete { reply in
            guard case .success(let value) = reply, let counts = value.counts, counts.count == 4 else {
                self.failed.add(1, ordering: .relaxed)
                return then(.failed)
            }
            then(.taking(self.note(counts, bucket, rate)))
        }
    }

    /// - Parameter counts: tokens taken, tokens left, time until the bucket is full and until there is a token, in microseconds.
    private func note(_ counts: [UInt64], _ bucket: UInt64, _ rate: Rate) -> Rate.Taking {
        let (taken, left) = (Int(clamping: counts[0]), Int(clamping: counts[1]))
        let full = counts[2].multipliedReportingOverflow(by: 1000).partialValue
        let wait = counts[3].multipliedReportingOverflow(by: 1000).partialValue
        let now = Loop.clock()
        guard taken > 0 else {
            leases.refuse(bucket, for: min(wait, rate.capacity), now: now)
            return Rate.Taking(isAllowed: false, fullAt: 0, remaining: 0, wait: wait, full: full)
        }
        leases.add(taken - 1, of: taken, remaining: left, to: bucket, at: rate, now: now)
        return Rate.Taking(isAllowed: true, fullAt: 0, remaining: left + taken - 1, wait: wait, full: full)
    }

    /// A request was judged by the gateway's own buckets alone.
    func countLocal() { local.add(1, ordering: .relaxed) }

    var status: Status {
        Status(
            isUp: client.isUp, asked: asked.load(ordering: .relaxed), failed: failed.load(ordering: .relaxed),
            local: local.load(ordering: .relaxed))
    }

    /// For `/ready`, `/-/limits` and the metrics.
    struct Status: Sendable {
        let isUp: Bool
        /// Questions to Redis, and those of them that came to nothing.
        let asked: Int
        let failed: Int
        /// Requests that were judged without Redis, since it was away.
        let local: Int
    }

    private static let digest: [UInt8] = Insecure.SHA1.hash(data: script).flatMap { byte in
        [ByteWriter.hexDigit(byte >> 4), ByteWriter.hexDigit(byte & 15)]
    }

    /// Times are in microseconds: a double has them exactly until the year 2255.
    private static let script = Array(
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local interval, capacity, want, missing = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
        local full = tonumber(redis.call('GET', KEYS[1]) or '') or 0
        full = math.min(math.max(full, now + missing), now + capacity)
        local free = math.floor((now + capacity - full) / interval)
        local taken = math.min(want, free)
        if taken > 0 then
          full = full + taken * interval
          redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil(capacity / 1000))
        end
        return { taken, free - taken, full - now, math.max(0, full + interval - capacity - now) }
        """.utf8)
}

extension Rate.Taking {
    /// What became of a token that was fetched before: how full the bucket is follows from what is left in it.
    fileprivate init(isAllowed: Bool, remaining: Int, of rate: Rate) {
        let missing = rate.interval &* UInt64(max(0, rate.burst - remaining))
        self.init(
            isAllowed: isAllowed, fullAt: 0, remaining: remaining, wait: remaining > 0 ? 0 : rate.interval,
            full: missing)
    }
}

extension RESPValue {
    /// The numbers of an array of them, none negative.
    fileprivate var counts: [UInt64]? {
        guard case .array(let values) = self else { return nil }
        return values.reduce(into: [UInt64]?([])) { counts, value in
            if case .integer(let number) = value, number >= 0 { counts?.append(UInt64(number)) } else { counts = nil }
        }
    }
}
