"""A server of revocation lists for the tests: serves the files of the folder it starts in, and misbehaves where the path says so."""
import hashlib
import http.server
import pathlib
import sys
import time

log = open(sys.argv[1], "a", buffering=1)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", headers=(), length=None):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        log.write(self.path + " " + self.headers.get("If-None-Match", "-") + "\n")
        kind, _, name = self.path.lstrip("/").partition("/")
        if kind == "moved":
            return self.answer(302, headers=[("Location", "/list/" + name)])
        if kind == "elsewhere":
            return self.answer(302, headers=[("Location", "http://127.0.0.2:%d/list/%s" % (self.server.server_port, name))])
        if kind == "round":
            return self.answer(302, headers=[("Location", self.path)])
        file = pathlib.Path(name)
        if kind not in ("list", "cut", "slow", "endless") or not file.is_file():
            return self.answer(404, b"no such list")
        body = file.read_bytes()
        tag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
        if self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
            return None
        if kind == "cut":
            self.close_connection = True
            return self.answer(200, body[: len(body) // 2], length=len(body))
        if kind == "slow":
            self.answer(200, body[:10], length=len(body))
            self.wfile.flush()
            time.sleep(60)
            return None
        if kind == "endless":
            self.send_response(200)
            self.end_headers()
            self.close_connection = True
            try:
                for _ in range(1000):
                    self.wfile.write(b"x" * 65536)
            except OSError:
                pass
            return None
        return self.answer(200, body, headers=[("ETag", tag)])


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(server.server_port, flush=True)
server.serve_forever()
