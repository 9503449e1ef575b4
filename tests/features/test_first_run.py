# SPDX-License-Identifier: MIT
"""first_run.feature"""

import shutil
from contextlib import contextmanager
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from pytest_bdd import given, parsers, scenarios, then, when

from tests.clinics import CLOCK, CTX, PASSPHRASE
from tests.features.hand import press_button
from tracker import paths
from tracker.services import audit_trail, backups, clinic_days, profiles
from tracker.ui.language import translate
from tracker.ui.preferences import Preferences

scenarios("first_run.feature")

NOTES = {"Your name": "Nurse Example", "Passphrase": PASSPHRASE, "Passphrase again": PASSPHRASE}


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch):
    """What these people choose is forgotten with them."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def other(tmp_path):
    """Another folder, perhaps with records."""
    return tmp_path / "other"


@when("I begin a new clinic")
def begin(me):
    press_button(me, "New clinic")
    me.reads("What this program is not")


@when(parsers.parse('I accept the limits as "{name}"'))
def accept(me, name):
    me.fill("Accepted for the clinic by", name)
    me.press("Enter")


@when(parsers.parse('I choose "{days}" for the clinic\'s days'))
def choose_days(me, days):
    press_button(me, days)
    me.go_to("Country")


@when(parsers.parse('I go to "{label}"'))
def go_to(me, label):
    me.go_to(label)


@given("I have come to the step of the passphrase")
def at_passphrase(me):
    begin(me)
    accept(me, "Dr Example")
    me.fill("Clinic", "Example")
    me.press("Enter")  # on to the country
    me.press("Enter")
    me.reads("You are the first administrator")


@given("I have come to the last step")
def at_last_step(me):
    at_passphrase(me)
    for label, text in NOTES.items():
        me.fill(label, text)
    me.press("Enter")
    me.reads("Where it is kept")
    me.go_to("Folder for backups")


@when("I type the last four characters of the recovery code")
def type_code(me):
    code = me.text_of("recovery_code")
    me.type(code.replace(" ", "")[-4:])


@when("I choose a synchronised folder")
def choose_synced(me, tmp_path):
    me.fill("Folder of the records", str(tmp_path / "Dropbox" / "clinic"))
    me.go_to("Folder for backups")


@given("a clinic in another folder")
def clinic_elsewhere(other, closed_clinic):
    shutil.copytree(closed_clinic, other)


@when(parsers.parse('I write the other folder as "{label}"'))
def write_other(me, other, label):
    me.fill(label, str(other))


@given("a backup of a clinic", target_fixture="backup")
def a_backup(other, closed_clinic, tmp_path):
    shutil.copytree(closed_clinic, other)
    store = profiles.open(other, user=None, passphrase=PASSPHRASE, clock=CLOCK)
    made = backups.back_up(store, CTX, folder=tmp_path)
    profiles.close(store, CLOCK, backup=False)
    return made.path


@when(parsers.parse('I write the backup as "{label}"'))
def write_backup(me, backup, label):
    me.fill(label, str(backup))


@when("I choose Chinese")
def choose_chinese(me, qapp, request):
    request.addfinalizer(lambda: (translate(qapp, "en"), QLocale.setDefault(QLocale.system())))
    me.go_to("English")
    me.press("Right")


@then("the choice of language is kept")
def language_kept(me, folder):
    me.leave()
    assert Preferences(folder.parent / f"{folder.name}.ini").language == "zh_CN"


@then(parsers.parse('the protocol beside the records says "{words}"'))
def protocol(folder, words):
    (file,) = folder.glob("restored-*.txt")
    first, *_rest = file.read_text("utf-8").splitlines()
    assert words in first


@then("no file has been made in the folder of the records")
def nothing_there(folder):
    assert not folder.exists()


@then("no file has been made")
def no_file(folder, tmp_path):
    assert not profiles.exists(folder)
    assert not list(tmp_path.rglob("tracker.db"))


@then("the next start opens the other folder")
def remembered(other):
    assert paths.default_profile() == other


@then("the clinic is closed on 2025-01-06, which is a holiday in Bavaria")
def closed(folder):
    with beside_the_window(folder) as store:
        calendar = clinic_days.calendar(store, CTX)
        assert calendar is not None
        assert calendar.holiday(date(2025, 1, 6))


@then(parsers.parse('the trail says that "{name}" accepted the limits'))
def in_trail(folder, name):
    with beside_the_window(folder) as store:
        lines = audit_trail.page(store, CTX).lines
        accepted = next(line for line in lines if line.action == "limits accepted")
        assert ("by", "", name) in accepted.changes


@contextmanager
def beside_the_window(folder):
    store = profiles.open(folder, user=None, passphrase=PASSPHRASE, clock=CLOCK, readonly=True)
    yield store
    store.close(CLOCK.now())
