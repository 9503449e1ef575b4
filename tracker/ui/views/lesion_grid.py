# SPDX-License-Identifier: MIT
"""The lesion grid in words: a column for each scan, a row for each lesion and each answer."""

from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from tracker.domain.ca125 import combined
from tracker.domain.dates import days_between
from tracker.domain.envelope import Stored
from tracker.domain.fields import YesNo
from tracker.domain.lesion_series import IRECIST, RECIST, Column, Series, seen_from, tracked_from
from tracker.domain.records import Lesion
from tracker.domain.records.lesion import Finding, LesionRole
from tracker.domain.records.response_assessment import Category
from tracker.domain.response import PD_AT_LEAST_MM, Assessed, Clause, in_words, is_gone, plain
from tracker.domain.scan_entry import cell_text
from tracker.ui import wording
from tracker.ui.errors import words
from tracker.ui.glyphs import Glyph
from tracker.ui.widgets.facts import Fact

translate = QCoreApplication.translate

BOTH = "both"


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the grid: a text, a smaller one beside it, or a response chip."""

    text: str = ""
    aside: str = ""
    colour: str = "text"
    bold: bool = False
    chip: str = ""
    mark: Glyph | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``lesion`` is set where a size is typed."""

    title: str
    subtitle: str
    cells: tuple[Cell, ...]
    lesion: UUID | None = None
    strong: bool = False
    height: int = 29


