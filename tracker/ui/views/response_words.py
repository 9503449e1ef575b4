# SPDX-License-Identifier: MIT
"""A response in words: what was decided and what was computed are never mixed up."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate
from tracker.domain.lesion_series import series_of
from tracker.domain.records import Course
from tracker.domain.response_history import Response, benefit_since, best_since, responses
from tracker.ui import wording
from tracker.ui.glyphs import Glyph

translate = QCoreApplication.translate


def verdict(told: Response) -> str:
    """Says "computed PR, decided SD", "PR decided", "PR computed, not decided"."""
    computed = told.computed.value if told.computed else ""
    decided = told.decided.value if told.decided else ""
    if told.differs:
        text = translate("Responses", "computed {computed}, decided {decided}")
        return text.format(computed=computed, decided=decided)
    if decided:
        return translate("Responses", "{decided}, decided").format(decided=decided)
    if computed:
        text = translate("Responses", "{computed} computed, not decided")
        return text.format(computed=computed)
    return translate("Responses", "response to decide")


def sentence(told: Response) -> str:
    """The verdict with its criteria and its day."""
    return translate("Responses", "{criteria}, {date}: {verdict}").format(
        criteria=told.criteria, date=wording.when(told.when), verdict=verdict(told)
    )


def last_and_best(
    chart: Chart, age: Callable[[PartialDate], str]
) -> tuple[str, list[tuple[Glyph | None, str]]]:
    """The headline of the last response and the lines below it; "" without any response.

    Args:
        chart: of one patient.
        age: how old something of a date is, in words; "" where the date is not known.
    """
    found = responses(chart)
    if not found:
        return "", []
    last = found[-1]
    mark = None if last.decided else Glyph.ASK
    by = (last.criteria, wording.when(last.when), age(last.when))
    lines: list[tuple[Glyph | None, str]] = [(mark, ", ".join(filter(None, by)))]
    if best := _best(chart, found):
        lines.append((None, best))
    return verdict(last), lines


def best_and_benefit(chart: Chart) -> list[str]:
    """The best response and where clinical benefit begins, each in one line."""
    found = responses(chart)
    if not found:
        return []
    benefit = benefit_since(found, _start(chart, found))
    said = translate("Responses", "clinical benefit (CR, PR or SD of 6 weeks): {category}, {date}")
    lines = [_best(chart, found)]
    if benefit is not None:
        category, when = benefit.category.value, wording.when(benefit.when)
        lines.append(said.format(category=category, date=when))
    return [line for line in lines if line]


def _best(chart: Chart, found: tuple[Response, ...]) -> str:
    best = best_since(found, _start(chart, found))
    if best is None:
        return ""
    text = (
        translate("Responses", "best: {category}, {date}, confirmed")
        if best.is_confirmed
        else translate("Responses", "best: {category}, {date}, not confirmed")
    )
    return text.format(category=best.answer.category.value, date=wording.when(best.answer.when))


def _start(chart: Chart, found: tuple[Response, ...]) -> PartialDate:
    """The baseline of the newest series, else the start of the newest course before the last."""
    series = series_of(chart)
    if series:
        return series[-1].columns[0].when
    starts = [course.record.start for course in chart.of(Course)]
    earlier = [start for start in starts if start.sort_key <= found[-1].when.sort_key]
    return max(earlier, key=lambda start: start.sort_key, default=found[0].when)
