# SPDX-License-Identifier: MIT
"""What a file would add to the store, and everything that forbids it; nothing is stored here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import TypeVar
from uuid import UUID

from tracker.domain.chart import Chart, ChartBuilder
from tracker.domain.checks import problems_in_chart
from tracker.domain.envelope import Stored, TrailLine
from tracker.domain.errors import NotFound, Problem, Refused
from tracker.domain.fields import items
from tracker.domain.markers import overlapping
from tracker.domain.records import (
    KINDS,
    AdverseEvent,
    AdverseEventGrade,
    MarkerResult,
    Patient,
    ReferenceRange,
)
from tracker.domain.records.base import Record, parent_of
from tracker.domain.roles import Action
from tracker.domain.terms import Terms
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.toxicity import Ctcae
from tracker.interchange import ctcae_workbook, own_json, results_csv
from tracker.interchange.bundle import Bundle, PatientDraft, RecordDraft
from tracker.interchange.findings import MOST_SHOWN
from tracker.services import erasures
from tracker.services.context import Context
from tracker.services.duplicates import Lookalike, SamePerson, lookalikes
from tracker.services.terminology import analytes, terms
from tracker.store.ids import Ids
from tracker.store.queries import PatientLine
from tracker.store.store import Store
from tracker.store.unit import left_without_parent

R = TypeVar("R", bound=Record)
V = TypeVar("V")

_GRADED = (AdverseEvent, AdverseEventGrade)

Answers = Callable[[UUID], SamePerson | None]
"""What a person says of a new patient, by id; None while nobody was asked."""


@dataclass(slots=True)
class Additions:
    """What a file adds to one chart; ``chart`` is how it will look."""

    chart: Chart
    new: list[Stored[Record]]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A new patient of a file who may be on file, by whom, and what a person says to that."""

    patient: Stored[Patient]
    place: str
    found: tuple[Lookalike, ...]
    answer: SamePerson | None

    @property
    def likeliest(self) -> PatientLine:
        """Whom it resembles most."""
        return self.found[0].patient


@dataclass(slots=True)
class Plan:
    """What a file would do to the store, and what forbids it.

    Attributes:
        read: records in the file, patients included.
        encoding: how its text was read.
        clinic: new records of the clinic.
        charts: what each chart gains.
        ctcae: a version of CTCAE, in the place of the clinic's copy of it.
        alike: new patients who may be on file already.
        left_out: records of patients who are not to be imported.
        problems: everything that is wrong; with any, nothing may be stored.
    """

    read: int = 0
    encoding: str = "utf-8"
    clinic: list[Stored[Record]] = field(default_factory=list)
    charts: list[Additions] = field(default_factory=list)
    ctcae: Ctcae | None = None
    alike: list[Resemblance] = field(default_factory=list)
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def added(self) -> int:
        """How many records would be stored."""
        terms = len(self.ctcae.terms) if self.ctcae else 0
        return len(self.clinic) + terms + sum(len(each.new) for each in self.charts)


def plan_json(store: Store, ctx: Context, data: bytes, answers: Answers) -> Plan:
    """What a file of the program's own JSON would do.

    Args:
        store: the open profile.
        ctx: who asks.
        data: of the file.
        answers: says of a new patient who resembles somebody whether it is that person.
    """
    plan = Plan()
    try:
        bundle = own_json.read(data)
    except Refused as error:
        plan.problems += error.problems
    else:
        plan.read = len(bundle.clinic) + sum(1 + len(each.records) for each in bundle.patients)
        _plan_bundle(store, ctx, bundle, plan, answers)
    return plan


def _plan_bundle(store: Store, ctx: Context, bundle: Bundle, plan: Plan, answers: Answers) -> None:
    if bundle.demonstration != store.is_demo:
        plan.problems.append(_mixed(demonstration=bundle.demonstration))
        return
    for draft in bundle.clinic:
        arrival = _arrival(ctx, draft, None)
        known = _clinic_record(store, draft)
        if known is None:
            plan.clinic.append(arrival)
            plan.problems += _overlaps(store, plan, arrival, draft.place)
        elif not _same(known, arrival):
            plan.problems.append(_differs(draft.place))
    gone = erasures.by_patient(store)
    for each in bundle.patients:
        if each.id in gone:
            plan.problems.append(_was_erased(gone[each.id], each.patient.place))
        else:
            _plan_patient(store, ctx, each, plan, answers)
    places = {draft.id: draft.place for each in bundle.patients for draft in each.records}
    plan.problems += _problems_of_events(store, plan.charts, places)


