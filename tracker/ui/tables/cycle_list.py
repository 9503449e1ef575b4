# SPDX-License-Identifier: MIT
"""What follows from the ledger, cycle by cycle: number, plan, delay, drift, interval, check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from tracker.domain.envelope import Stored
from tracker.domain.records import DoseEvent, SecondCheck
from tracker.domain.schedule import Cycle, Ledger
from tracker.ui import wording
from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.tables.row_list import Column, Pen, RowList
from tracker.ui.theme import Look

translate = QCoreApplication.translate

_NUMBER, _DATE, _DOSE, _PLANNED, _DELAY, _DRIFT, _INTERVAL, _CHECK = (
    36, 96, 232, 452, 620, 740, 800, 900,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CycleRow:
    """One cycle as it is read; every text is derived, the event is what was recorded."""

    event: Stored[DoseEvent]
    number: str
    day: str
    dose: str
    planned: str
    delay: str
    drift: str
    interval: str
    check: str
    is_off_plan: bool

    @property
    def words(self) -> str:
        """The row as one sentence."""
        cells = (self.number, self.day, self.dose, self.planned, self.delay, self.drift)
        return ", ".join(cell for cell in (*cells, self.interval, self.check) if cell)


def cycle_rows(book: Ledger, checks: Sequence[Stored[SecondCheck]]) -> list[CycleRow]:
    """The cycles of a course, the newest first."""
    by_dose = {stored.record.dose_event: stored.record for stored in checks}
    return [_row(cycle, by_dose) for cycle in reversed(book.cycles)]


def _row(cycle: Cycle, checks: Mapping[UUID, SecondCheck]) -> CycleRow:
    record, plan = cycle.event.record, cycle.planned
    return CycleRow(
        event=cycle.event,
        number=f"C{cycle.number}",
        day=wording.when(record.date),
        dose=" ".join(str(part) for part in (record.drug, record.dose) if part),
        planned=wording.day(plan, weekday=True) if plan else "",
        delay=_days(cycle.delay_days),
        drift=_days(cycle.drift_days),
        interval=_interval(cycle),
        check=_check(record, checks.get(cycle.event.id)),
        is_off_plan=cycle.is_off_plan,
    )


def _days(days: int | None) -> str:
    return "" if days is None else wording.in_days(wording.signed(days))


def _interval(cycle: Cycle) -> str:
    if cycle.segment is None:
        return ""
    if cycle.interval_days is None:
        return translate("Cycles", "single dose")
    window = cycle.segment.record.window_days
    return wording.in_days(cycle.interval_days) + (f" ± {window}" if window else "")


def _check(record: DoseEvent, check: SecondCheck | None) -> str:
    """Who entered the dose a second time; a dose amended since is no longer the checked one."""
    if check is None:
        return translate("Cycles", "no second check")
    if record.dose != check.dose:
        text = translate("Cycles", "{who} checked {dose}; amended since")
        return text.format(who=check.checked_by, dose=check.dose)
    return translate("Cycles", "checked by {who}").format(who=check.checked_by)


class CycleList(RowList[CycleRow]):
    """The cycles of one course; opening a row opens the dose that began it."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            translate("Cycles", "Cycles, derived from the doses recorded"),
            (
                Column(translate("Cycles", "Cycle"), _NUMBER),
                Column(translate("Cycles", "Date"), _DATE),
                Column(translate("Cycles", "Dose"), _DOSE),
                Column(translate("Cycles", "Planned for"), _PLANNED),
                Column(translate("Cycles", "After plan"), _DELAY + 44, right=True),
                Column(translate("Cycles", "After original"), _DRIFT + 30, right=True),
                Column(translate("Cycles", "Interval"), _INTERVAL),
                Column(translate("Cycles", "Second check"), _CHECK),
            ),
            _paint,
            lambda row: row.words,
        )


def _paint(pen: Pen, row: CycleRow) -> None:
    pen.write(_NUMBER, row.number, bold=True)
    pen.write(_DATE, row.day, until=_DOSE - 8)
    pen.write(_DOSE, row.dose, until=_PLANNED - 8)
    pen.write(_PLANNED, row.planned, colour="text2", until=_DELAY - 8)
    if row.is_off_plan:
        size = pen.look.px(13)
        paint_glyph(pen.painter, pen.look.theme, Glyph.DELAYED, pen.x(_DELAY - 8), pen.middle, size)
    pen.write_right(_DELAY + 44, row.delay, bold=row.is_off_plan)
    pen.write_right(_DRIFT + 30, row.drift, colour="text2")
    pen.write(_INTERVAL, row.interval, until=_CHECK - 8)
    pen.write(_CHECK, row.check, colour="text2")
