# SPDX-License-Identifier: MIT
"""An old paper chart, a page at a time: open it with its draft, and store all its lines at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from tracker.domain.changes import Changed
from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.errors import Problem, Refused
from tracker.domain.old_chart import line_id, read_page
from tracker.domain.old_chart_line import SOURCE, VALUES, Line, Understood
from tracker.domain.old_chart_words import Vocabulary
from tracker.domain.records import AdverseEvent, Course, DoseEvent
from tracker.domain.records.base import Record
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, line_problems, normal, text_problems
from tracker.services import drafts
from tracker.services.context import Context
from tracker.services.drafts import Draft
from tracker.services.records import Entry, with_flag
from tracker.services.terminology import analytes, ctcae_terms, terms
from tracker.store.store import Store

OLD_CHART = "old chart"
"""The name of its draft."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the window needs to read lines: the chart, its words, and a draft if there is one."""

    chart: Chart
    words: Vocabulary
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class SavedPage:
    """How many events were stored, and who should look again."""

    count: int
    changed: Changed


def open_page(store: Store, ctx: Context, *, patient: UUID) -> Page:
    """Reads the chart and what this person typed of its old chart and did not save."""
    ctx.require(Action.RECORD)
    chart = store.chart(patient)
    draft = drafts.find(store, ctx, patient=patient, form=OLD_CHART)
    return Page(chart, _words(chart), draft)


def save(
    store: Store, ctx: Context, *, patient: UUID, lines: Sequence[Line], source: str
) -> SavedPage:
    """Stores every line in one transaction and forgets the draft; blank lines are none.

    Args:
        store: open.
        ctx: who is at work.
        patient: whose chart.
        lines: as typed.
        source: where they are taken from; a line may name its own.

    Raises:
        NotPermitted: the role may not record.
        Refused: every problem with the number of its line and its column; nothing was stored.
    """
    ctx.require(Action.RECORD)
    chart = store.chart(patient)
    said = read_page(lines, _words(chart), chart, ctx.clock.today())
    Refused.if_any([*_problems(said, source), *_against_ctcae(store, said)])
    ids: dict[UUID, UUID] = {}
    with store.unit(ctx.stamp()) as unit:
        for number, each in enumerate(said, start=1):
            if each.record is None:
                continue
            record = with_flag(store, ctx, chart, Entry(record=_linked(each.record, ids)))
            own = normal(each.line.source) or normal(source)
            stored: Stored[Record] = unit.add(record, patient, source=own, note=each.note)
            if isinstance(record, Course):
                ids[line_id(number)] = stored.id
        unit.forget_draft(patient, OLD_CHART)
    return SavedPage(sum(each.record is not None for each in said), unit.changed)


def _words(chart: Chart) -> Vocabulary:
    return Vocabulary.of(chart, ctcae_terms(), analytes())


def _against_ctcae(store: Store, said: Sequence[Understood]) -> Iterator[Problem]:
    """What the clinic's copy of CTCAE says against an event, as in its form."""
    records = enumerate((each.record for each in said), start=1)
    events = [(number, record) for number, record in records if isinstance(record, AdverseEvent)]
    if not events:
        return
    known = terms(store)  # the clinic's whole workbook: read once for the page
    for number, event in events:
        for problem in known.problems(event):
            yield Problem(problem.message, VALUES, str(number))


def _problems(said: Sequence[Understood], source: str) -> list[Problem]:
    found: list[Problem] = []
    for number, each in enumerate(said, start=1):
        problems = list(each.problems)
        if not each.line.is_blank:
            own = normal(each.line.source) or normal(source)
            problems += (Problem(m, SOURCE) for m in line_problems(SOURCE, own))
            problems += (Problem(m, VALUES) for m in text_problems("note", each.note or ""))
            if not own:
                problems.append(Problem(Message(_SOURCE_NEEDED), SOURCE))
        found += (replace(problem, place=str(number)) for problem in problems)
    if all(each.line.is_blank for each in said):
        found.append(Problem(Message(_NOTHING)))
    return found


def _linked(record: Record, ids: dict[UUID, UUID]) -> Record:
    """A dose of a course that was begun in a line above gets the id of that course."""
    if isinstance(record, DoseEvent) and record.course in ids:
        return replace(record, course=ids[record.course])
    return record


_SOURCE_NEEDED = QT_TRANSLATE_NOOP(
    "Message", "Say once where these lines are taken from, like: paper chart, p. 3."
)
_NOTHING = QT_TRANSLATE_NOOP("Message", "Nothing was entered, so there is nothing to save.")
