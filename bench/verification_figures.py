#!/usr/bin/env python3
"""The verification engine beside its peers. Usage: verification_figures.py HDSKIT FOLDER; prints the figures as JSON.

FOLDER takes up to 6 GB for the time of the run, memory 3 GB. Every program reads the same trees in turns, the best of three counts, so that whatever else the
machine does falls on all alike. "warm": from memory. "cold": from the disk, where the machine lets caches be dropped, once. Slow programs run once.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHES = pathlib.Path("/proc/sys/vm/drop_caches")
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def drop_caches():
    """False where that is not allowed."""
    try:
        os.sync()
        CACHES.write_text("3\n")
        return True
    except OSError:
        return False


def seconds(command, folder):
    start = time.perf_counter()
    result = subprocess.run(["bash", "-c", command], cwd=folder, **QUIET)
    if result.returncode != 0:
        sys.exit(f"failed: {command}")
    return time.perf_counter() - start


def best_in_turns(commands, folder, times, before=lambda: None):
    best = {}
    for _ in range(times):
        for name, command in commands.items():
            before()
            best[name] = min(best.get(name, 1e9), seconds(command, folder))
    return best


def each(program, processes=2):
    """A program that is given the files; the output is gathered as a person would who wants a list."""
    return f"find . -type f -print0 | xargs -0 -P{processes} -n 256 {program} > /dev/null"


def installed(commands):
    return {name: command for name, command in commands.items() if name == "hdskit" or shutil.which(name.split()[0])}


def on_file(ours):
    quick = installed({"hdskit": ours, "openssl": "openssl dgst -sha256 big", "rhash": "rhash --sha256 big", "b3sum": "b3sum big"})
    slow = installed({"sha256sum": "sha256sum big", "rclone": "rclone hashsum SHA-256 .", "hashdeep": "hashdeep -c sha256 big"})
    return quick, slow


def on_tree(ours):
    quick = installed({"hdskit": ours, "openssl -P2": each("openssl dgst -sha256"), "rhash": "rhash -r --sha256 .", "b3sum -P2": each("b3sum")})
    slow = installed({"sha256sum -P2": each("sha256sum"), "rclone": "rclone hashsum SHA-256 .", "hashdeep": "hashdeep -r -c sha256 ."})
    return quick, slow


def measure(hdskit, trees, kind, slow_too, times=3):
    folder = trees / kind
    ours = f"{hdskit} backup manifest . --output ../{kind}.manifest --quiet"
    quick, slow = on_file(ours) if kind == "big" else on_tree(ours)
    if kind == "mixed":
        quick.pop("rhash", None)  # on one processor: far behind
    subprocess.run("find . -type f -print0 | xargs -0 cat > /dev/null", shell=True, cwd=folder, check=True)
    figures = {"warm": best_in_turns(quick, folder, times)}
    if slow_too:
        figures["warm"].update(best_in_turns(slow, folder, 1))
    if drop_caches():
        cold = {name: command for name, command in quick.items() if name.startswith(("hdskit", "openssl"))}
        figures["cold"] = best_in_turns(cold, folder, 1, drop_caches)
    figures["verified"] = best_in_turns({"hdskit": f"{hdskit} backup verify . --manifest ../{kind}.manifest --quiet"}, folder, 1)["hdskit"]
    return figures


def peak_megabytes(command, folder):
    code = "import resource,subprocess,sys; subprocess.run(sys.argv[1:],check=True,stdout=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    return int(subprocess.run([sys.executable, "-c", code, *command], cwd=folder, check=True, capture_output=True, text=True).stdout) / 1024


def place_for_millions(trees):
    """In memory where there is room: a disk takes long to forget two million files."""
    memory = pathlib.Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 8 << 30
    return pathlib.Path(tempfile.mkdtemp(dir=memory if roomy else trees))


def memory(hdskit, trees):
    entries = 2_002_000
    make(trees, "tiny")
    folder = trees / "tiny"
    made = peak_megabytes([hdskit, "backup", "manifest", ".", "--output", "../tiny.manifest", "--quiet"], folder)
    verified = peak_megabytes([hdskit, "backup", "verify", ".", "--manifest", "../tiny.manifest", "--quiet"], folder)
    return {"entries": entries, "manifest": made, "verify": verified}


def make(trees, kind):
    subprocess.run([sys.executable, ROOT / "bench" / "make_trees.py", trees, kind], check=True)


def main(hdskit, folder):
    hdskit, trees = pathlib.Path(hdskit).resolve(), pathlib.Path(folder).resolve() / "trees"
    shutil.rmtree(trees, ignore_errors=True)
    trees.mkdir(parents=True)
    figures, millions = {}, None
    try:
        for kind, slow_too in (("big", False), ("small", True), ("mixed", False)):
            make(trees, kind)
            figures[kind] = measure(hdskit, trees, kind, slow_too)
            shutil.rmtree(trees / kind)
        millions = place_for_millions(trees)
        figures["memory"] = memory(hdskit, millions)
    finally:
        for made in (trees, millions):
            if made:
                shutil.rmtree(made, ignore_errors=True)
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
