"""The parts `cpu`, `policies` and `loops`: processor time a request."""
import os
from load import table
from proxies import GATEWAY, processor_time


def measure_cpu(run, load, options):
    get = load.script("get")
    cases = [
        ("GET 165 B", "/get/small", get), ("GET, a fresh token each", "/get/small", load.fresh()), ("GET 16 KiB", "/get/16k", get),
        ("GET 1 MiB", "/get/1m", get), ("POST 1 KiB", "/post", load.script("post1k", body=1 << 10)),
        ("POST 1 MiB", "/post", load.script("post1m", body=1 << 20))]
    proxies = run.start_all(["nginx", "haproxy", "envoy", "caddy"])
    proxies["relay"] = (run.relay(GATEWAY + len(proxies)), GATEWAY + len(proxies))
    rows = [["CPU us a request"] + list(proxies) + ["x nginx"]]
    for label, path, script in cases:
        costs = load.costs(options.rounds, {name: (pid, port, path, script) for name, (pid, port) in proxies.items()})
        rows.append([label] + [f"{costs[name]:.1f}" for name in proxies] + [f"{costs['gateway'] / costs['nginx']:.2f}"])
    table(rows)
    run.stop(*(pid for pid, _ in proxies.values()))


def measure_policies(run, load, options):
    proxies, script = run.start_all(["nginx"]), load.script("get")
    costs = load.costs(options.rounds, {
        "without policies": (*proxies["gateway"], "/get/small", script), "with all of them": (*proxies["gateway"], "/policies/small", script),
        "answered by the cache": (*proxies["gateway"], "/kept/small", script), "nginx, plain": (*proxies["nginx"], "/get/small", script)})
    rows = [["GET 165 B", "CPU us a request", "x without", "x nginx"]]
    for label, cost in costs.items():
        rows.append([label, f"{cost:.1f}", f"{cost / costs['without policies']:.2f}", f"{cost / costs['nginx, plain']:.2f}"])
    table(rows)
    run.stop(*(pid for pid, _ in proxies.values()))


def measure_loops(run, load, options):
    rows, rates, costs = [["loops", "requests/s", "CPU us a request"]], [], []
    for loops in (1, 2):
        pid = run.gateway(loops=loops, core="0,1")
        load.run(GATEWAY, "/get/small", load.script("get"), seconds=1, core="0,1")
        before = processor_time(pid)
        count = load.run(GATEWAY, "/get/small", load.script("get"), core="0,1")
        rates.append(count / load.seconds)
        costs.append((processor_time(pid) - before) / count * 1e6)
        rows.append([str(loops), f"{rates[-1]:.0f}", f"{costs[-1]:.1f}"])
        run.stop(pid)
    rows.append([f"x, on {os.cpu_count()} processors that origin and load share", f"{rates[1] / rates[0]:.2f}", f"{costs[1] / costs[0]:.2f}"])
    table(rows)
