# SPDX-License-Identifier: MIT
"""A page of an old paper chart: its lines read one after another, against the chart they enter."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from tracker.domain.chart import Chart, ChartBuilder
from tracker.domain.checks import problems_in_chart
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.errors import Problem
from tracker.domain.fields import items
from tracker.domain.old_chart_line import DATE, VALUES, Line, Understood, understand
from tracker.domain.old_chart_words import CourseName, Vocabulary
from tracker.domain.records import Course
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


def line_id(number: int) -> UUID:
    """Stands for the id of the record of line ``number`` (from 1) until it is stored.

    No UUIDv7 is one of these: they begin with ff.
    """
    return UUID(int=(1 << 128) - number)


def read_page(
    lines: Sequence[Line], words: Vocabulary, chart: Chart, today: date
) -> tuple[Understood, ...]:
    """What every line means, each judged as if those above it were stored already.

    A dose may belong to a course of a line above; its ``course`` is then the ``line_id`` of it.

    Args:
        lines: as typed.
        words: of this chart.
        chart: as it is stored.
        today: the working date.
    """
    builder = ChartBuilder(chart.patient)
    for stored in (stored for found in chart.records.values() for stored in found):
        builder.put(stored)
    made: list[Understood] = []
    courses: list[CourseName] = []
    for number, line in enumerate(lines, start=1):
        said = understand(line, words, made, courses)
        if said.record is not None:
            said = _judged(said, said.record, builder.chart(chart.ranges), today)
        made.append(said)
        if said.record is None:
            continue
        builder.put(_as_stored(said.record, chart, number))
        if isinstance(said.record, Course):
            course = said.record
            courses.append(
                CourseName(line_id(number), course.regimen, (), course.start, course.stop)
            )
    return tuple(made)


def _judged(said: Understood, record: Record, so_far: Chart, today: date) -> Understood:
    found = [
        Problem(problem.message, DATE if problem.field == record.when else VALUES)
        for problem in problems_in_chart(record, so_far, today)
    ]
    found += _repeated(record, so_far)
    if not found:
        return said
    return replace(said, record=None, problems=tuple(found))


def _repeated(record: Record, chart: Chart) -> Iterator[Problem]:
    """The same content of the same day twice is a line typed twice."""
    when: PartialDate | None = getattr(record, record.when) if record.when else None
    if when is None or not when.is_day:
        return  # two doses of one month may look alike
    bare = _bare(record)
    for other in chart.of(type(record)):
        if _bare(other.record) == bare:
            yield Problem(Message(_TWICE, {"date": when.text}), VALUES)
            return


def _bare(record: Record) -> dict[str, object]:
    """The content without what the program derives when it is stored."""
    derived = {f.name for f in items(type(record)) if f.item.derived}
    return {f.name: getattr(record, f.name) for f in items(type(record)) if f.name not in derived}


def _as_stored(record: Record, chart: Chart, number: int) -> Stored[Record]:
    return Stored(
        id=line_id(number),
        patient=chart.patient.id,
        record=record,
        recorded_at=chart.patient.recorded_at,  # nobody looks at it: it is never stored
        recorded_by="",
    )


_TWICE = QT_TRANSLATE_NOOP(
    "Message", "Exactly this is recorded on {date} already, in the chart or in a line above."
)
