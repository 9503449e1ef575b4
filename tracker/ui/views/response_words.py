# SPDX-License-Identifier: MIT
"""A response in words: what was decided and what was computed are never mixed up."""

from PySide6.QtCore import QCoreApplication

from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate
from tracker.domain.lesion_series import series_of
from tracker.domain.records import Course
from tracker.domain.response_history import Response, best_since, responses
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


def last_and_best(chart: Chart) -> tuple[str, list[tuple[Glyph | None, str]]]:
    """The headline of the last response and the lines below it; "" without any response."""
    found = responses(chart)
    if not found:
        return "", []
    last = found[-1]
    mark = None if last.decided else Glyph.ASK
    by = translate("Responses", "{criteria}, {date}")
    lines: list[tuple[Glyph | None, str]] = [
        (mark, by.format(criteria=last.criteria, date=wording.when(last.when)))
    ]
    best = best_since(found, _start(chart, found))
    if best is not None:
        text = (
            translate("Responses", "best: {category}, {date}, confirmed")
            if best.is_confirmed
            else translate("Responses", "best: {category}, {date}, not confirmed")
        )
        category, when = best.answer.category.value, wording.when(best.answer.when)
        lines.append((None, text.format(category=category, date=when)))
    return verdict(last), lines


def _start(chart: Chart, found: tuple[Response, ...]) -> PartialDate:
    """The baseline of the newest series, else the start of the newest course before the last."""
    series = series_of(chart)
    if series:
        return series[-1].columns[0].when
    starts = [course.record.start for course in chart.of(Course)]
    earlier = [start for start in starts if start.sort_key <= found[-1].when.sort_key]
    return max(earlier, key=lambda start: start.sort_key, default=found[0].when)
