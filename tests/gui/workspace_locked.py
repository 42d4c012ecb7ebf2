#!/usr/bin/env python3
"""Another process holds the workspace while a person saves: a sentence, the text stays, the window lives, and saving works once the workspace is free."""
import sqlite3

from desk import run
from steps import answer_in, open_item, save, statement, type_statement

WORDS = "L’équipe relève ses tâches chaque été."


def locked(desk):
    workspace = desk.demonstration()
    desk.start(workspace)
    open_item(desk)
    before = answer_in(desk, workspace)["statement"]
    holder = sqlite3.connect(workspace, isolation_level=None)
    holder.execute("begin exclusive")
    type_statement(desk, WORDS)
    save(desk)
    desk.wait_told("The workspace “{1}” is held by {2}.")
    desk.wait_told("Wait until that work is finished, then start again; nothing was changed.")
    desk.wait_told("Not saved yet")
    assert statement(desk).text == WORDS
    desk.menu("&Help")  # the window answers
    desk.wait("menu item", lambda name: name.startswith(desk.say("&About hdskit")), into_menus=True, timeout=3)
    desk.key("Escape", "Escape")
    holder.execute("rollback")
    assert answer_in(desk, workspace)["statement"] == before
    save(desk)
    desk.until(lambda: answer_in(desk, workspace)["statement"] == WORDS, "the answer in the workspace")
    assert statement(desk).text == WORDS


if __name__ == "__main__":
    run(locked)
