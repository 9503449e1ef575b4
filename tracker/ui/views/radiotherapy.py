# SPDX-License-Identifier: MIT
"""The radiotherapy ledger in words: biological doses, confirmed sums, ends, drugs at the time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tracker.domain.chart import Chart
from tracker.domain.clinic_calendar import ClinicCalendar
from tracker.domain.fields import YesNo
from tracker.domain.radiotherapy import (
    LATE,
    TUMOUR,
    DoseSum,
    bed,
    dose_sums,
    eqd2,
    expected_end,
    overlaps,
    ratios,
)
from tracker.domain.records import Course, RadiotherapyPhase
from tracker.domain.schedule import ledgers
from tracker.domain.state import in_time
from tracker.ui import wording
from tracker.ui.glyphs import Glyph
from tracker.ui.widgets.facts import Fact

translate = QCoreApplication.translate


def radiotherapy_facts(chart: Chart, as_of: date, calendar: ClinicCalendar | None) -> list[Fact]:
    """One fact for each phase, then the sums that a person confirmed."""
    phases = [stored.record for stored in in_time(chart.of(RadiotherapyPhase))]
    # a course may have been stopped on a dose day, and then not in its own form
    courses = [replace(book.course.record, stop=book.stop) for book in ledgers(chart)]
    told = [_phase(phase, courses, as_of, calendar) for phase in phases]
    return [*told, *(_sum(found) for found in dose_sums(chart.of(RadiotherapyPhase)))]


def _phase(
    phase: RadiotherapyPhase, courses: list[Course], as_of: date, calendar: ClinicCalendar | None
) -> Fact:
    lines: list[tuple[Glyph | None, str]] = [
        (None, _biological(phase, ratio)) for ratio in ratios(phase)
    ]
    if phase.boost is not None:
        lines.append((None, _boost(phase)))
    if phase.inferred is YesNo.YES:
        lines.append((Glyph.ASK, translate("Radiotherapy", "partly inferred, see the note")))
    lines += [(None, line) for line in _end(phase, calendar)]
    for course in courses:
        found = overlaps(phase, course, as_of, calendar)
        if found is not None:
            text = translate("Radiotherapy", "with {drug}: {certainty}")
            said = text.format(drug=course.regimen, certainty=wording.choice(found))
            lines.append((None, said))
    when = wording.when(phase.start)
    headline = translate("Radiotherapy", "{gy} Gy in {n}").format(
        gy=phase.total_gy, n=phase.fractions
    )
    return Fact(f"{phase.site}, {when}", headline, tuple(lines))


def _biological(phase: RadiotherapyPhase, ratio: Decimal) -> str:
    dose, n = phase.total_gy, phase.fractions
    text = translate("Radiotherapy", "α/β {ratio}: EQD2 {eqd2}, BED {bed} Gy")
    return text.format(
        ratio=ratio, eqd2=f"{eqd2(dose, n, ratio):.2f}", bed=f"{bed(dose, n, ratio):.2f}"
    )


def _boost(phase: RadiotherapyPhase) -> str:
    kind = wording.choice(phase.boost)
    return f"{kind}: {phase.boost_of}" if phase.boost_of else kind


def _end(phase: RadiotherapyPhase, calendar: ClinicCalendar | None) -> Iterator[str]:
    if phase.end is not None and not phase.end.is_unknown:
        yield translate("Radiotherapy", "ended {date}").format(date=wording.when(phase.end))
        return
    expected = expected_end(phase, calendar)
    if expected is None:
        yield translate("Radiotherapy", "end not recorded, and none can be expected")
        return
    text = translate("Radiotherapy", "end expected {date} without gaps")
    yield text.format(date=wording.day(expected.without_gaps, weekday=True))
    if expected.with_closures != expected.without_gaps:
        days = ", ".join(f"{name} {wording.day(day)}" for day, name in expected.closed)
        text = translate("Radiotherapy", "{date} with the days closed: {days}")
        yield text.format(date=wording.day(expected.with_closures, weekday=True), days=days)


def _sum(found: DoseSum) -> Fact:
    title = translate("Radiotherapy", "Sum at {point}, as confirmed").format(point=found.point)
    text = translate("Radiotherapy", "EQD2 {tumour} Gy (α/β 10), {late} Gy (α/β 3)")
    headline = text.format(tumour=f"{found.eqd2(TUMOUR):.2f}", late=f"{found.eqd2(LATE):.2f}")
    sites = " + ".join(phase.record.site for phase in found.phases)
    verify = translate("Radiotherapy", "calculated, verify")
    return Fact(title, headline, ((None, sites), (None, verify)))
