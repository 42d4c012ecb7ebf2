#!/usr/bin/env python3
"""Fails when a message of the code has no French text, when a French text lost a {1}, or when po/fr.po keeps one that the code no longer has."""
import pathlib
import re
import subprocess
import sys
import tempfile


def messages(root):
    """What xgettext finds in the code: msgids, plurals included."""
    sources = sorted(str(p.relative_to(root)) for top in ("toolkit", "cli", "gui") for p in (root / top).rglob("*.[ch]pp"))
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "hdskit.pot"
        subprocess.run(["xgettext", "--from-code=UTF-8", "--language=C++", "--keyword=tr", "--keyword=marked", "--keyword=trn:1,2", "--no-location", "-o", str(pot), *sources],
                       cwd=root, check=True, stderr=subprocess.DEVNULL)
        return entries(pot)


def entries(po):
    """msgid -> list of msgstr, through msgconv's one-line form so that wrapping does not matter."""
    text = subprocess.run(["msgcat", "--no-wrap", "--to-code=UTF-8", str(po)], check=True, capture_output=True, text=True).stdout
    found = {}
    for block in text.split("\n\n"):
        if "#~" in block:
            continue
        fuzzy = "#, fuzzy" in block
        block = re.sub(r'"\n"', "", block)
        msgid = re.search(r'^msgid "(.*)"$', block, re.M)
        plural = re.search(r'^msgid_plural "(.*)"$', block, re.M)
        strings = re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', block, re.M)
        if msgid and msgid[1]:
            found[msgid[1]] = [] if fuzzy else strings
            if plural:
                found[msgid[1] + "\0"] = [plural[1]]
    return found


def faults_of(code, french):
    for msgid in code:
        if msgid.endswith("\0"):
            continue
        texts = french.get(msgid, [])
        if not texts or not all(texts):
            yield f"no French text: {msgid}"
        for text in texts:
            if text and sorted(set(re.findall(r"\{\d\}", msgid))) != sorted(set(re.findall(r"\{\d\}", text))) and msgid + "\0" not in code:
                yield f"places differ: {msgid} / {text}"
            if text and re.search(r"\w [:;?!»]", text):
                yield f"a French text needs a non-breaking space before : ; ? ! »: {text}"
    for msgid in french:
        if msgid not in code and not msgid.endswith("\0"):
            yield f"no longer in the code: {msgid}"


def main(root):
    assert list(faults_of({"a {1}": [""]}, {"a {1}": ["b"]})) and list(faults_of({"a": [""]}, {})) and not list(faults_of({"a": [""]}, {"a": ["b"]}))
    code = messages(root)
    assert len(code) > 50, "xgettext found almost nothing: the check would pass whatever happens"
    faults = list(faults_of(code, entries(root / "po" / "fr.po")))
    print("\n".join(faults) or f"translations: {len(code)} messages, all in French")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
