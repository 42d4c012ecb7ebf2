#!/usr/bin/env python3
"""A framework that is followed beside the main checklist is answered as that one is: chosen above the tree, an item of it answered with real keys and taken back,
an item excluded with its justification, an item of the coverage opened where it is answered, the dossier proposed under the framework's name; at the end the
workspace is made anew from an export, on the page of welcome."""
from desk import FIELDS, run
from steps import answer_in, choose, open_item, save, statement, type_statement

ITEM, TITLE = "EXI-02", "Enjeux internes et externes"
EXCLUDED, EXCLUDED_TITLE = "HDS-ACT-1", "Activité 1\u00a0: sites physiques"
WORDS = "Les enjeux du système sont revus chaque été avec la direction."
REASON = "L’hôpital n’offre ses salles à personne."
TABLES = ("table", "tree table")


def answer(desk, workspace):
    desk.page("Requirements")
    desk.wait("combo box", desk.say("Framework"))
    choose(desk, "Framework", "hds-v2")
    open_item(desk, TITLE)
    type_statement(desk, WORDS)
    save(desk)
    desk.until(lambda: answer_in(desk, workspace, ITEM).get("statement") == WORDS, "the answer in the workspace")
    desk.menu("&Edit", "&Undo")
    desk.wait_text(lambda words: desk.part("Undone: {1}") in words and "(hds-v2)" in words)
    desk.until(lambda: not answer_in(desk, workspace, ITEM)["answered"], "the answer to be taken back")
    desk.until(lambda: statement(desk).text == "", "the statement as it was")


def exclude(desk, workspace):
    open_item(desk, EXCLUDED_TITLE)
    choose(desk, "Applicability", desk.say("excluded"))
    type_statement(desk, REASON)
    save(desk)
    desk.until(lambda: answer_in(desk, workspace, EXCLUDED).get("statement") == REASON, "the justification in the workspace")
    tree = desk.wait("tree table", desk.say("Checklist"))
    desk.until(lambda: tree.row_where(desk.say("excluded")) is not None, "the item as excluded")


def open_from_the_coverage(desk):
    choose(desk, "Framework", "agrement-2006")  # the item must bring its own framework with it
    desk.until(lambda: desk.wait("tree table", desk.say("Checklist")).row_where(EXCLUDED_TITLE) is None, "the main checklist")
    desk.page("Regimes")
    desk.wait("page tab", desk.say("Coverage")).click()
    items = desk.wait(TABLES, desk.say("Items of the theme"), ready=lambda listing: listing.row_count() > 30)
    items.click_cell(0)
    desk.press("&Open the item", ready=lambda button: button.has("sensitive"))
    desk.until(lambda: desk.title().startswith(desk.say("Requirements")), "the page of requirements")
    desk.wait("label", lambda name: name.startswith("Référentiel HDS v2, ch. 4 EXI\u00a001\u00a0– ") or name.startswith("Référentiel HDS v2, ch. 4 EXI\u00a001 – "))


def order_its_dossier(desk):
    desk.page("Dossier")
    choose(desk, "Framework", "hds-v2")
    desk.wait("page tab", desk.say("Build")).click()
    desk.until(lambda: any("/dossier-hds-v2-" in field.text for field in desk.find_all(FIELDS)), "a name that tells the framework")


def make_anew(desk, workspace):
    folder, copy = desk.screen.documents / "export", desk.screen.documents / "copie.hds"
    desk.hdskit("workspace", "export", "--workspace", workspace, "--output", folder)
    desk.key("ctrl+w")
    desk.press("Create from an export")
    desk.choose_file(folder, folder=True)
    desk.choose_file(copy)
    desk.until(lambda: copy.name in desk.title(), "the new workspace", 60)
    desk.wait_told("“{1}” was made from the export: {2}. Every digest was verified.")
    assert answer_in(desk, copy, EXCLUDED)["statement"] == REASON


def frameworks(desk):
    workspace = desk.screen.documents / "régimes.hds"
    desk.hdskit("workspace", "create", workspace)
    desk.hdskit("regime", "apply", "hds-v2", workspace=workspace)
    desk.start(workspace)
    answer(desk, workspace)
    exclude(desk, workspace)
    open_from_the_coverage(desk)
    order_its_dossier(desk)
    make_anew(desk, workspace)


if __name__ == "__main__":
    run(frameworks)
