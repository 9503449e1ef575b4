# SPDX-License-Identifier: MIT
"""The list of patients: what a line says, how it is sorted, and who may be on file already."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests import clinics
from tests.clinics import CLOCK, CTX
from tracker.domain.records import KINDS, Patient
from tracker.domain.records.base import build
from tracker.services.search_keys import search_keys
from tracker.ui.bus import Bus
from tracker.ui.desk import Desk
from tracker.ui.dialogs.new_patient import LookalikesQuestion
from tracker.ui.dialogs.record_dialog import RecordDialog
from tracker.ui.pages import patients
from tracker.ui.pages.patients import PatientsPage
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look
from tracker.ui.views.patient_row import PatientRow
from tracker.ui.widgets.face import ButtonFace
from tracker.ui.widgets.press import Press

WANG = {"mrn": "SYN-0482", "name": "王示例", "sex": "female", "birth": "1968-03-14"}


@pytest.fixture
def store(tmp_path):
    opened = clinics.make(tmp_path / "profile")
    yield opened
    opened.close(CLOCK.now())


def register(store, **texts):
    patient = build(Patient, texts)
    with store.unit(CTX.stamp()) as unit:
        return unit.add(patient, None, search_keys=search_keys(patient)).id


def record(store, patient, kind, **texts):
    with store.unit(CTX.stamp()) as unit:
        return unit.add(build(KINDS[kind], texts), patient).id


@pytest.fixture
def desk(store):
    return Desk(Look(), InlineTasks(lambda: store, lambda _store: None), Bus(), CTX)


@pytest.fixture
def page(desk, qtbot):
    made = PatientsPage(desk)
    qtbot.addWidget(made)
    made.resize(1286, 640)
    made.show()
    return made


def shown(page):
    return [line.patient.mrn for line in page._list.rows]


def words(page):
    row = PatientRow(CLOCK.today())
    return [row.words(line) for line in page._list.rows]


def titles(page):
    return {press.words: press for press in page._list.findChildren(ButtonFace)}


def test_a_line_says_treatment_with_counter_next_day_contact_status_and_what_to_heed(page, store):
    patient = register(
        store, **WANG, allergy_status="present", allergies="penicillin", last_contact="2024-11"
    )
    course = record(
        store, patient, "course", regimen="toripalimab", therapy="immunotherapy", start="2019-05"
    )
    record(store, patient, "plan_segment", course=str(course), interval_days="21")
    held = {"action": "held", "reason": "labs", "date": "2024-11-20", "until": "2024-12-02"}
    record(store, patient, "dose_event", course=str(course), **held)
    record(store, patient, "disease_status", disease="NED", date="2024-05")
    page.ask()
    [said] = words(page)
    for part in ("王示例", "SYN-0482", "female, 56 y", "toripalimab, 65–66 months", "Mon 2 Dec"):
        assert part in said
    assert said.endswith("NED, held: recheck, penicillin")


def test_what_is_not_recorded_is_said_or_left_out_and_never_made_up(page, store):
    register(store, mrn="A-1")
    page.ask()
    assert words(page) == ["A-1, not recorded, –, –, not recorded"]


def test_a_dead_patient_has_the_age_at_death_and_nothing_to_come(page, store):
    dead = {"vital_status": "dead", "death": "2023-09", "birth": "1949-07-07", "sex": "female"}
    register(store, mrn="A-1", **dead)
    register(store, mrn="A-2", **(dead | {"death": ""}))
    page.ask()
    with_date, without = words(page)
    assert "female, 74 y" in with_date
    assert "died 2023-09" in with_date
    assert "female, 7 Jul 1949" in without


def test_a_range_of_birth_days_is_shown_as_its_years(page, store):
    register(store, mrn="A-1", birth="1977-11-27/1978-11-26")
    page.ask()
    assert "46 y, 1977–1978" in words(page)[0]


def test_a_title_sorts_and_pressed_again_sorts_backwards(page, store, qtbot):
    register(store, mrn="A-2", name="陈模拟")
    register(store, mrn="A-1", name="王示例")
    page.ask()
    assert shown(page) == ["A-1", "A-2"]
    title = titles(page)["Patient"]
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert shown(page) == ["A-2", "A-1"]
    assert title.accessibleDescription() == "sorted"
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert shown(page) == ["A-1", "A-2"]
    assert title.accessibleDescription() == "sorted, last one first"
    assert titles(page)["Number"].accessibleDescription() == ""


def test_from_the_filter_an_arrow_goes_down_into_the_rows(page, store, qtbot):
    for number in ("A-1", "A-2", "A-3"):
        register(store, mrn=number)
    page.activated()
    qtbot.keyClick(page._filter, Qt.Key.Key_Down)
    assert page._list.view.hasFocus()
    assert page._list.current.patient.mrn == "A-2"
    qtbot.keyClick(page._list.view, Qt.Key.Key_Down)
    assert page._list.current.patient.mrn == "A-3"


def test_only_what_can_be_sorted_can_be_pressed(page):
    assert set(titles(page)) == {"Patient", "Number", "Next", "Last contact"}


def test_the_count_says_how_many_of_all_are_shown(page, store, qtbot):
    register(store, **WANG)
    register(store, mrn="A-1", name_latin="Erika Muster")
    page.activated()
    qtbot.keyClicks(page._filter, "muster")
    assert shown(page) == ["A-1"]
    assert page._count.text() == "1 of 2 shown"


def test_at_the_end_of_a_long_list_come_more_and_one_stays_where_one_was(page, store, monkeypatch):
    monkeypatch.setattr(patients, "_AT_ONCE", 20)
    for n in range(50):
        register(store, mrn=f"A-{n:02}")
    page._ask_anew()
    assert len(shown(page)) == 20
    bar = page._list.view.verticalScrollBar()
    end = bar.maximum()
    bar.setValue(end)
    assert len(shown(page)) == 40
    assert bar.value() == end
    bar.setValue(bar.maximum())
    bar.setValue(bar.maximum())
    assert len(shown(page)) == 50


# --- who may be on file already --------------------------------------------------------


@pytest.fixture
def sheet(page, store):
    """An empty sheet of a patient, in a clinic where one is on file."""
    register(store, **WANG)
    page._new()
    return page.findChild(RecordDialog)


def save(sheet, **texts):
    for name, text in texts.items():
        sheet.form.editors[name].set_text(text)
    sheet.save.click()
    return sheet.findChild(LookalikesQuestion)


def press(question, text):
    next(p for p in question.findChildren(Press) if p.words == text).click()


TWICE = {"mrn": "A-9", "name": "汪诗丽", "birth": "1968-03-14"}


def test_nobody_like_it_is_saved_at_once(sheet, store):
    assert save(sheet, mrn="A-9", name="孙范例") is None
    assert store.find_mrn("A-9")


def test_somebody_like_it_is_shown_with_the_signs_and_nothing_is_saved(sheet, store):
    question = save(sheet, **TWICE)
    said = " ".join(label.text() for label in question.findChildren(QLabel))
    for part in ("王示例", "SYN-0482", "14 Mar 1968", "sounds the same", "born on the same day"):
        assert part in said
    assert store.find_mrn("A-9") is None


def test_that_it_is_another_person_stands_in_the_audit_trail(sheet, store, page, qtbot):
    with qtbot.waitSignal(page.created) as created:
        press(save(sheet, **TWICE), "It is another person: save")
    [entry] = store.history("patient", created.args[0])
    assert entry.reason == "another person than SYN-0482"


def test_the_chart_that_is_there_is_opened_instead(sheet, store, page, qtbot):
    question = save(sheet, **TWICE)
    with qtbot.waitSignal(page.open_patient) as opened:
        press(question, "Open that chart")
    assert opened.args == [store.find_mrn("SYN-0482")]
    assert store.find_mrn("A-9") is None


def test_saving_again_asks_again_and_does_not_save(sheet, store):
    save(sheet, **TWICE)
    sheet.save.click()
    assert store.find_mrn("A-9") is None


def test_what_is_corrected_is_looked_up_anew(sheet, store):
    save(sheet, **TWICE)
    sheet.form.editors["name"].set_text("孙范例")
    sheet.save.click()
    assert store.find_mrn("A-9")


def test_going_on_writing_keeps_what_was_typed(sheet):
    press(save(sheet, **TWICE), "Go on writing")
    assert sheet.form.entry().record == replace(build(Patient, TWICE))
    assert sheet.isVisible() or not sheet.isHidden()
