#!/usr/bin/env python3
"""The page of backups: a source described, a manifest made and a test run in the window prove a copy; a damaged copy is a difference, with the file in the
tree and the report among the evidence; no test is ever taken back; a test that is cancelled, or that the window is closed upon, leaves no folder
and stands in the chain; the signed result of another machine is taken in once."""
import json
import os
import shutil

from desk import FIELDS, run

TABLES = ("table", "tree table")
SOURCE, ASLEEP = "LABO", "NUIT"
DAMAGED = "examens/image.dcm"


def listing(desk, name):
    return desk.wait(TABLES, desk.say(name), ready=lambda found: found.row_count() > 0)


def tab(desk, title):
    desk.wait("page tab", desk.say(title)).click()


def required(desk, label):
    return desk.wait("text", desk.say("{1}, required", desk.say(label)))


def choose_kind(desk, label):
    control = desk.wait("combo box", desk.say("Kind of backup"))
    control.click()
    desk.until(lambda: next((item for item in control.find_all("menu item", desk.say(label), into_menus=True) if item.box()[2] > 0), None), f"the entry “{label}”").click()


def runs(desk, workspace):
    return desk.ask(workspace, "backup", "history")["tests"]


def verdicts(desk, workspace):
    return [one["verdict"] for one in runs(desk, workspace)]


def folders(scratch):
    """What restores leave behind; the lock of a source is a file, and stays."""
    return [entry for entry in scratch.iterdir() if entry.is_dir()]


def lay_out(desk):
    """What is saved, its copy, and the folder for restores."""
    place = desk.screen.home / "sauvegardes"
    original, copy, scratch = place / "production", place / "copie", place / "travail"
    (original / "examens").mkdir(parents=True)
    scratch.mkdir()
    (original / "examens" / "image.dcm").write_bytes(b"image " * 4000)
    (original / "compte rendu.txt").write_text("Rien à signaler.\n")
    shutil.copytree(original, copy)
    return original, copy, scratch


def describe(desk, workspace, copy):
    desk.press("&New source")
    desk.fill(required(desk, "Name"), SOURCE)
    choose_kind(desk, "folder or rsync copy")
    desk.fill(required(desk, "Location"), str(copy))
    desk.press("Save", ready=lambda button: button.has("sensitive"))
    desk.until(lambda: any(SOURCE in source.values() for source in desk.ask(workspace, "backup", "source", "list")), "the source in the workspace")
    desk.until(lambda: listing(desk, "Backup sources").row_where(lambda cells: SOURCE in cells) is not None, "the source in the list")


def choose_folder(desk, folder):
    """In GTK's window for folders, which proposes how to go on with what is typed."""
    window = desk.until(lambda: next((window for window in desk.windows() if window.role == "file chooser" and window.has("active")), None), "a window for folders")
    desk.key("slash")
    desk.until(lambda: window.find(FIELDS), "the field for a path")
    desk.key("ctrl+a")
    desk.write(str(folder))
    def typed():
        desk.key("Delete")
        return any(field.text == str(folder) for field in window.find_all(FIELDS))
    desk.until(typed, f"“{folder}” in the window for folders")
    desk.key("Return")
    desk.until(lambda: window not in desk.windows(), "the window for folders to close")


def make_manifest(desk, original):
    manifest = desk.screen.documents / "labo.manifest"
    desk.press("Make a &manifest…")
    choose_folder(desk, original)
    desk.choose_file(manifest)
    desk.until(manifest.exists, "the manifest")
    desk.wait_text(str(manifest))
    return manifest


def begin(desk, scratch, manifest=None):
    desk.press("&Test now…", ready=lambda button: button.has("sensitive"))
    if manifest:
        desk.fill("Compare with this manifest instead", str(manifest))
    desk.fill("Restore into a folder below", "/nowhere")
    desk.wait_told("This folder cannot be used.")
    assert not desk.wait("push button", desk.say("Begin the test")).has("sensitive")
    desk.fill("Restore into a folder below", str(scratch))
    desk.wait_told("{1} are free there.")
    desk.press("Begin the test", ready=lambda button: button.has("sensitive"))


