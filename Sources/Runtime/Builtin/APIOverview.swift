/// The operations of an OpenAPI document, as far as the docs page shows them.
struct APIOverview {
    struct Operation {
        let method: String
        let path: String
        let identifier: String
        let summary: String
        let isDeprecated: Bool
        let needsToken: Bool
        let scopes: [String]
        let roles: [String]
        let parameters: [Parameter]
        let responses: [Response]
        /// Further conditions of the route, on its host, headers or query.
        let conditions: String
    }

    struct Parameter {
        let name: String
        let location: String
        let type: String
        let isRequired: Bool
        let description: String
    }

    struct Response {
        let status: String
        let description: String
    }

    let title: String
    let version: String
    let description: String
    /// In the document's order, under the first tag of each, else the first words of its path.
    let groups: [(name: String, operations: [Operation])]

    init(_ document: JSON?) {
        let root = document?.object
        let info = root?["info"]?.object
        title = info?["title"]?.string ?? ""
        version = info?["version"]?.string ?? ""
        description = info?["description"]?.string ?? ""
        var groups: [(name: String, operations: [Operation])] = []
        for (path, item) in root?["paths"]?.object?.members ?? [] {
            for (method, operation) in item.object?.members ?? [] {
                guard let object = operation.object else { continue }
                let name = object["tags"]?.array?.first?.string ?? Self.group(of: path)
                let operation = Operation(method: method, path: path, object, root: root)
                if let index = groups.firstIndex(where: { $0.name == name }) {
                    groups[index].operations.append(operation)
                } else {
                    groups.append((name, [operation]))
                }
            }
        }
        self.groups = groups
    }

    /// The first segment of a path that says what it is about: not `api`, not a version, not a parameter.
    private static func group(of path: String) -> String {
        let segments = path.split(separator: "/").map(String.init)
        let isVersion = { (segment: String) in segment.first == "v" && segment.dropFirst().allSatisfy(\.isNumber) }
        return segments.first { $0 != "api" && !isVersion($0) && !$0.hasPrefix("{") } ?? segments.first ?? "/"
    }
}

extension APIOverview.Operation {
    fileprivate init(method: String, path: String, _ object: JSONObject, root: JSONObject?) {
        let requirement = object["security"]?.array?.first?.object
        self.method = method.uppercased()
        self.path = path
        identifier = object["operationId"]?.string ?? ""
        summary = object["summary"]?.string ?? object["description"]?.string ?? ""
        isDeprecated = object["deprecated"]?.bool == true
        needsToken = requirement != nil
        scopes = requirement?.members.first?.value.array?.compactMap(\.string) ?? []
        roles = object["x-roles"]?.array?.compactMap(\.string) ?? []
        parameters = object["parameters"]?.array?.compactMap(\.object).map(APIOverview.Parameter.init) ?? []
        responses =
            object["responses"]?.object?.members.map { status, response in
                APIOverview.Response(status: status, description: Self.description(of: response, root: root))
            } ?? []
        conditions = object["x-match"]?.string ?? ""
    }

    /// The description of a response that stands here, or in `components` behind a `$ref`.
    private static func description(of response: JSON, root: JSONObject?) -> String {
        guard let name = response.object?["$ref"]?.string?.split(separator: "/").last else {
            return response.object?["description"]?.string ?? ""
        }
        let shared = root?["components"]?.object?["responses"]?.object
        return shared?[String(name)]?.object?["description"]?.string ?? ""
    }
}

extension APIOverview.Parameter {
    fileprivate init(_ object: JSONObject) {
        name = object["name"]?.string ?? ""
        location = object["in"]?.string ?? ""
        type = object["schema"]?.object?["type"]?.string ?? ""
        isRequired = object["required"]?.bool == true
        description = object["description"]?.string ?? ""
    }
}
