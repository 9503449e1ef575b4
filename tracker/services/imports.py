# SPDX-License-Identifier: MIT
"""Take records from a file: everything is checked first, then all is stored or nothing."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from tracker.domain.chart import Chart, ChartBuilder
from tracker.domain.checks import problems_in_chart
from tracker.domain.envelope import Stored
from tracker.domain.errors import NotFound, Problem, Refused
from tracker.domain.fields import Choice, items
from tracker.domain.records import KINDS, MarkerResult, Patient
from tracker.domain.records.base import Record, parent_of
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.interchange import own_json, results_csv, strict_json
from tracker.interchange.bundle import Bundle, PatientDraft, RecordDraft
from tracker.services import records
from tracker.services.context import Context
from tracker.services.search_keys import search_keys
from tracker.store.faults import named_faults
from tracker.store.ids import Ids
from tracker.store.store import Store
from tracker.store.unit import Unit, left_without_parent

R = TypeVar("R", bound=Record)

MOST_SHOWN = 200
"""Problems reported in full; the rest are counted."""


class FileKind(Choice):
    """What a file holds."""

    JSON = "json", QT_TRANSLATE_NOOP("Choice", "records of this program (JSON)")
    CSV = "csv", QT_TRANSLATE_NOOP("Choice", "laboratory results (CSV)")


_MOST_READ = max(strict_json.LARGEST_FILE, results_csv.LARGEST_FILE) + 1  # too large is seen


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What a file held and what became of it. With any problem, nothing was stored.

    Attributes:
        file: its name, without folders.
        encoding: how its text was read.
        sha256: of its bytes, as in the audit trail.
        rows_read: records in the file, patients included.
        added: records stored, or that would be in a dry run.
        unchanged: records that are stored already exactly so.
        patients: hospital numbers of the charts that gain something.
        problems: everything that is wrong, each with its place in the file.
    """

    file: str
    kind: FileKind
    encoding: str
    sha256: str
    dry_run: bool
    rows_read: int = 0
    added: int = 0
    unchanged: int = 0
    patients: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def import_file(
    store: Store,
    ctx: Context,
    *,
    path: Path,
    as_kind: FileKind | None = None,
    dry_run: bool = False,
) -> ImportReport:
    """Imports a file in one transaction, with its SHA-256 in the audit trail.

    A result that comes without a flag gets the one of its own date. A dry run checks the same
    and writes nothing, not even to the audit trail.

    Args:
        store: the open profile.
        ctx: who asks.
        path: of the file.
        as_kind: what it holds; by default what its name ends with.
        dry_run: only check.

    Returns:
        The report; look at ``problems`` first.

    Raises:
        NotPermitted: the role may not import.
        Refused: the name does not say what the file is, or it is a folder.
        StorageFault: it cannot be read, or the profile cannot be written.
    """
    ctx.require(Action.IMPORT)
    kind = as_kind or kind_of(path)
    data = _bytes(path)
    plan, encoding = _READERS[kind](store, ctx, data)
    report = ImportReport(
        file=path.name,
        kind=kind,
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        dry_run=dry_run,
        rows_read=plan.read,
        problems=_shown(plan.problems),
    )
    if report.problems:
        return report
    if not dry_run:
        _store(store, ctx, plan, report)
    return replace(
        report,
        added=plan.added,
        unchanged=plan.read - plan.added,
        patients=tuple(each.chart.patient.record.mrn for each in plan.charts if each.new),
    )


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        message = QT_TRANSLATE_NOOP("Message", "{file} is a folder. Choose a file in it.")
        raise Refused(Message(message, {"file": str(path)}))
    with named_faults(), path.open("rb") as file:
        return file.read(_MOST_READ)


def kind_of(path: Path) -> FileKind:
    """What a file holds by the end of its name.

    Raises:
        Refused: the name does not say it.
    """
    kinds = {".json": FileKind.JSON, ".csv": FileKind.CSV, ".tsv": FileKind.CSV}
    kind = kinds.get(path.suffix.casefold())
    if kind is None:
        message = QT_TRANSLATE_NOOP(
            "Message", "The name {file} does not say what the file holds. Name its kind: {kinds}."
        )
        raise Refused(Message(message, {"file": path.name, "kinds": ", ".join(FileKind)}))
    return kind


def _shown(problems: list[Problem]) -> tuple[Problem, ...]:
    if len(problems) <= MOST_SHOWN:
        return tuple(problems)
    message = QT_TRANSLATE_NOOP("Message", "… and {n} more problems in this file.")
    rest = Problem(Message(message, {"n": len(problems) - MOST_SHOWN}))
    return (*problems[:MOST_SHOWN], rest)


# What a file would do


@dataclass(slots=True)
class _Additions:
    """What a file adds to one chart; ``chart`` is how it will look."""

    chart: Chart
    new: list[Stored[Record]]


@dataclass(slots=True)
class _Plan:
    """What a file would do to the store, and what forbids it."""

    read: int = 0
    clinic: list[Stored[Record]] = field(default_factory=list)
    charts: list[_Additions] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def added(self) -> int:
        return len(self.clinic) + sum(len(each.new) for each in self.charts)


def _read_json(store: Store, ctx: Context, data: bytes) -> tuple[_Plan, str]:
    plan = _Plan()
    try:
        bundle = own_json.read(data)
    except Refused as error:
        plan.problems += error.problems
    else:
        plan.read = len(bundle.clinic) + sum(1 + len(each.records) for each in bundle.patients)
        _plan_bundle(store, ctx, bundle, plan)
    return plan, "utf-8"


