"""An OCSP responder over HTTP for the tests: `openssl ocsp` answers each question, by the files of the folder it starts in.

The path names who signs: the authority itself, or a responder that it named, rightly or not.
"""
import http.server
import pathlib
import subprocess


DELEGATES = {  # path -> authority, serial number, days, extensions
    "freed": ("ca", 900, 30, "extendedKeyUsage=OCSPSigning\nnoCheck=ignored\n"),
    "listed": ("ca", 901, 30, "extendedKeyUsage=OCSPSigning\n"),
    "revoked": ("ca", 902, 30, "extendedKeyUsage=OCSPSigning\n"),
    "expired": ("ca", 903, -1, "extendedKeyUsage=OCSPSigning\nnoCheck=ignored\n"),
    "unnamed": ("ca", 904, 30, "extendedKeyUsage=clientAuth\nnoCheck=ignored\n"),
    "stranger": ("forged", 905, 30, "extendedKeyUsage=OCSPSigning\nnoCheck=ignored\n"),
}


def run(words):
    subprocess.run(words.split(), check=True, capture_output=True)


def signer_of(path):
    if path not in DELEGATES:
        return "ca"
    if not pathlib.Path(path + ".pem").exists():
        authority, serial, days, extensions = DELEGATES[path]
        pathlib.Path(path + ".ext").write_text(extensions)
        run(f"openssl req -newkey rsa:2048 -nodes -keyout {path}.key -out {path}.csr -subj /CN={path}")
        run(f"openssl x509 -req -in {path}.csr -CA {authority}.pem -CAkey {authority}.key -set_serial {serial} -days {days} -extfile {path}.ext -out {path}.pem")
    return path


class Responder(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_POST(self):
        question = self.rfile.read(int(self.headers["Content-Length"]))
        pathlib.Path("questions").open("a").write("x\n")
        if self.path == "/silent":
            return self.send_error(503)
        pathlib.Path("request.der").write_bytes(question)
        signer = signer_of(self.path[1:])
        run(f"openssl ocsp -index index.txt -CA ca.pem -rsigner {signer}.pem -rkey {signer}.key -reqin request.der -respout answer.der -ndays 1")
        answer = pathlib.Path("answer.der").read_bytes()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)
        return None


server = http.server.HTTPServer(("127.0.0.1", 0), Responder)
print(server.server_port, flush=True)
server.serve_forever()
