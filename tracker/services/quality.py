# SPDX-License-Identifier: MIT
"""The data manager's weekly list: what every chart leaves open, or says in two ways."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.contradictions import contradictions
from tracker.domain.findings import Finding
from tracker.domain.quality import open_questions
from tracker.domain.roles import Action
from tracker.services.context import Context
from tracker.store.queries import PatientLine
from tracker.store.store import Store

SLICE = 50
"""Charts read in one go: about 0.1 s, so that a save never waits longer."""


@dataclass(frozen=True, slots=True)
class ChartFindings:
    """What there is to check in one chart; both lists may be empty."""

    patient: PatientLine
    disagreements: tuple[Finding, ...]
    questions: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """The findings of the next charts.

    Attributes:
        read: how many charts were looked at.
        after: where the next slice begins; None after the last chart.
    """

    found: tuple[ChartFindings, ...]
    read: int
    after: str | None


def next_slice(store: Store, ctx: Context, *, after: str = "", size: int = SLICE) -> Slice:
    """Looks at up to ``size`` charts in the order of their hospital numbers.

    Raises:
        NotPermitted: the role may not read charts.
    """
    ctx.require(Action.READ)
    lines = store.patients(size, after)
    looked = tuple(_look(store, ctx, line) for line in lines)
    found = tuple(each for each in looked if each.disagreements or each.questions)
    return Slice(found, len(lines), lines[-1].mrn if len(lines) == size else None)


def everything(store: Store, ctx: Context) -> Iterator[ChartFindings]:
    """The whole list, slice by slice."""
    after: str | None = ""
    while after is not None:
        part = next_slice(store, ctx, after=after)
        yield from part.found
        after = part.after


def _look(store: Store, ctx: Context, line: PatientLine) -> ChartFindings:
    chart = store.chart(line.patient)
    return ChartFindings(line, contradictions(chart), open_questions(chart, ctx.clock.today()))