@dataclass(frozen=True, slots=True)
class Curve:
    """The sums over time with the lines that decide; None where a sum is not complete."""

    title: str
    sums: tuple[Decimal | None, ...]
    codes: tuple[str, ...]
    pr_line: Decimal | None
    pd_line: Decimal | None
    nadir: Decimal | None
    nadir_at: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Everything the grid paints."""

    heads: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    curve: Curve | None

    def with_empty_column(self, title: str) -> "Grid":
        """The same with an empty column at the end, for a scan that has no date yet."""
        rows = tuple(replace(row, cells=(*row.cells, Cell())) for row in self.rows)
        curve = self.curve
        if curve is not None:
            curve = replace(curve, sums=(*curve.sums, None), codes=(*curve.codes, ""))
        return Grid((*self.heads, (title, "")), rows, curve)


def grid(series: Series, criteria: str) -> Grid:
    """The grid of a series; ``criteria`` is RECIST 1.1, iRECIST or both."""
    rows = [_lesion_row(series, lesion) for lesion in series.lesions]
    has_targets = any(each.record.role is LesionRole.TARGET for each in series.lesions)
    if has_targets:
        place = sum(each.record.role is LesionRole.TARGET for each in series.lesions)
        rows[place:place] = _sum_rows(series)
    rows += _answer_rows(series, criteria)
    curve = _curve(series, criteria) if has_targets else None
    return Grid(tuple(_heads(series)), tuple(rows), curve)


def _heads(series: Series) -> list[tuple[str, str]]:
    found = []
    for place, column in enumerate(series.columns):
        modality = " + ".join(dict.fromkeys(s.record.modality for s in column.studies))
        if place == 0:
            note = translate("LesionGrid", "{modality}, baseline").format(modality=modality)
        else:
            days = days_between(series.columns[place - 1].when, column.when)
            text = translate("LesionGrid", "{modality}, +{days}")
            note = text.format(modality=modality, days=wording.days(days))
        found.append((wording.when(column.when), note))
    return found


def _lesion_row(series: Series, lesion: Stored[Lesion]) -> Row:
    record = lesion.record
    where = " ".join(filter(None, (wording.choice(record.side), record.site or record.organ)))
    if record.node is YesNo.YES:
        where = translate("LesionGrid", "{where} (short axis)").format(where=where)
    if record.role is not LesionRole.TARGET:
        role = wording.choice(record.role)
        where = translate("LesionGrid", "{role}: {where}").format(role=role, where=where)
    cells = tuple(_size_cell(column, lesion) for column in series.columns)
    return Row(record.label, where, cells, lesion.id)


def _size_cell(column: Column, lesion: Stored[Lesion]) -> Cell:
    found = column.seen.get(lesion.id, ())
    if not found:
        return Cell("–", colour="text3")
    if len(found) > 1:
        return Cell(translate("LesionGrid", "twice"), colour="ask", mark=Glyph.ASK)
    measured = found[0].record
    seen = seen_from(lesion.record, measured)
    gone = is_gone(tracked_from(lesion), seen)
    if seen.mm is not None:
        aside = cell_text(measured, lesion.record) if seen.finding is Finding.SPLIT else ""
        if gone:
            return Cell(plain(seen.mm), "<10", "done", bold=True)
        return Cell(plain(seen.mm), aside, bold=True)
    if seen.finding is None:
        return Cell(translate("LesionGrid", "no size"), colour="ask", mark=Glyph.ASK)
    return _finding_cell(seen.finding)


def _finding_cell(finding: Finding) -> Cell:
    text, aside, colour = {
        Finding.ABSENT: ("0", translate("LesionGrid", "absent"), "done"),
        Finding.TOO_SMALL: ("5", translate("LesionGrid", "too small"), "text"),
        Finding.NOT_EVALUABLE: ("NE", "", "ask"),
        Finding.PROGRESSED: (translate("LesionGrid", "progressed"), "", "overdue"),
        Finding.EQUIVOCAL: (translate("LesionGrid", "equivocal"), "", "ask"),
        Finding.MERGED: (translate("LesionGrid", "merged"), "", "text2"),
    }.get(finding, (translate("LesionGrid", "present"), "", "text2"))
    return Cell(text, aside, colour, bold=bool(aside))


def _sum_rows(series: Series) -> list[Row]:
    unit = translate("LesionGrid", "mm")
    found = series.recist
    return [
        Row(
            translate("LesionGrid", "Sum"),
            unit,
            tuple(_sum_cell(each) for each in found),
            strong=True,
        ),
        Row(
            translate("LesionGrid", "From baseline"),
            "",
            tuple(_percent(each.from_baseline_percent, place) for place, each in enumerate(found)),
        ),
        Row(
            translate("LesionGrid", "From nadir"),
            translate("LesionGrid", "mm and %"),
            tuple(_from_nadir(each, place) for place, each in enumerate(found)),
        ),
    ]


def _sum_cell(each: Assessed) -> Cell:
    if each.total is not None:
        return Cell(plain(each.total), bold=True)
    if not each.measured:
        return Cell("–", colour="text3")
    incomplete = translate("LesionGrid", "incomplete")
    return Cell(f"≥ {plain(each.measured)}", incomplete, "ask")


def _percent(change: Decimal | None, place: int) -> Cell:
    if place == 0 or change is None:
        return Cell("–", colour="text3")
    return Cell(f"{in_words(change)} %")


def _from_nadir(each: Assessed, place: int) -> Cell:
    mm, percent = each.from_nadir_mm, each.from_nadir_percent
    if place == 0 or mm is None:
        return Cell("–", colour="text3")
    grown = each.target is Category.PD
    said = f"{in_words(percent)} %" if percent is not None else ""
    return Cell(said, in_words(mm, 0), "overdue" if grown else "text", bold=grown)


def _answer_rows(series: Series, criteria: str) -> list[Row]:
    rows = []
    if any(each.record.role is LesionRole.NON_TARGET for each in series.lesions):
        cells = tuple(Cell(_code(each.nontarget)) for each in series.recist)
        rows.append(Row(translate("LesionGrid", "Non-target"), "", cells, height=26))
    new = tuple(_new_cell(each, place) for place, each in enumerate(series.recist))
    rows.append(Row(translate("LesionGrid", "New lesions"), "", new, height=26))
    computed = translate("LesionGrid", "computed")
    if criteria in {RECIST, BOTH}:
        chips = tuple(_chip(e.overall, e.alternatives) for e in series.recist)
        rows.append(Row(RECIST, computed, chips))
    if criteria in {IRECIST, BOTH}:
        chips = tuple(_chip(e.overall, e.alternatives) for e in series.immune)
        rows.append(Row(IRECIST, computed, chips))
    if any(column.by_marker for column in series.columns):
        chips = tuple(_with_marker(series, place) for place in range(len(series.columns)))
        rows.append(Row(translate("LesionGrid", "With CA-125"), "GCIG", chips))
    decided = tuple(_decided(series, place) for place in range(len(series.columns)))
    by_whom = translate("LesionGrid", "by whom")
    rows.append(Row(translate("LesionGrid", "Decided"), by_whom, decided))
    return rows


def _new_cell(each: Assessed, place: int) -> Cell:
    if place == 0:
        return Cell("–", colour="text3")
    if each.new:
        return Cell(", ".join(each.new), colour="overdue", bold=True)
    if each.equivocal:
        return Cell(", ".join(each.equivocal), "?", "ask")
    if each.unseen:
        return Cell(", ".join(each.unseen), "?", "ask")
    return Cell(translate("LesionGrid", "none recorded"), colour="text2")


def _chip(overall: Category | None, alternatives: tuple[Category, ...]) -> Cell:
    if overall is not None:
        return Cell(chip=overall.value)
    if alternatives:
        options = [each.value for each in alternatives]
        text = translate("LesionGrid", "{a} or {b}?").format(a=options[0], b=options[1])
        return Cell(text, colour="ask", bold=True, mark=Glyph.ASK)
    return Cell("–", colour="text3")


def _with_marker(series: Series, place: int) -> Cell:
    """RECIST 1.1 and CA-125 together, where both are there; by size the decision counts first."""
    column, recist = series.columns[place], series.recist[place].overall
    if column.decision is not None and column.decision.record.criteria == RECIST:
        recist = column.decision.record.decided
    marker = column.by_marker.record.decided if column.by_marker else None
    if place == 0 or marker is None or recist is None:
        return Cell("–", colour="text3")
    return Cell(chip=combined(marker, recist).value)


def _code(category: Category | None) -> str:
    return category.value if category is not None else "–"


def _decided(series: Series, place: int) -> Cell:
    if place == 0:
        return Cell("–", colour="text3")
    decision = series.columns[place].decision
    if decision is None or decision.record.decided is None:
        return Cell(translate("LesionGrid", "to decide"), "", "ask", bold=True, mark=Glyph.ASK)
    record = decision.record
    moved = is_outdated(series, place)
    mark = Glyph.ASK if moved else Glyph.DONE
    return Cell(_code(record.decided), record.decided_by or "", "text", bold=True, mark=mark)


def computed_now(series: Series, place: int, criteria: str) -> Category | None:
    """What the criteria give for a column today."""
    answers = series.immune if criteria == IRECIST else series.recist
    return answers[place].overall


def is_outdated(series: Series, place: int) -> bool:
    """Sizes were changed after the decision, so that another category is computed now."""
    decision = series.columns[place].decision
    if decision is None or decision.record.computed is None:
        return False
    return computed_now(series, place, decision.record.criteria) is not decision.record.computed


def _curve(series: Series, criteria: str) -> Curve:
    found, last = series.recist, series.recist[-1]
    sums = tuple(each.total for each in found)
    answers = series.recist if criteria == RECIST else series.immune
    # The lines that judge the last scan: its own nadir is the smallest sum before it.
    nadir = last.nadir if len(found) > 1 else None
    nadir_at = sums.index(nadir) if nadir is not None and nadir in sums else 0
    pd_line = max(nadir * Decimal("1.2"), nadir + PD_AT_LEAST_MM) if nadir is not None else None
    base = found[0].total
    return Curve(
        translate("LesionGrid", "Sum of diameters"),
        sums,
        tuple(_code(each.overall) for each in answers),
        base * Decimal("0.7") if base is not None else None,
        pd_line,
        nadir,
        nadir_at,
    )


def reasons(series: Series, place: int, criteria: str) -> list[Fact]:
    """Why a column has its answers, what is doubtful, and what was decided."""
    head, note = _heads(series)[place]
    facts = [
        Fact(
            translate("LesionGrid", "Selected scan"), head, ((None, note), *_verdict(series, place))
        )
    ]
    facts += _read_together(series.columns[place])
    if place and criteria in {RECIST, BOTH}:
        recist = series.recist[place]
        title = translate("LesionGrid", "Why, RECIST 1.1 (computed)")
        said = _headline(recist.overall, recist.alternatives)
        facts.append(Fact(title, said, tuple((None, _clause(c)) for c in recist.why)))
    if place and criteria in {IRECIST, BOTH}:
        immune = series.immune[place]
        title = translate("LesionGrid", "Why, iRECIST (computed)")
        said = _headline(immune.overall, immune.alternatives)
        facts.append(Fact(title, said, tuple((None, _clause(c)) for c in immune.why)))
    if series.doubts:
        title = translate("LesionGrid", "To check")
        said = translate("LesionGrid", "{n} in this series").format(n=len(series.doubts))
        lines = tuple((Glyph.ASK, words(doubt.message)) for doubt in series.doubts)
        facts.append(Fact(title, said, lines))
    return facts


def _read_together(column: Column) -> list[Fact]:
    """Which scans of several days are one time point, which date it has, and why that one."""
    if not column.is_joined:
        return []
    scans = tuple(
        (None, f"{study.record.modality} {wording.when(study.record.date)}")
        for study in column.studies
    )
    why = translate(
        "LesionGrid",
        "RECIST 1.1 names no rule for several days; by the first scan nothing is dated too late.",
    )
    dated = translate("LesionGrid", "dated {date}, by the first scan")
    title = translate("LesionGrid", "Read together")
    return [Fact(title, dated.format(date=wording.when(column.when)), (*scans, (None, why)))]


def _headline(overall: Category | None, alternatives: tuple[Category, ...]) -> str:
    if overall is not None:
        return overall.value
    if not alternatives:
        return translate("LesionGrid", "nothing to assess")
    options = [each.value for each in alternatives]
    return translate("LesionGrid", "{a} or {b}?").format(a=options[0], b=options[1])


def _clause(clause: Clause) -> str:
    text = translate("LesionGrid", "{words} ({section})")
    return text.format(words=words(clause.words), section=clause.section)


def _verdict(series: Series, place: int) -> list[tuple[Glyph | None, str]]:
    if place == 0:
        return []
    decision = series.columns[place].decision
    if decision is None:
        return [(Glyph.ASK, translate("LesionGrid", "computed, to decide"))]
    record = decision.record
    who = record.decided_by or translate("LesionGrid", "nobody named")
    decided = translate("LesionGrid", "{decided}, decided by {who}")
    lines: list[tuple[Glyph | None, str]] = [
        (Glyph.DONE, decided.format(decided=_code(record.decided), who=who))
    ]
    if record.computed is not None:
        text = translate("LesionGrid", "computed then: {computed}")
        lines.append((None, text.format(computed=_code(record.computed))))
    if record.why:
        lines.append((None, record.why))
    if is_outdated(series, place):
        lines.append((Glyph.ASK, translate("LesionGrid", "sizes were changed since; decide again")))
    return lines
