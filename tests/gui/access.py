#!/usr/bin/env python3
"""The page of CPS access: the directory asked about somebody, a review campaign opened in the window, decided by the keyboard alone, refused to the holder of an account, signed without a card, its
withdrawal carried out and the campaign closed; an authority refused for another fingerprint, and trusted for its own; an endpoint that is only asked once somebody
said whose it is; the tenth and the eleventh page by their keys."""
import json
import os
import pathlib
import subprocess
import sys

from desk import FIELDS, ROOT, run

TABLES = ("table", "tree table")
REVIEWER, OTHER = "Zoé Lefèvre", "Karim Belhadj-Roux"
ACCOUNTS = """application;login;nom;matricule;rôle;état;moyen;dernière connexion
DPI;aleroy;Anne Leroy;101;Infirmier;actif;carte;2026-11-20
DPI;bpetit;Bruno Petit;102;Infirmier;actif;mot de passe;2026-11-20
DPI;zlefevre;Zoé Lefèvre;103;Cadre;actif;carte;2026-11-20
DPI;dmoreau;David Moreau;104;Médecin;actif;carte;2026-11-20
"""


def remember(person):
    folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"]) / "hdskit"
    folder.mkdir(exist_ok=True)
    (folder / "desktop.json").write_text(json.dumps({"person": person, "page": "access"}))


def tab(desk, title):
    desk.wait("page tab", desk.say(title)).click()


def listing(desk, name):
    return desk.wait(TABLES, desk.say(name))


def letter(desk, label):
    """The key of a decision, in the language on the screen."""
    words = desk.french.gettext(label) if desk.language == "fr" else label
    return words[words.index("&") + 1].lower()


def row_of(desk, name, words):
    return desk.until(lambda: (found := listing(desk, name).row_where(lambda cells: any(words in cell for cell in cells))) is not None and (found,), f"“{words}” in {name}")[0]


def open_campaign(desk):
    accounts = desk.screen.documents / "comptes.csv"
    accounts.write_text(ACCOUNTS)
    tab(desk, "Review campaign")
    desk.press("&Open a campaign…")
    desk.fill("Title", "Revue de l’année")
    desk.fill("Who answers for it", REVIEWER)
    desk.fill("Accounts of the applications", "/nowhere.csv")
    refused(desk, "“{1}” is not there: {2}")
    assert not desk.wait("push button", desk.say("Open the campaign")).has("sensitive")
    desk.fill("Accounts of the applications", str(accounts))
    desk.press("Open the campaign", ready=lambda button: button.has("sensitive"))
    desk.wait_told("{1} is open: {2} accounts to decide upon, {3} findings.")
    desk.wait_text(desk.say("{1} of {2} accounts decided", 0, 4))


def serve_directory(desk):
    """The interface of the directory, played on loopback: its address without what follows the port, and the process."""
    folder = desk.screen.documents / "annuaire"
    folder.mkdir()
    (folder / "people.json").write_text(json.dumps({"persons": {"899700000021": {"active": False}}, "organizations": {}}))
    (folder / "cle").write_text("sesame-of-the-tests\n")
    server = subprocess.Popen([sys.executable, str(ROOT / "tests/access/directory_interface.py"), str(folder)], cwd=folder, stdout=subprocess.PIPE, text=True)
    return folder, f"https://127.0.0.1:{server.stdout.readline().strip()}", server


