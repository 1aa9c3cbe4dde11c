import ArgumentParser

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a starter spec, with comments.",
        discussion: """
            EXAMPLES
              switchyard init
              switchyard init Sources/MyRoutes/spec
            """)

    @Argument(
        help: ArgumentHelp("The folder to write gateway.yaml into; nothing in it is overwritten.", valueName: "folder"))
    var folder = "spec"

    func run() throws {
        let file = "\(folder)/gateway.yaml"
        do {
            try createFile(file, text: starterSpec)
        } catch {
            throw failure("cannot write '\(file)': \(error); choose another folder", .cannotCreate)
        }
        print(
            """
            wrote \(file)
            next: switchyard check \(folder)
            """)
    }
}

/// A spec that builds as it is and shows what most gateways begin with.
private let starterSpec = """
    # A gateway, compiled from this file. Every *.yaml beside it is read too: split it as your teams are split.
    version: "1.0"

    info: { title: My gateway, version: 0.1.0 }

    # These need no token. The gateway answers the four itself.
    public_paths: [/health, /ready, /metrics, /api/v1/docs]

    # $NAME and ${NAME:-default} come from the environment when the gateway starts. All else is fixed when it is built.
    auth:
      jwt: { algorithms: [HS256], secret: $JWT_SECRET }
      # Downstream services trust these headers: whatever a client sends under these names is removed first.
      claim_to_headers: { X-User-ID: sub }

    upstreams:
      widgets: { url: "${WIDGETS_URL:-http://127.0.0.1:9001}" }

    # What holds for every route that does not say otherwise.
    defaults:
      timeout: 30s

    # Checks that are off unless asked for.
    lint:
      write_requires_scope: error
      public_route_without_rate_limit: warn

    routes:
      # A token is needed unless a route says `auth_required: false`.
      - { path: /api/v1/widgets, method: GET, upstream: widgets, description: List widgets }
      - { path: /api/v1/widgets, method: POST, upstream: widgets, scopes: [write:widgets], description: Create a widget }
      # The most specific route wins, never the order in the file: a literal before {id}, {id} before *.
      - { path: "/api/v1/widgets/{id}", method: GET, upstream: widgets, description: Get a widget }

    # Route tests: a build fails when one does not hold.
    expect:
      - { POST: /api/v1/widgets, route: postApiV1Widgets, upstream_path: /api/v1/widgets }
      - { DELETE: /api/v1/widgets, status: 405 }

    """
