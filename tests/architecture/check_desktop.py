#!/usr/bin/env python3
"""Fails when the menu entry, the file type or the icon of the desktop program would not be understood, or no longer tell what the program does."""
import configparser
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def run(*command):
    """What the tool complains of; "" when nothing."""
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    return (result.stdout + result.stderr).strip() if result.returncode else ""


def entry_of(text):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(text)
    return parser["Desktop Entry"]


def magic_of(text):
    """(offset, four bytes) that the file type looks for."""
    inner = xml.fromstring(text).find(f".//{MIME}match/{MIME}match")
    return int(inner.get("offset")), inner.get("value")


def header_of(root):
    """The same as the code writes and reads it."""
    number = re.search(r"workspace_application_id = 0x(\w{8})", (root / "toolkit/workspace/sqlite_dialect.hpp").read_text())[1]
    offset = re.search(r"application_id_at = (\d+)", (root / "toolkit/workspace/sqlite_file.cpp").read_text())[1]
    return int(offset), bytes.fromhex(number).decode()


def faults_of(root):
    folder = root / "gui/desktop"
    yield run("desktop-file-validate", folder / "hdskit.desktop")
    yield run("xmllint", "--noout", folder / "hdskit-mime.xml", folder / "hdskit.svg")
    entry = entry_of((folder / "hdskit.desktop").read_text())
    mime = (folder / "hdskit-mime.xml").read_text()
    if xml.fromstring(mime).find(f"{MIME}mime-type").get("type") + ";" != entry["MimeType"]:
        yield "the menu entry opens another type than the one that is declared"
    for key in ("GenericName", "Comment", "Keywords"):
        if not entry.get(f"{key}[fr]"):
            yield f"hdskit.desktop: no French {key}"
    if magic_of(mime) != header_of(root):
        yield f"hdskit-mime.xml looks for {magic_of(mime)}, a workspace has {header_of(root)}"


def main(root):
    assert run("xmllint", "--noout", "/dev/null"), "xmllint accepts everything"
    assert run("desktop-file-validate", "/dev/null"), "desktop-file-validate accepts everything"
    faults = [fault for fault in faults_of(root) if fault]
    print("\n".join(faults) or "desktop: fine")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
