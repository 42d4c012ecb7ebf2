#!/usr/bin/env python3
"""Language and theme are switched while a workspace is open: the workspace, the page and what was typed stay, and the choice is remembered."""
import json
import subprocess

from desk import run
from steps import ITEM_CODE, answer_in, open_item, statement, type_statement

WORDS = "Tapé juste avant de changer de langue."


def brightness(desk):
    """Of the navigation, 0 to 1; in between while one window takes the place of another."""
    navigation = desk.find("table", desk.say("Pages"))
    if not navigation or not navigation.box()[2]:
        return 0.5
    x, y, width, height = navigation.box()
    picture = desk.screen.picture(desk.screen.home / "theme.png")
    crop = f"{width // 2}x{height // 4}+{x + width // 4}+{y + height // 2}"
    answer = subprocess.run(["convert", str(picture), "-crop", crop, "-colorspace", "Gray", "-format", "%[fx:mean]", "info:"], check=True, capture_output=True, text=True)
    return float(answer.stdout)


def switched(desk, workspace, language):
    """Another window takes the place of the old one."""
    desk.language = language
    desk.until(lambda: len(desk.windows()) == 1 and desk.title() == f"{desk.say('Requirements')} – {workspace.name} – hdskit", f"the window in {language}")
    desk.wait("menu", desk.say("&File"), into_menus=True)


def languages_and_themes(desk):
    workspace = desk.demonstration()
    desk.start(workspace)
    open_item(desk)
    type_statement(desk, WORDS)
    desk.menu("&View", "&Language", "English")
    switched(desk, workspace, "en")
    assert answer_in(desk, workspace)["statement"] == WORDS, "what was typed was lost with the language"
    shown = desk.hdskit("requirement", "show", ITEM_CODE, "--json", "--lang", "en", workspace=workspace)
    open_item(desk, json.loads(shown.stdout)["title"])
    assert statement(desk).text == WORDS
    desk.menu("&View", "&Theme", "Dark")
    desk.until(lambda: len(desk.windows()) == 1 and brightness(desk) < 0.35, "a dark window")
    switched(desk, workspace, "en")
    desk.menu("&View", "&Theme", "Light")
    desk.until(lambda: len(desk.windows()) == 1 and brightness(desk) > 0.65, "a light window")
    desk.menu("&View", "&Theme", "Dark")
    desk.until(lambda: len(desk.windows()) == 1 and brightness(desk) < 0.35, "a dark window again")
    desk.quit()
    desk.language = None
    desk.start(workspace)
    desk.language = "en"
    switched(desk, workspace, "en")
    desk.until(lambda: brightness(desk) < 0.35, "the theme that was chosen")


if __name__ == "__main__":
    run(languages_and_themes)
