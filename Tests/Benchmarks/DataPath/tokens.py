"""The part `tokens`: what a token costs, floods of them, and clients beside a flood."""
import os, statistics, subprocess
from load import table
from proxies import GATEWAY, RELEASE, SECRET, processor_time, tool

# More than the gateway keeps verified in a loop, so that in turn each is forgotten before it comes again.
FLOOD = 12_000


def signing_keys(run):
    """Keys to sign with by algorithm, and what the gateway is told of them."""
    kinds = {"ES256": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], "RS256": ["-algorithm", "RSA"],
             "EdDSA": ["-algorithm", "ed25519"]}
    keys, public = {}, ""
    for algorithm, arguments in kinds.items():
        keys[algorithm] = os.path.join(run.work, f"{algorithm}.pem")
        subprocess.run([tool("openssl"), "genpkey", *arguments, "-out", keys[algorithm]], check=True, capture_output=True)
        public += subprocess.run([tool("openssl"), "pkey", "-in", keys[algorithm], "-pubout"], check=True, capture_output=True, text=True).stdout
    return keys, run.config("public.pem", public)


def measure_tokens(run, load, options):
    subprocess.run(["taskset", "-c", "0", os.path.join(RELEASE, "token-bench")], check=True)
    print()
    keys, public = signing_keys(run)

    def distinct(algorithm):
        key = ["--key", keys[algorithm]] if algorithm in keys else ["--secret", SECRET]
        claims = ["--issuer", "bench", "--audience", "bench", "--subject", "user-1", "--claim", "org_id=org-1", "--scope", "read:bench",
                  "--expires-in", "24h", "--count", str(FLOOD)]
        return subprocess.run([os.path.join(RELEASE, "devkit"), "token", "--algorithm", algorithm, *key, *claims], check=True,
                              capture_output=True, text=True).stdout.split()

    def spoilt(tokens):
        """The same with another signature each, still well-formed."""
        parts = [token.rsplit(".", 1) for token in tokens]
        return [f"{head}.{'B' if signature[0] == 'A' else 'A'}{signature[1:]}" for head, signature in parts]

    flood = {name: distinct(name) for name in ("HS256", "RS256", "ES256", "EdDSA")}
    cases = [("no token, public route", "/public/small", load.script("public", tokens=None), False),
             ("one HS256 token", "/get/small", load.script("one"), False)]
    cases += [(f"different tokens, {name}", "/get/small", load.script(f"good-{name}", tokens=tokens), False) for name, tokens in flood.items()]
    cases += [(f"different bad tokens, {name}", "/get/small", load.script(f"bad-{name}", tokens=spoilt(tokens)), True)
              for name, tokens in flood.items()]
    pid = run.gateway(env={"KEYS": public})
    rows = [["the gateway, one loop on one processor", "requests/s", "CPU us a request"]]
    for label, path, script, refused in cases:
        counts, costs = [], []
        for _ in range(options.rounds):
            before = processor_time(pid)
            counts.append(load.run(GATEWAY, path, script, refused))
            costs.append((processor_time(pid) - before) / counts[-1] * 1e6)
        rows.append([label, f"{statistics.median(counts) / load.seconds:.0f}", f"{statistics.median(costs):.1f}"])
    table(rows)
    rows = [["16 clients with a good token", "requests/s", "let through", "p99", "the flood's requests/s"]]
    floods = [case for case in cases if case[0] in ("different tokens, ES256", "different bad tokens, HS256", "different bad tokens, ES256")]
    for label, script in [("alone", None)] + [(f"beside 64 with {label}", script) for label, _, script, _ in floods]:
        running = load.start(GATEWAY, "/get/small", script) if script else None
        count, refusals, p99 = load.finish(load.start(GATEWAY, "/get/small", load.script("one"), connections=16))
        flooded = f"{load.finish(running)[0] / load.seconds:.0f}" if running else "-"
        rows.append([label, f"{count / load.seconds:.0f}", f"{(count - refusals) / count:.2%}", p99, flooded])
    table(rows)
    run.stop(pid)
