public import ArgumentParser
public import GatewayRuntime

extension TokenAlgorithm: ExpressibleByArgument {}

extension ListenAddress: ExpressibleByArgument {
    public init?(argument: String) {
        guard let address = try? ListenAddress(parsing: argument) else { return nil }
        self = address
    }

    public var defaultValueDescription: String { description }
}

/// How long something holds, as specs write it: `90s`, `15m`, `24h`, `7d`; with a minus, how long ago it ended.
struct Lifetime: ExpressibleByArgument, CustomStringConvertible {
    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init?(argument: String) {
        let isOver = argument.hasPrefix("-")
        guard let length = try? DurationText.seconds(String(argument.dropFirst(isOver ? 1 : 0))) else { return nil }
        seconds = Int(isOver ? -length : length)
    }

    var description: String {
        let units = [("d", 86_400), ("h", 3_600), ("m", 60)]
        let unit = units.first { seconds != 0 && seconds.isMultiple(of: $0.1) } ?? ("s", 1)
        return "\(seconds / unit.1)\(unit.0)"
    }
}
