# SPDX-License-Identifier: MIT
"""A patient's chart as the lifeline draws it. Places and words only; nothing is judged here."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from tracker.domain import lifeline as line
from tracker.domain.adverse_events import grades_over_time
from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.markers import range_in_words, series, times_limit, used_limits
from tracker.domain.records import (
    AdverseEvent,
    DoseEvent,
    MarkerResult,
    Procedure,
    RadiotherapyPhase,
    ReferenceRange,
    Statement,
    Visit,
)
from tracker.domain.records.course import TherapyClass
from tracker.domain.records.patient import VitalStatus
from tracker.domain.records.procedure import ProcedureType, Proof
from tracker.domain.records.radiotherapy import BoostKind
from tracker.domain.records.statement import Topic
from tracker.domain.records.visit import Contact
from tracker.domain.schedule import DOSE_GIVEN, Ledger, ledgers
from tracker.domain.state import statements
from tracker.domain.values import Limits
from tracker.ui import wording
from tracker.ui.views.events import cause_words
from tracker.ui.views.lifeline_scans import scan_marks

translate = QCoreApplication.translate
_ROOM_DAYS = 75  # width given to a mark that has an order but no date
_TONES = {
    TherapyClass.IMMUNOTHERAPY: line.Tone.IMMUNOTHERAPY,
    TherapyClass.CHEMOTHERAPY: line.Tone.CHEMOTHERAPY,
}


def lifeline(chart: Chart, as_of: date) -> line.Lifeline:
    """The whole course of ``chart`` as of a day."""
    return line.Lifeline(
        as_of=as_of,
        markers=_markers(chart, as_of),
        lanes=(
            _drugs(chart),
            _radiotherapy(chart, as_of),
            _surgery(chart),
            _imaging(chart, as_of),
            _adverse_events(chart, as_of),
            _visits(chart),
        ),
        milestones=tuple(_milestones(chart)),
    )


def _place(when: PartialDate | None, after: date | None, as_of: date) -> tuple[date, date] | None:
    """Where an undated mark may stand: after what is known to precede it."""
    if when is not None and when.earliest is not None and when.latest is not None:
        return None
    start = max((d for d in (after, when.earliest if when else None) if d), default=None)
    if start is None:
        return None
    return start, max(start, min(start + timedelta(days=_ROOM_DAYS), as_of))


def _or_unknown(when: PartialDate | None) -> PartialDate:
    return when if when is not None else PartialDate("unknown", None, None)


# Markers


def _markers(chart: Chart, as_of: date) -> tuple[line.MarkerSeries, ...]:
    stored = {id(each.record): each for each in chart.of(MarkerResult)}
    found = []
    for each in series([result.record for result in stored.values()]):
        points: list[line.MarkerPoint] = []
        last: date | None = None
        for result in each.results:
            points.append(_point(stored[id(result)], last, as_of))
            if result.date.latest is not None:
                last = result.date.latest + timedelta(days=1)
        found.append(
            line.MarkerSeries(
                code=each.analyte,
                title=each.analyte,
                unit=each.unit,
                points=tuple(points),
                ranges=_range_steps(chart.ranges, each.results),
                notes=tuple(_silence(each.analyte, each.results, as_of)),
            )
        )
    return tuple(found)


def _point(stored: Stored[MarkerResult], after: date | None, as_of: date) -> line.MarkerPoint:
    result = stored.record
    limits = used_limits(result)
    highs = {limit.high for limit in limits}
    upper = highs.pop() if len(highs) == 1 else None
    times = times_limit(result)
    number = result.value.number
    used = range_in_words(result)
    words = translate("Lifeline", "{analyte} {value} {unit}, sampled {date}; {judged}").format(
        analyte=result.analyte,
        value=result.value.text,
        unit=result.unit,
        date=wording.when(result.date),
        judged=translate("Lifeline", "{flag}, range {range}").format(
            flag=wording.choice(result.flag), range=used
        )
        if result.flag and used
        else translate("Lifeline", "no range recorded"),
    )
    return line.MarkerPoint(
        when=result.date,
        words=words,
        record=(result.kind, stored.id),
        place=_place(result.date, after, as_of),
        text=result.value.text,
        number=None if number is None else float(number),
        censored=result.value.comparator[:1],
        flag=result.flag,
        upper=float(upper) if upper is not None else None,
        times_limit=f"{times:.2f}" if times else "",
    )


def _range_steps(
    ranges: tuple[Stored[ReferenceRange], ...], results: tuple[MarkerResult, ...]
) -> tuple[line.RangeStep, ...]:
    """The recorded ranges of the laboratories that made these results, else the printed ones."""
    makers = {(r.analyte, r.laboratory) for r in results}
    recorded = [
        r.record
        for r in ranges
        if r.is_current and (r.record.analyte, r.record.laboratory) in makers
    ]
    if recorded:
        begins = {r: r.effective_from.sort_key if r.effective_from else _FIRST for r in recorded}
        ordered = sorted(recorded, key=lambda r: begins[r])
        return tuple(_step(r.effective_from, r.limits) for r in ordered)
    steps: list[line.RangeStep] = []
    for result in results:
        limits = result.range_reported
        if limits is not None and (not steps or steps[-1].label != _normal(limits.text)):
            steps.append(_step(result.date if steps else None, limits))
    return tuple(steps)


_FIRST = (date.min, date.min)


def _normal(text: str) -> str:
    return translate("Lifeline", "normal {range}").format(range=text)


def _step(start: PartialDate | None, limits: Limits) -> line.RangeStep:
    return line.RangeStep(
        start,
        float(limits.low) if limits.low is not None else None,
        float(limits.high) if limits.high is not None else None,
        _normal(limits.text),
    )


def _silence(analyte: str, results: tuple[MarkerResult, ...], as_of: date) -> list[line.Note]:
    """A sentence when no dated result followed for a year."""
    dated = [r.date for r in results if r.date.latest is not None]
    if not dated:
        return []
    last = max(dated, key=lambda d: d.sort_key[1])
    assert last.latest is not None  # noqa: S101 - filtered above
    if (as_of - last.latest).days < 366:
        return []
    text = translate("Lifeline", "No dated {analyte} result after {date}").format(
        analyte=analyte, date=wording.when(last)
    )
    return [line.Note(text, last.latest + timedelta(days=180), as_of)]


# Drugs and radiotherapy


def _drugs(chart: Chart) -> line.Lane:
    bars = tuple(_course(book) for book in ledgers(chart))
    return line.Lane(
        line.LaneKind.DRUGS, bars, empty=translate("Lifeline", "No systemic course recorded")
    )


def _course(book: Ledger) -> line.Course:
    course = book.course.record
    short = course.regimen.partition(" (")[0]
    title = book.treatment if course.therapy is TherapyClass.IMMUNOTHERAPY else short
    # one cycle whose end nobody wrote down is a tick, not a bar of an invented length
    single = course.cycles_reported == 1 and _known(book.stop) is None and course.start.is_day
    if course.cycles_reported:
        title += f" × {course.cycles_reported}"
    numbers = {cycle.event.id: cycle.number for cycle in book.cycles}
    doses = tuple(
        line.Dose(
            when=event.record.date,
            words=_dose_words(event.record, numbers.get(event.id)),
            record=(event.record.kind, event.id),
            given=event.record.action in DOSE_GIVEN,
        )
        for event in book.events
    )
    end = translate("Lifeline", "ongoing") if book.is_running else wording.when(book.stop)
    return line.Course(
        when=course.start,
        words=translate("Lifeline", "{treatment}, from {start}, {end}").format(
            treatment=book.treatment, start=wording.when(course.start), end=end
        ),
        record=(course.kind, book.course.id),
        title=title,
        caption=wording.when(course.start) if single else "",
        end=course.start if single else _known(book.stop),
        ongoing=book.is_running,
        tone=_TONES.get(course.therapy, line.Tone.OTHER),
        doses=doses,
        question=""
        if doses or not book.is_running
        else translate("Lifeline", "no dose date recorded"),
    )


def _known(when: PartialDate | None) -> PartialDate | None:
    return None if when is None or when.is_unknown else when


def _dose_words(event: DoseEvent, number: int | None) -> str:
    cycle = f"C{number} " if number else ""
    reason = event.reason_text or wording.choice(event.reason)
    parts = [f"{cycle}{wording.choice(event.action)} {wording.when(event.date)}"]
    parts += [str(event.dose)] if event.dose else []
    parts += [reason] if reason else []
    return ", ".join(parts)


def _radiotherapy(chart: Chart, as_of: date) -> line.Lane:
    bars = []
    after: date | None = None
    for stored in chart.of(RadiotherapyPhase):
        phase = stored.record
        bars.append(_phase(stored, after, as_of))
        if phase.start is not None and phase.start.latest is not None:
            after = phase.start.latest + timedelta(days=30)
    return line.Lane(
        line.LaneKind.RADIOTHERAPY,
        tuple(bars),
        empty=translate("Lifeline", "No radiotherapy recorded"),
    )


def _phase(stored: Stored[RadiotherapyPhase], after: date | None, as_of: date) -> line.Course:
    phase = stored.record
    instead = phase.boost is BoostKind.SIMULTANEOUS
    dose = f"{phase.total_gy} Gy / {phase.fractions}"
    caption = phase.site
    if instead:
        caption = translate("Lifeline", "{site}: instead of the course above").format(
            site=phase.site
        )
    if phase.start is None or phase.start.is_unknown:
        caption = translate("Lifeline", "{site}, no date").format(site=phase.site)
    return line.Course(
        when=_or_unknown(phase.start),
        words=translate(
            "Lifeline", "{technique} {site}, {dose} (Gy / fractions), from {start}"
        ).format(
            technique=phase.technique or translate("Lifeline", "radiotherapy"),
            site=phase.site,
            dose=dose,
            start=wording.when(phase.start),
        ),
        record=(phase.kind, stored.id),
        place=_place(phase.start, after, as_of),
        title=f"SIB {phase.total_gy} Gy" if instead else dose,
        caption=caption,
        end=phase.end,
        tone=line.Tone.RADIOTHERAPY,
        beneath=instead,
    )


# Events


def _surgery(chart: Chart) -> line.Lane:
    marks = []
    for stored in chart.of(Procedure):
        record = stored.record
        surgery = record.type is ProcedureType.SURGERY
        marks.append(
            line.Event(
                when=record.date,
                words=translate("Lifeline", "{name}, {date}; {histology}").format(
                    name=record.name,
                    date=wording.when(record.date),
                    histology=record.histology or translate("Lifeline", "histology not recorded"),
                ),
                record=(record.kind, stored.id),
                symbol=line.Symbol.SURGERY if surgery else line.Symbol.BIOPSY,
                lead=wording.when(record.date),
                title=record.name.partition(",")[0],
                second=", ".join(filter(None, (record.size, record.histology))),
            )
        )
    return line.Lane(
        line.LaneKind.SURGERY,
        tuple(marks),
        empty=translate("Lifeline", "No surgery or biopsy recorded"),
    )


def _imaging(chart: Chart, as_of: date) -> line.Lane:
    stated = [_response(s, chart, as_of) for s in statements(chart, Topic.RESPONSE)]
    marks = [*scan_marks(chart), *stated]
    return line.Lane(
        line.LaneKind.IMAGING, tuple(marks), empty=translate("Lifeline", "No imaging recorded")
    )


def _response(stored: Stored[Statement], chart: Chart, as_of: date) -> line.Event:
    statement = stored.record
    dated = statement.date is not None and not statement.date.is_unknown
    return line.Event(
        when=_or_unknown(statement.date),
        words=translate("Lifeline", "{finding}: {detail} ({who})").format(
            finding=statement.finding,
            detail=statement.detail or translate("Lifeline", "as stated"),
            who=statement.stated_by,
        ),
        record=(statement.kind, stored.id),
        place=_place(statement.date, _last_local_treatment(chart), as_of),
        symbol=line.Symbol.RESPONSE,
        response=statement.finding,
        detail=wording.when(statement.date) if dated else translate("Lifeline", "stated, no date"),
    )


def _last_local_treatment(chart: Chart) -> date | None:
    """A response without a date stands after the last radiotherapy began, with room to end."""
    starts = [
        p.record.start.latest
        for p in chart.of(RadiotherapyPhase)
        if p.record.start is not None and p.record.start.latest is not None
    ]
    return max(starts) + timedelta(days=45) if starts else None


def _adverse_events(chart: Chart, as_of: date) -> line.Lane:
    bars = tuple(_adverse_event(chart, stored) for stored in chart.of(AdverseEvent))
    notes = [
        line.Note(
            translate("Lifeline", "irAE: {finding} ({who})").format(
                finding=s.record.finding, who=s.record.stated_by
            ),
            s.record.date.earliest - timedelta(days=1200),
            as_of,
        )
        for s in statements(chart, Topic.IRAE)
        if s.record.date is not None and s.record.date.earliest is not None
    ]
    return line.Lane(
        line.LaneKind.ADVERSE_EVENTS,
        bars,
        tuple(notes),
        translate("Lifeline", "No adverse event recorded"),
    )


def _adverse_event(chart: Chart, stored: Stored[AdverseEvent]) -> line.AdverseEvent:
    event = stored.record
    said = ", ".join(filter(None, (event.term, event.described_as)))
    steps = grades_over_time(chart, stored)
    graded = any(grade for _, grade in steps)
    unstated = translate("Lifeline", "grade not stated")
    grades = (unstated if grade is None else f"G{grade}" for _, grade in steps)
    changes = zip(grades, (wording.when(start) for start, _ in steps), strict=True)
    words = ", ".join([said, *(f"{grade} {start}" for grade, start in changes)])
    caused = cause_words(chart, stored)
    return line.AdverseEvent(
        when=event.onset,
        words=f"{words}\n{caused}" if caused else words,
        record=(event.kind, stored.id),
        title=said,
        caption="" if graded else unstated,
        end=event.end,
        ongoing=bool(event.is_ongoing),
        grades=tuple(line.GradeStep(*step) for step in steps) if graded else (),
    )


def _visits(chart: Chart) -> line.Lane:
    marks = [_visit(stored) for stored in chart.of(Visit)]
    patient = chart.patient
    contact = patient.record.last_contact
    if contact is not None:
        alive = patient.record.vital_status is VitalStatus.ALIVE
        marks.append(
            line.Event(
                when=contact,
                words=translate("Lifeline", "last contact {date}").format(
                    date=wording.when(contact)
                ),
                record=(patient.record.kind, patient.id),
                symbol=line.Symbol.VISIT,
                title=translate("Lifeline", "last contact"),
                lead=wording.when(contact),
                detail=wording.choice(VitalStatus.ALIVE) if alive else "",
            )
        )
    return line.Lane(
        line.LaneKind.VISITS, tuple(marks), empty=translate("Lifeline", "No visit recorded")
    )


def _visit(stored: Stored[Visit]) -> line.Event:
    visit = stored.record
    facts = [wording.choice(visit.contact)]
    facts += [f"ECOG {visit.ecog}"] if visit.ecog is not None else []
    facts += [f"{visit.weight} kg"] if visit.weight is not None else []
    facts += [visit.complaint] if visit.complaint else []
    named = visit.contact is Contact.ADMISSION
    return line.Event(
        when=visit.date,
        words=f"{wording.when(visit.date)}: " + ", ".join(facts),
        record=(visit.kind, stored.id),
        symbol=line.Symbol.VISIT,
        lead=wording.when(visit.date) if named else "",
        title=", ".join(facts[:2]) if named else "",
    )


def _milestones(chart: Chart) -> list[line.Milestone]:
    return [
        line.Milestone(
            when=stored.record.date,
            words=translate("Lifeline", "Relapse proved by {name}, {date}").format(
                name=stored.record.name, date=wording.when(stored.record.date)
            ),
            record=(stored.record.kind, stored.id),
            title=translate("Lifeline", "Relapse proved {date}").format(
                date=wording.when(stored.record.date)
            ),
        )
        for stored in chart.of(Procedure)
        if stored.record.proves is Proof.RELAPSE
    ]
