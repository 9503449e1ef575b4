# SPDX-License-Identifier: MIT
"""What holds for every dose ledger, whatever happened and in whatever order it was entered."""

from datetime import date, timedelta
from functools import partial
from operator import itemgetter

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import CourseOf, due_of
from tracker.domain.dates import PartialDate
from tracker.domain.schedule import Ledger

FIRST = date(2024, 1, 1)
DAYS = st.integers(0, 400).map(lambda n: (FIRST + timedelta(days=n)).isoformat())
DATES = st.one_of(DAYS, DAYS, DAYS, DAYS.map(lambda d: d[:7]), st.just("2024-03/.."))
ACTIONS = ("given", "reduced", "held", "resumed", "delayed", "skipped", "appointed", "stopped")

Event = tuple[str, str, str | None]


@st.composite
def events(
    draw: st.DrawFn, actions: tuple[str, ...] = ACTIONS, *, one_a_day: bool = False
) -> list[Event]:
    """Events that differ in day or action: of two alike, the later entry is a correction."""
    alike = st.tuples(st.sampled_from(actions), DATES)
    unique = {"unique_by": itemgetter(1)} if one_a_day else {"unique": True}
    found = draw(st.lists(alike, max_size=12, **unique))
    return [(action, on, draw(DAYS.map(partial(max, first_day(on))))
             if action in {"delayed", "appointed"} else None) for action, on in found]  # fmt: skip


def first_day(on: str) -> str:
    """The earliest day that a date may be: no new day lies before it."""
    return str(PartialDate.parse(on).earliest)


WINDOW = {"window_days": st.integers(1, 6).map(str)}
PLANS = st.lists(
    st.one_of(
        st.fixed_dictionaries({"interval_days": st.integers(7, 60).map(str), "start": DAYS}),
        st.fixed_dictionaries(
            {"interval_days": st.integers(7, 60).map(str), "from_cycle": st.integers(1, 6).map(str)}
        ),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda segment: segment.get("start") or segment["from_cycle"],
)


def course_of(plan: list[dict[str, str]], happened: list[Event]) -> CourseOf:
    course = CourseOf("2024-01", *plan, ledger_complete="yes")
    for action, on, until in happened:
        course.event(action, on, **({"until": until} if until else {}))
    return course


def facts(book: Ledger) -> tuple[object, ...]:
    """All that is derived, without the ids that tell one entry from another."""
    hold = book.open_hold
    return (
        [(c.number, c.event.record, c.planned, c.original, c.interval_days) for c in book.cycles],
        book.projected,
        book.appointed,
        hold.record if hold else None,
        book.stop,
        book.intensity,
        book.treatment,
    )


@given(PLANS, events(one_a_day=True), st.randoms())
def test_the_order_of_entering_never_changes_the_ledger(plan, happened, shuffler):
    in_time = facts(course_of(plan, happened).ledger())
    shuffler.shuffle(happened)
    shuffler.shuffle(plan)
    assert facts(course_of(plan, happened).ledger()) == in_time


@given(PLANS, events())
def test_a_projection_is_never_before_the_last_dose_given_plus_the_interval(plan, happened):
    book = course_of(plan, happened).ledger()
    given_dates = [e.record.date for e in book.events if e.record.action in {"given", "reduced"}]
    if book.projected is not None:
        last = max(each.sort_key[1] for each in given_dates)
        assert book.projected >= last + timedelta(days=book.last.interval_days)


@given(PLANS, events())
def test_a_projection_is_never_before_the_earliest_permitted_day(plan, happened):
    book = course_of(plan, happened).ledger()
    assert (book.earliest_permitted is None) or (book.earliest_permitted <= book.projected)
    if book.projected is not None:
        assert book.earliest_permitted is not None


@given(PLANS, events(), events())
def test_voided_events_never_count(plan, happened, mistaken):
    course = course_of(plan, happened)
    without = facts(course.ledger())
    for action, on, until in mistaken:
        course.event(action, on, voided=True, **({"until": until} if until else {}))
    assert facts(course.ledger()) == without


@given(PLANS, events())
def test_no_dose_given_is_ever_moved_or_lost(plan, happened):
    book = course_of(plan, happened).ledger()
    recorded = {e.record.date.day or e.record.date for e in book.events
                if e.record.action in {"given", "reduced"}}  # fmt: skip
    shown = [c.day or c.event.record.date for c in book.cycles]
    assert set(shown) == recorded
    assert [c.number for c in book.cycles] == list(range(1, len(shown) + 1))


@given(PLANS, events())
def test_what_is_due_agrees_with_its_ledger(plan, happened):
    course = course_of(plan, happened)
    book = course.ledger()
    found = due_of(course.chart())
    assert len(found) == book.is_running
    for due in found:
        assert due.on == (book.appointed or book.projected)
        assert (
            (due.why is None)
            == (due.state == "projected")
            == (due.on is not None and book.open_hold is None)
        )


@given(st.lists(DAYS, min_size=2, max_size=8, unique=True), st.integers(7, 60))
def test_dose_intensity_is_planned_time_over_actual_time(days, interval):
    days.sort()
    book = course_of(
        [{"interval_days": str(interval)}], [("given", d, None) for d in days]
    ).ledger()
    actual = (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days
    planned = interval * (len(days) - 1)
    assert book.intensity.first_to_last == planned / actual
    assert book.intensity.with_last_cycle == (planned + interval) / (actual + interval)
