# SPDX-License-Identifier: MIT
"""A year of the synthetic clinic, day by day: what is planned appears once and leaves once.

Every morning the list is read as the nurse reads it, and most of what it asks for is done. A line
that is not on the list on its day, that is on it twice, or that goes away without something that
was recorded for it, fails the test.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from tests import clinics
from tracker import paths
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stamp
from tracker.domain.plan_items import SETTLES
from tracker.domain.records import (
    DoseEvent,
    DueAnswer,
    FollowUp,
    ImagingStudy,
    MarkerResult,
    UserReminder,
    Visit,
)
from tracker.domain.records.base import build
from tracker.domain.records.due_answer import DueAction
from tracker.domain.records.planned_item import named
from tracker.domain.reminders import FROM_BLOOD, DayState, Left, What
from tracker.services import demo, due_answers, today

pytestmark = pytest.mark.slow

FIRST, DAYS = date(2024, 11, 26), 365
ON_THE_LIST = frozenset({DayState.OVERDUE, DayState.DUE})


@dataclass
class Clock:
    """A clock that the test sets."""

    day: date

    def now(self):
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC)

    def today(self):
        return self.day


@dataclass
class Year:
    """The clinic at work, and what was seen of its list."""

    store: object
    clock: Clock
    first_seen: dict = field(default_factory=dict)  # key -> (day, line)
    last_open: dict = field(default_factory=dict)
    left: dict = field(default_factory=dict)  # key -> reason
    put_off: set = field(default_factory=set)

    @property
    def ctx(self):
        return replace(clinics.CTX, clock=self.clock)

    def record(self, line, kind, **texts):
        """Stores a record in the chart of a line."""
        stamp = Stamp(self.clock.now(), "Synthetic Nurse", "nurse", None)
        with self.store.unit(stamp) as unit:
            unit.add(build(kind, texts), line.patient.patient)

    def answer(self, line, action, **texts):
        due_answers.answer(
            self.store,
            self.ctx,
            patient=line.patient.patient,
            key=line.due.key,
            action=action,
            on=self.clock.day.isoformat(),
            **texts,
        )

    # --- a morning -------------------------------------------------------------------

    def morning(self):
        """Reads the list; returns the lines that are asked for."""
        shown = today.day(self.store, self.ctx)
        lines = shown.lines
        keys = Counter(line.due.key for line in lines)
        assert max(keys.values(), default=1) == 1, "a line stands on the list twice"
        asked = [line for line in lines if line.state in ON_THE_LIST]
        for line in asked:
            key, since = line.due.key, line.due.shown_from
            if key not in self.first_seen:
                self.first_seen[key] = (self.clock.day, line)
                late = self.clock.day > FIRST and since < self.clock.day
                fell_back = line.due.appointed is not None or key in self.put_off
                # a line made today by what was recorded yesterday may be due at once
                assert not late or fell_back or since >= self.clock.day - timedelta(days=1), line
            assert key not in self.left, "what has left comes back"
        for key in set(self.last_open) - {line.due.key for line in asked}:
            self.account_for(key, [*lines, *shown.left])
        self.last_open = {line.due.key: line for line in asked}
        return asked

    def account_for(self, key, lines):
        """What went away since yesterday has a reason, or is held, put off or moved."""
        still = next((line for line in lines if line.due.key == key), None)
        if still is not None and still.state in {DayState.PUT_OFF, DayState.HELD, DayState.LATER}:
            return
        line = self.last_open[key]
        why = still.due.left if still is not None and still.due.left else self.reason(line)
        assert why is not None, f"{line.due.what} of {line.patient.mrn} left without a reason"
        self.left[key] = why

    def reason(self, line):
        """What was recorded that settles a line which is no more."""
        chart = self.store.chart(line.patient.patient)
        answers = [a.record for a in chart.of(DueAnswer)]
        settled = {a.occurrence: a.action for a in answers if a.action in SETTLES}
        if str(line.due.key) in settled:
            return Left.DONE if settled[str(line.due.key)] is DueAction.DONE else Left.CLOSED
        day = PartialDate.of(self.clock.day - timedelta(days=1))
        recorded = {
            What.DOSE: DoseEvent,
            What.SCAN: ImagingStudy,
            What.VISIT: Visit,
            What.AFTER_STOP: Visit,
            What.REMINDER: UserReminder,
        }.get(line.due.what, MarkerResult)
        dates = {
            stored.record.date for stored in chart.of(recorded) if hasattr(stored.record, "date")
        }
        doses = {e.record.date for e in chart.of(DoseEvent)}  # labs of a dose that was given anyway
        return Left.DONE if day in dates or day in doses else None

    # --- what the clinic does ----------------------------------------------------------

    def work(self, asked):
        for line in asked:
            # its own dice, so that a year is the same whatever the order of the list
            chance = Random(f"{line.patient.mrn} {line.due.title} {self.clock.day}")
            if chance.random() < 0.7:  # the rest waits until tomorrow
                self.do(line, chance)

    def do(self, line, chance):
        due, day = line.due, self.clock.day.isoformat()
        if due.what is What.DOSE:
            self.dose(line, day, chance.random())
        elif due.what in FROM_BLOOD:
            for code in named(due.title) or ("TSH",):
                self.record(line, MarkerResult, analyte=code, date=day, value="1", unit="U/L")
        elif due.what is What.SCAN:
            self.record(line, ImagingStudy, date=day, modality=named(due.title)[0])
        elif due.what in {What.VISIT, What.AFTER_STOP}:
            self.record(line, Visit, date=day, contact="visit")
        elif chance.random() < 0.2 and due.key not in self.put_off:
            self.put_off.add(due.key)
            self.answer(line, DueAction.SNOOZED, until="+3", reason="no slot")
        else:
            self.answer(line, DueAction.DONE)

    def dose(self, line, day, chance):
        course = str(line.due.course)
        if chance < 0.03:
            self.record(line, FollowUp, date=day, state="transferred", reason="moved")
        elif chance < 0.06:
            texts = {"reason": "progression", "reason_text": "progression"}
            self.record(line, DoseEvent, course=course, action="stopped", date=day, **texts)
        elif chance < 0.10 and line.due.key not in self.put_off:
            self.put_off.add(line.due.key)
            self.answer(line, DueAction.PROMISED, until="+2")
        else:
            self.record(line, DoseEvent, course=course, action="given", date=day)


@pytest.fixture
def year(tmp_path):
    store = demo.build(tmp_path / "year", paths.resources() / "demo")
    yield Year(store, Clock(FIRST))
    store.close(clinics.CLOCK.now())


def test_what_is_planned_appears_once_on_its_day_and_leaves_once_with_its_reason(
    year, record_property, capsys
):
    for n in range(DAYS):
        year.clock.day = FIRST + timedelta(days=n)
        year.work(year.morning())
    year.clock.day += timedelta(days=1)
    year.morning()
    appeared = Counter(line.due.what.value for _, line in year.first_seen.values())
    reasons = Counter(why.value for why in year.left.values())
    still = len(set(year.first_seen) - set(year.left))
    assert len(year.left) + still == len(year.first_seen)
    waiting = today.day_list(year.store, year.ctx)
    assert still <= sum(line.state is not DayState.LEFT for line in waiting)
    assert {"dose", "labs", "tsh", "scan", "reminder"} <= set(appeared)
    assert {"done", "transferred", "stopped"} <= set(reasons)
    assert year.store.verify() == []
    with capsys.disabled():
        print(
            f"\n{DAYS} days: {sum(appeared.values())} appeared {dict(appeared)}; "
            f"{len(year.left)} left {dict(reasons)}; {still} still asked for"
        )
    record_property("appeared", dict(appeared))
    record_property("left", dict(reasons))
