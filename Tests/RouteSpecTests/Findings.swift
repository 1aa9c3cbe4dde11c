@testable import RouteSpec

/// What reading and checking a spec have to say, without the path: `3:5: error: …`.
func findings(_ text: String, path: String = "spec.yaml") -> [String] { findings([SpecFile(path: path, text: text)]) }

func findings(_ files: [SpecFile]) -> [String] {
    var diagnostics = Diagnostics()
    if let spec = readSpec(files: files, into: &diagnostics) { checkSpec(spec, into: &diagnostics) }
    return diagnostics.all.map { diagnostic in
        files.count == 1
            ? String(diagnostic.description.dropFirst(diagnostic.mark.path.count + 1)) : diagnostic.description
    }
}
