# SPDX-License-Identifier: MIT
"""The calendar follows the list: what moved moves, what left is cancelled, nobody is named."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, FixedClock, written
from tracker.domain.dates import PartialDate
from tracker.domain.errors import NotPermitted, Refused
from tracker.domain.follow_up import due_items
from tracker.domain.records import DoseEvent
from tracker.domain.records.course import DoseAction
from tracker.domain.records.due_answer import DueAction
from tracker.domain.roles import Role
from tracker.services import calendar_export, due_answers, imports, records
from tracker.services.calendar_export import export
from tracker.services.records import Entry

DUE = date(2024, 11, 26)


@pytest.fixture
def small(store, tmp_path):
    """A-001 is due on the day itself; A-002 has no treatment."""
    file = written(tmp_path / "small.json", SMALL)
    assert imports.import_file(store, CTX, path=file).problems == ()
    return store


def events(path):
    calendar = Calendar.from_ical(path.read_bytes())
    assert calendar.errors == []
    return {event["uid"]: event for event in calendar.walk("VEVENT")}


def days(path):
    return sorted(
        (event.decoded("dtstart"), event["status"], event["sequence"])
        for event in events(path).values()
    )


def give(store, day):
    """A-001 gets a dose."""
    (patient,) = [line.patient for line in store.patients(9) if line.mrn == "A-001"]
    chart = store.chart(patient)
    course = chart.of(DoseEvent)[0].record.course
    record = DoseEvent(course=course, date=PartialDate.parse(day), action=DoseAction.GIVEN)
    records.save(store, CTX, patient=patient, entry=Entry(record=record))


def on(day):
    return replace(CTX, clock=FixedClock(CLOCK.instant + (day - CLOCK.today())))


def test_nobody_can_be_known_by_it(small, tmp_path):
    made = export(small, CTX, dest=tmp_path / "c.ics")
    text = (tmp_path / "c.ics").read_text("utf-8")
    assert made.events == made.new == 1
    for word in ("王示例", "Wang", "A-001", "toripalimab", clinics.CLINIC):
        assert word not in text
    (event,) = events(tmp_path / "c.ics").values()
    assert event["summary"] == "dose: …01"
    assert event.decoded("dtstart") == DUE


def test_names_are_given_only_to_who_may_export_and_asks(small, tmp_path):
    export(small, CTX, dest=tmp_path / "c.ics", names=True)
    (event,) = events(tmp_path / "c.ics").values()
    assert event["summary"].startswith("dose: 王示例, A-001, toripalimab")
    nurse = replace(CTX, role=Role.NURSE)
    with pytest.raises(NotPermitted):
        export(small, nurse, dest=tmp_path / "d.ics", names=True)
    export(small, nurse, dest=tmp_path / "d.ics")


def test_the_same_list_gives_the_same_versions(small, tmp_path):
    export(small, CTX, dest=tmp_path / "a.ics")
    again = export(small, CTX, dest=tmp_path / "b.ics")
    assert (again.new, again.changed, again.cancelled) == (0, 0, 0)
    assert days(tmp_path / "a.ics") == days(tmp_path / "b.ics") == [(DUE, "CONFIRMED", 0)]


def test_a_given_dose_leaves_the_calendar_and_the_next_one_comes(small, tmp_path):
    export(small, CTX, dest=tmp_path / "a.ics")
    give(small, "2024-11-26")
    made = export(small, CTX, dest=tmp_path / "b.ics")
    assert (made.new, made.cancelled) == (1, 1)
    assert days(tmp_path / "b.ics") == [
        (DUE, "CANCELLED", 1),
        (DUE + timedelta(days=21), "CONFIRMED", 0),
    ]


def test_a_promised_day_takes_the_place_of_the_projected_one(small, tmp_path):
    patient = small.find_mrn("A-001")
    (dose,) = [due for due in due_items(small.chart(patient)) if due.what == "dose"]
    due_answers.answer(
        small, CTX, patient=patient, key=dose.key, action=DueAction.PROMISED, on="2024-11-26",
        until="2024-11-29",
    )  # fmt: skip
    export(small, CTX, dest=tmp_path / "c.ics")
    assert days(tmp_path / "c.ics") == [(date(2024, 11, 29), "CONFIRMED", 0)]


def test_a_cancellation_is_repeated_for_who_missed_it_and_ends(small, tmp_path):
    export(small, CTX, dest=tmp_path / "a.ics")
    give(small, "2024-11-26")
    export(small, CTX, dest=tmp_path / "b.ics")
    export(small, CTX, dest=tmp_path / "c.ics")
    assert (DUE, "CANCELLED", 1) in days(tmp_path / "c.ics")
    late = on(DUE + timedelta(days=91))
    export(small, late, dest=tmp_path / "d.ics")
    assert all(state == "CONFIRMED" for _day, state, _n in days(tmp_path / "d.ics"))


def test_a_cancelled_event_has_no_name_in_a_calendar_without_names(small, tmp_path):
    export(small, CTX, dest=tmp_path / "a.ics", names=True)
    give(small, "2024-11-26")
    export(small, CTX, dest=tmp_path / "b.ics")
    assert "王示例" not in (tmp_path / "b.ics").read_text("utf-8")


def test_what_is_far_ahead_waits_but_what_was_told_is_followed(small, tmp_path):
    give(small, "2024-11-26")
    assert export(small, CTX, dest=tmp_path / "a.ics", days=20).events == 0
    assert export(small, CTX, dest=tmp_path / "b.ics", days=21).events == 1
    assert export(small, CTX, dest=tmp_path / "c.ics", days=20).events == 1


def test_the_words_are_those_of_the_language(small, tmp_path):
    def say(message):
        text = "给药：{number}" if "{number}" in message.text else "随访"
        return text.format(**message.values)

    export(small, CTX, dest=tmp_path / "a.ics", say=say)
    (event,) = events(tmp_path / "a.ics").values()
    assert event["summary"] == "给药：…01"


def test_a_file_that_is_there_is_replaced_only_when_asked(small, tmp_path):
    file = written(tmp_path / "a.ics", "mine")
    with pytest.raises(Refused, match="not touched"):
        export(small, CTX, dest=file)
    assert file.read_text() == "mine"
    export(small, CTX, dest=file, force=True)
    assert events(file)


def test_it_is_logged_before_the_file_is_there(small, tmp_path):
    made = export(small, CTX, dest=tmp_path / "a.ics")
    rows = small._db.execute_sql("SELECT content FROM audit WHERE action = 'calendar exported'")
    (content,) = rows.fetchone()
    assert made.sha256 in content
    assert '"masked"' in content


def test_the_checks_of_the_file_still_pass(small, tmp_path):
    export(small, CTX, dest=tmp_path / "a.ics")
    assert small.verify() == []


def test_ninety_days_are_written_unless_told_otherwise():
    assert calendar_export.DAYS == 90
