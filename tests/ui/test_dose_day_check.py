# SPDX-License-Identifier: MIT
"""The second check in the window, days offered beside a closed one, long lines of the gate."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests import clinics
from tests.ui.test_dose_day import desk, filled, page, patient, press, said, store, to_act
from tracker.domain.records import SecondCheck
from tracker.domain.roles import Role
from tracker.services import accounts
from tracker.store.keyring import Keyring
from tracker.ui.glyphs import Glyph
from tracker.ui.pages.dose_day_check import SecondCheckDialog
from tracker.ui.theme import Look
from tracker.ui.widgets.gate_panel import GateLineView, GatePanel, GateView

__all__ = ["desk", "filled", "page", "patient", "store"]  # fixtures, found by their names

OWN = "seven quiet herons fold the map"


@pytest.fixture
def second(store):
    once = accounts.add(store, clinics.CTX, name="Second Nurse", role=Role.NURSE)
    Keyring(store.profile.keyring).change_passphrase("Second Nurse", once.passphrase, OWN, avoid=())


def key(name: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), name, modifier)


@pytest.fixture
def to_front(qtbot):
    """Puts a window in front, as the window system does when it opens."""

    def run(window):
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    return run


def dialog(page) -> SecondCheckDialog | None:
    found = [d for d in page.window().findChildren(SecondCheckDialog) if d.isVisible()]
    return found[0] if found else None


@pytest.fixture
def enter_anew(page, to_front):
    """The second person fills in the dialog with the keyboard, and the first comes back."""

    def run(dose: str) -> None:
        opened = dialog(page)
        to_front(opened)
        texts = ("Second Nurse", OWN, dose)
        for text, box in zip(texts, opened.findChildren(QLineEdit), strict=True):
            box.setFocus()
            QTest.keyClicks(box, text)
        key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if dialog(page) is None:
            to_front(page)

    return run


def test_there_is_nothing_to_check_before_a_dose_stands_there(page):
    key(Qt.Key.Key_F8)
    assert dialog(page) is None
    assert "before it is checked" in said(page)


def test_the_dose_is_covered_while_the_second_person_enters_it(page, second, to_front):
    to_act(page)
    press("G")
    key(Qt.Key.Key_F8)
    assert page.form.act.doses[0].box.echoMode() is QLineEdit.EchoMode.Password
    assert "240" not in " ".join(box.text() for box in dialog(page).findChildren(QLineEdit))
    to_front(dialog(page))
    key(Qt.Key.Key_Escape)
    assert page.form.act.doses[0].box.echoMode() is QLineEdit.EchoMode.Normal


def test_the_same_dose_entered_anew_is_saved_with_the_name_of_who_entered_it(
    page,
    store,
    patient,
    second,
    enter_anew,
):
    to_act(page)
    press("G")
    key(Qt.Key.Key_F8)
    enter_anew("240 mg")
    assert dialog(page) is None
    assert page.form.act.check.words.startswith("Second Nurse")
    press("Ctrl+Enter")
    (stored,) = store.chart(patient).of(SecondCheck)
    assert stored.record.checked_by == "Second Nurse"


def test_another_dose_stays_unchecked_and_keeps_no_passphrase(page, second, enter_anew):
    to_act(page)
    press("G")
    key(Qt.Key.Key_F8)
    enter_anew("420 mg")
    opened = dialog(page)
    assert opened is not None
    assert OWN not in [box.text() for box in opened.findChildren(QLineEdit)]
    assert page.form.act.check.words == "no second check"


def test_a_dose_changed_after_the_check_is_no_longer_checked(page, second, enter_anew):
    to_act(page)
    press("G")
    key(Qt.Key.Key_F8)
    enter_anew("240 mg")
    page.form.parts["dose.0"].focus()
    press("230 mg")
    assert page.form.act.check.words == "changed: check again"


def test_a_next_date_on_a_weekend_offers_the_days_around_it_and_moves_nothing(page):
    page.form.parts["appoint"].focus()
    press("2024-12-21", "Tab")
    shown = [offer for offer in page.form.next.offers if offer.isVisible()]
    assert [offer.words for offer in shown] == ["Fri 20 Dec", "Mon 23 Dec"]
    assert page.form.parts["appoint"].text() == "2024-12-21"
    key(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert page.form.parts["appoint"].text() == "2024-12-23"
    assert not [offer for offer in page.form.next.offers if offer.isVisible()]


def test_an_open_day_offers_nothing(page):
    page.form.parts["appoint"].focus()
    press("2024-12-18", "Tab")
    assert not [offer for offer in page.form.next.offers if offer.isVisible()]


@pytest.mark.parametrize("words", ["No result of " + ", ".join(["Platelets"] * 12), "无" * 70])
def test_a_long_line_of_the_gate_takes_two_rows_and_loses_no_word(qtbot, words):
    panel = GatePanel(Look())
    qtbot.addWidget(panel)
    panel.resize(893, panel.height())
    line = GateLineView(Glyph.ASK, words, "required labs; clinic default, v2024-11")
    panel.set_view(GateView("ASK", "1 of 2", Glyph.ASK, (line,)), str)
    parts = [part for _, part, _ in panel.rows(686)]
    assert len(parts) == 2
    assert (" " if " " in words else "").join(parts) == words