def ask_directory(desk):
    """From the dialog of a campaign: refused without a key, given up while it waits, then answered; the field is filled with the file of the answers."""
    folder, address, server = serve_directory(desk)
    try:
        accounts = desk.screen.documents / "numeros.csv"
        accounts.write_text("login;rpps\nada;99700000013\nzoe;99700000021\n")
        tab(desk, "Review campaign")
        desk.press("&Open a campaign…")
        desk.fill("Accounts of the applications", str(accounts))
        desk.press("Ask the directory…")
        refused(desk, "Name the file that holds the key of the interface.")
        desk.fill("Address of the interface", address + "/slow/fhir/v2")
        desk.fill("File of the key", str(folder / "cle"))
        desk.fill("Authority that proves the server", str(folder / "ca.pem"))
        desk.fill("Where the answers are kept", str(folder / "reponses.json"))
        desk.press("Ask", ready=lambda button: button.has("sensitive"))
        desk.wait_told("Asking the directory: {1} of {2}")
        desk.until(lambda: (folder / "log").exists(), "the question")
        desk.press("Cancel")
        desk.wait_gone("push button", desk.say("Ask"))
        desk.until(lambda: not (folder / "reponses.json").exists(), "no file without an answer")
        desk.press("Ask the directory…")
        desk.fill("Address of the interface", address + "/right/fhir/v2")
        desk.fill("File of the key", str(folder / "cle"))
        desk.fill("Authority that proves the server", str(folder / "ca.pem"))
        desk.fill("Where the answers are kept", str(folder / "reponses.json"))
        desk.press("Ask", ready=lambda button: button.has("sensitive"))
        desk.wait_told("{1} answers of the directory: {2} registered, {3} registered no more, {4} unknown. Delete them within {5} days.")
        assert desk.wait(FIELDS, desk.say("Answers of the directory")).text == str(folder / "reponses.json")
        answers = json.loads((folder / "reponses.json").read_text())
        assert answers["complete"] and [one["active"] for one in answers["persons"]] == [False], answers
        desk.press("Cancel")
        desk.wait_gone("push button", desk.say("Open the campaign"))
    finally:
        server.kill()


def decided(desk, number):
    desk.wait_text(desk.say("{1} of {2} accounts decided", number, 4))


def focused(desk):
    for window in reversed(desk.windows()):
        found = next((widget for widget in window.walk() if widget.has("focused") and widget.role not in ("frame", "dialog")), None)
        if found:
            return found
    return None


def refused(desk, message):
    """A sentence below the fields, wrapped as there is room."""
    words = desk.part(message)
    desk.wait_text(lambda said: words in said.replace("\n", " "))


def shown(desk, words):
    """The account whose findings stand at the right."""
    desk.until(lambda: desk.field("What is known of the account").text.startswith(words), f"the account {words}")


def decide_by_keyboard(desk):
    listing(desk, "Accounts to decide upon").click_cell(row_of(desk, "Accounts to decide upon", "aleroy"))
    subprocess.run(["xdotool", "mousemove", str(desk.screen.width - 1), str(desk.screen.height - 1)], check=True)  # no mouse from here on
    shown(desk, "DPI/aleroy")
    desk.key(letter(desk, "&Keep"))
    decided(desk, 1)
    shown(desk, "DPI/bpetit")
    desk.key(letter(desk, "&Withdraw"))
    desk.until(lambda: (here := focused(desk)) and here.name == desk.say("Reason"), "the keyboard in the reason")
    desk.key("Return")
    refused(desk, "The decision “{1}” needs a reason.")
    desk.write("Parti en mars")
    desk.key("Return")
    decided(desk, 2)


def refuse_own_account(desk):
    """The next one is the reviewer's own."""
    shown(desk, "DPI/zlefevre")
    desk.key(letter(desk, "&Keep"))
    refused(desk, "{1} cannot decide on their own access: somebody else has to.")
    decided(desk, 2)
    desk.key("Escape")
    listing(desk, "Accounts to decide upon").click_cell(row_of(desk, "Accounts to decide upon", "dmoreau"))
    shown(desk, "DPI/dmoreau")
    desk.key(letter(desk, "&Justify"))
    desk.until(lambda: (here := focused(desk)) and here.name == desk.say("Reason"), "the keyboard in the reason")
    desk.write("Astreinte")
    desk.fill("Exception until", "31/12/2099")
    desk.key("Return")
    decided(desk, 3)


def cannot_sign_yet(desk):
    desk.press("&Sign…")
    refused(desk, "Accounts still to be decided: {1}.")
    assert not desk.wait("push button", desk.say("Sign")).has("sensitive")
    desk.key("Escape")
    desk.wait_gone("push button", desk.say("Sign"))


def sign(desk, workspace):
    """Somebody else decides on the last account; then the one who answers for the campaign signs it without a card."""
    desk.quit()
    remember(OTHER)
    desk.start(workspace)
    tab(desk, "Review campaign")
    listing(desk, "Accounts to decide upon").click_cell(row_of(desk, "Accounts to decide upon", "zlefevre"))
    shown(desk, "DPI/zlefevre")
    desk.key(letter(desk, "&Keep"))
    decided(desk, 4)
    desk.quit()
    remember(REVIEWER)
    desk.start(workspace)
    tab(desk, "Review campaign")
    decided(desk, 4)
    desk.press("&Sign…")
    desk.press("Sign", ready=lambda button: button.has("sensitive"))
    desk.wait_told("{1} is signed; what has to be carried out stands under “Withdrawals”.")
    desk.until(lambda: not desk.wait("push button", desk.say("&Sign…")).has("sensitive"), "nothing to be signed any more")


