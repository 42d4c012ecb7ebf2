#!/usr/bin/env python3
"""The bytes of the file are overwritten while it is open: told with the remedy, the window lives, the text stays, and is offered again afterwards."""
import shutil

from desk import run
from steps import answer_in, open_item, save, statement, type_statement

WORDS = "Écrit sur un disque qui s’abîme."
PAGE, CHANGE_COUNTER = 4096, 24  # of SQLite: the size of a page, and where a reader sees that what it remembers is old


def damage(workspace):
    with open(workspace, "r+b") as file:
        file.seek(CHANGE_COUNTER)
        counter = int.from_bytes(file.read(4), "big")
        file.seek(CHANGE_COUNTER)
        file.write((counter + 1).to_bytes(4, "big"))
        file.seek(PAGE)
        file.write(b"\xaa" * (workspace.stat().st_size - PAGE))


def damaged(desk):
    workspace = desk.demonstration()
    backup = desk.screen.documents / "sauvegarde.hds"
    shutil.copyfile(workspace, backup)
    desk.start(workspace)
    open_item(desk)
    type_statement(desk, WORDS)
    damage(workspace)
    desk.wait_told("The workspace “{1}” is damaged: {2}.")
    desk.wait_told("Keep the file, run `hdskit workspace check`, and restore the last backup with `hdskit workspace restore`.")
    save(desk)
    desk.wait_told("Not saved yet")
    assert statement(desk).text == WORDS
    desk.menu("&Help")  # the window answers
    desk.wait("menu item", lambda name: name.startswith(desk.say("&About hdskit")), into_menus=True, timeout=3)
    desk.key("Escape", "Escape")
    restored(desk, workspace, backup)


def restored(desk, workspace, backup):
    """The program ends as after a power cut; with the backup in place it offers the text that was typed."""
    desk.process.kill()
    desk.process.wait()
    backup.replace(workspace)
    desk.start(workspace)
    open_item(desk)
    desk.press("Take up the text that was not saved")
    desk.until(lambda: statement(desk).text == WORDS, "the text that was typed")
    save(desk)
    desk.until(lambda: answer_in(desk, workspace)["statement"] == WORDS, "the answer in the workspace")


if __name__ == "__main__":
    run(damaged)
