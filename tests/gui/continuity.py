#!/usr/bin/env python3
"""The page of continuity: a broken promise says the way that breaks it, the graph follows the node that is clicked and leads back, every tab opens, and what an
observer notes during an exercise is in the workspace at once and still there after the program was killed."""
from desk import run
from widgets import key

TABLES = ("table", "tree table")
BROKEN, OTHER, PLAN, EXERCISE = "ACT2", "ACT4", "PC2", "EX8"
NOTED, DECIDED = "Coupure simulée", "Cellule de crise ouverte"


def listing(desk, name):
    return desk.wait(TABLES, desk.say(name), ready=lambda found: found.row_count() > 0)


def choose(desk, name, reference):
    def row():
        return listing(desk, name).row_where(lambda cells: cells[0] == reference)
    desk.until(lambda: row() is not None, f"{reference} in the list")
    listing(desk, name).click_cell(row(), 1)


def tab(desk, title):
    desk.wait("page tab", desk.say(title)).click()


def title_begins(desk, reference):
    desk.wait_text(lambda words: words.startswith(reference + "\u00a0– "))


def chronicle(desk, workspace):
    entries = desk.ask(workspace, "continuity", "list", "--kind", "exercise-entry")
    return [entry["text"] for entry in entries if entry["exercise"] == EXERCISE]


def continuity(desk):
    workspace = desk.demonstration()
    desk.start(workspace)
    desk.page("Continuity")
    broken_promise(desk)
    graph(desk)
    tab(desk, "Plans")
    choose(desk, "Plans", PLAN)
    desk.until(lambda: any("●" in cells[4] for cells in listing(desk, "Steps of the plan").rows()), "the critical path")
    tab(desk, "Checks")
    desk.until(lambda: len(listing(desk, "CaRE programme, domain 2: continuity and recovery").rows()) > 3, "the objectives of the programme")
    exercise(desk, workspace)


def broken_promise(desk):
    choose(desk, "Activities and services", BROKEN)
    title_begins(desk, BROKEN)
    desk.wait_text(lambda words: words.startswith("✖ ") and f"{BROKEN} → " in words)


def graph(desk):
    tab(desk, "Dependencies")
    name = "Activities, services, components and backups"
    choose(desk, name, OTHER)
    title_begins(desk, OTHER)
    desk.press("&Back")
    title_begins(desk, BROKEN)


def exercise(desk, workspace):
    tab(desk, "Exercises")
    choose(desk, "Exercises", EXERCISE)
    title_begins(desk, EXERCISE)
    note(desk, NOTED, "Return")
    note(desk, DECIDED, "F2")
    desk.until(lambda: chronicle(desk, workspace)[1:] == [NOTED, DECIDED], "both lines in the workspace")
    desk.process.kill()
    desk.process.wait()
    desk.start(workspace)
    desk.page("Continuity")
    tab(desk, "Exercises")
    choose(desk, "Exercises", EXERCISE)
    desk.press("&Observe…")
    desk.wait(None, desk.say("&Pause (F9)"))  # it runs since the first line
    assert any(DECIDED in cells for cells in listing(desk, "Lines of the chronicle").rows())
    desk.press("&Close")


def note(desk, words, with_key):
    if not desk.find(None, desk.say("What happens:")):
        desk.press("&Observe…")
    desk.fill("What happens:", words)
    key(with_key)
    desk.until(lambda: desk.field("What happens:").text == "", "an empty field again")


if __name__ == "__main__":
    run(continuity)
