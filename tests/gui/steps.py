"""What several of the tests do on their way."""
from desk import FIELDS

ITEM = "Garanties offertes pour l’activité d’hébergement"  # R. 1111-9 1°, the first requirement of the checklist
ITEM_CODE = "R1111-9-1"


def create_workspace(desk, file):
    """Through the assistant, with the mouse and the keys, from the page of welcome."""
    desk.press("Describe your hospital")
    desk.fill("File of the workspace", str(file))
    desk.fill("Your name", "Zoé Lefèvre")
    desk.press("&Next")
    desk.fill("Name (required)", "Hôpital de la Forêt")
    desk.fill("City", "Évreux")
    desk.press("&Next")
    desk.wait_text(desk.say("Since"))
    desk.press("&Next")
    both = lambda one, other: desk.say("{1}: {2}", one, desk.say(other))
    desk.fill(desk.wait("text", both(desk.say("primary machine room"), "Name")), "Salle des Hêtres")
    service = desk.say("Service {1}", 1)
    desk.fill(desk.wait("text", both(service, "Name")), "Archivage d’imagerie")
    desk.fill(desk.wait("text", both(service, "Code")), "PACS")
    desk.press("&Next")
    desk.wait("radio button")
    desk.press("&Next")
    desk.press("&Create", timeout=30)
    desk.until(lambda: file.name in desk.title(), "the window on the new workspace", 30)


def tree(desk):
    return desk.wait("tree table", desk.say("Checklist"))


def open_item(desk, title=ITEM):
    """Clicks the line of a requirement in the tree of the page of requirements, and waits for its sheet."""
    desk.page("Requirements")
    listing = tree(desk)
    row = desk.until(lambda: (found := listing.row_where(title)) is not None and (found,), f"the line “{title}”")[0]
    listing.click_cell(row)
    desk.wait("label", lambda name: name.endswith("– " + title))


def choose(desk, label, start):
    """Opens a closed list and clicks the entry that begins so."""
    control = desk.wait("combo box", desk.say(label))
    control.click()
    def entry():
        return next((item for item in control.find_all("menu item", lambda name: name.startswith(start), into_menus=True) if item.box()[2] > 0), None)
    desk.until(entry, f"the entry “{start}” of {label}").click()


def statement(desk):
    return desk.field("Statement")


def type_statement(desk, words):
    """Replaces the statement of the item that is shown."""
    field = desk.fill(statement(desk), words)
    assert field.role in FIELDS
    return field


def save(desk):
    desk.press("Save", ready=lambda button: button.has("sensitive"))


def answer_in(desk, workspace, code=ITEM_CODE):
    """What the workspace holds, by the other face."""
    return desk.ask(workspace, "requirement", "show", code)
