# SPDX-License-Identifier: MIT
"""The history of a record: old and new, who, when and why, as plain text."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.domain.builders import ChartOf
from tests.ui.samples import AT, PAYLOADS, somebody
from tracker.domain.envelope import Revision
from tracker.domain.records import Attribution, Course, CourseDrug, Visit
from tracker.ui.dialogs.history import HistoryDialog, differences
from tracker.ui.dialogs.record_flow import linked_words
from tracker.ui.theme import Look

FIRST = Revision(
    1, AT, "Nurse N.N.", "nurse", "add", None, {"date": "2024-11-26", "weight": "85.20"}
)
SECOND = Revision(
    2,
    AT,
    "Dr M.M.",
    "oncologist",
    "amend",
    "digits swapped",
    {"date": "2024-11-26", "weight": "58.20"},
)
THIRD = Revision(3, AT, "Nurse N.N.", "nurse", "void", "other patient", dict(SECOND.content))


@pytest.fixture
def open_history(qtbot):
    dialogs = []

    def opened(*revisions):
        dialog = HistoryDialog(Look(), Visit, somebody(), revisions, {})
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialogs.append(dialog)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    yield opened
    dialogs.clear()


def lines(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_a_change_shows_the_old_and_the_new_value_with_its_unit():
    changes = differences(Visit, FIRST.content, SECOND.content, {})
    assert changes == [("Weight", "85.20 kg", "58.20 kg")]


def test_a_field_that_was_emptied_is_shown_as_empty():
    changes = differences(Visit, {"ecog": "1", "contact": "phone"}, {"contact": "visit"}, {})
    assert changes == [("Kind of contact", "phone", "visit"), ("ECOG", "1", "")]


def test_a_field_or_code_that_no_longer_exists_is_shown_as_it_was_stored():
    changes = differences(Visit, {}, {"contact": "telegram", "girth": "90"}, {})
    assert changes == [("Kind of contact", "", "telegram"), ("girth", "", "90")]


def test_source_and_note_are_called_as_in_the_form():
    changes = differences(Visit, {}, {"source": "letter", "note": "by phone"}, {})
    assert changes == [("Note", "", "by phone"), ("Source", "", "letter")]


def test_a_record_that_is_referred_to_is_told_as_the_form_tells_it():
    one, other = str(UUID(int=1)), str(UUID(int=2))
    linked = {one: "toripalimab immunotherapy 2019-05", other: "cisplatin 2019-01"}
    changes = differences(Attribution, {"course": other}, {"course": one}, linked)
    assert changes == [
        ("Systemic course", "cisplatin 2019-01", "toripalimab immunotherapy 2019-05")
    ]


def test_a_record_that_is_nowhere_keeps_its_id_so_that_its_change_is_seen():
    one, other = str(UUID(int=1)), str(UUID(int=2))
    changes = differences(CourseDrug, {"course": one}, {"course": other}, {})
    assert changes == [("Course", one, other)]


def test_an_earlier_revision_names_what_was_entered_in_error_since():
    chart = ChartOf()
    course = chart.add(Course, regimen="toripalimab", therapy="immunotherapy", start="2019-05")
    wrong = chart.add(
        Course, regimen="cisplatin", therapy="chemotherapy", start="~2019", voided=True
    )
    assert linked_words(Attribution, chart.chart()) == {
        str(course): "toripalimab immunotherapy 2019-05",
        str(wrong): "cisplatin chemotherapy ~2019",
    }


def test_every_revision_says_when_who_in_which_role_and_why(open_history):
    said = lines(open_history(FIRST, SECOND, THIRD))
    assert "Revision 2: amended" in said
    assert "2024-11-26 09:12+08:00, Dr M.M. (Oncologist)" in said
    assert "Reason: digits swapped" in said
    assert said.index("Revision 3: marked as entered in error") < said.index("Revision 1: recorded")


def test_old_values_are_struck_through_and_stay_readable(open_history):
    dialog = open_history(FIRST, SECOND)
    struck = [label.text() for label in dialog.findChildren(QLabel) if label.font().strikeOut()]
    assert "85.20 kg" in struck
    assert "58.20 kg" not in struck


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_is_shown_as_it_was_typed(open_history, payload):
    content = {"complaint": payload}
    dialog = open_history(Revision(1, AT, payload, "nurse", "add", payload, content))
    said = lines(dialog)
    assert payload in said
    assert f"Reason: {payload}" in said
    labels = dialog.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_esc_closes_it(open_history):
    dialog = open_history(FIRST)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
