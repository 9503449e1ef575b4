# SPDX-License-Identifier: MIT
"""What holds for every partial date: ranges contain each choice of days and are no wider."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tracker.domain.dates import (
    MONTH_DAYS,
    Certainty,
    DateError,
    PartialDate,
    add_months,
    age_years,
    before,
    completed_months,
    completed_years,
    days_between,
    months_30_4375,
    months_and_days,
    months_completed,
    overlap,
    same_day,
    schedule_dates,
    within,
)

days = st.dates(date(1880, 1, 1), date(2199, 12, 31))


@st.composite
def units(draw: st.DrawFn) -> str:
    """A year, a month or a day, in one of the ways people write it."""
    day = draw(days)
    month_name = day.ctime()[4:7]  # English in every locale, unlike strftime
    return draw(
        st.sampled_from(
            [
                f"{day.year}",
                f"{day.year}年",
                f"{day.year}-{day.month:02}",
                f"{day.month}/{day.year}",
                f"{month_name} {day.year}",
                f"{day.year}年{day.month}月",
                day.isoformat(),
                f"{day.year}/{day.month}/{day.day}",
                f"{day.day} {month_name} {day.year}",
                f"{day.year}年{day.month}月{day.day}日",
            ]
        )
    )


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A date in any form that ``parse`` accepts, without a date that is unknown."""
    first, second = draw(units()), draw(units())
    form = draw(st.sampled_from(["{0}", "~{0}", "{0}/{1}", "[{0}..{1}]", "[{0}..]", "[..{0}]"]))
    try:
        return PartialDate.parse(form.format(first, second))
    except DateError:  # an end before its start, or about a day
        return PartialDate.parse(first)


closed_dates = partial_dates().filter(lambda d: d.earliest is not None and d.latest is not None)


@st.composite
def narrow_dates(draw: st.DrawFn) -> PartialDate:
    """One of at most seven days of one spring, so that every choice can be tried."""
    earliest = date(2020, 2, 25) + timedelta(days=draw(st.integers(0, 20)))
    latest = earliest + timedelta(days=draw(st.integers(0, 6)))
    return PartialDate.parse(f"{earliest}/{latest}")


def choices(when: PartialDate) -> list[date]:
    assert when.earliest is not None
    assert when.latest is not None
    width = (when.latest - when.earliest).days
    return [when.earliest + timedelta(days=n) for n in range(width + 1)]


def choice(data: st.DataObject, when: PartialDate) -> date:
    return data.draw(st.dates(when.earliest or date.min, when.latest or date.max))


def corners(start: PartialDate, end: PartialDate) -> product:
    return product((start.earliest, start.latest), (end.earliest, end.latest))


# The oracle computes on known days by other means than the program.


def oracle_months(start: date, end: date) -> int:
    gap = relativedelta(end, start)
    return gap.years * 12 + gap.months


def oracle_dates(first: date, until: date) -> int:
    return len(range(first.toordinal(), until.toordinal() + 1, 21))


MEASURES = [
    (days_between, lambda start, end: end.toordinal() - start.toordinal()),
    (months_completed, oracle_months),
    (months_30_4375, lambda start, end: (end - start).days / MONTH_DAYS),
    (age_years, lambda start, end: relativedelta(end, start).years),
    (lambda start, end: schedule_dates(start, end, 21), oracle_dates),
]


@pytest.mark.parametrize(("measure", "oracle"), MEASURES)
@settings(deadline=None)
@given(start=closed_dates, end=closed_dates, data=st.data())
def test_a_range_contains_every_choice_of_days(
    measure: Callable, oracle: Callable, start, end, data
):
    span = measure(start, end)
    result = oracle(choice(data, start), choice(data, end))
    assert span.low <= result <= span.high


@pytest.mark.parametrize(("measure", "oracle"), MEASURES)
@settings(deadline=None)
@given(start=closed_dates, end=closed_dates)
def test_both_ends_of_a_range_are_reached(measure: Callable, oracle: Callable, start, end):
    span = measure(start, end)
    reached = {oracle(first, last) for first, last in corners(start, end)}
    assert {span.low, span.high} <= reached


