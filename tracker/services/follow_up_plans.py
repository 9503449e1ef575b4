# SPDX-License-Identifier: MIT
"""Templates of follow-up plans. None is in force for a course until somebody chooses one."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import StringIO
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from tracker import paths
from tracker.domain.changes import Changed
from tracker.domain.checks import problems_in_chart
from tracker.domain.dates import PartialDate
from tracker.domain.errors import NotFound, Problem, Refused
from tracker.domain.records import PlannedItem
from tracker.domain.records.base import build, problems_of
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services.context import Context
from tracker.store.store import Store

_NOBODY = UUID(int=0)
_FIELDS = ("what", "names", "every", "unit", "times", "months_after")


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A plan that may be chosen.

    Attributes:
        code: its name in the table.
        title: in English.
        version: of the table's row.
        items: each with its source; the course is filled in when it is chosen.
    """

    code: str
    title: str
    version: str
    items: tuple[tuple[PlannedItem, str], ...]


@cache
def templates() -> tuple[PlanTemplate, ...]:
    """The templates of the program, in the order of their table."""
    table = paths.resources() / "clinical" / "follow_up_plans.csv"
    rows = csv.DictReader(StringIO(table.read_text("utf-8")))
    return tuple(_template(list(found)) for _, found in groupby(rows, itemgetter("template")))


def _template(rows: list[dict[str, str]]) -> PlanTemplate:
    first = rows[0]
    items = tuple((_item(row), row["source"]) for row in rows)
    return PlanTemplate(first["template"], first["title"], first["version"], items)


def _item(row: dict[str, str]) -> PlannedItem:
    texts = {name: row[name] for name in _FIELDS}
    name = f"{row['template']} {row['version']}"
    return build(PlannedItem, texts | {"course": str(_NOBODY), "template": name})


def choose(
    store: Store, ctx: Context, *, patient: UUID, course: UUID, code: str, start: str = ""
) -> Changed:
    """Gives a course the items of a template; each can be changed or taken out afterwards.

    Args:
        store: open.
        ctx: who is at work.
        patient: whose chart.
        course: that gets the plan.
        code: of the template.
        start: day the items are counted from, as typed; empty for the start of the course.

    Raises:
        NotFound: there is no such template.
        Refused: the course has items of this template already, or the date is none.
    """
    ctx.require(Action.RECORD)
    template = next((each for each in templates() if each.code == code), None)
    if template is None:
        text = QT_TRANSLATE_NOOP("Message", "There is no follow-up plan “{code}”.")
        raise NotFound(Message(text, {"code": code[:40]}))
    chart = store.chart(patient)
    here = [stored.record for stored in chart.of(PlannedItem, course)]
    wanted = list(_for_course(template, course, start))
    if {item.template for item in wanted} & {item.template for item in here}:
        raise Refused(Problem(Message(_THERE, {"title": template.title})))
    today = ctx.clock.today()
    Refused.if_any(
        problem
        for item in wanted
        for problem in (*problems_of(item), *problems_in_chart(item, chart, today))
    )
    with store.unit(ctx.stamp()) as unit:
        for item, (_, source) in zip(wanted, template.items, strict=True):
            unit.add(item, patient, source=source)
    return unit.changed


def _for_course(template: PlanTemplate, course: UUID, start: str) -> Iterator[PlannedItem]:
    day = PartialDate.parse(start) if start.strip() else None
    for item, _source in template.items:
        after_stop = item.what.value == "visit-after-stop"
        yield replace(item, course=course, start=None if after_stop else day)


_THERE = QT_TRANSLATE_NOOP(
    "Message",
    "This course follows the plan “{title}” already. Nothing was added. Change its items instead.",
)
