#!/usr/bin/env python3
"""The pages of regimes and of authorised persons: a framework followed in one step and taken back, what it still asks by theme, a shipped pair overruled, the
questions on the scope answered by the keyboard and recorded, the page on transfers refused as long as something is missing; a table checked for small counts and
its line of the log begun."""
from desk import run

TABLES = ("table", "tree table")
TABLE = """Service;Effectif
Cardiologie;250
Neurologie;4
"""


def tab(desk, title):
    desk.wait("page tab", desk.say(title)).click()


def listing(desk, name):
    return desk.wait(TABLES, desk.say(name))


def row_of(desk, name, words):
    return desk.until(lambda: (found := listing(desk, name).row_where(lambda cells: any(words in cell for cell in cells))) is not None and (found,), f"“{words}” in {name}")[0]


def followed(desk, workspace):
    return [regime["id"] for regime in desk.ask(workspace, "regime", "list") if regime["use"] == "followed"]


def follow(desk, workspace):
    listing(desk, "Frameworks").click_cell(row_of(desk, "Frameworks", "v2 (arrêté"))
    desk.press("&Follow…", ready=lambda button: button.has("sensitive"))
    desk.wait_told("No answer can be taken over as it is.")
    desk.press("Follow")
    desk.wait_told("{1} is followed.")
    assert followed(desk, workspace) == ["hds-v2"]


def coverage(desk):
    tab(desk, "Coverage")
    assert listing(desk, "Coverage by theme").row_where(lambda cells: cells[0] == desk.say("All themes")) == 0
    items = listing(desk, "Items of the theme")
    desk.until(lambda: items.row_count() > 30, "the items of HDS v2")
    items.click_cell(0)
    desk.until(lambda: desk.field("What the item asks, and what answers it").text.count("\n") > 1, "what the item asks")


def overrule(desk):
    tab(desk, "Correspondences")
    listing(desk, "Pairs").click_cell(0)
    desk.press("&Overrule…", ready=lambda button: button.has("sensitive"))
    desk.fill("Note", "À revoir avec le RSSI")
    desk.press("Save", ready=lambda button: button.has("sensitive"))
    row_of(desk, "Pairs", desk.say("the hospital’s own"))


def scope(desk, workspace):
    tab(desk, "Frameworks")
    desk.press("Scope &questions…")
    desk.wait_text(desk.say("Question {1}", 1))
    for number in range(2, 40):  # the first answer has the keyboard
        desk.key("space")
        desk.until(lambda: desk.find(None, desk.say("Question {1}", number)) or desk.find(None, desk.say("Outcome")), f"the step {number}")
        if desk.find(None, desk.say("Outcome")):
            break
    desk.press("&Record the decision", ready=lambda button: button.has("sensitive"))
    desk.wait_told("The decision on the scope is recorded, with its reason.")
    assert len(desk.ask(workspace, "certification", "list", "--kind", "scope-decision")) == 1


def transfers(desk):
    tab(desk, "Certification")
    desk.press("&Page on transfers…")
    desk.wait_told("The page would promise what nobody knows: complete the actors of the hosting first.")
    assert not desk.wait("push button", desk.say("Write the page")).has("sensitive")
    desk.key("Escape")
    desk.wait_gone("push button", desk.say("Write the page"))


def check_table(desk):
    table = desk.screen.documents / "sortie.csv"
    table.write_text(TABLE)
    desk.page("Authorised persons")
    tab(desk, "Outputs log")
    desk.press("&Check a table…")
    desk.fill("Table (CSV or XLSX)", str(table))
    desk.press("Check now", ready=lambda button: button.has("sensitive"))
    desk.until(lambda: listing(desk, "Findings").row_count() == 1, "the small count")
    desk.press("Log the output")
    desk.until(lambda: any(field.text == "sortie.csv" for field in desk.find_all("text")), "the line of the log that is begun")


def regimes(desk):
    workspace = desk.screen.documents / "regimes.hds"
    desk.hdskit("workspace", "create", workspace)
    desk.start(workspace)
    desk.page("Regimes")
    follow(desk, workspace)
    coverage(desk)
    overrule(desk)
    scope(desk, workspace)
    transfers(desk)
    check_table(desk)


if __name__ == "__main__":
    run(regimes)
