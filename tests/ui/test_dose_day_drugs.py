# SPDX-License-Identifier: MIT
"""The dose-day sheet of a regimen: a box for each drug, and what stands beside it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import clinics
from tests.clinics import CLOCK, CTX, own_id, record, written
from tests.ui.test_accessibility import cut
from tests.ui.test_dose_day import desk, page, press, said, store, to_act
from tracker.domain.records import Course, CourseDrug, DoseEvent
from tracker.domain.records.base import build
from tracker.services import imports, records
from tracker.services.patients import by_number
from tracker.services.records import Entry
from tracker.ui.pages.dose_day_check import SecondCheckDialog

__all__ = ["desk", "page", "store"]  # fixtures, found by their names

FLOT = (
    ("docetaxel", "85 mg"),
    ("oxaliplatin", "145 mg"),
    ("leucovorin", "340 mg"),
    ("fluorouracil", "4400 mg"),
)
TRIPLET = (("nivolumab", "240 mg"), ("ipilimumab", "60 mg"), ("cisplatin", "40 mg"))


def chart(number: int, mrn: str, drugs, *events: dict[str, str]):
    """A patient with one course of these drugs: name, dose and perhaps days of the cycle."""
    course = own_id(number + 1)
    regimen = {"regimen": mrn, "therapy": "immunotherapy", "start": "2024-11-05"}
    named = [dict(zip(("drug", "dose", "days"), drug, strict=False)) for drug in drugs]
    return clinics.patient(
        number,
        mrn,
        record("course", number + 1, regimen),
        record("plan_segment", number + 2, {"course": course, "interval_days": "21"}),
        *(record("course_drug", number + 10 + n, {"course": course, **d})
          for n, d in enumerate(named)),
        *(record("dose_event", number + 30 + n, {"course": course, **event})
          for n, event in enumerate(events)),
    )  # fmt: skip


def given(on: str, *drugs: str, **texts: str) -> list[dict[str, str]]:
    return [{"action": "given", "date": on, "drug": drug, **texts} for drug in drugs]


STOP = {"action": "stopped", "date": "2024-11-08", "reason": "toxicity"}
CHARTS = (
    chart(100, "FOUR", FLOT),
    chart(200, "EIGHT", (*FLOT, *TRIPLET, ("pembrolizumab", "200 mg"))),
    chart(
        300,
        "DAY-8",
        (("durvalumab", "1500 mg"), ("gemcitabine", "1600 mg", "1,8")),
        *given("2024-11-19", "durvalumab", "gemcitabine"),
    ),
    chart(
        400,
        "AGAIN",
        TRIPLET,
        *given("2024-11-05", "nivolumab", "ipilimumab"),
        STOP | {"drug": "ipilimumab"},
        STOP | {"drug": "cisplatin"},
        *given("2024-11-12", "ipilimumab", ordered_by="Dr Example"),
    ),
    chart(500, "ONE", FLOT[:1]),
)


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A closed clinic with a patient for each regimen."""
    folder = tmp_path_factory.mktemp("regimens")
    made = clinics.make(folder / "profile")
    file = written(folder / "regimens.json", clinics.document(*CHARTS))
    assert imports.import_file(made, CTX, path=file).problems == ()
    made.close(CLOCK.now())
    return folder / "profile"


@pytest.fixture
def patient(store):
    return by_number(store, CTX, mrn="FOUR")


def turn_to(page, store, mrn: str) -> None:
    page.open((by_number(store, CTX, mrn=mrn), None))


def lines(page) -> list[str]:
    """What stands beside the name of each drug."""
    return [field._foot.accessibleName() for field in page.form.act.doses]


def give(page, *keys: str) -> None:
    to_act(page)
    press("G", "Tab", *keys)


def test_each_drug_is_entered_with_its_lot_and_time_and_stored_with_them(page, store, patient):
    give(page, "85 mg", "Enter", "DO-1", "Enter", "1005-1105", "Enter")
    press("145 mg", "Enter", "OX-7", "Tab", "Tab", "340 mg", "Tab", "Tab", "Tab")
    press("4400 mg", "Enter", "Tab", "12:00", "Enter", "Ctrl+Enter")
    assert said(page).startswith("Saved")
    events = [stored.record for stored in store.chart(patient).of(DoseEvent)]
    assert [(e.drug, str(e.dose), e.lot, e.started, e.stopped) for e in events] == [
        ("docetaxel", "85 mg", "DO-1", "10:05", "11:05"),
        ("oxaliplatin", "145 mg", "OX-7", None, None),
        ("leucovorin", "340 mg", None, None, None),
        ("fluorouracil", "4400 mg", None, "12:00", None),
    ]


def test_no_dose_of_a_regimen_is_filled_in(page):
    give(page)
    assert [field.text() for field in page.form.act.doses] == [""] * 4
    assert lines(page) == ["plan 85 mg", "plan 145 mg", "plan 340 mg", "plan 4400 mg"]


