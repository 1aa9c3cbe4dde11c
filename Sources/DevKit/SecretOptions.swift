import ArgumentParser
import Foundation
import GatewayRuntime

/// Where a secret to sign with comes from. No message ever says it.
struct SecretOptions: ParsableArguments {
    // Whatever it begins with: an error about an option that is none would show it.
    @Option(parsing: .unconditional, help: "The secret; other users of the machine see it while this runs.")
    var secret: String?

    @Option(help: ArgumentHelp("A file that holds the secret; line ends behind it do not count.", valueName: "file"))
    var secretFile: String?

    func validate() throws {
        if secret != nil && secretFile != nil {
            throw ValidationError("--secret and --secret-file exclude each other.")
        }
    }

    /// The secret that was given, if one was.
    func given() throws -> String? {
        guard let secretFile else { return try secret.map { try Self.checked($0, "--secret") } }
        let bytes = try readFile(secretFile, limit: 64 * 1024)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw failure("'\(secretFile)' is no text", .dataError)
        }
        return try Self.checked(String(text.reversed().drop { $0.isNewline }.reversed()), "'\(secretFile)'")
    }

    /// A gateway takes no PEM key for a secret, whatever was meant by it.
    private static func checked(_ secret: String, _ place: String) throws -> String {
        if secret.isEmpty { throw ValidationError("\(place) is empty; give a secret of at least 32 random bytes.") }
        if secret.contains("-----BEGIN ") { throw ValidationError("\(place) is a PEM key; give its file as --key.") }
        return secret
    }
}

/// The value of a variable of the environment, if it has one.
func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
}

func readFile(_ path: String, limit: Int) throws -> [UInt8] {
    do throws(SettingFault) {
        return try SmallFile.read(path, limit: limit)
    } catch {
        throw failure("'\(path)' \(error.what)", .noInput)
    }
}
