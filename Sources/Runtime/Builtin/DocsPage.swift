import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The page for people: every route with its method, path, access and answers, in one file that needs no script and nothing
/// from elsewhere.
struct DocsPage {
    let response: BuiltinResponse

    init(_ definition: GatewayDefinition) {
        let document = definition.openAPI.withUTF8Buffer { JSON(parsing: $0) }
        let source = definition.routes.routes.first { $0.target.isOpenAPI }.map { "\($0.paths[0].template)" }
        let page = Self.page(APIOverview(document), source: source)
        // The page's own style sheet is all that a browser is to take, however a text found its way into the page.
        let styleHash = Data(SHA256.hash(data: Data(docsStyle.utf8))).base64EncodedString()
        let policy =
            "default-src 'none'; style-src 'sha256-\(styleHash)'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'"
        response = BuiltinResponse(
            contentType: "text/html; charset=utf-8",
            headers: [("Content-Security-Policy", policy), ("Referrer-Policy", "no-referrer")],
            body: Array(page.markup.utf8))
    }

    private static func page(_ api: APIOverview, source: String?) -> HTML {
        let count = api.groups.reduce(0) { $0 + $1.operations.count }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(api.title)</title>
            <style>\(HTML(stringLiteral: docsStyle))</style>
            </head>
            <body>
            <header>
            <h1>\(api.title) <small>\(api.version)</small></h1>
            \(api.description.isEmpty ? "" : "<p>\(api.description)</p>" as HTML)
            <p class="facts">\("\(count)") \(count == 1 ? "operation" : "operations")\(link(to: source))</p>
            </header>
            <nav>\(api.groups.map { "<a href=\"#\(anchor($0.name))\">\($0.name) <i>\("\($0.operations.count)")</i></a>" })</nav>
            <main>
            \(api.groups.map(section))
            </main>
            </body>
            </html>

            """
    }

    private static func link(to source: String?) -> HTML {
        source.map { " · <a href=\"\($0)\">openapi.json</a>" } ?? ""
    }

    private static func anchor(_ group: String) -> String {
        "group-" + String(group.map { $0.isLetter || $0.isNumber ? $0 : "-" })
    }

    private static func section(_ group: (name: String, operations: [APIOverview.Operation])) -> HTML {
        """
        <section id="\(anchor(group.name))"><h2>\(group.name)</h2>
        \(group.operations.map(card))</section>

        """
    }

    private static func card(_ operation: APIOverview.Operation) -> HTML {
        """
        <details\(operation.isDeprecated ? " class=\"deprecated\"" : "" as HTML)><summary>\
        <b class="method \(operation.method.lowercased())">\(operation.method)</b>\
        <code class="path">\(path(operation.path))</code>\
        <span class="summary">\(operation.summary)</span>\(badges(operation))</summary>
        <div class="body">\(access(operation))\(parameters(operation))\(responses(operation))\(example(operation))</div>
        </details>

        """
    }

    /// The path, its parameters marked, with room to break a line behind every slash.
    private static func path(_ path: String) -> HTML {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { segment -> HTML in
            segment.hasPrefix("{") ? "/<wbr><em>\(String(segment))</em>" : "/<wbr>\(String(segment))"
        }
        return "\(segments)"
    }

    private static func badges(_ operation: APIOverview.Operation) -> HTML {
        let access: HTML =
            operation.needsToken ? "<i class=\"badge token\">token</i>" : "<i class=\"badge open\">public</i>"
        let names = operation.scopes + operation.roles
        return "<span class=\"badges\">\(names.map { "<i class=\"badge\">\($0)</i>" })\(access)</span>"
    }

    private static func access(_ operation: APIOverview.Operation) -> HTML {
        let needs: HTML
        if !operation.needsToken {
            needs = "Open to everybody."
        } else if operation.scopes.isEmpty && operation.roles.isEmpty {
            needs = "Needs a valid token: <code>Authorization: Bearer …</code>"
        } else {
            let scopes: HTML =
                operation.scopes.isEmpty
                ? ""
                : " with \(operation.scopes.count == 1 ? "the scope" : "all of the scopes") \(codes(operation.scopes))"
            let roles: HTML =
                operation.roles.isEmpty
                ? "" : " of \(operation.roles.count == 1 ? "the role" : "any of the roles") \(codes(operation.roles))"
            needs = "Needs a token\(scopes)\(roles)."
        }
        let notes: [HTML] = [
            operation.conditions.isEmpty ? "" : "<p>Only for requests with <code>\(operation.conditions)</code>.</p>",
            operation.isDeprecated ? "<p>Deprecated.</p>" : "",
        ]
        return "<p>\(needs)</p>\(notes)"
    }

    private static func codes(_ names: [String]) -> HTML {
        let codes = names.enumerated().map { index, name -> HTML in
            index == 0 ? "<code>\(name)</code>" : ", <code>\(name)</code>"
        }
        return "\(codes)"
    }

    private static func parameters(_ operation: APIOverview.Operation) -> HTML {
        guard !operation.parameters.isEmpty else { return "" }
        let rows = operation.parameters.map { parameter -> HTML in
            """
            <tr><td><code>\(parameter.name)</code></td><td>\(parameter.location)</td><td>\(parameter.type)</td>\
            <td>\(parameter.isRequired ? "required" : "optional")</td><td>\(parameter.description)</td></tr>
            """
        }
        return "<h3>Parameters</h3><table>\(rows)</table>"
    }

    private static func responses(_ operation: APIOverview.Operation) -> HTML {
        guard !operation.responses.isEmpty else { return "" }
        let rows = operation.responses.map { response -> HTML in
            "<tr><td><code>\(response.status)</code></td><td>\(response.description)</td></tr>"
        }
        return "<h3>Responses</h3><table>\(rows)</table>"
    }

    private static func example(_ operation: APIOverview.Operation) -> HTML {
        let method = operation.method == "GET" ? "" : " -X \(operation.method)"
        let token = operation.needsToken ? " -H \"Authorization: Bearer $TOKEN\"" : ""
        return "<h3>Example</h3><pre>curl\(method) \"$GATEWAY\(operation.path)\"\(token)</pre>"
    }
}

extension RouteDefinition.Target {
    fileprivate var isOpenAPI: Bool {
        if case .builtin(.openAPI) = self { true } else { false }
    }
}
