# SPDX-License-Identifier: MIT
"""Keeping and erasing: proposed by a rule the clinic set, done only with the number typed twice."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, written
from tracker.domain.roles import Role
from tracker.services import backups, erasure, imports, profiles
from tracker.ui.bus import Bus
from tracker.ui.desk import Desk
from tracker.ui.dialogs.erase import EraseDialog
from tracker.ui.dialogs.retire import RetireDialog
from tracker.ui.pages.administration import AdministrationPage
from tracker.ui.pages.keeping_tab import KeepingTab
from tracker.ui.pages.patient import PatientPage
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look
from tracker.ui.widgets.press import Press

LATER = clinics.FixedClock(CLOCK.now().replace(year=2040))


@pytest.fixture
def store(tmp_path):
    made = clinics.make(tmp_path / "profile")
    path = written(tmp_path / "small.json", SMALL)
    assert imports.import_file(made, CTX, path=path).problems == ()
    yield made
    made.close(CLOCK.now())


@pytest.fixture
def desk(store):
    tasks = InlineTasks(lambda: store, lambda _store: None)
    return Desk(Look(), tasks, Bus(), replace(CTX, clock=LATER))


@pytest.fixture
def tab(desk, qtbot):
    made = KeepingTab(desk)
    qtbot.addWidget(made)
    made.show()
    made.ask()
    return made


def said(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def press(widget, name):
    button = next(b for b in widget.findChildren(Press) if b.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def keep_for(tab, years):
    tab.years.set_text(years)
    press(tab, "Keep this rule")


def ask_erase(tab, **texts):
    press(tab, "Erase a patient …")
    dialog = next(d for d in tab.findChildren(EraseDialog) if d.isVisible())
    for name, text in texts.items():
        dialog.findChild(QLineEdit, name).setText(text)
    press(dialog, "Erase for good")
    return dialog


def report(tab):
    dialog = next(d for d in reversed(tab.findChildren(QDialog)) if d.isVisible())
    return dialog, dialog.findChild(QPlainTextEdit).toPlainText()


def test_nothing_is_proposed_before_the_clinic_has_set_its_years(tab):
    assert tab.list.rows == ()
    assert tab.years.text() == ""
    assert "No retention is set" in said(tab)


def test_the_rule_names_the_charts_that_are_past_it(tab, store):
    keep_for(tab, "10")
    assert [each.mrn for each in tab.list.rows] == ["A-002", "A-001"]
    assert erasure.retention(store, CTX) == 10
    keep_for(tab, "20")
    assert list(tab.list.rows) == []
    keep_for(tab, "")
    assert erasure.retention(store, CTX) is None


@pytest.mark.parametrize("typed", ["ten", "1.5", "-3", "1000"])
def test_what_are_no_whole_years_is_not_kept(tab, store, typed):
    keep_for(tab, typed)
    assert "Write whole years" in said(tab)
    assert erasure.retention(store, CTX) is None


def test_a_number_that_is_not_the_same_twice_erases_nothing(tab, store):
    dialog = ask_erase(tab, number="A-001", number_again="A-002", reason="on request")
    assert dialog.isVisible()
    assert "Nothing was erased" in said(dialog)
    assert store.find_mrn("A-001")


def test_an_erased_patient_is_gone_and_the_copies_are_named_and_replaced(tab, store):
    dialog = ask_erase(tab, number="A-001", number_again="A-001", reason="on request")
    assert not dialog.isVisible()
    assert store.find_mrn("A-001") is None
    shown, lines = report(tab)
    before = [each.path.name for each in backups.kept(store)]
    assert all(name in lines for name in before)
    press(shown, "Replace the backups")
    assert [each.path.name for each in backups.kept(store)] != before
    assert "One verified backup" in said(tab)


def test_the_chart_that_is_open_is_shown_no_more(tab, desk, store, qtbot):
    page = PatientPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(store.find_mrn("A-001"))
    assert page._banner.isVisible()
    ask_erase(tab, number="A-001", number_again="A-001", reason="on request")
    assert not page._banner.isVisible()
    assert "This chart is no longer there." in said(page)


def ask_retire(tab, **texts):
    press(tab, "Take this computer out of use …")
    dialog = next(d for d in tab.findChildren(RetireDialog) if d.isVisible())
    for name, text in texts.items():
        dialog.findChild(QLineEdit, name).setText(str(text))
    press(dialog, "Destroy the keys")
    return dialog


def test_a_computer_is_taken_out_of_use_with_a_certificate_and_the_window_closes(
    tab, store, tmp_path, monkeypatch
):
    monkeypatch.setattr(backups, "is_second_medium", lambda _there, _here: True)
    dialog = ask_retire(
        tab,
        copy=tmp_path / "stick",
        certificate=tmp_path / "certificate.txt",
        own_passphrase=clinics.PASSPHRASE,
    )
    assert not dialog.isVisible()
    shown, lines = report(tab)
    assert lines == (tmp_path / "certificate.txt").read_text("utf-8").rstrip("\n")
    assert list((tmp_path / "stick").glob("*.backup"))
    assert not store.path.exists()
    assert tab.isVisible()
    press(shown, "Close")
    assert not tab.isVisible()
    profiles.close(store, CLOCK)  # as the program does when it ends


@pytest.mark.usefixtures("quoting_window")
def test_the_certificate_is_in_the_language_of_the_window(tab, store, tmp_path):
    certificate = tmp_path / "certificate.txt"
    passphrase = clinics.PASSPHRASE
    ask_retire(tab, certificate=certificate, no_copy_because="test", own_passphrase=passphrase)
    lines = certificate.read_text("utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("«")] == []
    assert f"«Clinic: {clinics.CLINIC}»" in lines
    profiles.close(store, CLOCK)


@pytest.mark.parametrize(
    ("texts", "said_so"),
    [
        ({}, "Name a file for the certificate"),
        ({"certificate": "c.txt", "own_passphrase": clinics.PASSPHRASE}, "one of the two"),
        (
            {"certificate": "c.txt", "no_copy_because": "x", "own_passphrase": "not mine, no no"},
            "passphrase",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_destroyed(tab, store, tmp_path, texts, said_so):
    if "certificate" in texts:
        texts = texts | {"certificate": tmp_path / texts["certificate"]}
    dialog = ask_retire(tab, **texts)
    assert dialog.isVisible()
    assert said_so in dialog.findChild(QLabel, "problem").text()
    assert store.verify() == []
    assert not (tmp_path / "c.txt").exists()


@pytest.mark.parametrize("role", list(Role))
def test_only_the_administrator_finds_it(desk, qtbot, role):
    page = AdministrationPage(replace(desk, ctx=replace(CTX, role=role)))
    qtbot.addWidget(page)
    assert bool(page.findChildren(KeepingTab)) is (role is Role.ADMINISTRATOR)
