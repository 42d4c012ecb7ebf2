#!/usr/bin/env python3
"""The page of deadlines: a stage of the procedure stands in the list with its computation beside it, what the command line records shows without a
restart, and an event recorded in the window is in the workspace and can be undone."""
from desk import run
from widgets import key

OWNER, ELSEWHERE = "CNIL", "Accès permanent au SNDS"
SOON = 5  # seconds


def rows_of(desk, name):
    table = desk.find(("table", "tree table"), desk.say(name))
    return table.rows() if table else []


def events(desk, workspace):
    return desk.ask(workspace, "procedure", "show", "1")["events"]


def deadlines(desk):
    workspace = desk.demonstration()
    desk.start(workspace)
    desk.page("Deadlines")
    table = desk.wait(("table", "tree table"), desk.say("Deadlines"), ready=lambda found: found.row_count() > 0)
    row = desk.until(lambda: table.row_where(lambda cells: any(cell.startswith(OWNER) for cell in cells)), "the stage of the CNIL in the list")
    table.click_cell(row, 1)
    desk.wait_text("R. 1111-10")  # the article, in the computation

    desk.hdskit("procedure", "start", "snds-permanent", "--title", ELSEWHERE, workspace=workspace)
    desk.wait("page tab", desk.say("Procedures")).click()
    desk.until(lambda: any(ELSEWHERE in cells for cells in rows_of(desk, "Procedures")), "the procedure started elsewhere", SOON)
    record_and_undo(desk, workspace)


def record_and_undo(desk, workspace):
    table = desk.find(("table", "tree table"), desk.say("Procedures"))
    table.click_cell(table.row_where(lambda cells: ELSEWHERE not in cells))
    desk.until(lambda: any(cells[0].startswith(OWNER) for cells in rows_of(desk, "The stages in words")), "the stages in words")
    before = events(desk, workspace)
    desk.press("&Record what happened…")
    desk.press("Record")  # what is expected next is proposed
    desk.until(lambda: len(events(desk, workspace)) == len(before) + 1, "the event in the workspace")
    assert events(desk, workspace)[-1]["stage"] == "cnil", events(desk, workspace)
    key("ctrl+z")
    desk.until(lambda: events(desk, workspace) == before, "the event to be taken back")


if __name__ == "__main__":
    run(deadlines)
