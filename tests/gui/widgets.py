"""What is on the screen, as a screen reader is told it (AT-SPI), and real mouse and key events on it (xdotool).

Speaks the AT-SPI protocol itself: libatspi 2.46 stands still for good when an event arrives while it waits for an answer.
"""
import os
import subprocess
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from screen import wait_until  # noqa: E402

ATSPI = "org.a11y.atspi."
TABLES = ("table", "tree table")  # their cells are read by Widget.rows(): a long list has thousands
NO_LIMIT = 1_000_000
ANSWER_MS = 10_000  # a window that is busy for longer stands still
STATES = {"active": 1, "checked": 4, "editable": 7, "enabled": 8, "expandable": 9, "expanded": 10, "focusable": 11, "focused": 12, "multi line": 17,
          "selected": 23, "sensitive": 24, "showing": 25, "visible": 30}
SCREEN_COORDINATES = 0
RESTING = 0.04  # seconds
WHEEL_TURNS = 60
SCALE = int(os.environ.get("GDK_SCALE", "1"))  # GTK tells places in units that are so many pixels wide


class Bus:
    """The connection to the bus of accessible programs; its address comes from the session bus."""

    def __init__(self):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, ANSWER_MS, None).unpack()[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, name, path, interface, method, arguments=None):
        return self.connection.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, ANSWER_MS, None).unpack()

    def process_of(self, name):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0]

    def programs(self):
        """The top of each accessible tree, with the number of its process."""
        root = Widget(self, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        found = []
        for child in root.children():
            try:
                found.append((self.process_of(child.bus_name), child))
            except GLib.Error:  # it has just ended
                pass
        return found


class Widget:
    """One object of the accessible tree. It may vanish at any time; what is asked of it then is empty."""

    def __init__(self, bus, bus_name, path):
        self.bus, self.bus_name, self.path = bus, bus_name, path

    def _call(self, interface, method, arguments=None, otherwise=None):
        try:
            answer = self.bus.call(self.bus_name, self.path, ATSPI + interface, method, arguments)
            return answer[0] if answer else None
        except GLib.Error:
            return otherwise

    def _property(self, interface, name, otherwise=None):
        try:
            return self.bus.call(self.bus_name, self.path, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ATSPI + interface, name)))[0]
        except GLib.Error:
            return otherwise

    def __eq__(self, other):
        return isinstance(other, Widget) and (self.bus_name, self.path) == (other.bus_name, other.path)

    def __hash__(self):
        return hash((self.bus_name, self.path))

    @property
    def role(self):
        return self._call("Accessible", "GetRoleName", otherwise="")

    @property
    def name(self):
        return self._property("Accessible", "Name", "")

    @property
    def description(self):
        return self._property("Accessible", "Description", "")

    def interfaces(self):
        return [name.removeprefix(ATSPI) for name in self._call("Accessible", "GetInterfaces", otherwise=[])]

    def states(self):
        low, high = self._call("Accessible", "GetState", otherwise=[0, 0])
        return low | high << 32

    def has(self, *wanted):
        states = self.states()
        return all(states >> STATES[state] & 1 for state in wanted)

    def children(self):
        return [Widget(self.bus, name, path) for name, path in self._call("Accessible", "GetChildren", otherwise=[]) if not path.endswith("/null")]

    def parent(self):
        name, path = self._property("Accessible", "Parent", ("", "/null"))
        return None if path.endswith("/null") else Widget(self.bus, name, path)

    def box(self):
        """x, y, width, height in pixels of the screen."""
        return tuple(SCALE * length for length in self._call("Component", "GetExtents", GLib.Variant("(u)", (SCREEN_COORDINATES,)), (0, 0, 0, 0)))
    def walk(self, showing=True, into_tables=False, into_menus=False):
        """This and all below it; by default only what is on the screen."""
        yield self
        role = self.role
        if role in TABLES and not into_tables:
            return
        if role == "menu bar" and not into_menus:
            return
        for child in self.children():
            if not showing or child.has("showing"):
                yield from child.walk(showing, into_tables, into_menus)

    def find(self, role=None, name=None, showing=True, **more):
        """The first that fits; `name` is the whole name or a function of it."""
        return next(self.find_all(role, name, showing, **more), None)

    def find_all(self, role=None, name=None, showing=True, **more):
        roles = (role,) if isinstance(role, str) else role
        fits = name if callable(name) else (lambda found: name is None or found == name)
        for widget in self.walk(showing, **more):
            if (roles is None or widget.role in roles) and fits(widget.name):
                yield widget

    # ---- what it says ----

    @property
    def text(self):
        """What is typed in a field; of a label, its words."""
        words = self._call("Text", "GetText", GLib.Variant("(ii)", (0, -1)))
        return self.name if words is None else words

    def rows(self, first=0, count=NO_LIMIT):
        """The cells of a list or tree, row by row, as texts."""
        columns = self._property("Table", "NColumns", 0)
        last = min(self.row_count(), first + count)
        return [[self.cell(row, column).cell_text() for column in range(columns)] for row in range(first, last)]

    def row_count(self):
        return self._property("Table", "NRows", 0)

    def cell(self, row, column=0):
        name, path = self._call("Table", "GetAccessibleAt", GLib.Variant("(ii)", (row, column)), ("", "/null"))
        return Widget(self.bus, name, path)

    def click_cell(self, row, column=0):
        """Of a list that may be filled anew at this moment: its cells are then others."""
        def resting():
            cell = self.cell(row, column)
            return cell if cell._placed() else None
        return wait_until(resting, f"row {row} of {self}").click()

    def row_where(self, fits):
        """Number of the first row of which a cell fits: a text it contains, or a function of the cells."""
        test = fits if callable(fits) else (lambda cells: any(fits in cell for cell in cells))
        return next((number for number, cells in enumerate(self.rows()) if test(cells)), None)

    def cell_text(self):
        parts = [self.text or self.name] + [child.text or child.name for child in self.children()]
        return " ".join(part for part in parts if part)

    # ---- what a person does ----

    def into_view(self):
        """Turns the mouse wheel at the margin of what holds it until it is in sight."""
        pane = self.parent()
        while pane and pane.role != "scroll pane":
            pane = pane.parent()
        for _ in range(WHEEL_TURNS):
            left, top, _, height = pane.box() if pane else (0, 0, 0, 0)
            _, y, _, high = self.box()
            middle = y + high // 2
            if not pane or height <= 0 or top <= middle < top + height:
                return
            subprocess.run(["xdotool", "mousemove", str(left + 3), str(top + height // 2), "click", "5" if middle >= top + height else "4"], check=True)
            time.sleep(RESTING)

    def hover(self):
        self.into_view()
        x, y, width, height = wait_until(self._placed, f"a place on the screen for {self}")
        subprocess.run(["xdotool", "mousemove", str(x + width // 2), str(y + height // 2)], check=True)
        return self

    def click(self, button=1, times=1):
        self.hover()
        subprocess.run(["xdotool", "click", "--repeat", str(times), "--delay", "60", str(button)], check=True)
        return self

    def _placed(self):
        """Its box once it rests: what still moves would be missed."""
        before = self.box()
        time.sleep(RESTING)
        return before if before[2] > 0 and before[3] > 0 and before == self.box() else None

    def focus(self):
        """By the accessible interface: for tests that have other things to prove."""
        self._call("Component", "GrabFocus")
        wait_until(lambda: self.has("focused"), f"the keyboard in {self}")
        return self

    def __str__(self):
        return f"{self.role} “{self.name}”"

    def tree(self, depth=0, limit=3000):
        """For the report of a failure."""
        lines = []

        def put(widget, level):
            if len(lines) >= limit:
                return
            words = widget.text if widget.role in ("text", "entry", "password text", "label") else ""
            marks = [name for name in ("focused", "selected", "checked", "focusable") if widget.has(name)]
            lines.append("  " * level + str(widget) + (f" = “{words}”" if words and words != widget.name else "") + (f"  [{' '.join(marks)}]" if marks else ""))
            if widget.role in TABLES:
                lines.extend("  " * (level + 1) + " | ".join(cells) for cells in widget.rows(count=20))
                return
            for child in widget.children():
                if child.has("showing"):
                    put(child, level + 1)

        put(self, depth)
        return "\n".join(lines)


def key(*keys):
    """Real key presses: "Tab", "ctrl+s"."""
    subprocess.run(["xdotool", "key", "--delay", "15", "--clearmodifiers", *keys], check=True)


def write(words):
    """Types as fingers do."""
    subprocess.run(["xdotool", "type", "--delay", "6", "--", words], check=True)