def carry_out(desk):
    desk.press("Show it")
    row = row_of(desk, "Withdrawals", "bpetit")
    listing(desk, "Withdrawals").click_cell(row)
    desk.press("&Done…", ready=lambda button: button.has("sensitive"))
    assert not desk.wait("push button", desk.say("Record it")).has("sensitive")
    desk.fill("How", "Compte fermé par la DSI")
    desk.press("Record it", ready=lambda button: button.has("sensitive"))
    desk.wait_told("{1} is carried out.")
    desk.wait_told("Every withdrawal that was decided is carried out.")
    desk.press("C&lose the campaign…", ready=lambda button: button.has("sensitive"))
    dialog = desk.until(lambda: next((window for window in desk.windows() if window.has("active") and window.role in ("alert", "dialog")), None), "the question")
    dialog.find("push button", desk.say("Close the campaign")).click()
    desk.wait_told("The campaign {1} is closed.")


def authority(desk):
    """A file with an authority that nobody but the test knows."""
    file = desk.screen.documents / "racine.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(desk.screen.documents / "racine.key"), "-out", str(file), "-days", "3650",
                    "-subj", "/C=FR/O=Hopital de la Foret/CN=AC RACINE FORET"], check=True, capture_output=True)
    printed = subprocess.run(["openssl", "x509", "-in", str(file), "-noout", "-fingerprint", "-sha256"], check=True, capture_output=True, text=True).stdout
    return file, printed.strip().split("=")[1]


def trust(desk):
    file, fingerprint = authority(desk)
    tab(desk, "Authorities and lists")
    desk.press("&Import an authority…")
    desk.choose_file(file)
    desk.fill("Fingerprint as it is published", "00" * 32)
    refused(desk, "This is not the fingerprint of the file: the authority in the file is not the one that was published. It is not trusted.")
    assert not desk.wait("push button", desk.say("Trust it")).has("sensitive")
    desk.fill("Fingerprint as it is published", fingerprint)
    desk.press("Trust it", ready=lambda button: button.has("sensitive"))
    desk.wait_told("{1} is trusted from now on.")
    row_of(desk, "Trusted authorities", "FORET")


def declare_endpoint(desk):
    tab(desk, "Endpoints")
    desk.press("&New endpoint")
    required = lambda label: desk.wait("text", desk.say("{1}, required", desk.say(label)))
    desk.fill(required("Name"), "PORTAIL")
    desk.fill(required("Address"), "https://127.0.0.1:9/")
    desk.fill(required("Who says that it is our own"), "La DSI")
    desk.press("Save", ready=lambda button: button.has("sensitive"))
    row_of(desk, "Endpoints", "PORTAIL")
    assert not desk.wait("push button", desk.say("&Check now…")).has("sensitive"), "without authorities and a card nothing is asked"


def read_no_card(desk):
    tab(desk, "Card")
    desk.fill("Card module (PKCS#11)", "/nowhere.so")
    desk.press("&Read the card")
    desk.until(lambda: not desk.wait("push button", desk.say("Log &in with this card…")).has("sensitive"), "no card to log in with")
    assert not desk.wait("push button", desk.say("Log &out")).has("sensitive")


def pages_by_key(desk):
    pages = desk.pages()
    for page in ("Deadlines", "Journal", "CPS access"):
        number = pages.index(desk.say(page)) + 1
        key = f"{'ctrl' if number <= 10 else 'alt'}+{number % 10}"
        desk.key(key)
        desk.until(lambda: desk.title().startswith(desk.say(page)), f"{page} by {key}")


def access(desk):
    workspace = desk.screen.documents / "revue.hds"
    desk.hdskit("workspace", "create", workspace)
    remember(REVIEWER)
    desk.start(workspace)
    desk.until(lambda: desk.title().startswith(desk.say("CPS access")), "the page of access")
    ask_directory(desk)
    open_campaign(desk)
    decide_by_keyboard(desk)
    refuse_own_account(desk)
    cannot_sign_yet(desk)
    sign(desk, workspace)
    carry_out(desk)
    trust(desk)
    declare_endpoint(desk)
    read_no_card(desk)
    pages_by_key(desk)
    desk.quit()


if __name__ == "__main__":
    run(access)
