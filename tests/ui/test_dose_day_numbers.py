# SPDX-License-Identifier: MIT
"""No number on the dose-day sheet ever changes silently: it is kept exactly, or refused by name.

Each input is typed, pasted, or sent by an input method, in four locales; what the sheet would
store is compared with what a person meant.
"""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.domain.builders import CourseOf
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_entry import read
from tracker.domain.errors import Refused
from tracker.domain.roles import Role
from tracker.services.dose_day import Sheet
from tracker.services.dose_day_gate import NO_RULES
from tracker.ui.pages.dose_day_form import DoseDayForm
from tracker.ui.theme import Look

LOCALES = ("en_US", "de_DE", "fr_FR", "zh_CN")

# what is written, and the number that is meant; None: it must be refused
DECIMALS = {
    "58.2": "58.2",
    "58.20": "58.20",
    "58": "58",
    " 58.2 ": "58.2",
    "５８．２": "58.2",
    "5８.2": "58.2",
    "58。2": "58.2",
    "58,2": None,
    "58,20": None,
    "1.500,5": None,
    "1,500": None,
    "1 000": None,
    "1'000": None,
    "1_000": None,
    "1e2": None,
    "1E2": None,
    "5e1": None,
    "-5": None,
    "−58.2": None,
    "+58.2": None,
    "58.": None,
    ".5": None,
    "058.2": None,
    "58.2.1": None,
    "5 8": None,
    "58 kg": None,
    "58kg": None,
    "5o": None,
    "0x3A": None,
    "nan": None,
    "inf": None,
    "½": None,
    "58²": None,
    "٥٨": None,
    "五十八": None,
    "<58": None,
    "~58": None,
    "58/2": None,
    "0": None,
    "4000": None,
    "58.2\u200b": None,
}
WHOLES = {
    "72": "72",
    "７２": "72",
    "72.0": None,
    "72.5": None,
    "7,2": None,
    "7 2": None,
    "-72": None,
    "1e2": None,
    "072": None,
    "1000": None,
    "72/min": None,
    "seventy": None,
}
RESULTS = {
    "46": "46",
    "3.20": "3.20",
    "<0.5": "<0.5",
    "≤0.5": "<=0.5",
    "＜0.5": "<0.5",
    ">100": ">100",
    "1.500": "1.500",
    "1,5": None,
    "1.500,5": None,
    "46 U/L": None,
    "4 6": None,
    "46↑": None,
    "118.2个": None,
    "1e3": None,
    "<": None,
    "NaN": None,
    "４６": "46",
    "--46": None,
    "46.": None,
}
DOSES = {
    "240 mg": "240 mg",
    "２４０ mg": "240 mg",
    "240.5 mg": "240.5 mg",
    "0.24 g": "0.24 g",
    "240": None,
    "240mg": None,
    "240 MG": None,
    "240 ml": None,
    "240 µg": None,
    "2,40 mg": None,
    "2.400,0 mg": None,
    "240 mg x2": None,
    "0 mg": None,
    "-240 mg": None,
    "1e3 mg": None,
    "240 mg/m": None,
}
PRESSURES = {
    "118/76": "118/76",
    "118 / 76": "118/76",
    "１１８／７６": "118/76",
    "118": None,
    "118/": None,
    "118,76": None,
    "76/118": None,
    "118.5/76": None,
    "118/7": None,
    "1180/76": None,
    "-118/76": None,
    "118-76": None,
}
TABLE = [
    *(("weight", typed, meant) for typed, meant in DECIMALS.items()),
    *(("pulse", typed, meant) for typed, meant in WHOLES.items()),
    *(("lab.ALT", typed, meant) for typed, meant in RESULTS.items()),
    *(("dose.0", typed, meant) for typed, meant in DOSES.items()),
    *(("pressure", typed, meant) for typed, meant in PRESSURES.items()),
]


@pytest.fixture(params=LOCALES)
def form(request, qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    made = DoseDayForm(Look(), "Nurse Example", Role.NURSE)
    qtbot.addWidget(made)
    made.resize(1286, 620)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    day = DoseDay.of(CourseOf("2024-11-05").chart(), date(2024, 11, 26))
    texts = {"date": "2024-11-26", "act": "G", "dose.0": "240 mg"}
    made.show_sheet(Sheet(day, NO_RULES, None), texts)
    yield made
    QLocale.setDefault(before)


def enter(form, name: str, text: str) -> None:
    """Types what a keyboard has; the rest comes from the input method."""
    form.parts[name].focus()
    box = QApplication.focusWidget()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(box, letter)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(letter)
            QApplication.sendEvent(box, event)


def stored(form, name: str) -> str | None:
    """What the sheet would store of one box; None when it is refused under its name."""
    try:
        entries = read(form.day, form.texts(), "Nurse Example")
    except Refused as error:
        named = name in {problem.field for problem in error.problems}
        return None if named else "refused under another name"
    visit = entries.visit
    if name == "pressure":
        return f"{visit.systolic}/{visit.diastolic}"
    if name == "dose.0":
        return str(entries.events[0].dose)
    if name == "lab.ALT":
        value = entries.labs[0].value
        return f"{value.comparator}{value.number}"
    return str(getattr(visit, name))


def test_the_table_holds_a_hundred_inputs():
    assert len(TABLE) >= 100


def test_what_is_typed_is_stored_exactly_or_refused_by_name(form):
    changed = []
    for name, typed, meant in TABLE:
        enter(form, name, typed)
        kept = form.parts[name].text()
        if kept != typed or stored(form, name) != meant:
            changed.append((name, typed, kept, stored(form, name), meant))
        form.parts[name].set_text("240 mg" if name == "dose.0" else "")
    assert changed == []


def test_what_is_pasted_is_kept_exactly(form):
    changed = []
    for name, typed, meant in TABLE:
        form.parts[name].set_text("")
        form.parts[name].focus()
        QGuiApplication.clipboard().setText(typed)
        box = QApplication.focusWidget()
        QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        if form.parts[name].text() != typed or stored(form, name) != meant:
            changed.append((name, typed, form.parts[name].text()))
        form.parts[name].set_text("240 mg" if name == "dose.0" else "")
    assert changed == []


def test_the_wheel_changes_nothing(form):
    for name in ("weight", "pulse", "lab.ALT", "dose.0", "pressure"):
        part = form.parts[name]
        part.focus()
        box = QApplication.focusWidget()
        before = part.text()
        turn = QWheelEvent(
            QPointF(5, 5),
            QPointF(box.mapToGlobal(QPoint(5, 5))),
            QPoint(0, 120),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, turn)
        assert part.text() == before


def test_undo_in_a_box_gives_back_the_same_digits(form):
    enter(form, "weight", "58.2")
    box = QApplication.focusWidget()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, "9")
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert Decimal(form.parts["weight"].text()) in {Decimal("58.2"), Decimal(9)}
