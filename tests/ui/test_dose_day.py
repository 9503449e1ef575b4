# SPDX-License-Identifier: MIT
"""The dose-day sheet: keys, questions, drafts, and what is done beside it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, written
from tracker.domain.records import DoseEvent, Visit
from tracker.services import drafts, handout, imports
from tracker.services.patients import by_number
from tracker.ui.bus import Bus
from tracker.ui.desk import Desk
from tracker.ui.pages.dose_day import DoseDayPage
from tracker.ui.pages.dose_day_handout import write_pdf
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A closed clinic with one course: 240 mg on 2024-11-05, every 21 days."""
    folder = tmp_path_factory.mktemp("dose_day")
    store = clinics.make(folder / "profile")
    ranges = clinics.reference_range(50, "7-40", analyte="ALT", unit="U/L")
    weighed = clinics.record(
        "visit", 60, {"date": "2024-11-05", "contact": "visit", "weight": "58.8", "pulse": "74"}
    )
    first, second = SMALL["patients"]
    first = first | {"records": [*first["records"], weighed]}
    content = SMALL | {"clinic": [*SMALL["clinic"], ranges], "patients": [first, second]}
    file = written(folder / "small.json", content)
    assert imports.import_file(store, CTX, path=file).problems == ()
    store.close(CLOCK.now())
    return folder / "profile"


@pytest.fixture
def store(filled, tmp_path):
    opened = clinics.opened(clinics.copied(filled, tmp_path / "profile"))
    yield opened
    opened.close(CLOCK.now())


@pytest.fixture
def patient(store):
    return by_number(store, CTX, mrn="A-001")


@pytest.fixture
def desk(store, qapp):
    return Desk(Look(), InlineTasks(lambda: store, lambda _store: None), Bus(), CTX)


@pytest.fixture
def page(desk, patient, qtbot):
    made = DoseDayPage(desk)
    qtbot.addWidget(made)
    made.resize(1286, 667)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open((patient, None))
    return made


def press(*keys: str) -> None:
    names = {"Enter": Qt.Key.Key_Return, "Tab": Qt.Key.Key_Tab, "PgDown": Qt.Key.Key_PageDown}
    for key in keys:
        box = QApplication.focusWidget()
        if key == "Ctrl+Enter":
            QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        elif key in names:
            QTest.keyClick(box, names[key])
        else:
            QTest.keyClicks(box, key)


def to_act(page) -> None:
    press("PgDown", "PgDown", "PgDown", "PgDown")
    assert page.form.act.bar.hasFocus()


def said(page) -> str:
    return page.form.window().findChild(QWidget, "said").text()


# The keys


def test_tab_goes_down_the_paper(page):
    been = []
    for _ in range(60):
        here = QApplication.focusWidget()
        been.append(here.mapTo(page, QPoint(0, here.height() // 2)).y())
        if here is page.form.next.save:
            break
        press("Tab")
    assert here is page.form.next.save
    assert all(one <= other + 45 for one, other in pairwise(been))  # rows of one band


def test_the_date_stands_there_as_today_and_typing_replaces_it(page):
    assert page.form.parts["date"].text() == "2024-11-26"
    press("2024-11-20")
    assert page.form.parts["date"].text() == "2024-11-20"


def turned(page, desk) -> str:
    """What the sheet says once the working date is a day later."""
    later = desk.ctx.clock.instant + timedelta(days=1)
    desk.ctx = replace(desk.ctx, clock=clinics.FixedClock(later))
    page.turn(date(2024, 11, 26), date(2024, 11, 27))
    return page.form.parts["date"].text()


def test_an_untouched_sheet_follows_the_working_date(page, desk, store, patient):
    assert turned(page, desk) == "2024-11-27"
    assert drafts.find(store, CTX, patient=patient) is None


def test_a_sheet_with_something_typed_keeps_its_date_and_says_so(page, desk):
    press("Tab", "58.2", "Enter")
    assert turned(page, desk) == "2024-11-26"
    assert "27 Nov 2024" in said(page)
    assert "26 Nov 2024" in said(page)
    assert page.form.parts["weight"].text() == "58.2"
    assert page.form.day.today == date(2024, 11, 27)


def test_a_digit_answers_the_question_with_the_keyboard_and_no_other(page):
    press("PgDown", "0")
    answers = {n: t for n, t in page.form.texts().items() if n.startswith("ask.")}
    assert answers == {"ask.rash": "0"}
    assert QApplication.focusWidget() is page.form.parts["ask.diarrhoea"]


def test_a_key_that_is_held_down_answers_one_question(page):
    press("PgDown")
    for repeated in (False, True, True):
        here = QApplication.focusWidget()
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_0,
            Qt.KeyboardModifier.NoModifier,
            "0",
            repeated,
        )
        QApplication.sendEvent(here, event)
    assert [n for n in page.form.texts() if n.startswith("ask.")] == ["ask.rash"]


def test_a_grade_that_the_term_does_not_have_is_not_taken(page):
    press("PgDown", "9")
    assert page.form.parts["ask.rash"].text() == ""
    assert "no grade 9" in said(page)


def test_the_drug_stands_on_the_sheet_with_where_it_is_printed_and_how_sure_that_is(page):
    said = page.form.act._agents.text()
    assert said.startswith("toripalimab: PD-1 antibody, 240 mg, every 21 d, confidence high (")
    assert said.endswith("version 1)")


def test_a_drug_is_chosen_in_its_course_with_its_source_beside_it(page):
    to_act(page)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    dialog = QApplication.activeModalWidget()
    box = dialog.form.grids[0].boxes()[0]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "keytruda")
    model = box.completer().completionModel()
    (line,) = (model.index(row, 0).data() for row in range(model.rowCount()))
    assert line.startswith("pembrolizumab")
    assert "v1; confidence high" in line
    box.completer().popup().hide()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "keytruda"  # a name that was typed stays as it was typed
    dialog.reject()


@pytest.mark.parametrize("name", ["weight", "lot", "steroid", "appoint"])
def test_a_letter_in_a_box_decides_nothing(page, name):
    to_act(page)
    press("G")
    page.form.parts[name].focus()
    press("h")
    assert page.form.parts["act"].text() == "G"


def test_give_means_the_planned_dose_and_another_act_takes_it_back(page):
    to_act(page)
    press("G")
    assert page.form.parts["dose.0"].text() == "240 mg"
    press("R")
    assert page.form.parts["dose.0"].text() == ""


# Questions


def test_a_reduced_dose_has_room_for_its_numbers_its_reasons_and_a_reaction(page):
    to_act(page)
    press("G")
    act = page.form.act
    room = act.doses[0].box.width()
    press("R")
    QApplication.processEvents()
    assert act.doses[0].box.width() > 0.9 * room
    assert act.parts["reaction"].isVisible()
    assert act.reason.mapTo(page, QPoint(0, 0)).y() > act.doses[0].mapTo(page, QPoint(0, 0)).y()
    assert act.reason.width() > act.bar.width()
    press("1")
    assert act.doses[0].box.hasFocus()
    assert act.reason.text() == "1"


def test_a_value_far_off_the_last_one_asks_once_and_enter_confirms_it(page):
    page.form.parts["weight"].focus()
    press("5.82", "Enter")
    box = page.form.parts["weight"].box
    assert box.hasFocus()
    assert "Confirm 5.82" in said(page)
    press("Enter")
    assert not box.hasFocus()
    page.form.parts["weight"].focus()
    press("Enter")
    assert not box.hasFocus()


def test_another_value_far_off_asks_again(page):
    page.form.parts["weight"].focus()
    press("5.82", "Enter", "Enter")
    page.form.parts["weight"].focus()
    press("582", "Enter")
    assert page.form.parts["weight"].box.hasFocus()


def test_a_decimal_comma_keeps_its_text_and_the_keyboard(page):
    page.form.parts["weight"].focus()
    press("58,2", "Enter")
    assert page.form.parts["weight"].box.hasFocus()
    assert page.form.parts["weight"].text() == "58,2"
    assert "58,2" in said(page)


def test_a_dose_off_the_plan_is_asked_in_a_box_and_no_is_the_default(page, store, patient):
    to_act(page)
    press("G")
    page.form.parts["dose.0"].set_text("120 mg")
    press("Ctrl+Enter")
    (box,) = page.findChildren(QMessageBox)
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.No)
    QTest.mouseClick(box.button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton)
    assert str(store.chart(patient).of(DoseEvent)[-1].record.dose) == "120 mg"