def _overlaps(store: Store, plan: Plan, arrival: Stored[Record], place: str) -> Iterator[Problem]:
    """Reference ranges of a file meet those that are stored, and each other."""
    new = arrival.record
    if not isinstance(new, ReferenceRange) or not arrival.is_current:
        return
    known = {each.id: each.record for each in store.ranges(new.analyte)}
    in_file = (s for s in plan.clinic if s.is_current and s.id != arrival.id)
    known |= {s.id: s.record for s in in_file if isinstance(s.record, ReferenceRange)}
    for problem in overlapping(new, known.values()):
        yield replace(problem, place=place)


def _plan_patient(
    store: Store, ctx: Context, each: PatientDraft, plan: Plan, answers: Answers
) -> None:
    before = _chart_before(store, each.id)
    patient: Stored[Patient] = _arrival(ctx, each.patient, each.id)
    if before is None and patient.is_current:
        alike = _resemblance(store, ctx, patient, each.patient.place, answers)
        if alike is not None:
            plan.alike.append(alike)
            if alike.answer is SamePerson.SKIP:
                plan.left_out += 1 + len(each.records)
                return
            if alike.answer is SamePerson.LINK:
                linked = replace(patient.record, same_person_as=alike.likeliest.patient)
                patient = replace(patient, record=linked)
    arrivals: dict[UUID, Stored[Record]] = {
        draft.id: _arrival(ctx, draft, each.id) for draft in each.records
    }
    places = {draft.id: draft.place for draft in each.records}
    known = _by_id(before) if before else {}
    for arrival in (patient, *arrivals.values()):
        if arrival.id in known and not _same(known[arrival.id], arrival):
            plan.problems.append(_differs(places.get(arrival.id, each.patient.place)))
    new = [arrival for own_id, arrival in arrivals.items() if own_id not in known]
    after = _joined(before or Chart(patient, {}), new)
    plan.problems += _problems_after(ctx, after, new, places)
    if before is None:
        plan.problems += _number_taken(store, each.patient)
        plan.problems += _patient_problems(ctx, patient, each.patient.place)
        new.insert(0, patient)
    plan.charts.append(Additions(after, new))


def _patient_problems(ctx: Context, patient: Stored[Patient], place: str) -> Iterator[Problem]:
    """What is wrong with a new patient alone; its records are judged against it, each by itself."""
    if patient.is_current:
        found = problems_in_chart(patient.record, Chart(patient, {}), ctx.clock.today())
        yield from (replace(problem, place=place) for problem in found)


def _resemblance(
    store: Store, ctx: Context, patient: Stored[Patient], place: str, answers: Answers
) -> Resemblance | None:
    found = tuple(lookalikes(store, ctx, patient=patient.record))
    return Resemblance(patient, place, found, answers(patient.id)) if found else None


def _clinic_record(store: Store, draft: RecordDraft[Record]) -> Stored[Record] | None:
    try:
        return store.get(type(draft.record), None, draft.id)
    except NotFound:
        return None


def _chart_before(store: Store, patient: UUID) -> Chart | None:
    try:
        return store.chart(patient)
    except NotFound:
        return None


def _problems_after(
    ctx: Context, after: Chart, new: Iterable[Stored[Record]], places: dict[UUID, str]
) -> Iterator[Problem]:
    """What is wrong with ``new`` records in the chart they will stand in."""
    whole = _by_id(after)
    for stored in new:
        place = places[stored.id]
        link = parent_of(type(stored.record))
        if link is not None:
            parent = whole.get(getattr(stored.record, link.name))
            if parent is None or parent.record.kind != link.name:
                yield _no_parent(link.name, place)
        if stored.is_current:
            problems = problems_in_chart(stored.record, after, ctx.clock.today(), stored.id)
            yield from (replace(problem, place=place) for problem in problems)
    yield from left_without_parent(after)


def _problems_of_events(
    store: Store, charts: Iterable[Additions], places: dict[UUID, str]
) -> Iterator[Problem]:
    """What CTCAE says against new terms and grades, as it would in the form of the event."""
    known: Terms | None = None
    for each in charts:
        graded = [new for new in each.new if new.is_current and isinstance(new.record, _GRADED)]
        if not graded:
            continue
        known = known or terms(store)  # once for the file: it reads the clinic's workbooks
        whole = _by_id(each.chart)
        for new in graded:
            problems = _against_ctcae(known, new.record, whole)
            yield from (replace(problem, place=places[new.id]) for problem in problems)