def told(desk, reference, verdict, source=SOURCE):
    desk.wait_text(desk.say("{1} of “{2}”: {3}.", reference, source, desk.say(verdict)))


def prove(desk, workspace, scratch, manifest):
    begin(desk, scratch, manifest)
    told(desk, "TR1", "Restore proven")
    assert verdicts(desk, workspace) == ["proven"], runs(desk, workspace)
    assert folders(scratch) == [], folders(scratch)
    desk.until(lambda: listing(desk, "Restore tests").row_where(lambda cells: "TR1" in cells) is not None, "the test in the list")


def find_damage(desk, workspace, copy, scratch, manifest):
    damaged = copy / DAMAGED
    before = damaged.stat()
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
    os.utime(damaged, ns=(before.st_atime_ns, before.st_mtime_ns))
    tab(desk, "Sources")
    begin(desk, scratch, manifest)
    told(desk, "TR2", "Difference found")
    assert sorted(verdicts(desk, workspace)) == ["difference", "proven"], runs(desk, workspace)
    folder, name = DAMAGED.split("/")
    desk.wait(TABLES, desk.say("Differences"), ready=lambda tree: tree.row_where(lambda cells: folder + "/" in cells) is not None)
    desk.fill(desk.field(desk.say("Search in: {1}", desk.say("Differences"))), "image")  # a search opens the tree
    desk.wait(TABLES, desk.say("Differences"), ready=lambda tree: tree.row_where(lambda cells: name in cells and desk.say("changed") in cells) is not None)


def export_differences(desk):
    """Only once the person was told what names can be."""
    listing = desk.screen.documents / "écarts.csv"
    desk.find_all("push button", desk.say("Export…"))[-1].click()
    caution = desk.wait_text(desk.say("Names of files can be names of patients: keep this list where the data may be."))
    dialog = desk.until(lambda: next((window for window in desk.windows() if caution in window.walk()), None), "the caution")
    dialog.find("push button", desk.say("Export…")).click()
    desk.choose_file(listing)
    desk.until(lambda: listing.exists() and "image.dcm" in listing.read_text(), "the list of differences")


def read_report(desk, workspace):
    evidence = next(one["evidence"] for one in runs(desk, workspace) if one["verdict"] == "difference")
    report = desk.screen.documents / "essai.json"
    desk.press("E&xport the report…")
    desk.choose_file(report)
    desk.until(lambda: report.exists() and report.read_bytes().startswith(b"{"), "the report for programs")
    desk.press("Open the &report")
    desk.until(lambda: desk.title().startswith(desk.say("Evidence")), "the page of evidence")
    desk.wait(None, lambda name: name.startswith(desk.part("Document: {1}")) and evidence in name, timeout=30, ready=lambda shown: shown.description)


def take_nothing_back(desk):
    desk.page("Journal")
    kind = desk.say("restore test")
    table = desk.wait(TABLES, desk.say("Journal"), ready=lambda found: found.row_where(lambda cells: kind in cells) is not None)
    table.click_cell(table.row_where(lambda cells: kind in cells))
    desk.wait_told("Entry {1} is a restore test: what it found stays, whatever it was.")
    assert not desk.wait("push button", desk.say("Take this change back")).has("sensitive")


def check_with(desk, workspace, command):
    desk.hdskit("backup", "source", "edit", ASLEEP, "--set", f"check_command={command}", workspace=workspace)


def open_asleep(desk):
    tab(desk, "Sources")
    row = lambda: listing(desk, "Backup sources").row_where(lambda cells: ASLEEP in cells)
    desk.until(lambda: row() is not None, "the other source in the list")
    listing(desk, "Backup sources").click_cell(row(), 1)
    desk.until(lambda: required(desk, "Name").text == ASLEEP, "the form of the other source")


