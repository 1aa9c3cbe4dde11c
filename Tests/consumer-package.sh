#!/usr/bin/env bash
# Makes a fresh package that depends on this one, with a spec of its own, and uses it as its authors would: builds it, asks
# the gateway, edits the spec and builds again. Between two edits more than a second passes, as SwiftPM's debug builds miss
# the second of two edits in one second.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
package=$(mktemp -d)
# Shared with this package, so that the dependencies are compiled once for both.
scratch=$root/.build
gateway=
cleanup() {
    [ -z "$gateway" ] || kill "$gateway" 2>/dev/null || true
    rm -rf "$package"
}
trap cleanup EXIT
cd "$package"

fail() {
    echo "error: $*" >&2
    exit 1
}

# build: builds the package; what the build prints is left in build.log.
build() {
    sleep 1.1
    swift build -j 2 --scratch-path "$scratch" >build.log 2>&1
}

# answers PATH STATUS: builds, starts the gateway, and wants this status for a GET of the path.
answers() {
    build || { cat build.log; fail "the build failed"; }
    rm -f gateway.log
    PORT=0 "$scratch/debug/Shop" >gateway.log &
    gateway=$!
    for _ in $(seq 100); do
        grep -qs listening gateway.log && break
        sleep 0.1
    done
    local port status
    port=$(sed -n 's/^listening at \([0-9]*\)$/\1/p' gateway.log)
    status=$(curl -s -o body.txt -w '%{http_code}' "http://127.0.0.1:$port$1") || fail "no answer at $1"
    kill "$gateway"
    wait "$gateway" || fail "the gateway did not stop in order"
    gateway=
    [ "$status" = "$2" ] || fail "GET $1 answers $status, not $2: $(cat body.txt)"
    echo "ok: $3: GET $1 answers $2"
}

mkdir -p Sources/Shop/spec
cat >Package.swift <<SWIFT
// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "shop",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "switchyard", path: "$root"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .executableTarget(
            name: "Shop",
            dependencies: [
                .product(name: "GatewayRuntime", package: "switchyard"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            exclude: ["spec"],
            plugins: [.plugin(name: "GenerateGateway", package: "switchyard")])
    ]
)
SWIFT
cat >Sources/Shop/Shop.swift <<'SWIFT'
import Foundation
import GatewayRuntime
import Logging
import UnixSignals

@main
struct Shop {
    static func main() async throws {
        let settings = try GatewaySettings.resolve(gateway, environment: ProcessInfo.processInfo.environment)
        let serving = Gateway(gateway, settings: settings, loops: 1, logger: Logger(label: "shop"))
        let port = try await serving.start()
        let signals = await UnixSignalsSequence(trapping: .sigterm)
        try FileHandle.standardOutput.write(contentsOf: Data("listening at \(port)\n".utf8))
        for await _ in signals { break }
        await serving.shutdown()
    }
}
SWIFT
cat >Sources/Shop/spec/shop.yaml <<'YAML'
version: "1.0"
info: { title: Shop, version: 1.0.0 }
server: { listen: "127.0.0.1:${PORT}" }
public_paths: [/health, /api/v1/docs]
upstreams: { items: { url: "${ITEMS_URL:-http://127.0.0.1:1}" } }
defaults: { upstream: items, auth_required: false }
routes:
  - { path: /items, method: GET }
YAML

# Nobody listens at the upstream: 502 says that a route was found.
answers /health 200 "a fresh package"
grep -q '"status":"ok"' body.txt || fail "the health endpoint says: $(cat body.txt)"
answers /items 502 "the spec's route"
answers /goods 404 "no other route"
sed -i.bak 's|/items, method|/goods, method|' Sources/Shop/spec/shop.yaml && rm Sources/Shop/spec/shop.yaml.bak
answers /goods 502 "an edited spec"
printf 'routes:\n  - { path: /orders, method: GET }\n' >Sources/Shop/spec/orders.yaml
answers /orders 502 "an added file"
printf 'routes:\n  - { path: /carts, method: GET }\n' >Sources/Shop/spec/orders.yaml
answers /carts 502 "an edit of the added file"
mv Sources/Shop/spec/orders.yaml Sources/Shop/spec/carts.yaml
answers /carts 502 "a renamed file"
rm Sources/Shop/spec/carts.yaml
answers /carts 404 "a deleted file"

printf 'routes:\n  - { path: /a, methode: GET }\n  - { path: b, method: GET }\n' >Sources/Shop/spec/wrong.yaml
if build; then fail "a wrong spec builds"; fi
for place in 2:17 3:13; do
    grep -E "^/.*/Sources/Shop/spec/wrong\.yaml:$place: error: .+" build.log \
        || { cat build.log; fail "the build does not name wrong.yaml:$place"; }
done
echo "ok: a wrong spec fails the build, with every error at its place"
rm Sources/Shop/spec/wrong.yaml
answers /goods 502 "the spec put right"
