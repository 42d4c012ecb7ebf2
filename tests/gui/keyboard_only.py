#!/usr/bin/env python3
"""The core of the story without a single event of the mouse: new workspace, an answer, the dossier, undo, close, reopen."""
import subprocess

from desk import FIELDS, run
from steps import ITEM_CODE, answer_in, statement

WORDS = "Tapé au clavier, sans souris : déjà prêt."
MOST_STEPS = 80


def focused(desk):
    for window in reversed(desk.windows()):
        found = next((widget for widget in window.walk() if widget.has("focused") and widget.role not in ("frame", "dialog")), None)
        if found:
            return found
    return None


def go(desk, fits, key="Tab"):
    """Presses TAB until the keyboard is where it shall be."""
    been = []
    for _ in range(MOST_STEPS):
        here = focused(desk)
        if here and fits(here):
            return here
        been.append(str(here))
        desk.key(key)
        desk.until(lambda: focused(desk) != here or focused(desk) is None, f"the keyboard to leave {here}", 20)
    raise AssertionError("TAB never came there; it was at:\n" + "\n".join(been) + "\n" + desk.tree())


def named(desk, message, roles=None):
    words = desk.say(message)
    return lambda widget: widget.name == words and (roles is None or widget.role in roles)


def type_into(desk, message, words):
    field = go(desk, named(desk, message, FIELDS))
    desk.key("ctrl+a")
    desk.write(words)
    desk.until(lambda: field.text == words, f"“{words}” in {field}, which holds “{field.text}”")


def create(desk, workspace):
    go(desk, named(desk, "Describe your hospital"))
    desk.key("space")
    type_into(desk, "File of the workspace", str(workspace))
    type_into(desk, "Your name", "Zoé Lefèvre")
    desk.key("Return")
    type_into(desk, "Name (required)", "Hôpital de la Forêt")
    desk.key("Return")
    desk.wait_text(desk.say("Since"))
    desk.key("Return")
    both = lambda one, other: desk.say("{1}: {2}", one, desk.say(other))
    type_into(desk, both(desk.say("primary machine room"), "Name"), "Salle des Hêtres")
    type_into(desk, both(desk.say("Service {1}", 1), "Name"), "Archivage d’imagerie")
    type_into(desk, both(desk.say("Service {1}", 1), "Code"), "PACS")
    desk.key("Return")
    desk.wait("radio button")
    desk.key("Return")
    go(desk, named(desk, "&Create"))
    desk.key("Return")
    desk.until(lambda: workspace.name in desk.title(), "the window on the new workspace", 30)


def answer(desk, workspace):
    desk.key("ctrl+3")
    desk.until(lambda: desk.title().startswith(desk.say("Requirements")), "the page of requirements")
    desk.key("ctrl+f")
    desk.until(lambda: (here := focused(desk)) and here.role in FIELDS, "the keyboard in the search field")
    desk.write("Garanties offertes")
    listing = desk.wait("tree table", desk.say("Checklist"), ready=lambda tree: 0 < tree.row_count() < 6)
    go(desk, lambda widget: widget.role == "tree table")
    desk.key("Down", "Down", "Down", "Down")
    desk.wait("label", lambda name: name.endswith("Garanties offertes pour l’activité d’hébergement"))
    go(desk, lambda widget: widget == statement(desk))
    desk.write(WORDS)
    desk.until(lambda: statement(desk).text == WORDS, "the words")
    desk.key("ctrl+s")
    desk.until(lambda: answer_in(desk, workspace)["statement"] == WORDS, "the answer in the workspace")


def build(desk):
    desk.key(f"ctrl+{desk.pages().index(desk.say('Dossier')) + 1}")
    desk.until(lambda: desk.title().startswith(desk.say("Dossier")), "the page of the dossier")
    go(desk, lambda widget: widget.role in ("page tab", "page tab list"))
    desk.key("Right")
    output = desk.screen.documents / "au clavier.pdf"
    type_into(desk, "Write the PDF to", str(output))
    go(desk, named(desk, "Build the dossier"))
    desk.key("space")
    desk.wait("push button", desk.say("Read it here"), timeout=60)
    go(desk, named(desk, "Read it here"))
    desk.key("space")
    desk.wait(None, desk.say("Document: {1}", output.name), timeout=30)


def turn_back(desk, workspace):
    desk.key("ctrl+z")
    desk.until(lambda: answer_in(desk, workspace).get("statement", "") != WORDS, "the answer to be taken back")
    desk.key("ctrl+shift+z")
    desk.until(lambda: answer_in(desk, workspace).get("statement") == WORDS, "the answer again")


def reopen(desk, workspace):
    desk.key("ctrl+w")
    go(desk, lambda widget: widget.name.startswith(workspace.name))
    desk.key("space")
    desk.until(lambda: workspace.name in desk.title(), "the workspace again")
    desk.key("F10")  # the menus
    desk.until(lambda: any(menu.has("selected") for menu in desk.find_all("menu", into_menus=True)), "a menu under the keyboard")
    desk.key("Escape")
    desk.key("ctrl+q")
    desk.wait_ended()


def keyboard_only(desk):
    workspace = desk.screen.documents / "clavier.hds"
    subprocess.run(["xdotool", "mousemove", str(desk.screen.width - 1), str(desk.screen.height - 1)], check=True)  # out of the way
    desk.start()
    create(desk, workspace)
    answer(desk, workspace)
    build(desk)
    turn_back(desk, workspace)
    reopen(desk, workspace)
    assert answer_in(desk, workspace, ITEM_CODE)["statement"] == WORDS


if __name__ == "__main__":
    run(keyboard_only)
