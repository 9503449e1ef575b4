# SPDX-License-Identifier: MIT
"""A patient's derived state, as plain values: what ``tracker show --json`` prints.

The keys are a contract: they may be added to, never renamed. Ranges are ``[lowest, highest]``, a
certain value repeats itself, unknown is None and never 0.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from tracker.domain import outcomes, radiotherapy
from tracker.domain.adverse_events import causes_of, worst_in
from tracker.domain.chart import Chart
from tracker.domain.contradictions import contradictions
from tracker.domain.dates import Certainty, PartialDate, before
from tracker.domain.durations import Span
from tracker.domain.endpoints import all_clocks
from tracker.domain.envelope import Stored
from tracker.domain.fields import Choice, YesNo
from tracker.domain.findings import Finding, stated
from tracker.domain.hindsight import known_by
from tracker.domain.irecist import Immune
from tracker.domain.lesion_series import time_points
from tracker.domain.markers import range_in_words, series, times_limit
from tracker.domain.oligometastases import classified, spread_of
from tracker.domain.quality import open_questions
from tracker.domain.records import (
    AdverseEvent,
    Biomarker,
    Course,
    Decision,
    DiseaseStatus,
    MarkerResult,
    NodeStation,
    RadiotherapyPhase,
    ResponseAssessment,
    Stage,
    Statement,
    Visit,
)
from tracker.domain.records.course import DoseAction, TherapyClass
from tracker.domain.records.statement import Topic
from tracker.domain.response import Assessed
from tracker.domain.response_history import Response, responses
from tracker.domain.schedule import DOSE_GIVEN, Ledger, ledgers

Json = dict[str, Any]


def state(chart: Chart, as_of: date) -> Json:
    """Everything derived for one patient as of a day; what happened later is not known then."""
    chart = known_by(chart, as_of)
    books = ledgers(chart)
    return {
        "patient": _patient(chart, as_of),
        "as_of": as_of.isoformat(),
        "clocks": [_clock(clock) for clock in all_clocks(chart, as_of)],
        "courses": [_course(chart, book, as_of) for book in books],
        "markers": [_series(found) for found in series([r.record for r in chart.of(MarkerResult)])],
        "radiotherapy": [_phase(phase.record) for phase in chart.of(RadiotherapyPhase)],
        "radiotherapy_sums": [
            _dose_sum(found) for found in radiotherapy.dose_sums(chart.of(RadiotherapyPhase))
        ],
        "nodes": nodes(chart),
        "stages": [_stage(stage.record) for stage in in_time(chart.of(Stage))],
        "disease_status": [_status(s.record) for s in in_time(chart.of(DiseaseStatus))],
        "oligometastases": [
            {
                "definition": each.definition.value,
                "class": _code(each.found),
                "missing": [gap.value for gap in each.gaps],
            }
            for spread in [spread_of(chart)]
            if spread is not None
            for each in classified(spread)
        ],
        "biomarkers": [_biomarker(b.record) for b in in_time(chart.of(Biomarker))],
        "decisions": [_decision(d.record, d.source) for d in in_time(chart.of(Decision))],
        "responses": [
            *(_assessment(a.record, a.source) for a in in_time(chart.of(ResponseAssessment))),
            *(_response(s.record, s.source) for s in statements(chart, Topic.RESPONSE)),
            *(_computed(told) for told in responses(chart) if not told.is_recorded),
        ],
        "scans_measured": [_scan(*each) for each in time_points(chart)],
        "statements": [_statement(s.record, s.source) for s in in_time(chart.of(Statement))],
        "adverse_events": [_event(chart, e) for e in in_time(chart.of(AdverseEvent))],
        "irae": irae(chart, as_of),
        "due": [
            {
                "what": due.what,
                "on": due.on.isoformat() if due.on else None,
                "state": _due_state(due.on, due.state.value, as_of),
                "why": due.why.value if due.why else None,
            }
            for due in (book.due for book in books)
            if due is not None
        ],
        "contradictions": [
            {"code": s.record.finding, "text": s.record.detail or s.record.finding}
            for s in statements(chart, Topic.CONTRADICTION)
        ],
        "findings": [finding_object(found) for found in contradictions(chart)],
        "open_questions": [finding_object(found) for found in open_questions(chart, as_of)],
    }


def finding_object(found: Finding) -> Json:
    """A finding with the records it rests on."""
    return {
        "code": found.code,
        "text": str(found.message),
        "records": [{"kind": kind, "id": str(id_)} for kind, id_ in found.records],
    }


def in_time(stored: Iterable[Any]) -> list[Any]:
    """Stored records by their own date, undated ones last."""

    def place(each: Any) -> tuple[bool, tuple[date, date]]:  # noqa: ANN401 - any record kind
        when: PartialDate | None = getattr(each.record, each.record.when)
        return (when is None, when.sort_key if when else (date.max, date.max))

    return sorted(stored, key=place)


def _span(span: Span[int] | Span[float] | None, digits: int | None = None) -> list[Any] | None:
    if span is None:
        return None
    return [end if digits is None else round(end, digits) for end in span.as_list()]


def _date(when: PartialDate | None) -> str | None:
    """The date as it is known, in ISO 8601-2; unknown is None."""
    return (when.iso() or None) if when is not None else None


def _patient(chart: Chart, as_of: date) -> Json:
    patient = chart.patient.record
    return {
        "mrn": patient.mrn,
        "name": patient.name or patient.name_latin,
        "sex": patient.sex.value if patient.sex else None,
        "age_years": _span(outcomes.age_of(patient, as_of)),
    }


def _clock(clock: outcomes.Clock) -> Json:
    return {
        "name": clock.name,
        "index": clock.index,
        "endpoint": clock.endpoint,
        "from": _date(clock.start),
        "to": _text(clock.end),
        "days": _span(clock.days),
        "months_completed": _span(clock.months_completed),
        "months_and_days": list(clock.months_and_days) if clock.months_and_days else None,
        "months_30_4375": _span(clock.months_30_4375, 1),
        "event": clock.event,
    }


def _text(when: PartialDate | None) -> str | None:
    """An end as it was entered; the as-of day instead when it lies wholly after that."""
    if when is None:
        return None
    entered = PartialDate.parse(when.text)
    return _date(entered if entered.earliest == when.earliest else when)


def _course(chart: Chart, book: Ledger, as_of: date) -> Json:
    course: Course = book.course.record
    time, last, intensity = outcomes.course_time(chart, book, as_of), book.last, book.intensity
    projected = book.projected if book.is_running else None
    due = book.due
    return {
        "id": str(book.course.id),
        "regimen": course.regimen,
        "start": _date(course.start),
        "stop": _date(book.stop),
        "ongoing": book.is_running,
        "counted_to": _text(time.counted_to),
        "days": _span(time.days),
        "months_completed": _span(time.months),
        "doses": {
            "recorded": book.count(*DOSE_GIVEN),
            "given": book.count(*DOSE_GIVEN) if book.is_complete else None,
            "held": book.count(DoseAction.HELD) if book.is_complete else None,
            "skipped": book.count(DoseAction.SKIPPED) if book.is_complete else None,
            "reduced": book.count(DoseAction.REDUCED) if book.is_complete else None,
            "on_schedule": _span(time.on_schedule),
        },
        "cycle_next": book.next_cycle if book.is_running else None,
        "delay_days": last.delay_days if last else None,
        "drift_days": last.drift_days if last else None,
        "dose_intensity": {
            "first_to_last": _rounded(intensity.first_to_last),
            "with_last_cycle": _rounded(intensity.with_last_cycle),
        },
        "next_due": projected.isoformat() if projected else None,
        "next_due_reason": due.why.value if due and due.why else None,
        "appointed": book.appointed.isoformat() if book.appointed else None,
    }


def _rounded(value: float | None, digits: int = 3) -> float | None:
    return None if value is None else round(value, digits)


def _series(found: Any) -> Json:  # noqa: ANN401 - markers.Series
    return {
        "code": found.analyte,
        "unit": found.unit,
        "results": [
            {
                "date": _date(result.date),
                "text": result.value.text,
                "unit": result.unit,
                "flag": result.flag.value if result.flag else None,
                "range": range_in_words(result),
                "times_limit": _span(times_limit(result), 3),
            }
            for result in found.results
        ],
        "nadir": {
            method: {"date": _date(result.date), "text": result.value.text}
            for method, result in found.nadir_by_method().items()
        },
        "doubling_days": _span(found.doubling, 1),
    }


def _phase(phase: RadiotherapyPhase) -> Json:
    def both(formula: Any) -> Json:  # noqa: ANN401 - bed or eqd2
        return {
            str(ratio): round(float(formula(phase.total_gy, phase.fractions, ratio)), 3)
            for ratio in radiotherapy.ratios(phase)
        }

    return {
        "site": phase.site,
        "technique": phase.technique,
        "start": _date(phase.start),
        "gy": float(phase.total_gy),
        "fractions": phase.fractions,
        "boost": phase.boost.value if phase.boost else None,
        "inferred": phase.inferred is YesNo.YES,
        "bed": both(radiotherapy.bed),
        "eqd2": both(radiotherapy.eqd2),
    }


def _dose_sum(found: radiotherapy.DoseSum) -> Json:
    return {
        "point": found.point,
        "sites": [phase.record.site for phase in found.phases],
        "eqd2": {
            str(ratio): round(float(found.eqd2(ratio)), 3)
            for ratio in (radiotherapy.TUMOUR, radiotherapy.LATE)
        },
    }


def nodes(chart: Chart) -> Json | None:
    """Positive and examined nodes of all stations; None when no station is recorded."""
    stations = [stored.record for stored in chart.of(NodeStation)]
    if not stations:
        return None

    def total(numbers: list[int | None]) -> int | None:
        known = [n for n in numbers if n is not None]
        return sum(known) if len(known) == len(numbers) else None

    return {
        "positive": total([s.positive for s in stations]),
        "examined": total([s.examined for s in stations]),
        "stations": [
            {"station": s.station, "positive": s.positive, "examined": s.examined} for s in stations
        ],
    }


def _stage(stage: Stage) -> Json:
    return {
        "system": stage.system,
        "stage": stage.stage,
        "basis": stage.basis.value if stage.basis else None,
        "date": _date(stage.date),
    }


def statements(chart: Chart, topic: Topic) -> list[Stored[Statement]]:
    """What was said about a topic, oldest first."""
    return in_time(stated(chart, topic))


def _response(statement: Statement, source: str | None) -> Json:
    return {
        "date": _date(statement.date),
        "criteria": "statement",
        "computed": None,
        "decided": statement.finding,
        "source": source or statement.stated_by,
    }


def _assessment(assessment: ResponseAssessment, source: str | None) -> Json:
    return {
        "date": _date(assessment.date),
        "criteria": assessment.criteria,
        "computed": _code(assessment.computed),
        "decided": _code(assessment.decided),
        "source": source or assessment.decided_by,
    }


def _computed(told: Response) -> Json:
    return {
        "date": _date(told.when),
        "criteria": told.criteria,
        "computed": _code(told.computed),
        "decided": None,
        "source": "computed from lesions",
    }


def _scan(recist: Assessed, immune: Immune) -> Json:
    """One time point; a sum is None unless every target has a value."""
    percent, from_nadir = recist.from_baseline_percent, recist.from_nadir_percent
    question = recist.question or immune.question
    return {
        "date": _date(recist.when),
        "sum_mm": _number(recist.total),
        "from_baseline_percent": _number(percent),
        "from_nadir_percent": _number(from_nadir),
        "from_nadir_mm": _number(recist.from_nadir_mm),
        "target": _code(recist.target),
        "nontarget": _code(recist.nontarget),
        "new_lesions": list(recist.new),
        "recist": _code(recist.overall),
        "irecist": _code(immune.overall),
        "question": str(question) if question else None,
        "why": [f"{clause.words} ({clause.section})" for clause in (*recist.why, *immune.why)],
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _status(status: DiseaseStatus) -> Json:
    return {
        "date": _date(status.date),
        "status": status.disease.value,
        "basis": status.basis,
    }


def _biomarker(biomarker: Biomarker) -> Json:
    return {
        "date": _date(biomarker.date),
        "test": biomarker.test,
        "value": biomarker.value,
        "unit": biomarker.unit,
        "assay": biomarker.assay,
    }


def _decision(decision: Decision, source: str | None) -> Json:
    return {
        "date": _date(decision.date),
        "what": decision.what,
        "answer": decision.answer.value,
        "decided_by": decision.decided_by,
        "why": decision.why,
        "source": source,
    }


def _statement(statement: Statement, source: str | None) -> Json:
    return {
        "date": _date(statement.date),
        "about": statement.about.value,
        "finding": statement.finding,
        "detail": statement.detail,
        "stated_by": statement.stated_by,
        "source": source,
    }


def _code(choice: Choice | None) -> str | None:
    return choice.value if choice is not None else None


def _event(chart: Chart, stored: Stored[AdverseEvent]) -> Json:
    event = stored.record
    return {
        "term": event.term,
        "grade": event.grade,
        "worst_grade": worst_in(chart, stored),
        "described_as": event.described_as,
        "onset": _date(event.onset),
        "irae": None if event.irae in {None, YesNo.UNKNOWN} else event.irae is YesNo.YES,
        "ongoing": event.is_ongoing,
        "cause_as_written": event.attribution,
        "attributed_to": [
            {"cause": str(cause), "certainty": cause.certainty.value}
            for cause in causes_of(chart, stored.id)
        ],
    }


def irae(chart: Chart, as_of: date) -> Json:
    """Immune-related events: recorded ones, how often they were asked for, and statements.

    Visits count from the start of the first immunotherapy on.
    """
    starts = [
        c.record.start for c in chart.of(Course) if c.record.therapy is TherapyClass.IMMUNOTHERAPY
    ]
    start = min(starts, key=lambda d: d.sort_key, default=None)
    visits = [
        v.record
        for v in chart.of(Visit)
        if start is not None
        and before(v.record.date, start) is not Certainty.YES
        and before(PartialDate.of(as_of), v.record.date) is not Certainty.YES
    ]
    said = [s.record for s in statements(chart, Topic.IRAE)]
    return {
        "recorded": sum(e.record.irae is YesNo.YES for e in chart.of(AdverseEvent)),
        "visits": len(visits),
        "visits_asked": sum(v.irae_asked is YesNo.YES for v in visits),
        "statement": _in_words(said[-1]) if said else None,
    }


def _in_words(statement: Statement) -> str:
    when = f", {statement.date.text}" if statement.date else ""
    return f"{statement.finding} ({statement.stated_by}{when})"


def _due_state(on: date | None, stored: str, as_of: date) -> str:
    """The stored state as it reads on a day: a projected date is due, overdue or later."""
    if on is None or stored != "projected":
        return stored
    if on == as_of:
        return "due"
    return "overdue" if on < as_of else "later"
