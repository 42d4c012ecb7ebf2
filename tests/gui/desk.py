"""Drives the real program as a person does, for the tests beside it, the screenshots and the benchmarks.

    with Desk(build_folder) as desk:
        desk.start(file)
        desk.press("Save")

Texts are named by the English message of the source and looked for in the language on the screen, so that a better French word breaks no test.
"""
import gettext
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import traceback

from screen import Screen, wait_until

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIELDS = ("text", "entry", "password text")
BUTTONS = ("push button", "toggle button")
MENU_ENTRIES = ("menu item", "radio menu item", "check menu item", "menu")


class Desk:
    def __init__(self, build, language="fr", screen=None, name=None):
        self.build = pathlib.Path(build).resolve()
        self.language = language
        self.screen = screen or Screen()
        self.name = name or pathlib.Path(sys.argv[0]).stem
        self.process, self.application = None, None
        with open(self.build / "catalogues/fr/LC_MESSAGES/hdskit.mo", "rb") as file:
            self.french = gettext.GNUTranslations(file)

    # ---- the program ----

    def __enter__(self):
        self.screen.__enter__()
        try:
            global widgets
            import widgets  # only now that the environment names this screen
            self.bus = widgets.Bus()
        except BaseException:
            self._report()
            self.screen.__exit__()
            raise
        return self

    def __exit__(self, kind, *_):
        if kind:
            self._report()
        self.screen.__exit__()

    def start(self, *arguments, language=None):
        """Another run of the program, in the same home folder."""
        said = ["--lang", language or self.language] if (language or self.language) else []
        self.log = open(self.screen.home / "program.log", "ab")
        self.process = self.screen.start([self.build / "bin" / "hdskit-gui", *said, *arguments], stdout=self.log, stderr=self.log)
        self.find_application()
        self.until(lambda: any(window.has("active") for window in self.windows()), "a window in front")
        return self

    def find_application(self):
        def find():
            self.ensure_alive()
            return next((program for process, program in self.bus.programs() if process == self.process.pid and program.children()), None)
        self.application = wait_until(find, "the program's window")

    def ensure_alive(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended by itself with {self.process.returncode}: {(self.screen.home / 'program.log').read_text(errors='replace')[-2000:]}")

    def quit(self):
        self.until(lambda: any(window.role == "frame" and window.has("active") for window in self.windows()), "the window in front")
        widgets.key("ctrl+q")
        self.wait_ended()

    def wait_ended(self, timeout=20):
        wait_until(lambda: self.process.poll() is not None, lambda: f"the end of the program; on the screen:\n{self.tree()}", timeout)
        assert self.process.returncode == 0, f"the program ended with {self.process.returncode}"

    # ---- words ----

    def say(self, message, *values):
        """The message as the screen has it, without the mark of its key."""
        words = self.french.gettext(message) if self.language == "fr" else message
        for number, value in enumerate(values, 1):
            words = words.replace(f"{{{number}}}", str(value))
        return words.replace("&", "")

    def part(self, message):
        """The longest run of the message without a gap to fill."""
        return max(re.split(r"\{\d\}", self.say(message)), key=len)

    def wait_told(self, message, timeout=20):
        """A message anywhere on the screen, whatever fills its gaps."""
        return self.wait_text(self.part(message), timeout)

    # ---- what is on the screen ----

    def windows(self):
        return [window for window in self.application.children() if window.has("showing")]

    def top(self):
        """The window in front: a dialog when one is open."""
        windows = self.windows()
        return next((window for window in windows if window.has("active")), windows[-1] if windows else None)

    def find(self, role=None, name=None, **more):
        for window in reversed(self.windows()):
            found = window.find(role, name, **more)
            if found:
                return found
        return None

    def find_all(self, role=None, name=None, **more):
        return [widget for window in self.windows() for widget in window.find_all(role, name, **more)]

    def wait(self, role=None, name=None, timeout=20, ready=None, **more):
        """The widget as soon as it is there and `ready`; otherwise fails with the tree of what is there instead."""
        def look():
            self.ensure_alive()
            found = self.find(role, name, **more)
            return found if found and (ready is None or ready(found)) else None
        what = name if isinstance(name, str) else "that fits"
        return wait_until(look, lambda: f"{role or 'something'} “{what}”; on the screen:\n{self.tree()}", timeout)

    def wait_gone(self, role=None, name=None, timeout=20):
        wait_until(lambda: not self.find(role, name), lambda: f"{role} “{name}” to go; on the screen:\n{self.tree()}", timeout)

    def wait_text(self, fits, timeout=20):
        """Some words anywhere on the screen: a part of them, or a function."""
        test = fits if callable(fits) else (lambda words: fits in words)
        def look():
            self.ensure_alive()
            for window in self.windows():
                for widget in window.walk():
                    if test(widget.name) or (widget.role in FIELDS and test(widget.text)):
                        return widget
            return None
        return wait_until(look, lambda: f"the words “{fits}”; on the screen:\n{self.tree()}", timeout)

    def until(self, condition, what, timeout=20):
        def look():
            self.ensure_alive()
            return condition()
        return wait_until(look, lambda: f"{what}; on the screen:\n{self.tree()}", timeout)

    def tree(self):
        try:
            return "\n".join(window.tree() for window in self.application.children())
        except Exception as fault:
            return f"(cannot be read: {fault})"

    # ---- what a person does ----

    key = staticmethod(lambda *keys: widgets.key(*keys))
    write = staticmethod(lambda words: widgets.write(words))

    def press(self, label, **more):
        """Clicks the button of that label (an English message)."""
        return self.wait(BUTTONS, self.say(label), **more).click()

    def field(self, label, **more):
        return self.wait(FIELDS, self.say(label), **more)

    def fill(self, field, words):
        """Clicks into the field, replaces what it holds, and sees that it arrived."""
        field = self.field(field) if isinstance(field, str) else field
        field.click()
        self.until(lambda: field.has("focused"), f"the keyboard in {field}")
        widgets.key("ctrl+a", "BackSpace")
        self.until(lambda: field.text == "", f"an empty {field}")
        widgets.write(words)
        self.until(lambda: field.text == words, f"“{words}” in {field}, which holds “{field.text}”")
        return field

    def pages(self):
        """Their titles, in the language on the screen."""
        listing = self.wait(("table", "list box"), self.say("Pages"), ready=lambda found: found.row_count() > 0)
        return [cells[0] for cells in listing.rows()]

    def page(self, title):
        """Chooses a page in the navigation with the mouse; `title` is its English name."""
        words = self.say(title)
        def entry():
            listing = self.find(("list box", "table", "list", "tree table"), self.say("Pages"))
            row = listing.row_where(lambda cells: cells == [words]) if listing else None
            return None if row is None else (listing, row)
        listing, row = self.until(entry, f"the page “{words}” in the navigation")
        listing.click_cell(row)
        self.until(lambda: self.title().startswith(words), f"the page “{words}”")

    def title(self):
        return next((window.name for window in self.windows() if window.role == "frame"), "")

    def menu(self, *path):
        """Opens a menu with the mouse and clicks through; each word is the start of an entry."""
        words = [self.say(step) for step in path]
        self.wait("menu", words[0], into_menus=True).click()
        for number, word in enumerate(words[1:], 2):
            entry = self.wait(MENU_ENTRIES, lambda name, word=word: name.startswith(word), into_menus=True, ready=lambda widget: widget.box()[2] > 0)
            entry.click() if number == len(words) else entry.hover()  # a submenu opens under the mouse

    def choose_file(self, file, folder=False):
        """In GTK's window for files that is open now: types the whole path; that of a folder whole, because GTK would complete it."""
        words = f"{file}/" if folder else str(file)
        window = self.until(lambda: next((window for window in self.windows() if window.role == "file chooser" and window.has("active")), None), "a window for files")
        widgets.key("ctrl+a")
        if not window.find(FIELDS, lambda name: True, showing=True):
            widgets.key("slash")  # opens the field for a path
            self.until(lambda: window.find(FIELDS), "the field for a path")
            widgets.key("ctrl+a")
        widgets.write(words)
        self.until(lambda: any(field.text == words for field in window.find_all(FIELDS)), f"“{words}” in the window for files")
        widgets.key("Return")
        self.until(lambda: window not in self.windows(), "the window for files to close")

    # ---- the other face ----

    def hdskit(self, *arguments, workspace=None, check=True, **options):
        environment = {**os.environ, "HDSKIT_WORKSPACE": str(workspace)} if workspace else None
        run = subprocess.run([str(self.build / "bin" / "hdskit"), *map(str, arguments)], env=environment, capture_output=True, text=True, **options)
        assert not check or run.returncode == 0, f"hdskit {arguments} ended with {run.returncode}: {run.stderr}"
        return run

    def ask(self, workspace, *arguments):
        """What `hdskit … --json` answers."""
        return json.loads(self.hdskit(*arguments, "--json", workspace=workspace).stdout)

    def demonstration(self, name="hôpital.hds"):
        """A demonstration hospital of one's own; made once for all tests of a build folder."""
        stored = self.build / "gui-demonstration.hds"
        if not stored.exists() or stored.stat().st_mtime < (self.build / "bin" / "hdskit").stat().st_mtime:
            made = stored.with_suffix(f".{os.getpid()}.hds")
            self.hdskit("demo", "create", made, "--without-backups")
            made.rename(stored)
        file = self.screen.documents / name
        shutil.copyfile(stored, file)
        return file

    # ---- when it fails ----

    def _report(self):
        folder = self.build / "gui-failures"
        folder.mkdir(exist_ok=True)
        try:
            (folder / f"{self.name}.txt").write_text(traceback.format_exc() + "\n" + (self.tree() if self.application else ""))
            self.screen.picture(folder / f"{self.name}.png")
            print(f"See {folder / self.name}.png and .txt", file=sys.stderr)
        except Exception as fault:
            print(f"No picture of the failure: {fault}", file=sys.stderr)


def run(test):
    """What a test script ends with: `test(desk)` on a screen of its own; the build folder is the only argument."""
    with Desk(sys.argv[1]) as desk:
        test(desk)
    print("fine")