@given(start=days, end=days)
def test_completed_months_and_years_agree_with_dateutil(start, end):
    gap = relativedelta(end, start)
    assert completed_months(start, end) == gap.years * 12 + gap.months
    assert completed_years(start, end) == gap.years
    assert months_and_days(start, end) == (gap.years * 12 + gap.months, gap.days)


@given(day=days, months=st.integers(-1200, 1200))
def test_adding_months_agrees_with_dateutil(day, months):
    assert add_months(day, months) == day + relativedelta(months=months)


# Order: yes for all choices, no for none, possible for some.


def expected(answers: list[bool]) -> Certainty:
    if all(answers):
        return Certainty.YES
    return Certainty.POSSIBLE if any(answers) else Certainty.NO


@given(a=narrow_dates(), b=narrow_dates())
def test_an_order_is_certain_only_when_every_choice_agrees(a, b):
    pairs = list(product(choices(a), choices(b)))
    assert before(a, b) is expected([x < y for x, y in pairs])
    assert same_day(a, b) is expected([x == y for x, y in pairs])


@settings(deadline=None)
@given(when=narrow_dates(), start=narrow_dates(), end=narrow_dates())
def test_a_day_is_within_a_stretch_only_when_every_choice_agrees(when, start, end):
    stretches = [(s, e) for s, e in product(choices(start), choices(end)) if s <= e]
    assume(stretches)
    answers = [s <= day <= e for day in choices(when) for s, e in stretches]
    assert within(when, start, end) is expected(answers)


@settings(deadline=None)
@given(ends=st.tuples(narrow_dates(), narrow_dates(), narrow_dates(), narrow_dates()))
def test_treatments_overlap_only_when_every_choice_agrees(ends):
    start_a, end_a, start_b, end_b = ends
    a = [(s, e) for s, e in product(choices(start_a), choices(end_a)) if s <= e]
    b = [(s, e) for s, e in product(choices(start_b), choices(end_b)) if s <= e]
    assume(a and b)
    answers = [sa <= eb and sb <= ea for (sa, ea), (sb, eb) in product(a, b)]
    assert overlap(*ends) is expected(answers)


@given(a=partial_dates(), b=partial_dates())
def test_no_two_dates_are_certainly_before_each_other(a, b):
    if before(a, b) is Certainty.YES:
        assert before(b, a) is Certainty.NO
        assert same_day(a, b) is Certainty.NO
        assert a.sort_key < b.sort_key


@given(a=closed_dates, b=closed_dates)
def test_order_and_days_between_tell_the_same(a, b):
    span = days_between(a, b)
    assert (before(a, b) is Certainty.YES) == (span.low > 0)
    assert (before(a, b) is Certainty.NO) == (span.high <= 0)


# Text and bounds


@given(when=partial_dates())
def test_the_exported_form_reads_back_to_the_same_days(when):
    again = PartialDate.parse(when.iso())
    assert (again.earliest, again.latest) == (when.earliest, when.latest)
    assert again.precision is when.precision
    assert again.iso() == when.iso()


@given(text=units(), blanks=st.sampled_from(["", " ", "  ", "\t"]))
def test_the_text_is_kept_verbatim(text, blanks):
    assert PartialDate.parse(f"{blanks}{text}{blanks}").text == text


@given(when=partial_dates(), as_of=days)
def test_closing_never_widens_a_date_or_runs_past_the_as_of_day(when, as_of):
    closed = when.closed(as_of)
    assert closed.text == when.text
    assert closed.latest is not None
    assert closed.latest <= as_of
    assert when.latest is None or closed.latest <= when.latest
    assert (closed.earliest is None) == (when.earliest is None)
    if when.earliest is not None and when.latest is not None:
        assert closed.latest - closed.earliest <= when.latest - when.earliest
    assert closed.closed(as_of) == closed


@given(text=st.text(max_size=70))
def test_any_text_is_read_or_refused_with_a_reason(text):
    try:
        outcome = PartialDate.parse(text).text
    except DateError as refusal:
        outcome = str(refusal)
    assert outcome


@given(text=st.text(alphabet="0123456789-/.~[]年月日 May", max_size=14))
def test_whatever_is_accepted_can_be_exported_and_read_again(text):
    try:
        when = PartialDate.parse(text)
    except DateError:
        return
    assert PartialDate.parse(when.iso()).iso() == when.iso()
