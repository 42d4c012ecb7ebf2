#!/usr/bin/env python3
"""Figures of the desktop program, read from the screen, as JSON. Usage: gui_figures.py BUILD LARGE_WORKSPACE

A window counts as ready when what it shows can be read by a screen reader; the readings themselves cost some milliseconds of each figure.
LARGE_WORKSPACE has 10,000 items and 10,000 documents (make_large_workspace).
"""
import json
import pathlib
import re
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "gui"))
from desk import Desk  # noqa: E402
from screen import Screen  # noqa: E402

TIMES, DOCUMENTS = 7, 10_000
EVERY = 0.004  # seconds between two readings


def until(condition, timeout=60):
    end = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("what is measured did not come")
        time.sleep(EVERY)


def ready(desk, command, shown):
    """Seconds from the start of the process until `shown(widget)` holds for something in its window."""
    started = time.perf_counter()
    process = desk.screen.start(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def look():
        return any(shown(widget) for number, program in desk.bus.programs() if number == process.pid for widget in program.walk())

    until(look)
    took = time.perf_counter() - started
    process.kill()
    process.wait()
    desk.screen.processes.remove(process)
    return took


def start(desk):
    """In turns with another GTK program, so that whatever else the machine does falls on both."""
    ours, theirs = [], []
    program = [desk.build / "bin" / "hdskit-gui", "--lang", "fr", desk.demonstration()]
    ours_shown = lambda widget: widget.role == "table" and widget.name != desk.say("Pages") and widget.row_count() > 1
    for _ in range(TIMES):
        theirs.append(ready(desk, ["zenity", "--info", "--text=prêt"], lambda widget: widget.role == "label" and "prêt" in widget.text))
        ours.append(ready(desk, program, ours_shown))
    return {"window": statistics.median(ours), "peer": statistics.median(theirs)}


def peak_memory(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


def rest(process, quiet=0.3):
    """Until it has done nothing for a while: what is measured next is not what came before."""
    def worked():
        fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])  # ticks in the program and in the kernel
    before = -1
    while before != (before := worked()):
        time.sleep(quiet)


def open_list(desk, workspace):
    """Seconds from the key that chooses the page of evidence, which is built then, until its rows are there."""
    desk.start(workspace)
    until(lambda: desk.find("table", desk.say("Pages")))
    rest(desk.process)
    title = desk.say("Evidence")
    number = desk.pages().index(title) + 1
    beside = desk.find("scroll pane", desk.say("Pages")).parent().children()
    book = next(widget for widget in reversed(beside) if widget.has("showing"))  # where pages stand: reading the rest would be measured too
    began = time.perf_counter()
    desk.key(f"ctrl+{number}")
    until(lambda: (listing := book.find("table", title)) and listing.row_count() >= DOCUMENTS)
    return time.perf_counter() - began


def large(desk, workspace):
    """The list several times, then every other page, for the memory."""
    times = []
    for _ in range(TIMES):
        times.append(open_list(desk, workspace))
        desk.page("Dashboard")  # the program opens on the page where it was left
        if len(times) < TIMES:
            desk.quit()
    filled = [desk.say(page) for page in ("Requirements", "Evidence", "Dossier", "Deadlines", "Journal")]  # elsewhere this workspace holds nothing to list
    for page in desk.pages():
        desk.page(page)
        if page not in filled:
            time.sleep(2)
            continue
        desk.until(lambda: any(table.row_count() for table in desk.find_all(("table", "tree table")) if table.name != desk.say("Pages")), f"rows on {page}", 120)
    rest(desk.process)
    return {"list": statistics.median(times), "memory": peak_memory(desk.process)}


def main(build, workspace):
    with Desk(build, "fr", Screen(), "figures") as desk:
        figures = start(desk)
        figures.update(large(desk, workspace))
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
