#!/usr/bin/env python3
"""The register of risks: a bubble of the matrix filters the list, a grade chosen by its word changes the level while one looks on, and a French table with a
refused cell is shown and not taken, until it is right; then one step of undo takes it back."""
import re
import subprocess
import time

from desk import BUTTONS, FIELDS, run
from steps import choose
from widgets import key

RISK_LIST, MATRICES = "Register of risks", "Matrices of risks"
HEADING = "Référence;Scénario;Gravité;Vraisemblance;Propriétaire du risque\r\n"
WRONG = HEADING + "T1;Coupure d’eau;3;2;Services techniques\r\nT2;Crue de la rivière;9;2;Services techniques\r\n"
RIGHT = HEADING + "T1;Coupure d’eau;3;2;Services techniques\r\nT2;Crue de la rivière;4;2;Services techniques\r\n"
BUBBLE = re.compile(r", (R\d+), ")  # what a reader says of the figure when a risk is pointed at
FEW = 10
STEP = 7  # pixels: half a bubble


def risks_in(desk, workspace):
    return {risk["reference"]: risk for risk in desk.ask(workspace, "risk", "list")}


def listing(desk):
    return desk.wait(("table", "tree table"), desk.say(RISK_LIST), ready=lambda found: found.row_count() > 0)


def matrices(desk):
    return desk.wait(None, lambda name: name.startswith(desk.say(MATRICES)))


def click_a_bubble(desk):
    """The first bubble under the mouse on its way over the matrix at the right; its reference."""
    x, y, width, height = matrices(desk).box()
    for down in range(height - STEP, STEP, -STEP):
        for right in range(width // 2 + STEP, width - STEP, STEP):
            subprocess.run(["xdotool", "mousemove", str(x + right), str(y + down), "click", "1"], check=True)
            time.sleep(0.03)
            said = BUBBLE.match(matrices(desk).name.removeprefix(desk.say(MATRICES)))
            if said:
                return said[1]
    raise AssertionError("no bubble was found")


def risks(desk):
    workspace = desk.demonstration()
    desk.start(workspace)
    desk.page("Risks")
    table = listing(desk)
    all_risks = table.row_count()
    assert all_risks >= 40, all_risks
    filter_by_a_bubble(desk, all_risks)
    grade_by_word(desk, workspace)
    table_with_a_refused_cell(desk, workspace, all_risks)


def filter_by_a_bubble(desk, all_risks):
    reference = click_a_bubble(desk)
    desk.until(lambda: listing(desk).row_count() < all_risks, "fewer risks in the list")
    assert any(cells[0] == reference for cells in listing(desk).rows()), f"{reference} is not among them"
    desk.wait_text(lambda words: words.startswith(reference + "\u00a0– "))  # the title of the form
    show_all(desk)
    desk.until(lambda: listing(desk).row_count() == all_risks, "all risks again")


def show_all(desk):
    desk.wait(BUTTONS, lambda name: name.endswith(desk.say("Show all"))).click()


def grade_by_word(desk, workspace):
    desk.fill(desk.wait(FIELDS, desk.say("Search in: {1}", desk.say(RISK_LIST))), "R02")
    desk.until(lambda: listing(desk).row_count() < FEW, "few risks in the list")
    listing(desk).click_cell(listing(desk).row_where(lambda cells: cells[0] == "R02"), 1)
    desk.wait_text(lambda words: words.startswith("R02\u00a0– "))
    before = risks_in(desk, workspace)["R02"]
    choose(desk, "Residual gravity", "4\u00a0– ")
    choose(desk, "Residual likelihood", "4\u00a0– ")
    desk.wait_text("G4 × V4 → 3")  # said while it is not saved yet
    assert risks_in(desk, workspace)["R02"] == before
    desk.press("Save")
    desk.until(lambda: risks_in(desk, workspace)["R02"] != before, "the grades in the workspace")
    desk.until(lambda: any(cells[0] == "R02" and "3" in cells[3] for cells in listing(desk).rows()), "the level in the list")
    show_all(desk)


def table_with_a_refused_cell(desk, workspace, all_risks):
    file = desk.screen.documents / "registre.csv"
    file.write_bytes(WRONG.encode("cp1252"))
    start_import(desk, file)
    desk.wait_text(lambda words: words.startswith("✖"))
    preview = desk.wait(("table", "tree table"), desk.say("What the import would do"), ready=lambda found: found.row_count() > 0)
    assert preview.rows()[0][1:3] == ["3", "3"], preview.rows()  # line and column of the gravity that no scale has
    assert not desk.find(BUTTONS, desk.say("Import")).has("sensitive")
    desk.press("Close")
    assert len(risks_in(desk, workspace)) == all_risks

    file.write_bytes(RIGHT.encode("cp1252"))
    start_import(desk, file)
    desk.wait(BUTTONS, desk.say("Import"), ready=lambda found: found.has("sensitive")).click()
    desk.until(lambda: {"T1", "T2"} <= set(risks_in(desk, workspace)), "the table in the workspace")
    desk.until(lambda: listing(desk).row_count() == all_risks + 2, "the table in the list")
    key("ctrl+z")
    desk.until(lambda: len(risks_in(desk, workspace)) == all_risks, "the table to be taken back")


def start_import(desk, file):
    desk.press("&Import…")
    desk.choose_file(file)


if __name__ == "__main__":
    run(risks)
