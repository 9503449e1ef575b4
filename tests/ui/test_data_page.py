# SPDX-License-Identifier: MIT
"""Data: nothing is imported unseen, nothing leaves without a word, a check says what it found."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPlainTextEdit

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, document, patient, visit, written
from tracker.services import imports
from tracker.store.refusals import head_missing
from tracker.ui.bus import Bus
from tracker.ui.desk import Desk
from tracker.ui.forms.boxes import ChoiceBox
from tracker.ui.pages.data import DataPage
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look
from tracker.ui.widgets.press import Press


@pytest.fixture
def store(tmp_path):
    made = clinics.make(tmp_path / "profile")
    yield made
    made.close(CLOCK.now())


@pytest.fixture
def page(store, qtbot):
    tasks = InlineTasks(lambda: store, lambda _store: None)
    made = DataPage(Desk(Look(), tasks, Bus(), CTX))
    qtbot.addWidget(made)
    made.show()
    made.activated()
    return made


def report(page):
    """The dialog that stands in front."""
    return next(d for d in reversed(page.findChildren(QDialog)) if d.isVisible())


def said(dialog):
    listed = [box.toPlainText() for box in dialog.findChildren(QPlainTextEdit)]
    return "\n".join([dialog.findChild(QLabel, "said").text(), *listed])


def press(dialog, name):
    button = next(b for b in dialog.findChildren(Press) if b.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_after_reading(page, name):
    """Reads what an export without identity is, and then picks its file."""
    QTest.mouseClick(page.findChild(Press, "anonymised"), Qt.MouseButton.LeftButton)
    press(report(page), "Choose a file …")
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(name))
    dialog.close()


def choose(page, button, name):
    """Presses a button of the page and picks a file in the dialog it opens."""
    QTest.mouseClick(page.findChild(Press, button), Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(name))
    dialog.close()


def test_an_import_first_says_what_it_would_do_and_stores_nothing(page, store, tmp_path):
    choose(page, "import", written(tmp_path / "small.json", SMALL))
    assert "Nothing has been stored yet." in said(report(page))
    assert "A-001" in said(report(page))
    assert list(store.patient_ids()) == []
    press(report(page), "Cancel")
    assert list(store.patient_ids()) == []


def test_an_import_that_was_accepted_is_stored(page, store, tmp_path):
    choose(page, "import", written(tmp_path / "small.json", SMALL))
    press(report(page), "Import")
    assert len(list(store.patient_ids())) == len(SMALL["patients"])
    assert "records stored: " in said(report(page))


def test_a_file_with_problems_names_each_and_offers_no_import(page, store, tmp_path):
    wrong = document(patient(1, "A-001", visit(2, "2024-02-30"), visit(3, "24-01-08")))
    choose(page, "import", written(tmp_path / "wrong.json", wrong))
    assert "problems: 2. Nothing was stored." in said(report(page))
    assert "2024-02-30" in said(report(page))
    assert not [b for b in report(page).findChildren(Press) if b.accessibleName() == "Import"]
    assert list(store.patient_ids()) == []


def test_an_export_says_that_it_is_not_encrypted(page, tmp_path):
    choose(page, "export", tmp_path / "all.json")
    assert "It is not encrypted" in said(report(page))
    assert "Not in it: the lists of the clinic but the reference ranges" in said(report(page))
    assert (tmp_path / "all.json").exists()


def test_a_table_of_results_is_not_given_the_name_of_another_kind(page):
    QTest.mouseClick(page.findChild(Press, "export"), Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    dialog.filterSelected.emit("Laboratory results (*.csv)")
    assert dialog.defaultSuffix() == "csv"
    dialog.close()


def test_a_backup_says_where_it_is(page, tmp_path):
    (tmp_path / "stick").mkdir()
    choose(page, "backup", tmp_path / "stick")
    assert str(tmp_path / "stick") in said(report(page))
    assert list((tmp_path / "stick").iterdir())


def test_the_check_of_a_sound_file_says_so(page):
    QTest.mouseClick(page.findChild(Press, "verify"), Qt.MouseButton.LeftButton)
    assert report(page).windowTitle() == "The file is sound"


def test_an_import_asks_of_each_patient_who_may_be_on_file(page, store, tmp_path):
    choose(page, "import", written(tmp_path / "small.json", SMALL))
    press(report(page), "Import")
    press(report(page), "Close")
    twin = document(patient(901, "B-001", name="王示例"))
    choose(page, "import", written(tmp_path / "twin.json", twin))
    asks = report(page)
    (box,) = asks.findChildren(ChoiceBox)
    QTest.keyClick(asks, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asks.isVisible()
    assert box.text() == ""
    QTest.keyClicks(box, "s")
    press(asks, "Go on")
    assert "B-001 / A-001: same person" in said(report(page))
    assert store.find_mrn("B-001") is None
    press(report(page), "Import")
    assert store.chart(store.find_mrn("B-001")).patient.record.same_person_as is not None


@pytest.mark.usefixtures("quoting_window")
def test_an_export_without_identity_says_what_it_is_in_the_language_of_the_window(page, tmp_path):
    choose_after_reading(page, tmp_path / "bare.json")
    statement = json.loads((tmp_path / "bare.json").read_text("utf-8"))["statement"]
    assert statement
    assert all(sentence.startswith("«") for sentence in statement)


def test_an_export_without_identity_first_says_what_it_is_and_then_what_stayed(
    page, store, tmp_path
):
    assert imports.import_file(store, CTX, path=written(tmp_path / "c.json", SMALL)).added
    QTest.mouseClick(page.findChild(Press, "anonymised"), Qt.MouseButton.LeftButton)
    explained = report(page)
    assert "pseudonymised, not anonymous" in said(explained)
    assert page.findChild(QFileDialog) is None
    explained.close()
    choose_after_reading(page, tmp_path / "bare.json")
    assert "patients without identity: 2. It is not encrypted." in said(report(page))
    text = (tmp_path / "bare.json").read_text("utf-8")
    assert "A-001" not in text


def test_a_warning_about_the_trail_is_settled_with_a_reason(page, store):
    store.warnings.append(head_missing())
    QTest.mouseClick(page.findChild(Press, "verify"), Qt.MouseButton.LeftButton)
    assert "sealed end of the audit trail was missing" in said(report(page))
    press(report(page), "Settle the warning …")
    asks = report(page)
    press(asks, "Settle")
    assert store.warnings
    asks.reason.set_text("copied without it, compared with the backup")
    press(asks, "Settle")
    assert store.warnings == []
    assert report(page).windowTitle() == "The file is sound"
