#!/usr/bin/env python3
"""While a dossier is built the window answers within a second; cancelled, the work leaves no file."""
import time

from desk import run

ANSWER = 1.0  # seconds
LONG = "Le service est rendu à toute heure par une équipe formée, et chaque écart est écrit. " * 9 + "\n\n"
TIMES = 1_100  # somewhat under the largest text that the command takes
ITEMS = ("R1111-9-1", "R1111-9-2", "R1111-9-3", "R1111-9-4", "R1111-9-6", "R1111-12-1")


def make_long(desk, workspace):
    """A dossier of some thousand pages, so that building it takes its time."""
    words = desk.screen.home / "long.txt"
    words.write_text(LONG * TIMES)
    for item in ITEMS:
        desk.hdskit("requirement", "answer", item, "--statement-file", words, workspace=workspace)


def order(desk, output):
    desk.fill("Write the PDF to", str(output))
    desk.press("Build the dossier", ready=lambda button: button.has("sensitive"))
    return desk.wait("push button", desk.say("Cancel the work in hand"))


def long_work(desk):
    workspace = desk.demonstration()
    make_long(desk, workspace)
    desk.start(workspace)
    desk.page("Dossier")
    desk.wait("page tab", desk.say("Build")).click()
    output = desk.screen.documents / "abandonné.pdf"
    before = sorted(desk.screen.documents.iterdir())
    cancel = order(desk, output)
    started = time.monotonic()
    desk.wait("menu", desk.say("&Help"), into_menus=True).click()
    desk.wait("menu item", lambda name: name.startswith(desk.say("&About hdskit")), into_menus=True)
    took = time.monotonic() - started
    assert took < ANSWER + 0.5, f"a menu took {took:.2f} s to open during the work"  # half a second for the harness itself
    desk.key("Escape", "Escape")
    cancel.click()
    desk.wait_told("The work was cancelled; nothing was changed.")
    desk.wait_gone("push button", desk.say("Cancel the work in hand"))
    assert sorted(desk.screen.documents.iterdir()) == before, sorted(desk.screen.documents.iterdir())


if __name__ == "__main__":
    run(long_work)