def test_a_lot_without_its_dose_is_refused_at_its_box(page, store, patient):
    give(page, "85 mg", "Enter", "Tab", "Tab", "Tab", "OX-7", "Ctrl+Enter")
    press("Ctrl+Enter")  # the first one asked about the drugs without a dose
    assert store.chart(patient).of(DoseEvent) == ()
    assert QApplication.focusWidget() is page.form.parts["lot.1"].box
    assert said(page).startswith("oxaliplatin has a lot")


def test_a_draft_of_a_drug_that_left_the_course_fills_no_other_box(page, store, patient):
    give(page, "85 mg", "Enter", "DO-1", "Enter", "Tab", "145 mg")
    first = store.chart(patient).of(CourseDrug)[0]
    with store.unit(CTX.because("not given any more").stamp()) as unit:
        unit.void(first)
    page.open((patient, None))
    assert [field.text() for field in page.form.act.doses] == ["145 mg", "", ""]
    assert page.form.parts["lot.0"].text() == ""
    assert said(page) == "Not in this course, and left out: docetaxel. Check the doses"


def test_a_reaction_typed_while_there_was_one_drug_stays_in_sight_until_it_has_a_place(page, store):
    turn_to(page, store, "ONE")
    give(page, "85 mg", "Enter", "DO-1", "Enter", "Enter", "flush")
    patient = by_number(store, CTX, mrn="ONE")
    course = store.chart(patient).of(Course)[0].id
    added = build(CourseDrug, {"course": str(course), "drug": "cisplatin"})
    records.save(store, CTX, patient=patient, entry=Entry(record=added))
    page.open((patient, None))
    reaction = page.form.parts["reaction"]
    assert reaction.isVisible()
    assert page.form.parts["lot.0"].text() == "DO-1"
    press("Ctrl+Enter", "Ctrl+Enter")
    assert "Of which drug" in said(page)
    assert QApplication.focusWidget() is reaction.box
    reaction.set_text("")
    assert not reaction.isVisible()


@pytest.mark.parametrize("act", ["G", "R"])
def test_four_drugs_find_room_on_a_small_screen(page, qapp, act):
    to_act(page)
    press(act)
    qapp.processEvents()
    assert page._scroll.verticalScrollBar().maximum() == 0
    assert cut(page) == []
    boxes = [part.box for name, part in page.form.parts.items() if name[-2:] in {".0", ".3"}]
    assert len(boxes) == 6
    assert all(box.isVisible() and box.width() >= 80 and box.height() >= 24 for box in boxes)


def test_a_regimen_of_eight_drugs_goes_on_below_and_follows_the_keyboard(page, store, qapp):
    turn_to(page, store, "EIGHT")
    give(page, *["Tab"] * 23)
    qapp.processEvents()
    last = page.form.parts["infusion.7"].box
    assert QApplication.focusWidget() is last
    assert (
        page._scroll.viewport().rect().contains(last.mapTo(page._scroll.viewport(), QPoint(0, 0)))
    )


def test_the_second_person_enters_eight_doses_on_a_small_screen(page, store, qapp):
    turn_to(page, store, "EIGHT")
    give(page, *["1 mg", "Tab", "Tab", "Tab"] * 8)
    QTest.keyClick(page, Qt.Key.Key_F8)
    dialog = page.window().findChild(SecondCheckDialog)
    qapp.processEvents()
    assert len(dialog._boxes) == 8
    assert dialog.height() <= 768 - 40
    assert cut(dialog) == []
    dialog.reject()


def test_on_day_8_the_box_of_a_drug_that_is_not_due_says_so(page, store):
    turn_to(page, store, "DAY-8")
    give(page)
    assert lines(page) == ["not due today", "plan 1600 mg"]
    press("Tab", "Tab", "Tab", "1600 mg", "Enter", "Ctrl+Enter")
    assert said(page).startswith("Saved")


def test_a_dose_of_a_drug_that_is_not_due_is_asked_about_once(page, store):
    turn_to(page, store, "DAY-8")
    give(page, "1500 mg", "Tab", "Tab", "Tab", "1600 mg", "Ctrl+Enter")
    assert "not the day of: durvalumab" in said(page)
    press("Ctrl+Enter")
    assert said(page).startswith("Saved")


def test_a_drug_that_was_stopped_and_one_that_is_given_again_say_so(page, store):
    turn_to(page, store, "AGAIN")
    give(page)
    assert lines(page) == [
        "plan 240 mg",
        "plan 60 mg; had been stopped",
        "stopped 8 Nov 2024",
    ]


def test_an_only_drug_keeps_its_boxes_after_a_regimen_was_open(page, store):
    give(page)
    turn_to(page, store, "ONE")
    give(page)
    shown = [n for n, part in page.form.act.parts.items() if part.isVisible()]
    assert shown == ["act", "dose.0", "lot", "infusion", "reaction"]
    press("Tab", "DO-1")
    assert page.form.texts()["lot"] == "DO-1"
