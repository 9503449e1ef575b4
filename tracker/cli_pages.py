# SPDX-License-Identifier: MIT
"""What commands print: pages for a person, and plain objects for a script."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from tracker.domain.reminders import DayState, Due, What
from tracker.domain.state import Json, finding_object
from tracker.services.imports import ImportReport
from tracker.services.quality import ChartFindings
from tracker.services.today import DayLine

UNKNOWN = "not recorded"


# One patient


def patient_page(state: Json) -> str:
    """The derived state of a patient as text; every number with its unit, nothing rounded."""
    parts = (
        ("", _person(state)),
        ("Stage", map(_stage, state["stages"])),
        ("Clocks", map(_clock, state["clocks"])),
        ("Courses", _flat(map(_course, state["courses"]))),
        ("Markers", _flat(map(_marker, state["markers"]))),
        ("Radiotherapy", _flat(map(_phase, state["radiotherapy"]))),
        ("Nodes", _nodes(state["nodes"])),
        ("Response", map(_response, state["responses"])),
        ("Disease status", map(_status, state["disease_status"])),
        ("Biomarkers", map(_biomarker, state["biomarkers"])),
        ("Decisions", map(_decision, state["decisions"])),
        ("Adverse events", (*map(_event, state["adverse_events"]), _irae(state["irae"]))),
        ("Statements", map(_statement, state["statements"])),
        ("Due", map(_due, state["due"])),
    )
    return "\n\n".join(_block(title, list(lines)) for title, lines in parts)


def _block(title: str, lines: list[str]) -> str:
    if not title:
        return "\n".join(lines)
    return "\n".join([title, *(f"  {line}" for line in lines or [UNKNOWN])])


def _flat(groups: Iterable[Iterable[str]]) -> Iterator[str]:
    for group in groups:
        yield from group


def _range(ends: Sequence[object] | None, unit: str = "") -> str:
    if ends is None:
        return UNKNOWN
    low, high = ends
    text = f"{low}" if low == high else f"{low} to {high}"
    return f"{text} {unit}".rstrip()


def _person(state: Json) -> Iterator[str]:
    person = state["patient"]
    yield f"{person['mrn']}  {person['name'] or 'name not recorded'}"
    yield f"{person['sex'] or 'sex not recorded'}, age {_range(person['age_years'], 'years')}"
    yield f"as of {state['as_of']}"


def _stage(stage: Json) -> str:
    basis = f" ({stage['basis']})" if stage["basis"] else ""
    return f"{stage['date'] or 'undated'}  {stage['system']} {stage['stage']}{basis}"


def _clock(clock: Json) -> str:
    how = "event" if clock["event"] else "censored"
    return (
        f"{clock['name']} from {clock['index']} ({clock['from']}) to {clock['endpoint']} "
        f"({clock['to']}): {_range(clock['days'], 'days')}, "
        f"{_range(clock['months_completed'], 'completed months')}, {how}"
    )


def _course(course: Json) -> Iterator[str]:
    stop = "running" if course["ongoing"] else f"stopped {course['stop'] or 'on an unknown day'}"
    yield f"{course['regimen']}, from {course['start']}, {stop}"
    if course["days"] is None:
        yield "  how long it ran is not known"
    else:
        yield (
            f"  {_range(course['months_completed'], 'completed months')}, "
            f"{_range(course['days'], 'days')}, counted to {course['counted_to']}"
        )
    doses = course["doses"]
    given = "not known" if doses["given"] is None else doses["given"]
    yield f"  doses recorded {doses['recorded']}, given {given}"
    if course["ongoing"]:
        due = course["appointed"] or course["next_due"] or course["next_due_reason"] or UNKNOWN
        yield f"  next dose: {due}"


def _marker(series: Json) -> Iterator[str]:
    yield f"{series['code']}, {series['unit']}"
    for result in series["results"]:
        flag = result["flag"] or "no flag"
        limit = f", range {result['range']}" if result["range"] else ""
        yield f"  {result['date'] or 'undated'}  {result['text']} {result['unit']}  {flag}{limit}"


def _phase(phase: Json) -> Iterator[str]:
    inferred = ", partly inferred" if phase["inferred"] else ""
    boost = f", {phase['boost']} boost" if phase["boost"] else ""
    fractions = "1 fraction" if phase["fractions"] == 1 else f"{phase['fractions']} fractions"
    yield (
        f"{phase['start'] or 'undated'}  {phase['site']}: {phase['gy']:g} Gy in {fractions}"
        f"{boost}{inferred}"
    )
    for ratio in phase["bed"]:
        bed, eqd2 = phase["bed"][ratio], phase["eqd2"][ratio]
        yield f"  alpha/beta {ratio} Gy: BED {bed:.2f} Gy, EQD2 {eqd2:.2f} Gy"


def _nodes(nodes: Json | None) -> list[str]:
    if nodes is None:
        return []
    stations = (f"  {station['station']}: {_counted(station)}" for station in nodes["stations"])
    return [_counted(nodes), *stations]


def _counted(nodes: Json) -> str:
    positive, examined = (
        "not known" if nodes[name] is None else nodes[name] for name in ("positive", "examined")
    )
    return f"{positive} positive of {examined} examined"


def _response(response: Json) -> str:
    return f"{response['date'] or 'undated'}  {response['decided']} ({response['source']})"


def _status(status: Json) -> str:
    basis = f" ({status['basis']})" if status["basis"] else ""
    return f"{status['date'] or 'undated'}  {status['status']}{basis}"


def _biomarker(biomarker: Json) -> str:
    value = f"{biomarker['value']} {biomarker['unit'] or ''}".rstrip()
    assay = f" ({biomarker['assay']})" if biomarker["assay"] else ""
    return f"{biomarker['date'] or 'undated'}  {biomarker['test']} {value}{assay}"


def _decision(decision: Json) -> str:
    by = f" by {decision['decided_by']}" if decision["decided_by"] else ""
    return f"{decision['date'] or 'undated'}  {decision['what']}: {decision['answer']}{by}"


def _statement(statement: Json) -> str:
    detail = f": {statement['detail']}" if statement["detail"] else ""
    return (
        f"{statement['date'] or 'undated'}  {statement['about']}, {statement['finding']}{detail} "
        f"({statement['source'] or statement['stated_by']})"
    )


def _event(event: Json) -> str:
    grade = "grade not known" if event["grade"] is None else f"grade {event['grade']}"
    immune = {True: "immune-related", False: "not immune-related", None: "cause not known"}
    ongoing = ", ongoing" if event["ongoing"] else ""
    return (
        f"{event['onset'] or 'undated'}  {event['term']}, {grade}, {immune[event['irae']]}{ongoing}"
    )


def _irae(irae: Json) -> str:
    said = f"; statement: {irae['statement']}" if irae["statement"] else ""
    visits = "visit" if irae["visits"] == 1 else "visits"
    return (
        f"immune-related: {irae['recorded']} recorded, asked at {irae['visits_asked']} of "
        f"{irae['visits']} {visits}{said}"
    )


def _due(due: Json) -> str:
    return "  ".join(
        str(part) for part in (due["what"], due["on"], due["state"], due["why"]) if part
    )


# The day list


def due_object(line: DayLine) -> Json:
    """One line of the day list for a script."""
    due = line.due
    return {
        "mrn": line.patient.mrn,
        "name": line.patient.name or line.patient.name_latin,
        "treatment": due.treatment,
        "state": line.state.value,
        "on": _iso(due.on),
        "days_over": line.days_over,
        "cycle": due.cycle,
        "cycle_day": due.cycle_day,
        "last_given": _iso(due.last_given),
        "why": due.why.value if due.why else None,
        "reason": due.reason,
        "recheck": _iso(due.recheck),
        "appointed": _iso(due.appointed),
        "projected": _iso(due.projected),
        "what": due.what.value,
        "title": due.title,
        "key": str(due.key),
        "between": [_iso(due.earliest), _iso(due.latest)],
        "snoozed_until": _iso(due.snoozed_until),
        "promised": _iso(due.promised),
        "cancelled": _iso(due.cancelled),
        "attempts": due.attempts,
        "left": due.left.value if due.left else None,
        "left_on": due.closed.iso() if due.closed else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def due_page(lines: Sequence[DayLine], day: date) -> str:
    """The day list as a table."""
    rows = [_due_row(line) for line in lines]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    padded = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join([f"{day.isoformat()}: {len(lines)} on the list", *padded])


def _due_row(line: DayLine) -> tuple[str, ...]:
    due = line.due
    return (
        f"{line.state.label} {_days(line)}".rstrip(),
        _iso(due.on) or (f"{due.earliest}..{due.latest}" if due.earliest else "no date"),
        line.patient.mrn,
        line.patient.name or line.patient.name_latin or "name not recorded",
        due.treatment if due.what is What.DOSE else f"{due.what.label} {due.title}".rstrip(),
        ", ".join(_notes(due)),
    )


def _days(line: DayLine) -> str:
    if line.state is DayState.NOT_SEEN:
        return f"{line.days_over} d"
    return f"{line.days_over} d over" if line.days_over else ""


def _notes(due: Due) -> Iterator[str]:
    if due.left:
        yield f"{due.left.label} {due.closed.text if due.closed else ''}".rstrip()
    if due.attempts:
        yield f"calls without an answer: {due.attempts}"
    elif due.reason or due.why:
        yield due.reason or (due.why.label if due.why else "")
    for word, day in (
        ("recheck", due.recheck),
        ("put off until", due.snoozed_until),
        ("promised", due.promised),
        ("cancelled", due.cancelled),
    ):
        if day:
            yield f"{word} {day}"


# An import


def import_object(report: ImportReport) -> dict[str, Any]:
    """What became of a file, for a script."""
    return {
        "file": report.file,
        "kind": report.kind.value,
        "encoding": report.encoding,
        "sha256": report.sha256,
        "dry_run": report.dry_run,
        "rows_read": report.rows_read,
        "added": report.added,
        "unchanged": report.unchanged,
        "patients": list(report.patients),
        "left_out": report.left_out,
        "duplicates": [
            {
                "place": each.place,
                "mrn": each.patient.record.mrn,
                "may_be": [found.patient.mrn for found in each.found],
                "answer": each.answer.value if each.answer else None,
            }
            for each in report.alike
        ],
        "problems": [
            {"place": each.place, "field": each.field, "text": str(each.message)}
            for each in report.problems
        ],
    }


def import_page(report: ImportReport) -> str:
    """What became of a file, in a line or two."""
    head = f"{report.file}: {report.kind.label}"
    if report.problems:
        return f"{head}. Nothing was stored."
    done = "would be added (dry run)" if report.dry_run else "added"
    page = (
        f"{head}, read as {report.encoding}. Records: {report.rows_read} read, {report.added} "
        f"{done}, {report.unchanged} already stored. Charts: {len(report.patients)}."
    )
    if report.left_out:
        page += f" Left out: {report.left_out}."
    for each in report.alike:
        others = ", ".join(found.patient.mrn for found in each.found)
        said = each.answer.label if each.answer else "not answered: --duplicates other|link|skip"
        page += f"\n{each.patient.record.mrn} may be {others}: {said}."
    return page


# What there is to check


def quality_page(found: Sequence[ChartFindings]) -> str:
    """Every finding of every chart, the disagreements first."""
    blocks = (
        _block(
            chart.patient.mrn,
            [f"{each.code}: {each.message}" for each in (*chart.disagreements, *chart.questions)],
        )
        for chart in found
    )
    return "\n\n".join(blocks) or "Nothing is open in any chart."


def quality_object(found: ChartFindings) -> Json:
    """The findings of one chart for a script."""
    return {
        "mrn": found.patient.mrn,
        "findings": [finding_object(each) for each in found.disagreements],
        "open_questions": [finding_object(each) for each in found.questions],
    }
