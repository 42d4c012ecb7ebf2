#!/usr/bin/env python3
"""On every page, in the assistant and in the windows of a page, every control that takes the keyboard has a name for a screen reader."""
from desk import run
from steps import open_item

# Roles that GTK puts between a control and its frame: they hold other controls, take no key themselves, and readers pass over them.
BETWEEN = ("panel", "filler", "scroll pane", "split pane", "viewport", "layered pane", "unknown", "tool bar")


def nameless(desk):
    found = []
    for window in desk.windows():
        for widget in window.walk():
            if widget.has("focusable") and not widget.name.strip() and widget.role not in BETWEEN:
                found.append(f"{desk.title()}: {path_of(widget)}")
    return found


def path_of(widget):
    steps = []
    while widget and widget.role != "application":
        steps.append(f"{widget.role} “{widget.name}”" if widget.name else widget.role)
        widget = widget.parent()
    return " < ".join(steps[:6])


def tabs(desk):
    return [tab for tab in desk.find_all("page tab")]


def accessible_names(desk):
    found = []
    desk.start()
    found += nameless(desk)
    desk.press("Describe your hospital")
    desk.field("File of the workspace")
    found += nameless(desk)
    desk.key("Escape")
    desk.wait_gone(None, desk.say("File of the workspace"))
    desk.quit()
    desk.start(desk.demonstration())
    for page in desk.pages():
        desk.page(page)
        listing = desk.until(lambda: next((table for table in desk.find_all(("table", "tree table")) if table.name != desk.say("Pages") and table.row_count()), None), f"rows on {page}")
        if page == desk.say("Requirements"):
            open_item(desk)
        else:
            listing.cell(0).click()
        for tab in [None, *tabs(desk)]:
            if tab:
                tab.click()
            found += nameless(desk)
    found = sorted(set(found))
    assert not found, "controls without a name:\n" + "\n".join(found)


if __name__ == "__main__":
    run(accessible_names)
