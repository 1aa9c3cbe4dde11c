"""The parts `allocations` and `idle`: what a request allocates, and what a process and a connection hold."""
import os, resource, socket, struct, subprocess, time
from load import table, token
from proxies import GATEWAY, HERE, memory


def measure_allocations(run, load, options):
    library, counter = os.path.join(run.work, "allocations.so"), os.path.join(run.work, "allocations")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, os.path.join(HERE, "allocations.c")], check=True)
    pid = run.gateway(env={"LD_PRELOAD": library, "ALLOCATIONS": counter})

    def count():
        with open(counter, "rb") as file:
            return struct.unpack("q", file.read(8))[0]

    with open(os.path.join(HERE, "allocations.txt")) as file:
        bounds = dict(line.rsplit(" ", 1) for line in file.read().splitlines() if line and not line.startswith("#"))
    rows, faults = [["heap allocations a request", "measured", "at most"]], []
    for label, path, script in [("GET 165 B", "/get/small", load.script("get")), ("GET with all policies", "/policies/small", load.script("get")),
                                ("GET from the cache", "/kept/small", load.script("get")), ("POST 1 KiB", "/post", load.script("post", body=1 << 10))]:
        # Counted while the load is on, from one line of the access log to another: what making the connections takes is not in it.
        running = load.start(GATEWAY, path, script, seconds=load.seconds + 2)
        time.sleep(1)
        lines, before = run.lines(GATEWAY), count()
        time.sleep(load.seconds)
        measured = (count() - before) / max(1, run.lines(GATEWAY) - lines)
        load.judge(running)
        rows.append([label, f"{measured:.4f}", bounds[label]])
        if measured > float(bounds[label]):
            faults.append(label)
    run.stop(pid)
    table(rows)
    if options.check and faults:
        raise SystemExit(f"data-path: more allocations than allocations.txt allows: {', '.join(faults)}")


def measure_idle(run, load, options):
    connections = min(10_000, resource.getrlimit(resource.RLIMIT_NOFILE)[1] - 200)
    resource.setrlimit(resource.RLIMIT_NOFILE, (connections + 200, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    pid = run.gateway()
    idle = memory(pid)
    request = f"GET /get/small HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token()}\r\n\r\n".encode()
    sockets = []
    for number in range(connections):
        client = socket.create_connection(("127.0.0.1", GATEWAY))
        client.sendall(request)
        if not client.recv(4096).startswith(b"HTTP/1.1 200"):
            raise SystemExit("data-path: an idle connection's request was refused")
        sockets.append(client)
        if number == 0:
            used = memory(pid)
    full = memory(pid)
    table([["memory", ""], ["idle process, MiB", f"{idle / 1024:.1f}"],
           [f"each of {connections} idle connections that had a request, KiB", f"{(full - used) / (connections - 1):.2f}"]])
    for client in sockets:
        client.close()
    run.stop(pid)
