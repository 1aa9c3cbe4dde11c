import Foundation

/// Raw requests that others have collected: llhttp's test documents and smuggler's gadgets (`../shared/data/SOURCES.md`).
struct Vector: Sendable {
    /// What the collection says of the request.
    enum Verdict: String, Decodable {
        case accept, reject
        /// A gadget: refused, or one honest request.
        case normalise = "reject-or-normalise"
        /// llhttp is stricter than the RFC, or the other way round.
        case open = "see-note"
    }

    let name: String
    let note: String
    let verdict: Verdict
    let bytes: [UInt8]

    static let folder = URL(filePath: #filePath).appending(path: "../../../../../shared/data/h1").standardizedFileURL

    /// All that there are: where the data is not beside the checkout, only the few that are written down here.
    static let all: [Vector] = {
        if !isCollected { print("No data in \(folder.path): the only vectors are those that are built in.") }
        return collected + builtIn
    }()

    static let isCollected = !collected.isEmpty
    private static let collected = ["llhttp", "smuggler"].flatMap { read($0) }

    private struct Entry: Decodable {
        let file: String
        let name: String
        let note: String
        let expect: Verdict
    }

    private static func read(_ collection: String) -> [Vector] {
        let folder = folder.appending(path: collection)
        guard let index = try? Data(contentsOf: folder.appending(path: "index.json")) else { return [] }
        guard let entries = try? JSONDecoder().decode([Entry].self, from: index) else { return [] }
        return entries.compactMap { entry in
            (try? Data(contentsOf: folder.appending(path: entry.file))).map {
                Vector(name: "\(collection)/\(entry.file)", note: entry.note, verdict: entry.expect, bytes: Array($0))
            }
        }
    }

    private static let builtIn: [Vector] = {
        let gadgets = [
            "Transfer-Encoding : chunked", " Transfer-Encoding: chunked", "Transfer-Encoding: \u{1}chunked",
            "Transfer-Encoding: chunked", "X: X\nTransfer-Encoding: chunked", "X: X\r\n\rTransfer-Encoding: chunked",
            "Transfer-Encoding: cow, chunked", "Transfer-Encoding:\n chunked", "Content-Length: 0",
        ]
        let smuggled = "GET /SMUGGLED HTTP/1.1\r\nHost: b\r\nX: "
        return gadgets.map { gadget in
            let head =
                "POST /front HTTP/1.1\r\n\(gadget)\r\nHost: a\r\nContent-Length: \(smuggled.utf8.count + 5)\r\n\r\n"
            return Vector(
                name: gadget.debugDescription, note: "", verdict: .reject,
                bytes: Array("\(head)0\r\n\r\n\(smuggled)".utf8))
        } + [
            Vector(
                name: "two of them", note: "", verdict: .accept,
                bytes: Array(
                    "PUT /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nabGET /b HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
        ]
    }()
}
