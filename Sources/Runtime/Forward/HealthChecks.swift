import Logging

/// Finds out which targets of an upstream are up (`health_check`), on one event loop for all of them.
final class HealthChecks {
    private let settings: UpstreamSettings
    private let definition: HealthCheckDefinition
    private let states: TargetStates
    private let request: UpstreamCallRequest
    private let loop: Loop
    private let logger: Logger
    private var targets: [TargetChecks]
    /// Called when each target has been checked once.
    private var whenKnown: (() -> Void)?
    private var isStopped = false

    /// None where the upstream has no health check.
    /// - Throws: where its path cannot be asked for.
    init?(_ shared: SharedUpstream, on loop: Loop, logger: Logger) throws {
        guard let definition = shared.settings.healthCheck else { return nil }
        let request = try UpstreamCallRequest(
            .get, UpstreamTarget(stringLiteral: "\(definition.path)"),
            headers: [("User-Agent", "switchyard-health-check")], body: [])
        settings = shared.settings
        self.definition = definition
        states = shared.states
        self.request = request
        self.loop = loop
        self.logger = logger
        targets = settings.targets.map { target in
            let checked = TargetSettings(checking: target, timeout: definition.timeout)
            return TargetChecks(
                pool: UpstreamPool(checked, quota: nil, loop: loop),
                schedule: HealthSchedule(definition))
        }
    }

    /// Checks all targets now, and each of them again and again.
    func start(whenKnown: @escaping () -> Void) {
        self.whenKnown = whenKnown
        for index in targets.indices { check(index) }
    }

    func stop() {
        isStopped = true
        for index in targets.indices {
            targets[index].timer?.cancel()
            targets[index].timer = nil
            targets[index].call?.cancel()
            targets[index].call = nil
        }
        known()
    }

    /// A client's request had no answer.
    func suspect(_ index: Int) {
        if isStopped { return }
        targets[index].schedule.suspect()
        awaitNext(index)
    }

    /// Checks a target now, unless it is being checked.
    private func check(_ index: Int) {
        guard !isStopped, targets[index].call == nil else { return }
        targets[index].timer?.cancel()
        targets[index].schedule.begin(Loop.clock())
        states.clearSuspicion(of: index)
        let call = UpstreamCall(request, upstream: .plain(targets[index].pool)) { self.ended(index, $0) }
        targets[index].call = call
        targets[index].timer = loop.schedule(in: definition.timeout.clampedNanoseconds) { call.cancel() }
        call.start()
    }

    private func ended(_ index: Int, _ result: Result<UpstreamResponse, any Error>) {
        if isStopped { return }
        targets[index].call = nil
        targets[index].timer?.cancel()
        let isGood = (try? result.get()).map { (200..<300).contains($0.status) } ?? false
        if targets[index].schedule.end(isGood, Loop.clock(), random: .random(in: .min ... .max)) { tell(index, result) }
        awaitNext(index)
        if targets.allSatisfy(\.schedule.verdict.isKnown) { known() }
    }

    private func awaitNext(_ index: Int) {
        guard let next = targets[index].schedule.next else { return }
        targets[index].timer?.cancel()
        targets[index].timer = loop.schedule(at: next) { self.check(index) }
    }

    private func known() {
        let whenKnown = whenKnown
        self.whenKnown = nil
        whenKnown?()
    }

    private func tell(_ index: Int, _ result: Result<UpstreamResponse, any Error>) {
        let isUp = targets[index].schedule.verdict.isUp
        states.note(index, isUp: isUp, Loop.clock())
        let found: String
        switch result {
        case .success(let response): found = "status \(response.status)"
        case .failure(is CancellationError): found = "no answer in time"
        case .failure(let error): found = "\(error)"
        }
        logger.log(
            level: isUp ? .info : .warning, "a target is \(isUp ? "up" : "down")",
            metadata: [
                "upstream": "\(settings.name)", "target": "\(settings.targets[index].url)", "check": "\(found)",
            ])
    }
}

/// One target's checks.
private struct TargetChecks {
    /// Connections are for one check each: making one is part of what is checked.
    let pool: UpstreamPool
    var schedule: HealthSchedule
    var call: UpstreamCall?
    /// The end of a check that is being made, or the next one.
    var timer: LoopTimer?
}
