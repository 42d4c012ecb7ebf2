#!/usr/bin/env python3
"""Sets hdskit beside its peers, in one run, and writes build/bench/report.md.

Usage: run.py BUILD_FOLDER
Goals come from what the product promises; a row that misses its goal says so, and the run still ends well: machines differ.
"""
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import time

import card_figures

ROOT = pathlib.Path(__file__).resolve().parent.parent
CHAPTERS = 500  # 2,000 pages
ANNEXES, MEGABYTES = 300, 300


class Run:
    """One command, watched from outside: wall clock, processor time, peak memory of its largest process."""

    def __init__(self, command, accepted=(0,), **options):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        process = subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
        self.output, errors = process.communicate()
        self.wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if process.returncode not in accepted:
            sys.exit(f"{command[0]} failed: {errors.decode(errors='replace')}")


def peak_memory(command):
    """Megabytes, read by a process of its own so that earlier peaks do not count."""
    code = "import resource,subprocess,sys; subprocess.run(sys.argv[1:],check=True,stdout=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    return int(subprocess.run([sys.executable, "-c", code, *map(str, command)], check=True, capture_output=True, text=True).stdout) / 1024


def median_of(command, times):
    return statistics.median(Run(command).wall for _ in range(times))


class Report:
    def __init__(self):
        self.rows = []

    def row(self, what, ours, peer_name, peer, ratio, goal, met):
        self.rows.append(f"| {what} | {ours} | {peer_name} | {peer} | {ratio} | {goal} | {'yes' if met else '**no**'} |")
        print(f"{what}: {ours}; {peer_name}: {peer}; {ratio} (goal {goal})", flush=True)

    def absent(self, what, ours, peer_name):
        self.rows.append(f"| {what} | {ours} | {peer_name} | not installed | – | – | – |")
        print(f"{what}: {ours}; {peer_name} is not installed", flush=True)

    def write(self, path):
        path.write_text("# hdskit beside its peers\n\nMade by `make bench` (bench/run.py), all rows in one run on one machine with "
                        f"{os.cpu_count()} processors. Ratios count; seconds depend on the machine.\n\n"
                        "| what | hdskit | peer | peer's figure | ratio | goal | met |\n|---|---|---|---|---|---|---|\n" + "\n".join(self.rows) + "\n")


