# SPDX-License-Identifier: MIT
"""Phone call and answer: nothing that was typed is lost by Esc, and nothing is saved twice."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from tests.ui.sheets import SHEETS
from tracker.ui.dialogs.due_answer import DueAnswerDialog
from tracker.ui.pages.dose_day_call import CallDialog


class NeverDone:
    """A store that is at work for ever; it counts what it was asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def run(self, *_job: object, **_options: object) -> None:
        self.asked += 1


@pytest.fixture
def opened(demo_desk, qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    def show(kind):
        dialog = SHEETS[kind](demo_desk, window)
        dialog.open()
        return dialog

    yield show
    assert window is not None  # it owns the dialogs until the test is over


def question(dialog) -> QMessageBox:
    return dialog.findChild(QMessageBox)


@pytest.mark.parametrize(("kind", "field"), [(CallDialog, "said"), (DueAnswerDialog, "reason")])
def test_esc_asks_before_it_discards_and_going_on_is_the_default(kind, field, opened):
    dialog = opened(kind)
    dialog._fields[field].set_text("itching since Monday")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(question(dialog), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog._fields[field].text() == "itching since Monday"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    box = next(b for b in dialog.findChildren(QMessageBox) if b.isVisible())
    next(b for b in box.buttons() if b is not box.defaultButton()).click()
    assert not dialog.isVisible()


@pytest.mark.parametrize("kind", [CallDialog, DueAnswerDialog])
def test_esc_closes_at_once_what_nobody_wrote_in(kind, opened):
    dialog = opened(kind)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_key_pressed_twice_saves_one_call(opened, demo_desk):
    dialog = opened(CallDialog)
    tasks = NeverDone()
    dialog._desk = replace(demo_desk, tasks=tasks)
    dialog._save()
    dialog._save()
    assert tasks.asked == 1