# Saving


def test_a_saved_sheet_cannot_be_saved_again(page, store, patient):
    press("Ctrl+Enter")
    visits = len(store.chart(patient).of(Visit))
    press("Ctrl+Enter")
    page.save()
    assert len(store.chart(patient).of(Visit)) == visits
    assert not page.form.visit.isEnabled()


def test_a_refused_sheet_names_its_boxes_and_stays_open(page, store, patient):
    visits = len(store.chart(patient).of(Visit))
    to_act(page)
    press("H", "Ctrl+Enter")
    assert "needs a reason" in said(page)
    assert page.form.act.reason.hasFocus()
    assert len(store.chart(patient).of(Visit)) == visits


def test_undo_gives_the_sheet_back_as_it_was_typed(page, store, patient):
    page.form.parts["weight"].focus()
    press("58.2", "Ctrl+Enter")
    page.undo()
    assert page.form.parts["weight"].text() == "58.2"
    assert page.form.visit.isEnabled()
    assert all(v.record.date.text != "2024-11-26" for v in store.chart(patient).of(Visit))


# Drafts


def test_every_letter_is_kept(page, store, patient):
    page.form.parts["weight"].focus()
    press("58")
    assert drafts.find(store, CTX, patient=patient).texts["weight"] == "58"


def test_opening_a_sheet_alone_keeps_no_draft(page, store, patient):
    assert drafts.find(store, CTX, patient=patient) is None


def test_a_draft_is_restored_and_said_with_its_time(page, store, patient):
    page.form.parts["weight"].focus()
    press("58.2")
    page.open((patient, None))
    assert page.form.parts["weight"].text() == "58.2"
    assert "Draft of 09:30 restored" in said(page)


def test_two_charts_never_share_what_is_typed(page, store):
    page.form.parts["weight"].focus()
    press("58.2")
    other = by_number(store, CTX, mrn="A-002")
    page.open((other, None))
    assert "weight" not in page.form.texts()


# Results


def test_a_table_pasted_into_a_box_is_spread_over_the_boxes(page):
    page.form.parts["lab.ALT"].focus()
    QGuiApplication.clipboard().setText("46\t31\t11\n")
    box = QApplication.focusWidget()
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    texts = page.form.texts()
    assert (texts["lab.ALT"], texts["lab.AST"], texts["lab.TBIL"]) == ("46", "31", "11")


def test_a_box_out_of_sight_comes_into_sight_with_the_keyboard(page):
    lipase = page.form.parts["lab.LIP"]
    assert lipase.visibleRegion().isEmpty()
    lipase.focus()
    assert not lipase.visibleRegion().isEmpty()


# The page for the patient


def test_the_page_for_the_patient_is_a_pdf_of_one_page(page, desk, patient, tmp_path):
    path = tmp_path / "page.pdf"
    desk.tasks.run(
        page,
        lambda store: handout.prepare(store, CTX, patient=patient),
        lambda made: write_pdf(made, path),
    )
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1
