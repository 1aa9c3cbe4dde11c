"""The origin, the gateway and its peers: every one a process of its own, on loopback, ended by its process id."""
import os, shutil, signal, socket, subprocess, time

ORIGIN, GATEWAY, LOAD_ORIGIN = 9900, 9901, 9910
SECRET = "a secret for measurements, of forty bytes!"
HZ = os.sysconf("SC_CLK_TCK")

NGINX = """worker_processes 1; daemon off; pid {work}/{name}.pid; error_log {work}/{name}.err; events {{ worker_connections 16384; }}
http {{ access_log off; keepalive_requests 1000000000; keepalive_timeout 3600s; client_max_body_size 0; sendfile on;
  client_body_temp_path {work}/{name}-in; proxy_temp_path {work}/{name}-out; fastcgi_temp_path {work}; uwsgi_temp_path {work};
  scgi_temp_path {work}; open_file_cache max=16; {http} }}"""
# A request to itself, since that is for what nginx reads a whole body first.
ORIGIN_HTTP = """upstream self {{ server 127.0.0.1:{port}; keepalive 64; keepalive_requests 1000000000; }}
  server {{ listen 127.0.0.1:{port} backlog=4096; root {work}/files; default_type application/json;
  location = /stored {{ return 200 '{{"data":"stored"}}'; }}
  location = /post {{ client_body_buffer_size 2m; proxy_pass http://self/stored; proxy_method GET; proxy_set_body "";
    proxy_http_version 1.1; proxy_set_header Connection ""; }} }}"""
PROXY_HTTP = """upstream u {{ server 127.0.0.1:{origin}; keepalive 512; keepalive_requests 1000000000; }}
  server {{ listen 127.0.0.1:{port} backlog=4096; location / {{ proxy_pass http://u; proxy_http_version 1.1;
  proxy_set_header Connection ""; proxy_set_header X-Request-ID $request_id; }} }}"""
HAPROXY = """global
  nbthread 1
  maxconn 8192
defaults
  mode http
  timeout connect 5s
  timeout client 600s
  timeout server 600s
  http-reuse always
frontend f
  bind 127.0.0.1:{port}
  unique-id-format %{{+X}}o%ci%cp%fi%fp%Ts%rt%pid
  unique-id-header X-Request-ID
  default_backend b
backend b
  server s1 127.0.0.1:{origin} pool-max-conn 512
"""
ENVOY = """static_resources:
  listeners:
  - address: {{socket_address: {{address: 127.0.0.1, port_value: {port}}}}}
    filter_chains:
      - filters:
        - name: envoy.filters.network.http_connection_manager
          typed_config:
            "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
            stat_prefix: in
            route_config: {{virtual_hosts: [{{name: b, domains: ["*"], routes: [{{match: {{prefix: "/"}}, route: {{cluster: u}}}}]}}]}}
            http_filters: [{{name: envoy.filters.http.router, typed_config: {{"@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router}}}}]
  clusters:
  - name: u
    type: STATIC
    load_assignment: {{cluster_name: u, endpoints: [{{lb_endpoints: [{{endpoint: {{address: {{socket_address: {{address: 127.0.0.1, port_value: {origin}}}}}}}}}]}}]}}
"""
CADDY = "{{\n admin off\n auto_https off\n}}\nhttp://127.0.0.1:{port} {{\n reverse_proxy 127.0.0.1:{origin}\n}}\n"


class Processes:
    """What runs for a measurement: `upstream` is the port of the proxies' origin."""

    def __init__(self, work, gateway):
        self.work, self.binary, self.started, self.upstream = work, gateway, [], ORIGIN

    def start(self, command, port, core, env=None):
        """Starts a process on a core, with all that it starts itself, and waits until it listens."""
        log = open(os.path.join(self.work, f"{port}.log"), "ab")
        process = subprocess.Popen(["taskset", "-c", str(core)] + command, stdout=log, stderr=log,
                                   env={**os.environ, **(env or {})}, start_new_session=True)
        self.started.append(process)
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if process.poll() is not None:
                break
            time.sleep(0.1)
        else:
            raise SystemExit(f"data-path: {command[0]} does not listen on {port}; see {self.work}/{port}.log")
        if process.poll() is not None:
            raise SystemExit(f"data-path: {command[0]} ended at once; see {self.work}/{port}.log")
        return process.pid

    def lines(self, port):
        """How many lines a process has written: of the gateway's access log, above all."""
        with open(os.path.join(self.work, f"{port}.log"), "rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))

    def stop(self, pid):
        for process in [p for p in self.started if p.pid == pid]:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            self.started.remove(process)

    def stop_all(self):
        for process in list(self.started):
            self.stop(process.pid)

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
        http = ORIGIN_HTTP.format(port=ORIGIN, work=self.work)
        return self.start([tool("nginx"), "-c", self.config("origin.conf", NGINX.format(work=self.work, name="origin", http=http))], ORIGIN, 1)

    def gateway(self, loops=1, core=0, env=None):
        own = {"PORT": str(GATEWAY), "JWT_SECRET": SECRET, "ORIGIN_URL": f"http://127.0.0.1:{self.upstream}", "GATEWAY_LOOPS": str(loops)}
        return self.start([self.binary], GATEWAY, core, {**own, **(env or {})})

    def relay(self, port):
        binary = os.path.join(self.work, "relay")
        subprocess.run(["cc", "-O2", "-o", binary, os.path.join(os.path.dirname(os.path.abspath(__file__)), "relay.c")], check=True)
        return self.start([binary, str(port), str(self.upstream)], port, 0)

    def peer(self, name, port):
        values = {"work": self.work, "port": port, "origin": self.upstream}
        if name == "nginx":
            http = PROXY_HTTP.format(**values)
            command = ["-c", self.config("nginx.conf", NGINX.format(work=self.work, name="nginx", http=http))]
        elif name == "haproxy":
            command = ["-db", "-f", self.config("haproxy.cfg", HAPROXY.format(**values))]
        elif name == "envoy":
            command = ["-c", self.config("envoy.yaml", ENVOY.format(**values)), "--concurrency", "1", "-l", "error", "--disable-hot-restart"]
        else:
            command = ["run", "--adapter", "caddyfile", "--config", self.config("Caddyfile", CADDY.format(**values))]
        home = {"GOMAXPROCS": "1", "XDG_DATA_HOME": self.work, "XDG_CONFIG_HOME": self.work}
        return self.start([tool(name)] + command, port, 0, home)


def tool(name):
    return shutil.which(name)


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