def cancel(desk, workspace, copy, scratch):
    """The check of this source takes a minute: time to cancel."""
    desk.hdskit("backup", "source", "add", "--name", ASLEEP, "--kind", "directory", "--location", copy, "--check-command", "/bin/sleep 60", workspace=workspace)
    before = verdicts(desk, workspace)
    desk.page("Backups")
    open_asleep(desk)
    begin(desk, scratch)
    desk.wait_text(desk.say("Check of the application"))
    assert folders(scratch), "the scratch space stands"
    desk.press("Cancel the work in hand")
    told(desk, "TR3", "Test could not be carried out", ASLEEP)
    assert sorted(verdicts(desk, workspace)) == sorted([*before, "inconclusive"]), runs(desk, workspace)
    assert folders(scratch) == [], folders(scratch)
    tab(desk, "Sources")


def work_elsewhere(desk, workspace, scratch):
    """Who goes on working on another page is told there, and is not taken away."""
    check_with(desk, workspace, "/bin/sleep 4")
    begin(desk, scratch)
    desk.page("Journal")
    told(desk, "TR4", "Restore proven", ASLEEP)
    assert desk.title().startswith(desk.say("Journal")), desk.title()
    desk.press("Show it")
    desk.until(lambda: desk.title().startswith(desk.say("Backups")), "the page of backups")
    desk.wait_text(lambda words: words.startswith("TR4 – "))


def close_upon(desk, workspace, scratch):
    check_with(desk, workspace, "/bin/sleep 60")
    before = verdicts(desk, workspace)
    open_asleep(desk)
    begin(desk, scratch)
    desk.wait_text(desk.say("Check of the application"))
    desk.key("ctrl+q")
    desk.press("Cancel the work and go on")
    desk.wait_ended()
    assert folders(scratch) == [], folders(scratch)
    assert sorted(verdicts(desk, workspace)) == sorted([*before, "inconclusive"]), runs(desk, workspace)


def take_in(desk, workspace, copy, scratch):
    """The result that a machine without the workspace signed."""
    plan, machine, result = (desk.screen.documents / name for name in ("labo.plan", "nas.key", "labo.resultat"))
    public = desk.screen.documents / "nas.pub"
    public.write_text(json.loads(desk.hdskit("backup", "machine", "create", "--output", machine, "--json").stdout)["public_key"])
    desk.hdskit("backup", "machine", "add", "--name", "NAS", "--public-key", public, workspace=workspace)
    desk.hdskit("backup", "source", "export", SOURCE, "--output", plan, workspace=workspace)
    desk.hdskit("backup", "test", "--plan", plan, "--key", machine, "--output", result, "--scratch", scratch, check=False)
    tests = len(runs(desk, workspace))
    desk.start(workspace)
    desk.page("Backups")
    tab(desk, "Tests")
    for _ in range(2):
        desk.press("&Import results…")
        desk.choose_file(result)
        desk.until(lambda: len(runs(desk, workspace)) == tests + 1, "the test of the other machine")
    desk.wait_text(lambda words: words.startswith("⚠") or "NAS" in words)
    assert len(runs(desk, workspace)) == tests + 1, runs(desk, workspace)
    tab(desk, "Trend")
    listing(desk, "Tests of the source")


def backups(desk):
    original, copy, scratch = lay_out(desk)
    workspace = desk.demonstration()
    desk.start(workspace)
    desk.page("Backups")
    describe(desk, workspace, copy)
    manifest = make_manifest(desk, original)
    prove(desk, workspace, scratch, manifest)
    find_damage(desk, workspace, copy, scratch, manifest)
    export_differences(desk)
    read_report(desk, workspace)
    take_nothing_back(desk)
    cancel(desk, workspace, copy, scratch)
    work_elsewhere(desk, workspace, scratch)
    close_upon(desk, workspace, scratch)
    take_in(desk, workspace, copy, scratch)


if __name__ == "__main__":
    run(backups)
