# SPDX-License-Identifier: MIT
"""follow_up.feature"""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from tracker.domain.records import AdverseEvent, Patient
from tracker.domain.records.base import build
from tracker.services import clinic_days, patients, records
from tracker.services.records import Entry
from tracker.ui.pages.today import TodayPage
from tracker.ui.widgets.banner import Banner
from tracker.ui.widgets.chip import Chip

scenarios("follow_up.feature")


def page(me) -> TodayPage:
    return me.front.findChild(TodayPage)


def stored(me, job):
    """Runs a service as a colleague at another page would, and waits for the answer."""
    answers = []
    desk = page(me)._desk
    desk.tasks.run(
        page(me), partial(job, ctx=desk.ctx.because("said by the family")), answers.append
    )
    me.wait(lambda: bool(answers))
    return answers[0]


def save(me, mrn, made):
    patient = stored(me, partial(patients.by_number, mrn=mrn))
    chart = stored(me, partial(patients.open_chart, patient=patient)).chart
    saved = stored(me, partial(records.save, patient=patient, entry=made(chart)))
    page(me)._desk.bus.changed.emit(saved.changed)


@when(parsers.parse('I answer "{mrn}" with "{answer}" until "{until}"'))
def answer_until(me, mrn, answer, until):
    answer_because(me, mrn, answer, until, "")


@when(parsers.parse('I answer "{mrn}" with "{answer}" until "{until}" because "{reason}"'))
def answer_because(me, mrn, answer, until, reason):
    me.reads(mrn)
    me.go_to_row(mrn)
    me.press("F4")
    me.wait(lambda: me.in_a_dialog)
    me.click(answer)
    me.fill("New day (+7, 2w or a date)", until)
    if reason:
        me.fill("Reason", reason)
    me.press("Ctrl+Enter")
    me.wait(lambda: not me.in_a_dialog)


def open_tab(me, mrn, keys):
    """Opens a tab of a chart by the search."""
    me.press("Ctrl+K")
    me.type(mrn)
    me.wait(lambda: any(mrn in offer for offer in me.offers()))
    me.press("Enter")
    me.wait(lambda: me.front.findChild(Banner).isVisible())
    me.press(keys)


def press_on(me, name):
    """Goes to a button whose name begins so, with Tab, among chips with the arrow; presses it."""
    for _ in range(120):
        here = me.front.focusWidget()
        if here is not None and here.accessibleName().startswith(name):
            me.press("Space")
            return
        last = isinstance(here, Chip) and here.group() and here.group().buttons()[-1] is here
        me.press("Right" if isinstance(here, Chip) and not last else "Tab")
    raise AssertionError(name)


def send(me):
    me.press("Ctrl+Enter")
    me.wait(lambda: not me.in_a_dialog)
    me.press("Ctrl+1")


@when(parsers.parse('I record in the chart of "{mrn}" that the patient died on "{day}"'))
def died(me, mrn, day):
    open_tab(me, mrn, "Alt+8")
    press_on(me, "Patient ")
    me.go_to_row(mrn)
    me.press("Enter")
    me.wait(lambda: me.in_a_dialog)
    me.fill("Vital status", "dead")
    me.fill("Died", day)
    me.fill("Reason for the change", "the family called")
    send(me)


@when(parsers.parse('I record in the chart of "{mrn}" "{state}" from "{day}" because "{reason}"'))
def followed(me, mrn, state, day, reason):
    open_tab(me, mrn, "Alt+8")
    press_on(me, "Follow-up ")
    me.press("Tab")
    press_on(me, "Record: Follow-up")
    me.wait(lambda: me.in_a_dialog)
    me.fill("From", day)
    me.fill("State", state)
    me.fill("Reason", reason)
    send(me)


@when(parsers.parse('I choose the first plan that is offered for the course of "{mrn}"'))
def choose_plan(me, mrn):
    open_tab(me, mrn, "Alt+2")
    press_on(me, "No follow-up plan yet")
    me.wait(lambda: me.in_a_dialog)
    me.press("Space")
    me.press("Ctrl+Enter")
    me.wait(lambda: not me.in_a_dialog)


@then("the course has a plan and no other is offered")
def has_a_plan(me):
    me.wait(lambda: not any("No follow-up plan yet" in name for name in me.buttons()))
    assert any(name.startswith("Follow-up plan ") and name[-1] != "0" for name in me.buttons())


@when(parsers.parse('the chart of "{mrn}" says "{term}" of grade "{grade}" since "{day}"'))
def event(me, mrn, term, grade, day):
    texts = {"term": term, "grade": grade, "onset": day, "ctcae_version": "5.0"}
    save(me, mrn, lambda _chart: Entry(record=build(AdverseEvent, texts)))


@given(parsers.parse('a patient "{mrn}" of whom nothing else is recorded'))
def registered(me, mrn):
    entry = Entry(record=build(Patient, {"mrn": mrn}))
    saved = stored(me, partial(records.save, patient=None, entry=entry))
    page(me)._desk.bus.changed.emit(saved.changed)


@given(parsers.parse('the program was last used on "{day}"'))
def last_used(me, day):
    me.wait(lambda: bool(me.rows()))
    page(me)._used = date.fromisoformat(day)
    page(me).ask()
    me.wait(lambda: not page(me)._filters._chips["since"].isHidden())


@when(parsers.parse('I look at "{name}"'))
def look_at(me, name):
    chips = page(me)._filters._chips.values()
    me.wait(lambda: any(chip.words == name and chip.isVisible() for chip in chips))
    next(chip for chip in chips if chip.words == name).click()
    QApplication.processEvents()


@then(parsers.parse('"{mrn}" is not on the list'))
def not_there(me, mrn):
    me.wait(lambda: not any(mrn in row for row in me.rows()))


@then(parsers.parse('the clinic offers "{before}" or "{after}" for "{day}" because of "{holiday}"'))
def offers(me, before, after, day, holiday):
    calendar = stored(me, clinic_days.calendar)
    offer = calendar.shift_offers(date.fromisoformat(day))
    assert (str(offer.before), str(offer.after)) == (before, after)
    assert offer.reason.name == holiday
