"""The part `latency`: peaks, and latencies under open load."""
import os, statistics, subprocess, time
from load import table, token
from plot import draw
from proxies import HERE, LOAD_ORIGIN, ORIGIN, processor_time

# Of the peak rate.
SHARES = (0.1, 0.3, 0.5, 0.7, 0.9)


def measure_latency(run, load, options):
    """Peak and latencies by the same generator, on the same connections; the proxies in turn, so that a drift is shared."""
    generator = os.path.join(run.work, "open-loop")
    subprocess.run(["cc", "-O2", "-o", generator, os.path.join(HERE, "open-loop.c")], check=True)
    body = '{"data":"' + "x" * 154 + '"}'
    request = run.config("request", f"GET /get/small HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token()}\r\n\r\n")
    response = run.config("response", f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}")
    run.upstream = LOAD_ORIGIN
    proxies = run.start_all(["nginx", "haproxy"])

    def play(port, rate):
        command = ["taskset", "-c", "1", generator, str(port), f"{rate:.0f}", str(load.seconds), "256", request, str(LOAD_ORIGIN), response]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            raise SystemExit(f"data-path: {result.stderr}")
        return [float(each) for each in result.stdout.split()]

    peaks, busy, generators, latencies, lateness = {}, {}, {}, {}, []
    for _ in range(options.rounds):
        for name, (pid, port) in proxies.items():
            before, start = processor_time(pid), time.time()
            figures = play(port, 0)
            peaks.setdefault(name, []).append(figures[0])
            busy.setdefault(name, []).append((processor_time(pid) - before) / (time.time() - start))
            generators.setdefault(name, []).append(figures[7])
    peaks = {name: statistics.median(values) for name, values in peaks.items()}
    for _ in range(options.rounds):
        for share in SHARES:
            for name, (pid, port) in proxies.items():
                figures = play(port, peaks[name] * share)
                latencies.setdefault((name, share), []).append(figures)
                lateness.append(figures[6])

    def figure(name, share, index):
        return statistics.median(figures[index] for figures in latencies[name, share])

    rows = [["latency, us", "peak req/s", "busy", "load busy", "p50 at 50 %", "p99 at 50 %", "p50 at 90 %", "p99 at 90 %"]]
    for name in proxies:
        rows.append([name, f"{peaks[name]:.0f}", f"{statistics.median(busy[name]):.2f}", f"{statistics.median(generators[name]):.2f}"]
                    + [f"{figure(name, share, index):.0f}" for share in (0.5, 0.9) for index in (1, 3)])
    run.stop(*(pid for pid, _ in proxies.values()))
    run.upstream = ORIGIN
    table(rows)
    print(f"At its peak a proxy is busy all the time, or the peak is not its own. The load itself was late by at most "
          f"{max(lateness):.0f} us (p99 of a run).\n", flush=True)
    if options.plot:
        draw(options.plot, {name: [(share, figure(name, share, 3) / 1000) for share in SHARES] for name in proxies})
