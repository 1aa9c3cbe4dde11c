import Foundation

@testable import RouteSpec

/// The specs of the reference gateways.
enum ReferenceSpec {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../ReferenceSpecs")
        .standardizedFileURL.path

    /// All of them, by name.
    static let all: [SpecFile] = {
        var diagnostics = Diagnostics()
        return loadSpec(at: [folder], into: &diagnostics)
    }()

    static func file(_ name: String) -> SpecFile? {
        all.first { $0.path.hasSuffix("/\(name)") }.map { SpecFile(path: name, bytes: $0.bytes) }
    }
}
