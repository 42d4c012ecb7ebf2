#!/usr/bin/env python3
"""The file of the workspace is moved away, and another is put in its place, while it is open: told with the remedy, and the typed text is not lost."""
import shutil

from desk import run
from steps import answer_in, open_item, save, statement, type_statement

WORDS = "Écrit pendant que le fichier n’était plus là."
SOON = 5  # seconds; the program looks every second


def moved(desk, workspace, away):
    type_statement(desk, WORDS)
    workspace.rename(away)
    desk.wait_told("The workspace “{1}” was removed or moved while it was open; nothing was recorded.", SOON)
    desk.wait_told("Put the file back where it was, or open it where it is now.")
    save(desk)
    desk.wait_told("Not saved yet")
    assert statement(desk).text == WORDS
    assert not workspace.exists(), "saving made a file where none was"


def replaced(desk, workspace, other):
    shutil.copyfile(other, workspace)
    untouched = workspace.read_bytes()
    desk.wait_told("Another file was put in the place of the workspace “{1}” while it was open; nothing was recorded.", SOON)
    save(desk)
    desk.wait_told("Not saved yet")
    assert statement(desk).text == WORDS
    assert workspace.read_bytes() == untouched, "what another person put there was written to"


def removed(desk):
    workspace = desk.demonstration()
    away, other = desk.screen.documents / "ailleurs.hds", desk.demonstration("autre.hds")
    desk.start(workspace)
    open_item(desk)
    before = answer_in(desk, workspace)["statement"]
    moved(desk, workspace, away)
    replaced(desk, workspace, other)
    away.replace(workspace)  # the right one comes back
    desk.until(lambda: not desk.find("label", lambda name: desk.part("Another file was put in the place of the workspace “{1}” while it was open; nothing was recorded.") in name),
               "the message to go", SOON)
    assert answer_in(desk, workspace)["statement"] == before
    save(desk)
    desk.until(lambda: answer_in(desk, workspace)["statement"] == WORDS, "the answer in the workspace")


if __name__ == "__main__":
    run(removed)
