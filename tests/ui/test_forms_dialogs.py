# SPDX-License-Identifier: MIT
"""The sheet around a form: whose record it is, saved once, discarded only when meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.samples import PAYLOADS, somebody, stored, texts_of
from tracker.domain.envelope import Status
from tracker.domain.errors import Problem, Refused
from tracker.domain.records import Course, Patient, Visit
from tracker.domain.records.base import build
from tracker.domain.text import Message
from tracker.ui.dialogs.reason import ReasonDialog
from tracker.ui.dialogs.record_dialog import RecordDialog
from tracker.ui.forms.boxes import TextBox

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def show(qtbot):
    """Opens a dialog that has the keyboard and is gone after the test."""
    dialogs = []

    def shown(dialog):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialogs.append(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        return dialog

    yield shown
    dialogs.clear()


@pytest.fixture
def visit(look, show):
    return show(RecordDialog(look, Visit, somebody()))


def fill(dialog, kind=Visit):
    for name, text in texts_of(kind).items():
        dialog.form.editors[name].set_text(text)


def written(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def collected(signal):
    taken = []
    signal.connect(lambda *values: taken.append(values))
    return taken


def test_every_sheet_says_whose_record_it_is(visit):
    seen = " ".join(written(visit))
    assert all(words in seen for words in ("Visit", "王示例", "Wang Shili", "SYN-0482", "1972-03"))


def test_a_patient_without_name_or_birth_is_said_to_have_none(look, show):
    dialog = show(RecordDialog(look, Visit, build(Patient, {"mrn": "SEED-001"})))
    assert {"no name recorded", "birth not recorded", "SEED-001"} <= set(written(dialog))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_a_name_is_only_text(look, show, payload):
    dialog = show(RecordDialog(look, Visit, build(Patient, {"mrn": "1", "name": payload})))
    assert payload in written(dialog)
    labels = dialog.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_saving_nothing_stores_nothing(visit):
    results = collected(visit.submitted)
    visit.save.click()
    assert results == []
    assert "nothing to save" in " ".join(written(visit))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_saves_once_from_any_box(visit, key):
    results = collected(visit.submitted)
    fill(visit)
    complaint = visit.form.editors["complaint"].box
    assert isinstance(complaint, TextBox)
    complaint.setFocus()
    QTest.keyClick(complaint, key, CTRL)
    QTest.keyClick(visit, key, CTRL)
    assert len(results) == 1
    assert complaint.toPlainText() == texts_of(Visit)["complaint"]


def test_a_double_click_saves_once(visit):
    results = collected(visit.submitted)
    fill(visit)
    QTest.mouseDClick(visit.save, Qt.MouseButton.LeftButton)
    visit.save.click()
    assert len(results) == 1
    ((result,),) = results
    assert (result.entry.stored, result.reason) == (None, None)


def test_what_is_wrong_is_not_submitted_and_gets_the_focus(visit):
    results = collected(visit.submitted)
    fill(visit)
    visit.form.editors["weight"].set_text("58,2")
    visit.save.click()
    assert results == []
    assert visit.form.editors["weight"].box.hasFocus()
    assert visit.form.editors["weight"].text() == "58,2"


@pytest.mark.xcb
def test_a_field_with_a_problem_is_scrolled_into_view(visit):
    fill(visit)
    visit.resize(700, 400)
    visit.form.source.focus()
    new_medicines = visit.form.editors["new_medicines"]
    new_medicines.set_text("x" * 501)
    visit.form.focus_first()
    visit.save.click()
    assert new_medicines.box.hasFocus()
    assert new_medicines.box.visibleRegion().boundingRect() == new_medicines.box.rect()
    assert "Not saved. Please check the marked fields." in written(visit)


def test_a_refused_save_keeps_what_was_typed_and_can_be_repeated(visit):
    results = collected(visit.submitted)
    fill(visit)
    visit.save.click()
    visit.refuse(Refused(Problem(Message("Before the birth."), "date")))
    assert visit.isVisible()
    assert visit.form.editors["date"].said() == "Before the birth."
    assert visit.form.editors["date"].box.hasFocus()
    visit.save.click()
    assert len(results) == 2


def test_the_sheet_stays_until_the_record_is_stored(visit):
    fill(visit)
    visit.save.click()
    assert visit.isVisible()
    visit.saved()
    assert not visit.isVisible()


def test_esc_closes_an_untouched_sheet_at_once(visit):
    QTest.keyClick(visit, Qt.Key.Key_Escape)
    assert not visit.isVisible()


@pytest.mark.xcb
def test_esc_asks_before_it_discards(visit):
    visit.form.editors["weight"].set_text("58.2")
    QTest.keyClick(visit, Qt.Key.Key_Escape)
    assert visit.isVisible()
    assert "Discard what was typed?" in written(visit)
    QTest.keyClick(visit, Qt.Key.Key_Escape)
    assert visit.isVisible()
    assert "Discard what was typed?" not in written(visit)
    assert visit.form.editors["weight"].text() == "58.2"


def test_closing_the_window_asks_too(visit):
    visit.form.editors["weight"].set_text("58.2")
    assert not visit.close()
    visit._discard()
    assert not visit.isVisible()


def test_an_amendment_needs_a_reason(look, show):
    dialog = show(RecordDialog(look, Visit, somebody()))
    before = stored("visit")
    dialog.amend(before)
    results = collected(dialog.submitted)
    dialog.form.editors["weight"].set_text("58.3")
    dialog.save.click()
    assert results == []
    assert dialog.reason.is_bad
    assert dialog.reason.box.hasFocus()
    dialog.reason.set_text(" scale read again ")
    dialog.save.click()
    ((result,),) = results
    assert (result.entry.stored, result.reason) == (before, "scale read again")
    assert str(result.entry.record.weight) == "58.3"


def test_a_record_is_marked_as_entered_in_error_with_a_reason(look, show):
    dialog = show(RecordDialog(look, Visit, somebody()))
    before = stored("visit")
    dialog.amend(before)
    voided = collected(dialog.voided)
    dialog._void.click()
    (asks,) = dialog.findChildren(ReasonDialog)
    assert {"王示例  Wang Shili", "SYN-0482"} <= set(written(asks))
    asks.reason.set_text("other patient")
    asks._act.click()
    assert voided == [(before, "other patient")]


def test_a_row_of_a_list_is_marked_as_entered_in_error_the_same_way(look, show):
    dialog = show(RecordDialog(look, Course, somebody()))
    drug = stored("course_drug", 3)
    dialog.amend(stored("course", 7), [drug])
    voided = collected(dialog.voided)
    QTest.keyClick(dialog.form.grids[0].boxes()[0], Qt.Key.Key_Delete, CTRL)
    (asks,) = dialog.findChildren(ReasonDialog)
    asks.reason.set_text("never planned")
    asks._act.click()
    assert voided == [(drug, "never planned")]


def test_what_was_entered_in_error_is_read_and_not_changed(look, show):
    dialog = show(RecordDialog(look, Visit, somebody()))
    dialog.amend(stored("visit", status=Status.ENTERED_IN_ERROR))
    assert not dialog.save.isEnabled()
    assert "This record was entered in error." in written(dialog)


def test_no_reason_no_mark(look, show):
    asks = show(ReasonDialog(look, "Visit: entered in error", "It stays.", "Mark", somebody()))
    given = collected(asks.given)
    asks.reason.set_text("   ")
    QTest.keyClick(asks, Qt.Key.Key_Return, CTRL)
    assert given == []
    assert asks.isVisible()
    asks.reason.set_text("other patient")
    QTest.keyClick(asks, Qt.Key.Key_Return, CTRL)
    assert given == [("other patient",)]


def test_a_wide_note_does_not_widen_the_sheet(visit):
    visit.form.note.set_text("x" * 3000)
    assert visit.form.width() <= visit.width()
