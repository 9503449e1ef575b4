# SPDX-License-Identifier: MIT
"""What a rule found in a chart: a code, a sentence, and the records it rests on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.records import Statement
from tracker.domain.records.base import Record
from tracker.domain.records.statement import Topic
from tracker.domain.text import Message


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement, or a gap that keeps something from being told.

    Attributes:
        code: stable, for files and tests.
        records: kind and id of what it rests on, most telling first.
    """

    code: str
    message: Message
    records: tuple[tuple[str, UUID], ...] = ()


Rule = Callable[[Chart], Iterator[Finding]]
"""One rule; it yields nothing where it has nothing to say."""


def finding(code: str, text: str, values: Mapping[str, object], *stored: Stored[Record]) -> Finding:
    """A finding that rests on ``stored``, the most telling first."""
    records = tuple((each.record.kind, each.id) for each in stored)
    return Finding(code, Message(text, values), records)


def stated(chart: Chart, topic: Topic) -> list[Stored[Statement]]:
    """What was said about a topic, in the order it was recorded."""
    return [s for s in chart.of(Statement) if s.record.about is topic]
