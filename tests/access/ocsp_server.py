"""An OCSP responder over HTTP for the tests: `openssl ocsp` answers each question, by the files of the folder it starts in."""
import http.server
import pathlib
import subprocess


class Responder(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_POST(self):
        question = self.rfile.read(int(self.headers["Content-Length"]))
        pathlib.Path("questions").open("a").write("x\n")
        if self.path == "/silent":
            return self.send_error(503)
        pathlib.Path("request.der").write_bytes(question)
        subprocess.run("openssl ocsp -index index.txt -CA ca.pem -rsigner ca.pem -rkey ca.key -reqin request.der -respout answer.der -ndays 1".split(),
                       check=True, capture_output=True)
        answer = pathlib.Path("answer.der").read_bytes()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)
        return None


server = http.server.HTTPServer(("127.0.0.1", 0), Responder)
print(server.server_port, flush=True)
server.serve_forever()
