#!/usr/bin/env python3
"""On every page, in the assistant and in the windows of a page, every control that takes the keyboard has a name for a screen reader."""
from desk import run
from steps import open_item

# Roles that GTK puts between a control and its frame: they hold other controls, take no key themselves, and readers pass over them.
BETWEEN = ("panel", "filler", "scroll pane", "split pane", "viewport", "layered pane", "unknown", "tool bar")


FEWEST = 100  # controls that all pages have together; fewer were found when the screen could not be read


class Survey:
    def __init__(self, desk):
        self.desk, self.controls, self.nameless = desk, 0, set()

    def look(self):
        for window in self.desk.windows():
            for widget in window.walk():
                if widget.has("focusable") and widget.role not in BETWEEN:
                    self.controls += 1
                    if not widget.name.strip():
                        self.nameless.add(f"{self.desk.title()}: {path_of(widget)}")


def path_of(widget):
    steps = []
    while widget and widget.role != "application":
        steps.append(f"{widget.role} “{widget.name}”" if widget.name else widget.role)
        widget = widget.parent()
    return " < ".join(steps[:6])


def tabs(desk):
    return [tab for tab in desk.find_all("page tab")]


def accessible_names(desk):
    survey = Survey(desk)
    desk.start()
    survey.look()
    desk.press("Describe your hospital")
    desk.field("File of the workspace")
    survey.look()
    desk.key("Escape")
    desk.wait_gone(None, desk.say("File of the workspace"))
    desk.quit()
    workspace = desk.demonstration()
    desk.hdskit("backup", "source", "add", "--name", "DPI", "--kind", "directory", "--location", desk.screen.home, workspace=workspace)
    desk.start(workspace)
    for page in desk.pages():
        desk.page(page)
        listing = desk.until(lambda: next((table for table in desk.find_all(("table", "tree table")) if table.name != desk.say("Pages") and table.row_count()), None), f"rows on {page}")
        if page == desk.say("Requirements"):
            open_item(desk)
        else:
            listing.click_cell(0)
        for tab in [None, *tabs(desk)]:
            if tab:
                tab.click()
            survey.look()
    assert survey.controls >= FEWEST, survey.controls
    assert not survey.nameless, "controls without a name:\n" + "\n".join(sorted(survey.nameless))


if __name__ == "__main__":
    run(accessible_names)
