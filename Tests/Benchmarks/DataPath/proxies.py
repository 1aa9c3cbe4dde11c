"""The origin, the gateway and its peers: every one a process of its own, on loopback, ended by its process id."""
import base64, os, shutil, signal, socket, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
RELEASE = os.path.join(HERE, "..", "..", "..", ".build", "release")
# The first port is that of the origin; DATA_PATH_PORTS puts them elsewhere.
ORIGIN = int(os.environ.get("DATA_PATH_PORTS", "9900"))
GATEWAY, LOAD_ORIGIN = ORIGIN + 1, ORIGIN + 10
SECRET = "a secret for measurements, of forty bytes!"
HZ = os.sysconf("SC_CLK_TCK")

# What each peer is started with, before the name of its file.
PEERS = {
    "nginx": ("nginx.conf", ["-c"]), "haproxy": ("haproxy.cfg", ["-db", "-f"]),
    "envoy": ("envoy.yaml", ["--concurrency", "1", "-l", "error", "--disable-hot-restart", "-c"]),
    "caddy": ("Caddyfile", ["run", "--adapter", "caddyfile", "--config"])}


class Processes:
    """What runs for a measurement: `upstream` is the port of the proxies' origin."""

    def __init__(self, work, gateway):
        self.work, self.binary, self.started, self.upstream = work, gateway, [], ORIGIN

    def start(self, command, port, core, env=None):
        """Starts a process on a core, with all that it starts itself, and waits until it listens."""
        if listens(port):
            raise SystemExit(f"data-path: port {port} is taken; DATA_PATH_PORTS=<first> chooses others")
        with open(self.log(port), "ab") as log:
            process = subprocess.Popen(["taskset", "-c", str(core)] + command, stdout=log, stderr=log,
                                       env={**os.environ, **(env or {})}, start_new_session=True)
        self.started.append(process)
        for _ in range(300):
            if process.poll() is not None or listens(port):
                break
            time.sleep(0.1)
        if process.poll() is not None or not listens(port):
            with open(self.log(port), errors="replace") as log:
                raise SystemExit(f"data-path: {command[0]} does not listen on {port}:\n{log.read()[-2000:]}")
        return process.pid

    def log(self, port):
        """What a process has written: its access log, above all."""
        return os.path.join(self.work, f"{port}.log")

    def lines(self, port):
        with open(self.log(port), "rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))

    def stop(self, *pids):
        for process in [each for each in self.started if each.pid in pids]:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            self.started.remove(process)

    def stop_all(self):
        self.stop(*(process.pid for process in self.started))

    def config(self, name, text):
        path = os.path.join(self.work, name)
        with open(path, "w") as file:
            file.write(text)
        return path

    def origin(self):
        files = os.path.join(self.work, "files", "get")
        os.makedirs(files, exist_ok=True)
        for name, size in [("small", 165), ("16k", 16 << 10), ("1m", 1 << 20)]:
            with open(os.path.join(files, name), "w") as file:
                file.write('{"data":"' + "x" * (size - 11) + '"}')
        os.chmod(self.work, 0o755)
        return self.start([tool("nginx"), "-c", self.filled("origin.conf", ORIGIN)], ORIGIN, 1)

    def gateway(self, loops=1, core=0, env=None):
        own = {"PORT": str(GATEWAY), "JWT_SECRET": SECRET, "ORIGIN_URL": f"http://127.0.0.1:{self.upstream}", "GATEWAY_LOOPS": str(loops)}
        return self.start([self.binary], GATEWAY, core, {**own, **(env or {})})

    def relay(self, port):
        binary = os.path.join(self.work, "relay")
        subprocess.run(["cc", "-O2", "-o", binary, os.path.join(HERE, "relay.c")], check=True)
        return self.start([binary, str(port), str(self.upstream)], port, 0)

    def peer(self, name, port, folder):
        """A peer as its file in a folder of Peers/ has it."""
        file, arguments = PEERS[name]
        home = {"GOMAXPROCS": "1", "XDG_DATA_HOME": self.work, "XDG_CONFIG_HOME": self.work}
        return self.start([tool(name), *arguments, self.filled(os.path.join(folder, file), port)], port, 0, home)

    def filled(self, file, port):
        """A copy of a file of Peers/ with its @names@ filled in."""
        values = {"port": port, "origin": self.upstream, "work": self.work, "log": self.log(port), "secret": SECRET,
                  "key": base64.urlsafe_b64encode(SECRET.encode()).rstrip(b"=").decode()}
        with open(os.path.join(HERE, "Peers", file)) as template:
            text = template.read()
        for name, value in values.items():
            text = text.replace(f"@{name}@", str(value))
        return self.config(os.path.basename(file), text)

    def start_all(self, names, folder="Plain"):
        """The gateway and its peers, each at a port of its own."""
        proxies = {"gateway": (self.gateway(), GATEWAY)}
        for name in names:
            port = GATEWAY + len(proxies)
            if tool(name):
                proxies[name] = (self.peer(name, port, folder), port)
            else:
                print(f"left out: {name} is not installed", file=sys.stderr)
        return proxies


def tool(name):
    return shutil.which(name)


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def tree(pid):
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
    return [pid] + [deeper for child in children for deeper in tree(int(child))]


def processor_time(pid):
    """User and system time of a process and its children so far, in seconds."""
    ticks = 0
    for each in tree(pid):
        try:
            with open(f"/proc/{each}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except FileNotFoundError:
            continue
        ticks += int(fields[11]) + int(fields[12])
    return ticks / HZ


def memory(pid):
    """Resident memory of a process, in KiB."""
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS:"))
