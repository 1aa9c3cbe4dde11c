"""Load by wrk, and the tokens that it sends."""
import base64, collections, hashlib, hmac, json, os, re, statistics, subprocess, time
from proxies import SECRET, processor_time


def token(number=0, secret=SECRET, **others):
    """A token of the gateway's, a different one for each number; with other claims, and signed with another secret, if it is to be a bad one."""
    def text(part):
        return base64.urlsafe_b64encode(part).rstrip(b"=").decode()
    claims = {"iss": "bench", "aud": "bench", "sub": f"user-{number}", "org_id": "org-1", "exp": int(time.time()) + 86400,
              "scopes": ["read:bench", "write:bench"], **others}
    head = text(b'{"alg":"HS256","typ":"JWT"}') + "." + text(json.dumps(claims).encode())
    return head + "." + text(hmac.new(secret.encode(), head.encode(), hashlib.sha256).digest())


class Load:
    """wrk, what it is told to send, and how many requests were answered at each port."""

    def __init__(self, work, seconds):
        self.work, self.seconds = work, seconds
        self.answered = collections.Counter()

    def script(self, name, tokens=(), body=0):
        """Requests with one token, without any, or with one each in turn; or with a body."""
        path, file_of_tokens = (os.path.join(self.work, f"{name}.{kind}") for kind in ("lua", "tokens"))
        lines = [] if tokens is None else [f'wrk.headers["Authorization"] = "Bearer {token()}"']
        if body:
            lines += ['wrk.method = "POST"', f'wrk.body = string.rep("x", {body})']
        if tokens:
            with open(file_of_tokens, "w") as file:
                file.write("\n".join(tokens) + "\n")
            lines += [
                "local requests, next = {}, 0",
                "function init() local path = wrk.path",
                f'  for t in io.lines("{file_of_tokens}") do',
                '    requests[#requests + 1] = wrk.format("GET", path, { Host = "127.0.0.1", Authorization = "Bearer " .. t })',
                "  end end",
                "function request() next = next % #requests + 1; return requests[next] end"]
        with open(path, "w") as file:
            file.write("\n".join(lines) + "\n")
        return path

    def fresh(self):
        """More tokens than anybody keeps verified, each sent again only after all others."""
        return self.script("fresh", tokens=[token(number) for number in range(60_000)])

    def start(self, port, path, script, connections=64, seconds=None, core=1):
        command = ["taskset", "-c", str(core), "wrk", "--latency", "-t1", f"-c{connections}", f"-d{seconds or self.seconds}s", "-s", script,
                   f"http://127.0.0.1:{port}{path}"]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def run(self, port, path, script, refused=False, **options):
        """How many requests were answered."""
        count = self.judge(self.start(port, path, script, **options), refused)
        self.answered[port] += count
        return count

    def judge(self, running, refused=False):
        """How many requests were answered. An answer other than 200 ends the benchmark: it would have measured nothing. So does
        a 200, where all are to be refused."""
        count, refusals, _ = self.finish(running)
        if count == 0 or refusals != (count if refused else 0):
            raise SystemExit(f"data-path: {' '.join(running.args)}: {refusals} of {count} refused")
        return count

    def finish(self, running):
        """How many requests were answered, how many of them not with 200, and the 99th percentile of the latencies, with its unit."""
        output = running.communicate()[0]
        if "Socket errors" in output:
            raise SystemExit(f"data-path: {' '.join(running.args)}: {output}")
        count, p99 = re.search(r"(\d+) requests in", output)[1], re.search(r"99%\s+(\S+)", output)[1]
        refusals = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
        return int(count), int(refusals[1]) if refusals else 0, p99

    def costs(self, rounds, cases):
        """The median of each case's processor time a request, in microseconds. A case is a proxy's process and port, a path and a
        script; they are measured in turn, so that a slow minute hurts all alike."""
        figures = {label: [] for label in cases}
        for _ in range(rounds):
            for label, (pid, port, path, script) in cases.items():
                before = processor_time(pid)
                count = self.run(port, path, script)
                figures[label].append((processor_time(pid) - before) / count * 1e6)
        return {label: statistics.median(values) for label, values in figures.items()}


def table(rows):
    widths = [max(len(str(row[column])) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(str(cell).ljust(width) if index == 0 else str(cell).rjust(width)
                        for index, (cell, width) in enumerate(zip(row, widths))))
    print(flush=True)
