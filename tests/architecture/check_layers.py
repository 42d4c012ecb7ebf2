#!/usr/bin/env python3
"""Fails when a file includes a room, or a library, that its own room may not use. This table is the architecture."""
import pathlib
import re
import sys

ROOMS = {  # room -> the rooms that it may include, besides itself
    "toolkit/base": [],
    "toolkit/markup": ["base"],
    "toolkit/workspace": ["base"],
    "toolkit/organisation": ["base", "workspace"],
    "toolkit/requirements": ["base", "markup", "workspace", "organisation"],
    "toolkit/evidence": ["base", "workspace", "organisation"],
    "toolkit/procedure": ["base", "markup", "workspace", "organisation"],
    "toolkit/risk": ["base", "workspace", "organisation"],
    "toolkit/continuity": ["base", "workspace", "organisation"],
    "toolkit/verification": ["base"],
    "toolkit/backup": ["base", "workspace", "organisation", "verification"],
    "toolkit/certificates": ["base"],
    "toolkit/access": ["base", "workspace", "organisation", "certificates"],
    "toolkit/certification": ["base", "workspace", "organisation"],
    "toolkit/habilitation": ["base", "workspace", "organisation"],
    "toolkit/page": ["base"],
    "toolkit/dossier": ["base", "workspace", "organisation", "requirements", "evidence", "procedure", "risk", "continuity", "verification", "backup", "certificates", "access", "certification", "habilitation", "page"],
    "toolkit/exchange": ["base", "workspace", "organisation", "requirements", "evidence", "risk", "continuity", "certificates", "access"],
    "toolkit/frameworks": ["base", "markup", "workspace", "organisation", "requirements", "risk", "exchange"],
    "toolkit/notify": ["base", "workspace", "organisation", "procedure"],
    "toolkit/demonstration": ["base", "workspace", "organisation", "requirements", "evidence", "procedure", "risk", "continuity", "verification", "backup", "certificates", "access", "certification", "habilitation", "page", "dossier", "exchange"],
    "toolkit/surroundings": ["base"],  # looks at the clock and the environment: for the faces alone
    "cli": ["base", "surroundings", "workspace", "organisation", "requirements", "evidence", "procedure", "risk", "continuity", "verification", "backup", "certificates", "access", "certification", "habilitation", "page", "dossier", "exchange", "frameworks", "notify", "demonstration"],
    "gui/presenter": ["base", "surroundings", "workspace", "organisation", "requirements", "evidence", "procedure", "risk", "continuity", "verification", "backup", "certificates", "access", "certification", "habilitation", "page", "dossier", "exchange", "frameworks", "demonstration"],
    "gui/viewer": ["base"],
    "gui": ["base", "surroundings", "workspace", "organisation", "requirements", "evidence", "risk", "continuity", "verification", "backup", "certificates", "access", "certification", "habilitation", "page", "dossier", "exchange", "frameworks", "demonstration"],
    "unpack": ["base", "verification"],  # the program that reads archives, shut in
}
LIBRARIES = {  # start of the header's name -> where it may be included
    "soci": ["toolkit/workspace/"],
    "sqlite3.h": ["toolkit/workspace/"],
    "libpq": ["toolkit/workspace/"],
    "pugixml": ["toolkit/markup/", "toolkit/requirements/", "toolkit/procedure/", "toolkit/page/", "toolkit/access/audit_message_reader.cpp"],
    "yaml.h": ["toolkit/frameworks/yaml_reader.cpp"],
    "openssl/": ["toolkit/base/digest.cpp", "toolkit/base/signature.cpp", "toolkit/verification/", "toolkit/certificates/", "toolkit/demonstration/lookalike_authority.cpp", "toolkit/access/endpoint_request.cpp"],
    "intel-ipsec-mb": ["toolkit/verification/"],
    "p11-kit/": ["toolkit/access/card_module.cpp"],
    "archive": ["unpack/"],
    "boost/locale": ["toolkit/base/translate.cpp"],
    "boost/program_options": ["cli/arguments.cpp"],
    "boost/json": ["toolkit/exchange/oscal_assessment.cpp", "toolkit/workspace/", "toolkit/organisation/", "toolkit/risk/", "toolkit/continuity/", "toolkit/backup/", "toolkit/access/", "toolkit/dossier/", "toolkit/demonstration/", "toolkit/frameworks/", "cli/", "gui/presenter/"],
    "kainjow": ["toolkit/dossier/template_filler.cpp"],
    "cmark": ["toolkit/page/"],
    "pango/": ["toolkit/page/"],
    "hb": ["toolkit/page/"],
    "cairo": ["toolkit/page/", "gui/viewer/"],
    "graphviz/": ["toolkit/page/graph_layout.cpp"],
    "qpdf/": ["toolkit/page/"],
    "zip.h": ["toolkit/page/", "toolkit/exchange/workbook_proof.cpp", "toolkit/exchange/workbook_archive.cpp"],
    "xlsxwriter": ["toolkit/exchange/xlsx_writer.cpp"],
    "hyphen.h": ["toolkit/page/"],
    "lcms2.h": ["toolkit/page/"],
    "iostream": ["cli/"],
    "wx/": ["gui/"],  # but not in gui/presenter/ and gui/viewer/: see WINDOWLESS
    "gtk/": ["gui/window/", "gui/app.cpp"],
    "poppler": ["gui/viewer/"],
    "curl/": ["toolkit/notify/", "toolkit/access/directory_call.cpp", "toolkit/access/endpoint_connection.", "toolkit/access/endpoint_request.cpp", "toolkit/access/list_download.cpp", "toolkit/access/ocsp_probe.cpp"],
    "libical/": ["toolkit/notify/"],
}
WINDOWLESS = ("gui/presenter/", "gui/viewer/")  # tested without a display
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)')


def faults_of(name, text):
    room = next(r for r in sorted(ROOMS, key=len, reverse=True) if name.startswith(r + "/"))
    allowed = [room + "/"] + [f"toolkit/{r}/" for r in ROOMS[room]]
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        header = found[2]
        if header.startswith(("toolkit/", "cli/", "gui/")) and not header.startswith(tuple(allowed)):
            yield f"{name}:{number}: {room} may not use {header}"
        if header.startswith(("wx/", "gtk/")) and name.startswith(WINDOWLESS):
            yield f"{name}:{number}: {header} needs a window"
        for start, homes in LIBRARIES.items():
            if header.startswith(start) and not name.startswith(tuple(homes)):
                yield f"{name}:{number}: {header} belongs to {', '.join(homes) or 'no room yet'}"


def self_test():
    """The check must be able to fail: planted violations are found, a lawful file is not blamed."""
    assert list(faults_of("toolkit/evidence/x.cpp", '#include "toolkit/requirements/answer.hpp"'))
    assert list(faults_of("toolkit/dossier/x.cpp", "#include <soci/soci.h>"))
    assert list(faults_of("toolkit/base/x.cpp", "#include <iostream>"))
    assert list(faults_of("gui/presenter/x.cpp", "#include <wx/panel.h>"))
    assert not list(faults_of("toolkit/dossier/x.cpp", '#include "toolkit/page/document.hpp"'))


def main(root):
    self_test()
    faults = []
    for top in ("toolkit", "cli", "gui", "unpack"):
        for path in sorted((root / top).rglob("*.[ch]pp")):
            faults += faults_of(path.relative_to(root).as_posix(), path.read_text())
    print("\n".join(faults) or "layers: clean")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