def _against_ctcae(
    known: Terms, record: Record, whole: dict[UUID, Stored[Record]]
) -> Iterator[Problem]:
    if isinstance(record, AdverseEvent):
        yield from known.problems(record)
    elif isinstance(record, AdverseEventGrade):
        event = whole.get(record.adverse_event)
        if event is not None and isinstance(event.record, AdverseEvent):
            yield from known.grade_problems(event.record, record)


def _joined(before: Chart, new: Iterable[Stored[Record]]) -> Chart:
    builder = ChartBuilder(before.patient)
    for stored in (*_records(before), *new):
        builder.put(stored)
    return builder.chart(before.ranges)


def _records(chart: Chart) -> Iterator[Stored[Record]]:
    for stored in chart.records.values():
        yield from stored


def _by_id(chart: Chart) -> dict[UUID, Stored[Record]]:
    return {stored.id: stored for stored in (chart.patient, *_records(chart))}


def _arrival(ctx: Context, draft: RecordDraft[R], patient: UUID | None) -> Stored[R]:
    return Stored(
        id=draft.id,
        patient=patient,
        record=draft.record,
        status=draft.status,
        recorded_at=ctx.clock.now(),
        recorded_by=ctx.user,
        source=draft.source,
        note=draft.note,
    )


def _same(stored: Stored[Record], arrival: Stored[Record]) -> bool:
    """Whether a file says what is stored; what the program derived may be missing in it."""
    record = arrival.record
    if type(record) is not type(stored.record):
        return False
    derived = {f.name for f in items(type(record)) if f.item.derived}
    blank = {name for name in derived if getattr(record, name) is None}
    record = replace(record, **{name: getattr(stored.record, name) for name in blank})
    one, other = ((s.status, s.source, s.note) for s in (stored, arrival))
    return record == stored.record and one == other


# The official workbook of adverse event terms


def plan_ctcae(_store: Store, ctx: Context, data: bytes, _answers: Answers) -> Plan:
    """What the NCI workbook of a CTCAE version would do.

    Raises:
        NotPermitted: the role may not change what holds for the clinic.
    """
    ctx.require(Action.CLINIC)
    plan = Plan()
    try:
        book = ctcae_workbook.read(data)
    except Refused as error:
        plan.problems += error.problems
    else:
        plan.ctcae, plan.read = book.ctcae, len(book.ctcae.terms)
        plan.encoding = f"CTCAE {book.ctcae.version}, {book.layout} layout, sheet {book.sheet}"
    return plan


# Results, one a row


def plan_csv(store: Store, ctx: Context, data: bytes, _answers: Answers) -> Plan:
    """What a file of laboratory results would do; it holds no patients."""
    plan = Plan()
    try:
        file = results_csv.read_rows(data)
    except Refused as error:
        plan.problems += error.problems
        return plan
    plan.problems += file.problems
    if len(file.problems) > MOST_SHOWN:  # they end with how many more there are
        return plan
    plan.read, plan.encoding = len(file.rows), file.encoding
    by_number: dict[str, list[results_csv.ResultRow]] = {}
    for row in file.rows:
        by_number.setdefault(row.mrn, []).append(row)
    found: list[tuple[int, Problem]] = []
    for mrn, rows in by_number.items():
        patient = store.find_mrn(mrn)
        if patient is None:
            found += ((row.row, _unknown_number(row)) for row in rows)
        else:
            additions = Additions(store.chart(patient), [])
            found += _plan_results(ctx, rows, additions)
            plan.charts.append(additions)
    found.sort(key=itemgetter(0))
    plan.problems += (replace(problem, place=f"row {number}") for number, problem in found)
    return plan


