#!/usr/bin/env python3
"""Pictures of every page on the demonstration hospital. Usage: screenshots.py BUILD FOLDER LANGUAGE THEME [SCALE]"""
import json
import os
import pathlib
import subprocess
import sys

from desk import Desk
from screen import Screen
from steps import ITEM_CODE, open_item

WIDTH, HEIGHT = 1180, 760
IDS = ("dashboard", "organisation", "requirements", "evidence", "risks", "continuity", "backups", "access", "dossier", "deadlines", "journal", "regimes", "habilitations")  # in the order of the navigation


class Camera:
    def __init__(self, desk, folder, ending, scale):
        self.desk, self.folder, self.ending, self.scale = desk, folder, ending, scale

    def size(self):
        window = self.window()
        subprocess.run(["xdotool", "windowmove", window, "0", "0"], check=True)
        subprocess.run(["xdotool", "windowsize", "--sync", window, str(WIDTH * self.scale), str(HEIGHT * self.scale)], check=True)

    def window(self):
        return subprocess.run(["xdotool", "getactivewindow"], check=True, capture_output=True, text=True).stdout.strip()

    def take(self, name):
        subprocess.run(["xdotool", "mousemove", str(self.desk.screen.width - 1), str(self.desk.screen.height - 1)], check=True)  # no tool tips
        before, now = None, self.desk.tree()
        while before != now:  # what is read in the background has arrived
            before, now = now, self.desk.tree()
        self.desk.screen.picture(self.folder / f"{name}-{self.ending}.png", self.window())


def remember(desk, language, theme):
    folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"]) / "hdskit"
    folder.mkdir()
    (folder / "desktop.json").write_text(json.dumps({"language": language, "theme": theme, "person": "Karim Belhadj-Roux"}))


def rows_of(desk):
    return desk.until(lambda: next((table for table in desk.find_all(("table", "tree table")) if table.name != desk.say("Pages") and table.row_count()), None), "rows")


def welcome(desk, camera):
    desk.start()
    camera.size()
    camera.take("welcome")
    desk.press("Describe your hospital")
    desk.field("File of the workspace")
    camera.take("assistant")
    desk.key("Escape")
    desk.wait_gone(None, desk.say("File of the workspace"))
    desk.quit()


def item_title(desk, workspace):
    shown = desk.hdskit("requirement", "show", ITEM_CODE, "--json", "--lang", desk.language, workspace=workspace)
    return json.loads(shown.stdout)["title"]


def pages(desk, camera, workspace):
    titles = desk.pages()
    assert len(titles) == len(IDS), titles
    for number, page in enumerate(titles):
        desk.page(page)
        listing = rows_of(desk)
        if page == desk.say("Requirements"):
            open_item(desk, item_title(desk, workspace))
        elif page != desk.say("Dashboard"):
            row = min(4, listing.row_count() - 1)
            listing.click_cell(row, 1 if page == desk.say("Evidence") else 0)
        camera.take(IDS[number])


def dossier(desk, camera):
    desk.page("Dossier")
    desk.wait("page tab", desk.say("Build")).click()
    desk.press("Build the dossier", ready=lambda button: button.has("sensitive"))
    camera.take("dossier-build")
    desk.press("Read it here", timeout=60)
    desk.wait(None, lambda name: name.endswith(".pdf") and name.startswith(desk.part("Document: {1}")), timeout=30, ready=lambda shown: shown.description)
    desk.wait("page tab", desk.say("Plan")).click()
    camera.take("dossier-read")


def main(build, folder, language, theme, scale=1):
    folder = pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    scale = int(scale)
    with Desk(build, language, Screen(1240 * scale, 820 * scale, scale), "screenshots") as desk:
        remember(desk, language, theme)
        camera = Camera(desk, folder, f"{language}-{theme}" + (f"-{scale}00" if scale > 1 else ""), scale)
        welcome(desk, camera)
        workspace = desk.demonstration("val-de-brenne.hds")
        desk.start(workspace)
        camera.size()
        pages(desk, camera, workspace)
        dossier(desk, camera)
        desk.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
