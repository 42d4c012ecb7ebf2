#!/usr/bin/python3
"""A web server on loopback that answers every request in one odd way, and notes the requests in FOLDER/requests. Says its port.
Usage: odd_server.py FOLDER STATUS [HEADER: VALUE] ...; {port} in a value is its own port; STATUS 0 never answers, 1 answers without end"""
import http.server
import os
import sys
import time

folder, status, *headers = sys.argv[1], int(sys.argv[2]), *sys.argv[3:]


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        with open(os.path.join(folder, "requests"), "a") as notes:
            notes.write(f"{self.command} {self.path} {'Authorization' in self.headers}\n")
        if status == 0:
            time.sleep(60)
        self.send_response(207 if status == 1 else status)
        for header in headers:
            name, _, value = header.partition(": ")
            self.send_header(name, value.replace("{port}", str(self.server.server_port)))
        if status != 1:
            self.send_header("Content-Length", "0")
        self.end_headers()
        while status == 1:
            self.wfile.write(b"x" * 65536)

    do_PROPFIND = do_PUT = do_DELETE = do_HEAD = do_GET = answer

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
