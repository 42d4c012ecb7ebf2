#!/usr/bin/env python3
"""Another person changes the workspace with the command line: it shows without a restart, and an edit conflict is shown side by side, no text lost."""
from desk import run
from steps import ITEM_CODE, answer_in, open_item, save, statement, type_statement

SOON = 3  # seconds
MINE, THEIRS, THEIRS_FIRST = "Ce que j’écris moi-même.", "Ce qu’écrit l’autre personne.", "Écrit ailleurs, à l’instant."


def they_answer(desk, workspace, words):
    desk.hdskit("requirement", "answer", ITEM_CODE, "--statement", words, "--actor", "Noël Garçon", workspace=workspace)


def two_people(desk):
    workspace = desk.demonstration()
    desk.start(workspace)
    open_item(desk)
    they_answer(desk, workspace, THEIRS_FIRST)
    desk.until(lambda: statement(desk).text == THEIRS_FIRST, "the answer of the other person", SOON)
    type_statement(desk, MINE)
    they_answer(desk, workspace, THEIRS)
    desk.wait_told("Somebody else changed this answer meanwhile; when you save, both are brought together.")
    assert statement(desk).text == MINE, "what was being typed was overwritten"
    both_side_by_side(desk, workspace)
    keep_mine(desk, workspace)


def both_side_by_side(desk, workspace):
    save(desk)
    mine = desk.wait("text", desk.say("{1}: {2}", desk.say("Statement"), desk.say("mine")))
    theirs = desk.wait("text", desk.say("{1}: {2}", desk.say("Statement"), desk.say("theirs")))
    assert (mine.text, theirs.text) == (MINE, THEIRS), (mine.text, theirs.text)
    assert mine.box()[1] == theirs.box()[1] and mine.box()[0] < theirs.box()[0], "not side by side"
    desk.wait_text("Noël Garçon")
    assert answer_in(desk, workspace)["statement"] == THEIRS, "saved before the person chose"
    desk.press("Go on typing")
    desk.wait_gone("radio button", None)
    assert statement(desk).text == MINE and answer_in(desk, workspace)["statement"] == THEIRS


def keep_mine(desk, workspace):
    save(desk)
    together = desk.wait("text", desk.say("{1}: both together", desk.say("Statement")))
    desk.fill(together, MINE + " " + THEIRS)
    desk.press("Save this")
    desk.until(lambda: answer_in(desk, workspace)["statement"] == MINE + " " + THEIRS, "both texts in the workspace")
    changes = desk.ask(workspace, "journal", "list", "--last", "3")
    assert [change["actor"] for change in changes].count("Noël Garçon") == 2, changes


if __name__ == "__main__":
    run(two_people)
