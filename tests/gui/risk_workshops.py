#!/usr/bin/env python3
"""The panes of the risk study beside the register: a kind chosen in the tree shows its records, a node of the attack graph opens its action, a finding leads to
its record, and a version frozen in the window is in the workspace and is compared with what changes afterwards."""
from desk import run
from widgets import key

TABLES = ("table", "tree table")
SUMMARY = "Première cotation contredite par l’équipe"


def tab(desk, name):
    desk.wait("page tab", desk.say(name)).click()


def table(desk, name, rows=1):
    return desk.wait(TABLES, desk.say(name), ready=lambda found: found.row_count() >= rows)


def title_of_form(desk, start):
    desk.wait_text(lambda words: words.startswith(start))


def risk_workshops(desk):
    workspace = desk.demonstration()
    desk.start(workspace)
    desk.page("Risks")
    table(desk, "Register of risks")
    records_of_a_workshop(desk)
    ecosystem(desk)
    graph(desk)
    plan(desk)
    checks(desk)
    versions(desk, workspace)


def records_of_a_workshop(desk):
    tab(desk, "Workshops")
    tree = table(desk, "Workshops")
    tree.click_cell(tree.row_where(lambda cells: cells[0].startswith(desk.say("Feared events"))))
    records = desk.until(lambda: (found := table(desk, "Records of the study")).row_where(lambda cells: cells[0] == "ER1") is not None and found, "the feared events")
    records.click_cell(records.row_where(lambda cells: cells[0] == "ER2"))
    title_of_form(desk, "ER2\u00a0– ")


def ecosystem(desk):
    tab(desk, "Ecosystem")
    parties = table(desk, "Stakeholders")
    reference = parties.rows()[1][0]
    parties.click_cell(1)
    title_of_form(desk, reference + "\u00a0– ")


def graph(desk):
    tab(desk, "Scenarios")
    tree = table(desk, "Scenarios")
    tree.click_cell(tree.row_where(lambda cells: cells[0].startswith("SO1")))
    canvas = desk.wait("panel", lambda name: name.startswith(desk.say("Graph of the scenario")))
    canvas.click()
    key("Home")  # the first action of the graph
    key("space")
    title_of_form(desk, "AE1\u00a0– ")


def plan(desk):
    tab(desk, "Action plan")
    measures = table(desk, "Action plan")
    reference = measures.rows()[1][0]
    measures.click_cell(1)
    title_of_form(desk, reference + "\u00a0– ")


def checks(desk):
    tab(desk, "Checks")
    findings = table(desk, "Findings of the checks", 2)
    row = findings.row_where(lambda cells: cells[1].startswith("MS"))
    reference = findings.rows()[row][1]
    findings.click_cell(row)
    key("Return")
    table(desk, "Action plan")  # the tab where measures are kept
    title_of_form(desk, reference + "\u00a0– ")


def versions(desk, workspace):
    tab(desk, "Versions")
    before = table(desk, "Frozen versions").row_count()
    desk.press("&Freeze a version…")
    desk.fill(desk.wait("text", desk.say("{1}, required", desk.say("What changed"))), SUMMARY)
    desk.press("Freeze")
    desk.until(lambda: table(desk, "Frozen versions").row_count() == before + 1, "the version in the list")
    desk.hdskit("risk", "edit", "R02", "--set", "gravity=1", "--set", "likelihood=1", "--set", "residual_gravity=1", "--set", "residual_likelihood=1", workspace=workspace)
    desk.until(lambda: any(cells[1] == "R02" for cells in table(desk, "What changed", 0).rows()), "the risk that fell, in the comparison")
    key("ctrl+z")
    desk.until(lambda: table(desk, "Frozen versions").row_count() == before, "the version to be taken back")


if __name__ == "__main__":
    run(risk_workshops)
