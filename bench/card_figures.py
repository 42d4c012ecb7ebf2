"""Rows of the population of cards: 10,000 certificates signed with RSA-4096 against a list of 1,000,000 revoked serials, beside OpenSSL on the same files."""
import json
import shutil
import statistics
import sys

CARDS, REVOKED = 10_000, 1_000_000
FEW, PLAIN = 50, 40  # certificates that the slow peers check: each takes them a tenth of a second


def cards(report, run, peak_memory, build, folder):
    place = folder / f"cards-{CARDS}-{REVOKED}"  # kept: signing ten thousand cards takes minutes
    if not (place / "anchors.pem").exists():
        shutil.rmtree(place, ignore_errors=True)
        run([build / "bin" / "make_cards", place, CARDS, REVOKED])
    command = [build / "bin" / "hdskit", "access", "certificates", place / "cards", "--anchors", place / "anchors.pem", "--crl", place / "list.crl",
               "--at", "2026-11-22", "--threads", "1", "--json"]
    memory = place / "memory"

    def first():
        shutil.rmtree(memory, ignore_errors=True)
        memory.mkdir(mode=0o700)
        return run([*command, "--cache", memory], accepted=(1,))

    runs = [first() for _ in range(3)]
    counts = json.loads(runs[0].output)
    if (counts["good"], counts["revoked"], counts["expired"]) != (9300, 500, 200):
        sys.exit(f"The population of cards was counted wrongly: {counts}")
    whole = statistics.median(one.wall for one in runs)
    daily = statistics.median(run([*command, "--cache", memory], accepted=(1,)).wall for _ in range(5))
    plain = float(run([build / "bin" / "verify_cards_plainly", place, PLAIN]).output.split()[0]) * CARDS
    files = [place / "cards" / f"{i}.pem" for i in range(1, FEW + 1)]
    peer = run(["openssl", "verify", "-crl_check", "-CAfile", place / "anchors.pem", "-CRLfile", place / "list.crl", "-attime", "1795348800", *files], accepted=(0, 2))
    peer = peer.wall / FEW * CARDS
    used = peak_memory([sys.executable, "-c", "import subprocess,sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)", *command])
    what = "10,000 certificates (RSA-4096) against 1,000,000 revoked serials, one processor"
    report.row(what, f"{whole:.2f} s", f"X509_verify_cert in a loop, from {PLAIN} of them", f"{plain:.0f} s", f"{plain / whole:.0f} × faster", "under 2 s", whole < 2)
    report.row("the same", f"{whole:.2f} s", f"openssl verify -crl_check, one process, from {FEW} of them", f"{peer:.0f} s", f"{peer / whole:.0f} × faster", "–", True)
    report.row("its memory", f"{used:.0f} MB", "–", "–", "–", "under 150 MB", used < 150)
    report.row("the second daily run, signatures remembered", f"{daily * 1000:.0f} ms", "–", "–", "–", "under 300 ms", daily < 0.3)
