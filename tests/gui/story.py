#!/usr/bin/env python3
"""The whole story of a new hospital, with real clicks and keys: from no file to a dossier, undo, redo, close, and back from the recent files."""
from desk import run
from steps import answer_in, create_workspace, open_item, save, statement, type_statement

ANSWERS = {
    ("R1111-9-1", "Garanties offertes pour l’activité d’hébergement"): "Les garanties tiennent à l’équipe : formée, présente, reçue à l’épreuve.",
    ("R1111-9-2", "Politique de confidentialité et de sécurité définie et appliquée"): "La politique a été arrêtée à Évreux ; elle est relue chaque été.",
    ("R1111-9-4", "Activité d’hébergement individualisée dans l’organisation"): "L’hébergement a son pôle, sa chaîne d’astreinte et son maître d’œuvre.",
}
EVIDENCE = "Décision relative à l’hébergement.txt"


def tell_three_answers(desk, workspace):
    for (code, title), words in ANSWERS.items():
        open_item(desk, title)
        type_statement(desk, words)
        save(desk)
        desk.until(lambda: answer_in(desk, workspace, code)["statement"] == words, f"the answer to {code} in the workspace")


def file_evidence(desk, workspace):
    document = desk.screen.documents / EVIDENCE
    document.write_text("La direction décide que l’hébergement est tenu par le pôle numérique.\n")
    desk.press("Add a file…")
    desk.choose_file(document)
    desk.press("Add", ready=lambda button: button.has("sensitive"))
    records = desk.until(lambda: desk.ask(workspace, "evidence", "list"), "the document in the workspace")
    assert [record["file_name"] for record in records] == [EVIDENCE], records
    listing = desk.wait("table", desk.say("Documents linked to the item"))
    desk.until(lambda: listing.row_where("Décision relative") is not None, "the document under the item")


def build_and_read(desk):
    desk.page("Dossier")
    desk.wait("page tab", desk.say("Build")).click()
    output = desk.screen.documents / "dossier d’hébergement.pdf"
    desk.fill("Write the PDF to", str(output))
    desk.press("Build the dossier", ready=lambda button: button.has("sensitive"))
    desk.press("Read it here", timeout=60)
    desk.until(lambda: output.exists() and output.read_bytes()[:5] == b"%PDF-", "the PDF")
    name = desk.say("Document: {1}", output.name)
    page = desk.wait(None, name, ready=lambda shown: desk.say("Page {1} of {2}", 1, "").split("1")[0] in shown.description, timeout=30)
    assert "Forêt" in page.description, page.description
    desk.key("Page_Down")


def undo_and_redo(desk, workspace):
    desk.page("Evidence")
    desk.wait("table", desk.say("Evidence"), ready=lambda listing: listing.row_count() == 1)
    desk.menu("&Edit", "&Undo")
    desk.until(lambda: desk.ask(workspace, "evidence", "list") == [], "the document to be gone from the workspace")
    desk.wait_text(desk.say("Undone: {1}", ""))
    desk.menu("&Edit", "&Redo")
    desk.until(lambda: [record["file_name"] for record in desk.ask(workspace, "evidence", "list")] == [EVIDENCE], "the document to be back")
    desk.wait("table", desk.say("Evidence"), ready=lambda listing: listing.row_count() == 1)


def close_and_reopen(desk, workspace):
    desk.menu("&File", "&Quit")
    desk.wait_ended()
    desk.start()
    desk.wait("push button", lambda name: name.startswith(workspace.name)).click()
    desk.until(lambda: workspace.name in desk.title(), "the workspace again")
    for (_, title), words in ANSWERS.items():
        open_item(desk, title)
        desk.until(lambda: statement(desk).text == words, f"“{words}” on the screen")


def story(desk):
    workspace = desk.screen.documents / "forêt.hds"
    desk.start()
    create_workspace(desk, workspace)
    tell_three_answers(desk, workspace)
    file_evidence(desk, workspace)
    build_and_read(desk)
    undo_and_redo(desk, workspace)
    close_and_reopen(desk, workspace)
    assert desk.ask(workspace, "journal", "verify")["intact"]


if __name__ == "__main__":
    run(story)