def _plan_results(
    ctx: Context, rows: list[results_csv.ResultRow], to: Additions
) -> Iterator[tuple[int, Problem]]:
    """Adds the new results of one patient ``to`` the chart; yields problems with their rows."""
    known: dict[object, dict[str, set[object]]] = {}
    for result in (stored.record for stored in to.chart.of(MarkerResult)):
        of_day = known.setdefault(_day(result), {})
        of_day.setdefault(result.date.minute, set()).add(_reported(result))
    in_file: dict[object, dict[str, int]] = {}
    ids = Ids()
    for row in rows:
        result, said = _coded(row.draft.record)
        day, minute = _day(result), result.date.minute
        recorded = set[object]().union(*_same_sample(known.get(day, {}), minute))
        rows_of_day = in_file.setdefault(day, {})
        first = min(_same_sample(rows_of_day, minute), default=None)
        rows_of_day.setdefault(minute, row.row)
        if first is not None and result.date.is_day:
            yield row.row, _second_result(result, first)
        if _reported(result) in recorded:
            continue
        if recorded and result.date.is_day:
            yield row.row, _other_result(result)
        for problem in problems_in_chart(result, to.chart, ctx.clock.today()):
            yield row.row, problem
        draft = RecordDraft(record=result, id=ids.new(ctx.clock.now()), note=said)
        to.new.append(_arrival(ctx, draft, to.chart.patient.id))


def _coded(result: MarkerResult) -> tuple[MarkerResult, str | None]:
    """The result under the code of its analyte, and the laboratory's own name where it differs."""
    code = analytes().code_of(result.analyte)
    if code is None or code == result.analyte:
        return result, None
    return replace(result, analyte=code), f"reported as {result.analyte}"


def _day(result: MarkerResult) -> tuple[object, ...]:
    """What was measured, and on which day; two spellings of a date are the same."""
    return result.analyte, result.date.sort_key, result.laboratory, result.method


def _same_sample(of_day: Mapping[str, V], minute: str) -> list[V]:
    """What of a day may be of one sample: only two times of day that differ tell samples apart."""
    if not minute:
        return list(of_day.values())
    return [of_day[each] for each in ("", minute) if each in of_day]


def _reported(result: MarkerResult) -> tuple[object, ...]:
    """What the laboratory said."""
    return result.value, result.unit, result.range_reported


# Words


def _mixed(*, demonstration: bool) -> Problem:
    if demonstration:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "The file holds patients of the demonstration. They are never mixed with real ones.",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "The file holds real patients, and this is the demonstration. Open the profile of the "
            "clinic to import it.",
        )
    return Problem(Message(text))


def _differs(place: str) -> Problem:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "This record is stored already with another content. Amend it in the program, with a "
        "reason; an import changes nothing that is stored.",
    )
    return Problem(Message(text), place=place)


def _was_erased(by: TrailLine, place: str) -> Problem:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "This patient was erased on {day} by {by}, and is not brought back by an import. Take the "
        "patient out of the file. A person who comes back to the clinic gets a new chart.",
    )
    return Problem(Message(text, {"day": by.at.date().isoformat(), "by": by.by}), place=place)


def _number_taken(store: Store, patient: RecordDraft[Patient]) -> list[Problem]:
    mrn = patient.record.mrn
    if store.find_mrn(mrn) is None:
        return []
    text = QT_TRANSLATE_NOOP(
        "Message", "The hospital number {mrn} belongs to another chart that is stored already."
    )
    return [Problem(Message(text, {"mrn": mrn}), "mrn", patient.place)]


def _no_parent(kind: str, place: str) -> Problem:
    text = QT_TRANSLATE_NOOP(
        "Message", "The {kind} it belongs to is neither in the file nor in this patient's chart."
    )
    return Problem(Message(text, {"kind": KINDS[kind].title}), kind, place)


def _unknown_number(row: results_csv.ResultRow) -> Problem:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "No patient has the hospital number {mrn}. It is compared character by character; record "
        "the patient first, or correct the row.",
    )
    return Problem(Message(text, {"mrn": row.mrn[:40]}), "patient")


def _second_result(result: MarkerResult, first: int) -> Problem:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "Row {first} holds {analyte} of {date} already, by the same laboratory and method. Keep "
        "the one that counts. Of two samples of one day each needs its time: 2024-10-01 08:10.",
    )
    values = {"first": first, "analyte": result.analyte, "date": result.date.text}
    return Problem(Message(text, values), "value")


def _other_result(result: MarkerResult) -> Problem:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "Another {analyte} of {date} is stored already. If the laboratory corrected it, amend it "
        "in the program, with a reason. Of two samples of one day each needs its time: "
        "2024-10-01 08:10.",
    )
    values = {"analyte": result.analyte, "date": result.date.text}
    return Problem(Message(text, values), "value")
