"""A screen of one's own: Xvfb, openbox, a session bus with AT-SPI, and a home folder that holds nothing of the person who runs the test."""
import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
BEYOND = ("êÊ", "ôÔ", "îÎ", "ûÛ", "âÂ", "ëË", "ïÏ", "œŒ", "ÉÈ", "ÀÇ", "’…", "«»")  # one pair for each of the keys F13 to F24
_libc = ctypes.CDLL(None)


def _die_with_parent():
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Screen:
    """Everything it starts ends with it, even when the test is killed."""

    def __init__(self, width=1280, height=860, scale=1):
        self.width, self.height, self.scale = width, height, scale
        self.processes = []
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="hdskit-desk-"))

    def __enter__(self):
        _libc.prctl(PR_SET_CHILD_SUBREAPER, 1)  # whom the bus starts becomes ours when the bus ends
        try:
            self._furnish()
            self._start_display()
            self._start_bus()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.kill()
        for process in self.processes:
            process.wait()
        for child in _children(os.getpid()):
            try:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        shutil.rmtree(self.home, ignore_errors=True)

    def start(self, command, **options):
        process = subprocess.Popen([str(word) for word in command], env=os.environ.copy(), preexec_fn=_die_with_parent, **options)
        self.processes.append(process)
        return process

    def _furnish(self):
        folders = {name: self.home / name for name in ("config", "state", "data", "cache", "run", "Documents")}
        for folder in folders.values():
            folder.mkdir(mode=0o700)
        (folders["config"] / "user-dirs.dirs").write_text('XDG_DOCUMENTS_DIR="$HOME/Documents"\nXDG_DESKTOP_DIR="$HOME"\n')
        for name in list(os.environ):
            if name.startswith(("DBUS_", "XDG_", "LC_", "GTK_", "GDK_", "HDSKIT_")) or name in ("WAYLAND_DISPLAY", "SESSION_MANAGER", "LANGUAGE", "NO_AT_BRIDGE"):
                del os.environ[name]
        os.environ.update(HOME=str(self.home), XDG_CONFIG_HOME=str(folders["config"]), XDG_STATE_HOME=str(folders["state"]), XDG_DATA_HOME=str(folders["data"]),
                          XDG_CACHE_HOME=str(folders["cache"]), XDG_RUNTIME_DIR=str(folders["run"]), XDG_DOCUMENTS_DIR=str(folders["Documents"]),
                          LANG="C.UTF-8", GSETTINGS_BACKEND="memory", GDK_BACKEND="x11", GDK_SCALE=str(self.scale), GTK_USE_PORTAL="0")
        self.documents = folders["Documents"]

    def _start_display(self):
        reading, writing = os.pipe()
        self.start(["Xvfb", "-displayfd", writing, "-screen", 0, f"{self.width}x{self.height}x24", "-nolisten", "tcp", "-noreset"],
                   pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        os.environ["DISPLAY"] = f":{number}"
        self._lay_keys()
        self.start(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(lambda: "window id" in subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], capture_output=True, text=True).stdout, "a window manager")

    def _lay_keys(self):
        """A French keyboard whose unused function keys bear what needs two strokes on a real one: xdotool knows no dead keys, and a key
        that it has to lend to a letter for a moment may reach the program too late."""
        described = subprocess.run(["setxkbmap", "-layout", "fr", "-print"], check=True, capture_output=True, text=True).stdout
        more = "\n".join(f"key <FK{number}> {{ type[Group1]=\"TWO_LEVEL\", symbols[Group1]=[ {', '.join(f'U{ord(letter):04X}' for letter in pair)} ] }};"
                         for number, pair in enumerate(BEYOND, 13))
        end = described.index("};", described.index("xkb_symbols"))
        subprocess.run(["xkbcomp", "-w", "0", "-", os.environ["DISPLAY"]], input=described[:end] + more + described[end:], check=True, text=True, stderr=subprocess.DEVNULL)

    def _start_bus(self):
        bus = self.start(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1", f"--address=unix:path={self.home}/run/bus"],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def picture(self, file, window="root"):
        subprocess.run(["import", "-window", str(window), str(file)], check=True, stderr=subprocess.DEVNULL)
        return file


def _children(pid):
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found += _children(int(entry.name)) + [int(entry.name)]
    return found


def wait_until(condition, what, timeout=30, every=0.05):
    """The first true value of `condition`; AssertionError naming `what` when it does not come in time."""
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {timeout} s for {what() if callable(what) else what}")
        time.sleep(every)
