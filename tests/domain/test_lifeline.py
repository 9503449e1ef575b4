# SPDX-License-Identifier: MIT
"""What the chart is handed says as much about time as is known, and no more."""

from datetime import date

from tracker.domain.dates import UNKNOWN, PartialDate
from tracker.domain.lifeline import (
    Event,
    Lane,
    LaneKind,
    Lifeline,
    MarkerSeries,
    RangeStep,
    Symbol,
)


def visit(when: PartialDate, place: tuple[date, date] | None = None) -> Event:
    return Event(when=when, place=place, symbol=Symbol.VISIT, words="visit")


def course(*marks: Event) -> Lifeline:
    return Lifeline(as_of=date(2024, 11, 26), lanes=(Lane(LaneKind.VISITS, marks),))


def test_a_month_spans_all_its_days() -> None:
    mark = visit(PartialDate.parse("2019-02"))
    assert mark.span == (date(2019, 2, 1).toordinal(), date(2019, 3, 1).toordinal())
    assert not mark.day_known


def test_an_open_interval_has_no_span() -> None:
    mark = visit(PartialDate.parse("2019-02/.."))
    assert mark.span is None
    assert mark.order_day == date(2019, 2, 1).toordinal()


def test_an_unknown_date_orders_nothing_unless_a_place_is_stated() -> None:
    assert visit(UNKNOWN).order_day is None
    placed = visit(UNKNOWN, (date(2019, 5, 1), date(2019, 6, 1)))
    assert placed.order_day == date(2019, 5, 1).toordinal()


def test_the_axis_runs_in_whole_months_from_the_first_mark_to_the_as_of_day() -> None:
    first, last = course(visit(PartialDate.parse("2018-11-26"))).extent()
    assert date.fromordinal(first) == date(2018, 11, 1)
    assert date.fromordinal(last) == date(2024, 12, 1)


def test_a_course_without_any_date_still_has_an_axis() -> None:
    first, last = course(visit(UNKNOWN)).extent()
    assert first < date(2024, 11, 26).toordinal() < last


def test_a_switch_of_the_range_counts_as_an_event() -> None:
    steps = (
        RangeStep(None, None, 1.5, "<1.5"),
        RangeStep(PartialDate.parse("2019-08"), None, 2.7, "<2.7"),
    )
    series = MarkerSeries(code="SCC", title="SCC", unit="ng/mL", ranges=steps)
    model = Lifeline(as_of=date(2024, 11, 26), markers=(series,))
    assert model.event_days() == [date(2019, 8, 1).toordinal()]