def _plan_bundle(store: Store, ctx: Context, bundle: Bundle, plan: _Plan) -> None:
    if bundle.demonstration != store.is_demo:
        plan.problems.append(_mixed(demonstration=bundle.demonstration))
        return
    for draft in bundle.clinic:
        arrival = _arrival(ctx, draft, None)
        known = _clinic_record(store, draft)
        if known is None:
            plan.clinic.append(arrival)
        elif not _same(known, arrival):
            plan.problems.append(_differs(draft.place))
    for each in bundle.patients:
        _plan_patient(store, ctx, each, plan)


def _plan_patient(store: Store, ctx: Context, each: PatientDraft, plan: _Plan) -> None:
    before = _chart_before(store, each.id)
    patient: Stored[Patient] = _arrival(ctx, each.patient, each.id)
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
        new.insert(0, patient)
    plan.charts.append(_Additions(after, new))


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
            found = problems_in_chart(stored.record, after, ctx.clock.today(), stored.id)
            yield from (replace(problem, place=place) for problem in found)
    yield from left_without_parent(after)


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


# Results, one a row


def _read_csv(store: Store, ctx: Context, data: bytes) -> tuple[_Plan, str]:
    plan = _Plan()
    try:
        file = results_csv.read(data)
    except Refused as error:
        plan.problems += error.problems
        return plan, ""
    plan.read = len(file.rows)
    by_number: dict[str, list[results_csv.ResultRow]] = {}
    for row in file.rows:
        by_number.setdefault(row.mrn, []).append(row)
    found: list[tuple[int, Problem]] = []
    for mrn, rows in by_number.items():
        patient = store.find_mrn(mrn)
        if patient is None:
            found += ((row.row, _unknown_number(row)) for row in rows)
        else:
            additions = _Additions(store.chart(patient), [])
            found += _plan_results(ctx, rows, additions)
            plan.charts.append(additions)
    found.sort(key=itemgetter(0))
    plan.problems += (replace(problem, place=f"row {number}") for number, problem in found)
    return plan, file.encoding


def _plan_results(
    ctx: Context, rows: list[results_csv.ResultRow], to: _Additions
) -> Iterator[tuple[int, Problem]]:
    """Adds the new results of one patient ``to`` the chart; yields problems with their rows."""
    known: dict[object, set[object]] = {}
    for stored in to.chart.of(MarkerResult):
        known.setdefault(_sample(stored.record), set()).add(_reported(stored.record))
    ids = Ids()
    for row in rows:
        result = row.draft.record
        recorded = known.get(_sample(result), set())
        if _reported(result) in recorded:
            continue
        if recorded and result.date.is_day:
            yield row.row, _other_result(result)
        for problem in problems_in_chart(result, to.chart, ctx.clock.today()):
            yield row.row, problem
        draft = RecordDraft(record=result, id=ids.new(ctx.clock.now()))
        to.new.append(_arrival(ctx, draft, to.chart.patient.id))


def _sample(result: MarkerResult) -> tuple[object, ...]:
    """What was measured, and when; two spellings of a date are the same."""
    return result.analyte, result.date.sort_key, result.laboratory, result.method


def _reported(result: MarkerResult) -> tuple[object, ...]:
    """What the laboratory said."""
    return result.value, result.unit, result.range_reported


_Reader = Callable[[Store, Context, bytes], tuple[_Plan, str]]
_READERS: dict[FileKind, _Reader] = {FileKind.JSON: _read_json, FileKind.CSV: _read_csv}


# Storing


def _store(store: Store, ctx: Context, plan: _Plan, report: ImportReport) -> None:
    stamp = ctx.because(f"import of {report.file}").stamp()
    content = {
        "file": report.file,
        "sha256": report.sha256,
        "kind": report.kind.value,
        "records": str(plan.added),
    }
    with store.unit(stamp) as unit:
        unit.log("import", content=content)
        for stored in plan.clinic:  # first, for the results below are flagged by them
            _add(unit, stored, stored.record)
        for each in sorted(plan.charts, key=lambda each: each.chart.patient.is_current):
            for stored in sorted(each.new, key=_parents_first):
                _add(unit, stored, _flagged(store, ctx, each.chart, stored.record))


_KIND_ORDER = list(KINDS)


def _parents_first(stored: Stored[Record]) -> int:
    return _KIND_ORDER.index(stored.record.kind)


def _flagged(store: Store, ctx: Context, chart: Chart, record: Record) -> Record:
    """A result without a flag gets one now; a flag that was frozen elsewhere stays."""
    if isinstance(record, MarkerResult) and record.flag is None:
        return records.with_flag(store, ctx, chart, records.Entry(record=record))
    return record


def _add(unit: Unit, arrival: Stored[Record], record: Record) -> None:
    stored = unit.add(
        record,
        None if isinstance(record, Patient) else arrival.patient,
        id=arrival.id,
        source=arrival.source,
        note=arrival.note,
        search_keys=search_keys(record) if isinstance(record, Patient) else "",
    )
    if not arrival.is_current:
        unit.void(stored)


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


def _other_result(result: MarkerResult) -> Problem:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "Another {analyte} of {date} is stored already. If the laboratory corrected it, amend it "
        "in the program, with a reason.",
    )
    values = {"analyte": result.analyte, "date": result.date.text}
    return Problem(Message(text, values), "value")