def typesetting(report, program, folder):
    pdf, odt = folder / "generated.pdf", folder / "generated.odt"
    runs = sorted((Run([program, "pdf", CHAPTERS, pdf]) for _ in range(3)), key=lambda run: run.wall)
    ours, pages = runs[1], int(runs[1].output)
    memory = peak_memory([program, "pdf", CHAPTERS, pdf])
    ours_text = f"{ours.wall:.1f} s, {ours.processor:.1f} CPU s"
    office = shutil.which("soffice") or shutil.which("libreoffice")
    Run([program, "odt", CHAPTERS, odt])
    if office:
        peer = Run([office, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf", "--outdir", folder / "office-pdf", odt])
        ratio = peer.wall / ours.wall
        report.row(f"{pages:,} generated pages", ours_text, "LibreOffice, the same blocks as ODT", f"{peer.wall:.1f} s, {peer.processor:.1f} CPU s", f"{ratio:.1f} × faster", "8 × faster", ratio >= 8)
    else:
        report.absent(f"{pages:,} generated pages", ours_text, "LibreOffice, the same blocks as ODT")
    return memory


def merging(report, program, folder, annexes):
    """The whole job less the generated part is what merging costs; qpdf merges the same files and stamps nothing."""
    merged = folder / "merged.pdf"
    alone = statistics.median(Run([program, "pdf", 1, folder / "one.pdf"]).wall for _ in range(3))
    ours = statistics.median(Run([program, "pdf", 1, merged, annexes]).wall for _ in range(3)) - alone
    files = sorted(annexes.iterdir())
    peer = statistics.median(Run(["qpdf", "--empty", "--pages", *files, "--", folder / "qpdf.pdf"]).wall for _ in range(3))
    size = sum(file.stat().st_size for file in files) / 1e6
    report.row(f"merging and stamping {len(files)} annexes, {size:.0f} MB", f"{ours:.2f} s", "qpdf --empty --pages, no stamp", f"{peer:.2f} s", f"{ours / peer:.2f} × its time", "at most 1.5 ×", ours <= 1.5 * peer)


def whole_job(report, program, folder, annexes, generated_memory):
    run = Run([program, "pdf", CHAPTERS, folder / "whole.pdf", annexes])
    memory = peak_memory([program, "pdf", CHAPTERS, folder / "whole.pdf", annexes])
    report.row(f"whole dossier, {int(run.output):,} pages: peak memory", f"{memory:.0f} MB in {run.wall:.1f} s", "the generated part alone", f"{generated_memory:.0f} MB", f"{memory / generated_memory:.2f} ×", "under 300 MB", memory < 300)


def start_up(report, hdskit, folder):
    workspace = folder / "demo.hds"
    workspace.unlink(missing_ok=True)
    Run([hdskit, "demo", "create", workspace, "--without-backups"])
    # In turns, so that whatever else the machine does falls on all three alike.
    commands = {"git": ["git", "--version"], "version": [hdskit, "--version"], "list": [hdskit, "requirement", "list", "--workspace", workspace]}
    times = {name: [] for name in commands}
    for _ in range(80):
        for name, command in commands.items():
            times[name].append(Run(command).wall)
    overhead = statistics.median(Run(["true"]).wall for _ in range(80))  # the fork, the same for all
    git, version, listing = (statistics.median(times[name]) for name in commands)
    report.row("hdskit --version", f"{version * 1000:.1f} ms", "git --version", f"{git * 1000:.1f} ms", f"{version / git:.1f} ×", "at most 3 ×", version <= 3 * git)
    report.row("requirement list on the demonstration", f"{listing * 1000:.1f} ms", "git --version", f"{git * 1000:.1f} ms", f"{listing / git:.1f} ×", "at most 10 ×", listing <= 10 * git)
    print(f"(starting any process from here: {overhead * 1000:.1f} ms, contained in the figures above)")


def procedures(report, program):
    """No peer computes French time limits: the goal is the product's own promise."""
    standing, everything = (float(word) for word in Run([program, 10_000, 20]).output.split())
    report.row("10,000 procedures of 20 stages recomputed", f"{standing:.2f} s", "with all their deadlines told in words", f"{everything:.2f} s", "–", "under 1 s", standing < 1)


def continuity(report, hdskit, program, folder):
    """No peer checks recovery objectives along dependencies: the goal is the product's own promise."""
    workspace = folder / "continuity.hds"
    workspace.unlink(missing_ok=True)
    seconds = float(Run([program, 5_000, 20_000, workspace]).output)
    command = [hdskit, "continuity", "check", "--workspace", workspace, "--json"]
    whole = statistics.median(Run(command, accepted=(1,)).wall for _ in range(5))  # 1: there are findings
    report.row("continuity of 5,000 nodes and 20,000 dependencies checked", f"{seconds * 1000:.0f} ms", "the whole command, opening the workspace", f"{whole * 1000:.0f} ms", "–", "under 200 ms", seconds < 0.2 and whole < 0.2)


def register(report, hdskit, folder):
    """10,000 risks, as the product promises; beside them what people would use instead on the same file."""
    table, workspace, database = folder / "register.csv", folder / "register.hds", folder / "register.sqlite"
    Run([sys.executable, ROOT / "bench" / "make_register.py", table, 10_000])
    imports, peers = [], []
    for _ in range(5):  # in turns
        workspace.unlink(missing_ok=True)
        Run([hdskit, "workspace", "create", workspace])
        imports.append(Run([hdskit, "risk", "import", table, "--workspace", workspace]).wall)
        database.unlink(missing_ok=True)
        if shutil.which("sqlite3"):
            peers.append(Run(["sqlite3", database, ".mode csv", ".separator ;", f".import {table} register"]).wall)
    ours = statistics.median(imports)
    peer = statistics.median(peers) if peers else None
    beside = (f"{peer * 1000:.0f} ms", f"{ours / peer:.1f} × its time") if peers else ("not installed", "–")
    report.row("10,000 risks imported from CSV, checked and journalled", f"{ours * 1000:.0f} ms", "sqlite3 .import, which checks nothing", *beside, "under 1 s", ours < 1)
    for words, what in ((["list"], "list of 10,000 risks"), (["list", "--json"], "the same as JSON, all fields"), (["matrix", "--json"], "matrix of 10,000 risks")):
        wall = median_of([hdskit, "risk", *words, "--workspace", workspace], 9)
        report.row(what, f"{wall * 1000:.0f} ms", "–", "–", "–", "under 200 ms", wall < 0.2)


def desktop(report, build, folder):
    """The window on a screen of its own; Debian's python3, through which the screen is read."""
    large = folder / "large.hds"
    if not large.exists() or large.stat().st_mtime < (build / "bin" / "make_large_workspace").stat().st_mtime:
        large.unlink(missing_ok=True)
        Run([build / "bin" / "make_large_workspace", large, 10_000, 10_000])
    figures = json.loads(Run(["/usr/bin/python3", "-B", ROOT / "bench" / "gui_figures.py", build, large]).output)
    ours, peer = figures["window"], figures["peer"]
    report.row("hdskit-gui on the demonstration: window filled", f"{ours * 1000:.0f} ms", "zenity --info: window shown", f"{peer * 1000:.0f} ms", f"{ours / peer:.1f} ×", "under 1 s", ours < 1)
    report.row("list of 10,000 documents opened", f"{figures['list'] * 1000:.0f} ms", "–", "–", "–", "under 200 ms", figures["list"] < 0.2)
    report.row("hdskit-gui, 10,000 items and 10,000 documents: peak memory", f"{figures['memory']:.0f} MB", "–", "–", "–", "under 250 MB", figures["memory"] < 250)


SHA256_PEERS = ("openssl", "openssl -P2", "rhash", "sha256sum", "sha256sum -P2", "hashdeep", "rclone")


def verification(report, hdskit, folder):
    """One file, many short ones, a mixed tree; beside every program that people would use instead. Only those with the same digest count for the goals."""
    figures = json.loads(Run([sys.executable, "-B", ROOT / "bench" / "verification_figures.py", hdskit, folder]).output)
    for kind, what, peer, warm, cold in (("big", "one file of 4 GiB", "openssl", 1.15, None), ("small", "200,000 files of 8 KiB", None, 2.4, 2.5),
                                         ("mixed", "20,000 files, 5 GB", "openssl -P2", 1.15, 1.4)):
        for state, goal in (("warm", warm), ("cold", cold)):
            times = figures[kind].get(state)
            if not times:
                report.row(f"{what}, {state}: manifest", "not measured", "this machine does not let caches be dropped", "–", "–", "–", True)
                continue
            ours = times["hdskit"]
            best = min((name for name in times if name in SHA256_PEERS), key=times.get)
            for name, peer_time in times.items():
                if name == "hdskit":
                    continue
                counts = goal and name == (peer or best)
                beside = "best with SHA-256" if name == best else "BLAKE3, for orientation" if name.startswith("b3sum") else ""
                report.row(f"{what}, {state}: manifest", f"{ours:.2f} s", f"{name}{', ' + beside if beside else ''}", f"{peer_time:.2f} s", f"{peer_time / ours:.2f} × faster",
                           f"{goal} × faster" if counts else "–", peer_time >= goal * ours if counts else True)
        report.row(f"{what}: verified against its manifest", f"{figures[kind]['verified']:.2f} s", "–", "–", "–", "–", True)
    memory = figures["memory"]
    for what, name in (("manifest", "manifest"), ("verification", "verify")):
        report.row(f"{what} of {memory['entries']:,} entries: peak memory", f"{memory[name]:.0f} MB", "–", "–", "–", "under 200 MB", memory[name] < 200)


def access_review(report, build, folder):
    """The open directory of professionals and a month of access logs, both look-alikes; beside what people type to look into such files."""
    place = folder / "access"
    place.mkdir(exist_ok=True)
    hdskit = build / "bin" / "hdskit"
    try:
        Run([build / "bin" / "make_access_inputs", place, 5_000, 2_000_000, 10_000_000])
        directory, logs = next(place.glob("PS_LibreAcces*")), place / "logs.csv"
        join = [hdskit, "access", "review", "--accounts", place / "accounts.csv", "--people", place / "people.csv", "--directory", directory, "--json"]
        for what, command, file, key, separator, goal in (("directory of 2,000,000 lines joined to 5,000 accounts and judged", join, directory, 3, "|", 3),
                                                          ("10,000,000 lines of access logs reviewed", [hdskit, "access", "logs", logs, "--json"], logs, 2, ";", 10)):
            times = [Run(command, accepted=(0, 1)).wall for _ in range(3)]  # 1: there are findings
            ours, memory = statistics.median(times), peak_memory(["sh", "-c", '"$@" || [ $? -eq 1 ]', "sh", *command])
            awk = Run(["awk", "-F", separator, f"{{n[${key}]++}} END {{print length(n)}}", file]).wall
            grep = Run(["grep", "-c", "", file]).wall
            report.row(what, f"{ours:.2f} s", f"awk, which counts lines by one column; grep -c takes {grep:.2f} s", f"{awk:.2f} s", f"{awk / ours:.1f} × faster", f"under {goal} s", ours < goal)
            report.row(f"{what}: peak memory", f"{memory:.0f} MB", "–", "–", "–", "under 300 MB", memory < 300)
    finally:
        shutil.rmtree(place)


LIBRARIES, REQUIREMENTS = 100, 1_000
PLAIN_YAML = "import sys, yaml\nfor name in sys.argv[1:]:\n    yaml.load(open(name, 'rb'), Loader=yaml.CSafeLoader)"


def frameworks(report, hdskit, folder):
    """Libraries of frameworks read, checked, and kept in the house format; beside PyYAML on libyaml, which reads the same files and knows nothing of frameworks."""
    place, workspace = folder / "libraries", folder / "frameworks.hds"
    Run([sys.executable, ROOT / "bench" / "make_libraries.py", place, LIBRARIES, REQUIREMENTS])
    files = sorted(place.iterdir())
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    try:
        python = "/usr/bin/python3"  # Debian's, which has the package
        peered = subprocess.run([python, "-c", "from yaml import CSafeLoader"], capture_output=True).returncode == 0
        imports, previews, peers = [], [], []
        for _ in range(3):  # in turns
            workspace.unlink(missing_ok=True)
            Run([hdskit, "workspace", "create", workspace])
            imports.append(Run([hdskit, "framework", "import", *files, "--workspace", workspace]).wall)
            previews.append(Run([hdskit, "framework", "import", *files, "--dry-run", "--json"]).wall)
            if peered:
                peers.append(Run([python, "-c", PLAIN_YAML, *files]).wall)
        memory = peak_memory([hdskit, "framework", "import", *files, "--dry-run", "--json"])
        for what, times in (("imported and kept", imports), ("previewed", previews)):
            ours = statistics.median(times)
            name = f"{LIBRARIES} libraries of {REQUIREMENTS:,} requirements, {megabytes:.0f} MB of YAML, {what}"
            if peers:
                peer = statistics.median(peers)
                report.row(name, f"{ours:.2f} s", "PyYAML on libyaml, which only parses", f"{peer:.2f} s", f"{peer / ours:.1f} × faster", "under 5 s", ours < 5)
            else:
                report.row(name, f"{ours:.2f} s", "PyYAML on libyaml", "not installed", "–", "under 5 s", ours < 5)
        report.row("the same previewed: peak memory", f"{memory:.0f} MB", "–", "–", "–", "–", True)
    finally:
        shutil.rmtree(place)
        workspace.unlink(missing_ok=True)


def main(build):
    build = pathlib.Path(build).resolve()
    folder = ROOT / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    annexes = folder / f"annexes-{ANNEXES}-{MEGABYTES}"
    if not annexes.exists():
        subprocess.run([sys.executable, ROOT / "bench" / "make_annexes.py", annexes, str(ANNEXES), str(MEGABYTES)], check=True)
    report = Report()
    program = build / "bin" / "assemble_large_dossier"
    memory = typesetting(report, program, folder)
    merging(report, program, folder, annexes)
    whole_job(report, program, folder, annexes, memory)
    start_up(report, build / "bin" / "hdskit", folder)
    procedures(report, build / "bin" / "recompute_procedures")
    register(report, build / "bin" / "hdskit", folder)
    desktop(report, build, folder)
    continuity(report, build / "bin" / "hdskit", build / "bin" / "check_large_continuity", folder)
    verification(report, build / "bin" / "hdskit", folder)
    access_review(report, build, folder)
    frameworks(report, build / "bin" / "hdskit", folder)
    card_figures.cards(report, Run, peak_memory, build, folder)
    report.write(folder / "report.md")
    print(f"\n{folder / 'report.md'}")


if __name__ == "__main__":
    main(sys.argv[1])
