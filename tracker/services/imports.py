# SPDX-License-Identifier: MIT
"""Take records from a file: everything is checked first, then all is stored or nothing."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import Choice
from tracker.domain.records import KINDS, MarkerResult, Patient
from tracker.domain.records.base import Record
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.interchange import results_csv, strict_json
from tracker.services import backups, records
from tracker.services.context import Context
from tracker.services.duplicates import SamePerson
from tracker.services.import_plan import (
    Answers,
    Plan,
    Resemblance,
    plan_csv,
    plan_ctcae,
    plan_json,
)
from tracker.services.search_keys import search_keys
from tracker.store.faults import named_faults
from tracker.store.store import Store
from tracker.store.unit import Unit

MOST_SHOWN = 200
"""Problems reported in full; the rest are counted."""


class FileKind(Choice):
    """What a file holds."""

    JSON = "json", QT_TRANSLATE_NOOP("Choice", "records of this program (JSON)")
    CSV = "csv", QT_TRANSLATE_NOOP("Choice", "laboratory results (CSV)")
    CTCAE = "ctcae", QT_TRANSLATE_NOOP("Choice", "the NCI workbook of CTCAE (Excel)")


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
        alike: new patients who may be on file already, each with what was answered.
        left_out: records of patients who were left out by such an answer.
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
    alike: tuple[Resemblance, ...] = ()
    left_out: int = 0
    problems: tuple[Problem, ...] = ()


def _nobody_asked(_patient: UUID) -> SamePerson | None:
    return None


def import_after_backup(
    store: Store,
    ctx: Context,
    *,
    path: Path,
    as_kind: FileKind | None = None,
    answers: Answers = _nobody_asked,
) -> ImportReport:
    """As ``import_file``; the state before it is backed up first, save for the demonstration.

    Raises:
        UserError: as there, or the backup failed; then nothing is imported.
    """
    ctx.require(Action.IMPORT)
    if not store.is_demo:
        backups.keep(store, ctx.clock)
    return import_file(store, ctx, path=path, as_kind=as_kind, answers=answers)


def import_file(
    store: Store,
    ctx: Context,
    *,
    path: Path,
    as_kind: FileKind | None = None,
    dry_run: bool = False,
    answers: Answers = _nobody_asked,
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
        answers: whether a new patient is somebody who is on file already. While one is not
            answered a dry run says so in ``alike``, and nothing can be stored.

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
    plan = _PLANNERS[kind](store, ctx, data, answers)
    if not dry_run:
        plan.problems += (_may_be(each) for each in plan.alike if each.answer is None)
    report = ImportReport(
        file=path.name,
        kind=kind,
        encoding=plan.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        dry_run=dry_run,
        rows_read=plan.read,
        alike=tuple(plan.alike),
        left_out=plan.left_out,
        problems=_shown(plan.problems),
    )
    if report.problems:
        return report
    if not dry_run:
        _store(store, ctx, plan, report)
    return replace(
        report,
        added=plan.added,
        unchanged=plan.read - plan.added - plan.left_out,
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
    if len(problems) <= MOST_SHOWN + 1:  # one more line, which may be the reader's own count
        return tuple(problems)
    message = QT_TRANSLATE_NOOP("Message", "… more problems in this file: {n}.")
    rest = Problem(Message(message, {"n": len(problems) - MOST_SHOWN}))
    return (*problems[:MOST_SHOWN], rest)


def _may_be(each: Resemblance) -> Problem:
    message = QT_TRANSLATE_NOOP(
        "Message",
        "{mrn} may be {other}, who is on file: {signs}. Say whether it is the same person (link), "
        "another one (other), or to be left out (skip).",
    )
    signs = ", ".join(sign.label for sign in each.found[0].signs)
    values = {"mrn": each.patient.record.mrn, "other": each.likeliest.mrn, "signs": signs}
    return Problem(Message(message, values), place=each.place)


_Planner = Callable[[Store, Context, bytes, Answers], Plan]
_PLANNERS: dict[FileKind, _Planner] = {
    FileKind.JSON: plan_json,
    FileKind.CSV: plan_csv,
    FileKind.CTCAE: plan_ctcae,
}


def _store(store: Store, ctx: Context, plan: Plan, report: ImportReport) -> None:
    stamp = ctx.because(f"import of {report.file}").stamp()
    content = {
        "file": report.file,
        "sha256": report.sha256,
        "kind": report.kind.value,
        "records": str(plan.added),
    }
    if plan.alike:
        content["duplicates"] = "; ".join(map(_answered, plan.alike))
    with store.unit(stamp) as unit:
        unit.log("import", content=content)
        if plan.ctcae:
            unit.keep_ctcae(plan.ctcae)
        for stored in plan.clinic:  # first, for the results below are flagged by them
            _add(unit, stored, stored.record)
        for each in sorted(plan.charts, key=lambda each: each.chart.patient.is_current):
            for stored in sorted(each.new, key=_parents_first):
                _add(unit, stored, _flagged(store, ctx, each.chart, stored.record))
        for alike in plan.alike:
            if alike.answer is SamePerson.LINK:
                _link_back(store, unit, alike)


def _answered(each: Resemblance) -> str:
    said = each.answer.value if each.answer else ""
    return f"{each.patient.record.mrn} / {each.likeliest.mrn}: {said}"


def _link_back(store: Store, unit: Unit, alike: Resemblance) -> None:
    """The chart that was there points to the new one, unless it points to another already."""
    known = alike.likeliest.patient
    there = store.get(Patient, known, known)
    if there.record.same_person_as is None:
        record = replace(there.record, same_person_as=alike.patient.id)
        unit.amend(there, record, search_keys=search_keys(record))


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
        search_keys=search_keys(record) if isinstance(record, Patient) else None,
    )
    if not arrival.is_current:
        unit.void(stored)
