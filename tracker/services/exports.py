# SPDX-License-Identifier: MIT
"""Let records leave the encrypted file: every time logged first, every file whole or not there."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.errors import Refused
from tracker.domain.records import MarkerResult
from tracker.domain.roles import Action
from tracker.domain.state import Json, state
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.interchange import own_json, results_csv, schema
from tracker.services.context import Context
from tracker.services.imports import FileKind, kind_of
from tracker.store.faults import named_faults
from tracker.store.files import replace_file
from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written: not encrypted, in the care of whoever asked for it."""

    path: Path
    patients: int
    sha256: str


def export(
    store: Store,
    ctx: Context,
    *,
    dest: Path,
    kind: FileKind | None = None,
    patient: UUID | None = None,
    force: bool = False,
) -> Exported:
    """Writes all charts or one to a file that anybody can read.

    Args:
        store: the open profile.
        ctx: who asks.
        dest: the new file.
        kind: JSON with every record, or CSV with the marker results that count; by default
            what its name ends with.
        patient: only this one.
        force: a file that is there already may be replaced.

    Raises:
        NotPermitted: the role may not export.
        Refused: there is such a file already, or its name does not say what it is to hold.
        StorageFault: the place cannot be written to; no partial file is left.
    """
    ctx.require(Action.EXPORT)
    kind = kind or kind_of(dest)
    if kind not in _WRITERS:
        text = QT_TRANSLATE_NOOP(
            "Message", "{kind} is only read, never written. Choose one of: {kinds}."
        )
        raise Refused(Message(text, {"kind": kind, "kinds": ", ".join(_WRITERS)}))
    require_free_name(dest, force=force)
    charts = list(charts_of(store, patient))
    data = _WRITERS[kind](store, charts)
    file = Exported(dest, len(charts), hashlib.sha256(data).hexdigest())
    hand_out(store, ctx, file, data, kind=kind.value, patient=patient)
    return file


def not_in(file: Path, kind: FileKind | None = None) -> Message:
    """What a file that was written does not hold, for whoever takes it for everything.

    Args:
        file: it.
        kind: what it holds; by default what its name ends with.
    """
    return Message(_NOT_IN[kind or kind_of(file)])


_NOT_IN = {
    FileKind.JSON: QT_TRANSLATE_NOOP(
        "Message",
        "Not in it: the lists of the clinic but the reference ranges (drugs, tests before a dose, "
        "open and closed days, words, accepted rule sets), files of documents, accounts and the "
        "audit trail. A backup holds everything.",
    ),
    FileKind.CSV: QT_TRANSLATE_NOOP(
        "Message",
        "In it are only the results that count, without source, note and flag. A backup holds "
        "everything.",
    ),
}


def charts_of(store: Store, patient: UUID | None) -> Iterator[Chart]:
    """The chart of one patient, or all, those entered in error too; each read when it is asked."""
    return (store.chart(each) for each in ([patient] if patient else store.patient_ids()))


def hand_out(
    store: Store, ctx: Context, file: Exported, data: bytes, *, kind: str, patient: UUID | None
) -> None:
    """Writes a file into somebody's care.

    It is logged before it appears: an entry without a file misleads nobody.

    Args:
        store: the open profile.
        ctx: who asks, and may.
        file: what the audit trail says of it.
        data: its bytes.
        kind: what it holds, for the audit trail.
        patient: whose it is; None = of several.

    Raises:
        StorageFault: the place cannot be written to; no partial file is left.
    """
    said = {"file": file.path, "sha256": file.sha256, "kind": kind, "patients": file.patients}
    _log(store, ctx, patient, said)
    with named_faults():
        replace_file(file.path, data)


def require_free_name(dest: Path, *, force: bool) -> None:
    """Lets no export take the place of another file unasked.

    Raises:
        Refused: there is such a file already; it was not touched.
    """
    if dest.exists() and not force:
        text = QT_TRANSLATE_NOOP(
            "Message", "There is a file {file} already; it was not touched. Choose another name."
        )
        raise Refused(Message(text, {"file": str(dest)}))


def state_of(store: Store, ctx: Context, *, patient: UUID, as_of: date | None = None) -> Json:
    """One patient's derived state as of a day, as plain values; it counts as an export.

    Raises:
        NotPermitted: the role may not export.
        Refused: the profile is open for reading only, so that the export cannot be logged.
    """
    ctx.require(Action.EXPORT)
    day = as_of or ctx.clock.today()
    chart = store.chart(patient)
    _log(store, ctx, patient, {"state as of": day.isoformat()})
    return state(chart, day)


def json_schema() -> str:
    """The schema of the program's own JSON, itself JSON."""
    return schema.as_text()


def _log(store: Store, ctx: Context, patient: UUID | None, content: Mapping[str, object]) -> None:
    with store.unit(ctx.stamp()) as unit:
        unit.log(
            "export",
            patient=patient,
            content={name: str(value) for name, value in content.items()},
        )


def _json(store: Store, charts: list[Chart]) -> bytes:
    ranges = store.ranges(voided=True)
    return own_json.write(charts, ranges, demonstration=store.is_demo)


def _csv(_store: Store, charts: list[Chart]) -> bytes:
    return results_csv.write(_results(charts))


def _results(charts: list[Chart]) -> Iterator[tuple[str, MarkerResult]]:
    for chart in charts:
        if chart.patient.is_current:
            for stored in chart.of(MarkerResult):
                yield chart.patient.record.mrn, stored.record


_Writer = Callable[[Store, list[Chart]], bytes]
_WRITERS: dict[FileKind, _Writer] = {FileKind.JSON: _json, FileKind.CSV: _csv}
