# SPDX-License-Identifier: MIT
"""Reading lists and charts: SQL text made once, rows read as tuples.

No model is built here: for a chart that would cost five to ten times the reading itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, TypeVar
from uuid import UUID

from tracker.domain.chart import Chart, ChartBuilder
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.errors import NotFound
from tracker.domain.records import KINDS, Patient, ReferenceRange
from tracker.domain.records.base import Record
from tracker.domain.records.patient import Sex, VitalStatus
from tracker.domain.reminders import Due, DueState
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.connection import EncryptedDatabase
from tracker.store.due import COLUMNS as DUE_COLUMNS
from tracker.store.due import due_of_row
from tracker.store.mapping import key_columns, row_columns, stored_of
from tracker.store.models import MODELS

R = TypeVar("R", bound=Record)

_IDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class PatientLine:
    """What a list shows of a patient."""

    patient: UUID
    mrn: str
    name: str | None
    name_latin: str | None
    sex: Sex | None
    birth: PartialDate | None
    vital_status: VitalStatus | None


@dataclass(frozen=True, slots=True)
class DueLine:
    """One line of the day list."""

    patient: PatientLine
    due: Due


_LINE = (
    "p.patient, p.mrn, p.name, p.name_latin, p.sex,"
    " p.birth_text, p.birth_earliest, p.birth_latest, p.vital_status"
)
_LINE_WIDTH = 9
_FIND = "SELECT patient FROM patient WHERE mrn = ? AND status = 'current'"
_LIST = (
    f"SELECT {_LINE} FROM patient p"  # noqa: S608 - a constant, as those below
    " WHERE p.status = 'current' AND p.mrn > ? ORDER BY p.mrn LIMIT ?"
)
_SEARCH = (
    f"SELECT {_LINE}"  # noqa: S608
    " FROM patient_search s CROSS JOIN patient p ON p.patient = s.patient"
    " WHERE p.status = 'current'{words} ORDER BY instr(s.keys, ?), p.mrn LIMIT ?"
)
_LISTED = "SELECT kind FROM chart_kind WHERE patient = ?"
_IDS = "SELECT patient FROM patient WHERE patient > ? ORDER BY patient LIMIT ?"

# Each part walks one index; the order of the list is made from the day, by the service.
_DUE = (
    f"SELECT {_LINE}, {{due}}"  # noqa: S608
    " FROM due d CROSS JOIN patient p ON p.patient = d.patient WHERE "
)
_DUE_PARTS = (
    f"d.state = '{DueState.PROJECTED}' AND d.on_day <= ?2",
    f"d.last_given_day = ?1 AND d.state = '{DueState.PROJECTED}' AND d.on_day > ?2",
    f"d.state = '{DueState.HELD}'",
    f"d.state = '{DueState.CANNOT_PROJECT}'",
)


def chart(
    db: EncryptedDatabase, patient: UUID, ranges: tuple[Stored[ReferenceRange], ...] = ()
) -> Chart:
    """Everything stored about one patient: one statement over all tables that hold any.

    Raises:
        NotFound: there is no such patient.
        CannotOpen: a row holds a value that this program never writes.
    """
    rows = chart_rows(db, patient)
    if not rows:
        raise NotFound(Message(QT_TRANSLATE_NOOP("Message", "There is no such patient.")))
    builder = ChartBuilder(stored_of(Patient, rows[0][1]))
    for kind, row in rows[1:]:
        builder.put(stored_of(kind, row))
    return builder.chart(ranges)


def chart_rows(
    db: EncryptedDatabase, patient: UUID, kinds: tuple[type[Record], ...] | None = None
) -> list[tuple[type[Record], tuple[Any, ...]]]:
    """The patient's row, then all others in the order they were first stored.

    A row holds ``mapping.row_columns`` of its kind. The list is empty for an unknown patient.

    Args:
        db: open.
        patient: whose chart.
        kinds: the tables to look into, ``Patient`` first; else those listed for this patient.
            Every table costs a few pages even when it holds nothing.
    """
    kinds = kinds or (Patient, *kinds_listed(db, patient))
    found = db.execute_sql(_chart_sql(kinds), (patient.bytes,)).fetchall()
    first, others = found[:1], sorted(found[1:], key=itemgetter(2))
    return [
        (kind, row[1 : 1 + len(row_columns(kind))])
        for row in first + others
        for kind in (KINDS[row[0]],)
    ]


def kinds_listed(db: EncryptedDatabase, patient: UUID) -> list[type[Record]]:
    """The kinds that the chart is said to hold, apart from the patient; see ``Unit.add``."""
    rows = db.execute_sql(_LISTED, (patient.bytes,)).fetchall()
    return [KINDS[kind] for (kind,) in rows]


@lru_cache(maxsize=256)
def _chart_sql(kinds: tuple[type[Record], ...]) -> str:
    """Several tables as one; narrow ones are filled up with empty columns."""
    width = max(len(row_columns(kind)) for kind in kinds)
    return " UNION ALL ".join(
        f"SELECT '{kind.kind}', {_padded(row_columns(kind), width)}"  # noqa: S608 - declared names
        f" FROM {kind.kind} WHERE patient = ?1"
        for kind in kinds
    )


def _padded(columns: tuple[str, ...], width: int) -> str:
    names = [f'"{name}"' for name in columns]
    return ", ".join(names + ["NULL"] * (width - len(names)))


def record(db: EncryptedDatabase, kind: type[R], patient: UUID | None, own_id: UUID) -> Stored[R]:
    """One record as it is now.

    Raises:
        NotFound: there is no such record in this chart.
    """
    model, key = MODELS[kind.kind], {"patient": patient or own_id, "id": own_id}
    columns = [getattr(model, name) for name in row_columns(kind)]
    conditions = [getattr(model, name) == key[name] for name in key_columns(kind)]
    row = db.execute_sql(*model.select(*columns).where(*conditions).sql()).fetchone()
    if row is None:
        raise no_such_record()
    return stored_of(kind, row)


def ranges(
    db: EncryptedDatabase, analyte: str | None = None, *, voided: bool = False
) -> tuple[Stored[ReferenceRange], ...]:
    """The reference ranges of the clinic, of one analyte or all; without ``voided`` the current."""
    columns = ", ".join(row_columns(ReferenceRange))
    rows = db.execute_sql(
        f"SELECT {columns} FROM reference_range"  # noqa: S608 - declared names
        " WHERE (?2 OR status = 'current') AND (?1 IS NULL OR analyte = ?1) ORDER BY id",
        (analyte, voided),
    ).fetchall()
    return tuple(stored_of(ReferenceRange, row) for row in rows)


def of_clinic(db: EncryptedDatabase, kind: type[R]) -> tuple[Stored[R], ...]:
    """The current records of a kind that belongs to no patient, oldest first."""
    columns = ", ".join(row_columns(kind))
    sql = f"SELECT {columns} FROM {kind.kind} WHERE status = 'current' ORDER BY id"  # noqa: S608 - declared names
    return tuple(stored_of(kind, row) for row in db.execute_sql(sql).fetchall())


def find_mrn(db: EncryptedDatabase, mrn: str) -> UUID | None:
    """The patient whose current chart has this hospital number."""
    row = db.execute_sql(_FIND, (mrn,)).fetchone()
    return UUID(bytes=row[0]) if row else None


def patients(db: EncryptedDatabase, limit: int, after: str = "") -> list[PatientLine]:
    """Current patients by hospital number, from the first one after the number ``after``."""
    return [_line(row) for row in db.execute_sql(_LIST, (after, limit)).fetchall()]


def search(db: EncryptedDatabase, text: str, limit: int) -> list[PatientLine]:
    """Current patients whose search keys contain every word of ``text``.

    ``text`` is folded like the keys. Those with an early match come first, so that the
    beginning of a hospital number wins.
    """
    words = text.split()
    if not words:
        return patients(db, limit)
    sql = _SEARCH.format(words=" AND instr(s.keys, ?) > 0" * len(words))
    return [_line(row) for row in db.execute_sql(sql, (*words, words[0], limit)).fetchall()]


def due(db: EncryptedDatabase, on: date, days: int = 0) -> list[DueLine]:
    """What the day list of ``on`` needs, in no order.

    That is every dose projected or appointed up to ``days`` later, every one that is held or
    cannot be projected, and those given on the day itself.
    """
    until = on + timedelta(days=days)
    rows = db.execute_sql(_due_sql(), (on.toordinal(), until.toordinal())).fetchall()
    return [DueLine(_line(row), due_of_row(row[_LINE_WIDTH:])) for row in rows]


@cache
def _due_sql() -> str:
    select = _DUE.format(due=", ".join(f"d.{name}" for name in DUE_COLUMNS))
    return " UNION ALL ".join(select + part for part in _DUE_PARTS)


def patient_ids(db: EncryptedDatabase) -> Iterator[UUID]:
    """Every patient, voided charts included, read in slices so that a save never waits long."""
    last = b""
    while rows := db.execute_sql(_IDS, (last, _IDS_AT_ONCE)).fetchall():
        yield from (UUID(bytes=row[0]) for row in rows)
        last = rows[-1][0]


def no_such_record() -> NotFound:
    """For a record that is not where it was looked for."""
    return NotFound(Message(QT_TRANSLATE_NOOP("Message", "There is no such record.")))


def _line(row: tuple[Any, ...]) -> PatientLine:
    patient, mrn, name, name_latin, sex, text, earliest, latest, vital = row[:_LINE_WIDTH]
    return PatientLine(
        UUID(bytes=patient),
        mrn,
        name,
        name_latin,
        Sex(sex) if sex else None,
        PartialDate.from_stored(text, earliest, latest) if text else None,
        VitalStatus(vital) if vital else None,
    )
