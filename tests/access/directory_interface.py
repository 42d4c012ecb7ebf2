"""The FHIR interface of a directory for the tests, over TLS: answers from people.json of the folder it starts in, and misbehaves where the path says so.
Writes its certificate to the folder that it is given (ca.pem), with a line for each question (log)."""
import http.server
import json
import pathlib
import ssl
import subprocess
import sys
import time
import urllib.parse

OUT = pathlib.Path(sys.argv[1])
KEY = "sesame-of-the-tests"
OIDS = "urn:oid:1.2.250.1.71.4.2.1"
TYPES = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203"
calls = pages = 0
kept = {}  # pages to come, by number


def concept(system, code):
    return {"coding": [{"system": system, "code": code}]}


def practitioner(number, person, nameless):
    made = {"resourceType": "Practitioner", "id": "003-" + number, "active": person.get("active", True)}
    if not nameless or made["active"]:
        made["identifier"] = [{"system": OIDS, "value": number, "type": concept(TYPES, "IDNPS")}]
        if number[0] == "8":
            made["identifier"].append({"system": "https://rpps.esante.gouv.fr", "value": number[1:], "type": concept(TYPES, "RPPS")})
    if made["active"]:
        made["name"] = [{"text": "Exemple"}]
        made["qualification"] = [{"code": concept("https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante", code)}
                                 for code in person.get("professions", [])]
        made["extension"] = [{"url": "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/as-ext-smartcard",
                              "extension": [{"url": "type", "valueCodeableConcept": concept("https://mos.esante.gouv.fr/NOS/TRE_R87-TypeCarte", "CPS")},
                                            {"url": "number", "valueString": card[0]},
                                            {"url": "period", "valuePeriod": {"start": card[1], "end": card[2]}}]} for card in person.get("cards", [])]
    return made


def role(number, rank, one):
    made = {"resourceType": "PractitionerRole", "id": f"005-{number}-{rank}", "active": one.get("active", True),
            "practitioner": {"reference": "Practitioner/003-" + number}}
    if "organization" in one:
        made["organization"] = {"reference": "Organization/" + one["organization"]}
    if "end" in one:
        made["period"] = {"end": one["end"]}
    return made


def organization(ident, one):
    kind, code = ("GEOGRAPHICAL-ENTITY", "FINEG") if one.get("site", True) else ("LEGAL-ENTITY", "FINEJ")
    made = {"resourceType": "Organization", "id": ident, "active": True, "type": [concept("https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-3307", kind)],
            "identifier": [{"system": "https://finess.esante.gouv.fr", "value": one["finess"], "type": concept(TYPES, code)},
                           {"system": "urn:oid:1.2.250.1.71.4.2.2", "value": "1" + one["finess"], "type": concept(TYPES, "IDNST")}]}
    if "part_of" in one:
        made["partOf"] = {"reference": "Organization/" + one["part_of"]}
    return made


def outcome(text):
    return {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "processing", "diagnostics": text}]}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, value, headers=(), length=None):
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        for name, text in headers:
            self.send_header(name, text)
        self.send_header("Content-Type", "application/fhir+json")
        self.send_header("Content-Length", str(length if length is not None else len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass

    def bundle(self, base, resources, page):
        made = {"resourceType": "Bundle", "type": "searchset", "link": [{"relation": "self", "url": base}],
                "entry": [{"fullUrl": f"{base}/{one['resourceType']}/{one['id']}", "resource": one} for one in resources[:page]]}
        if len(resources) > page:
            global pages
            pages += 1
            number = str(pages)
            kept[number] = resources[page:]
            made["link"].append({"relation": "next", "url": f"{base}?_getpages={number}"})
        return made

    def search(self, mode, resource, form):
        people = json.loads(pathlib.Path("people.json").read_text())
        found = []
        if resource == "Practitioner":
            for number in form["identifier"][0].split(","):
                if number in people["persons"]:
                    person = people["persons"][number]
                    found.append(practitioner(number, person, mode == "nameless"))
                    found += [role(number, rank, one) for rank, one in enumerate(person.get("roles", []))]
        for ident in form.get("_id", [""])[0].split(","):
            if ident in people["organizations"]:
                one = people["organizations"][ident]
                found.append(organization(ident, one))
                if "part_of" in one and form.get("_include") == ["Organization:partof"]:
                    found.append(organization(one["part_of"], people["organizations"][one["part_of"]]))
        return found

    def do_GET(self):
        self.reply({})

    def do_POST(self):
        self.reply(urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))

    def reply(self, form):
        global calls
        calls += 1
        asked = urllib.parse.urlsplit(self.path)
        mode, _, version, *rest = asked.path[1:].split("/") + ["", ""]
        with open(OUT / "log", "a", encoding="utf-8") as log:
            log.write(f"{self.command} {self.path} {form.get('identifier', form.get('_id', ['']))[0]}\n")
        base = f"https://127.0.0.1:{self.server.server_port}/{mode}/fhir/v2"
        if self.headers.get("ESANTE-API-KEY") != KEY:
            return self.answer(401, outcome("no such key: " + str(self.headers.get("ESANTE-API-KEY"))))
        if mode == "busy" and calls % 2 == 1:
            return self.answer(429, b"slow down", [("Retry-After", "7")])
        if mode == "closed":
            return self.answer(503, b"later", [("Retry-After", "900")])
        if mode == "wrong":
            return self.answer(200, b'{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Practitioner","id":12,"active":"yes"}}]}')
        if mode == "page":
            return self.answer(200, b"<html>Connect to the network</html>")
        if mode == "refusing":
            return self.answer(400, outcome(f"the question of {self.headers['ESANTE-API-KEY']} is wrong"))
        if mode == "moved":
            return self.answer(302, b"", [("Location", "https://127.0.0.1:1/fhir/v2")])
        if mode == "slow":
            time.sleep(60)
        if mode == "cut":
            self.close_connection = True
            return self.answer(200, b'{"resourceType":"Bundle",', length=4000)
        if calls > {"failing": 2, "failing-soon": 1}.get(mode, calls) and not pathlib.Path("mended").exists():
            return self.answer(500, outcome("an accident"))
        if self.command == "GET":
            found = kept.pop(urllib.parse.parse_qs(asked.query)["_getpages"][0])
        else:
            found = self.search(mode, rest[0], form)
        made = self.bundle(base, found, 3 if mode == "pages" else 1000)
        if mode in ("elsewhere", "above", "circle"):
            made["link"].append({"relation": "next", "url": {"elsewhere": "https://directory.example/fhir/v2?_getpages=1", "above": base + "/../../other",
                                                             "circle": base + "?_getpages=circle"}[mode]})
            kept["circle"] = []
        return self.answer(200, made)


subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=directory of the tests",
                "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "server.key", "-out", str(OUT / "ca.pem")], check=True, capture_output=True)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(OUT / "ca.pem", "server.key")
server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
