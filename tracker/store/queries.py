# SPDX-License-Identifier: MIT
"""Reading lists and charts: SQL text made once, rows read as tuples.

No model is built here: for a chart that would cost five to ten times the reading itself.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
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
from tracker.domain.records.patient import AllergyStatus, Sex, VitalStatus
from tracker.domain.reminders import Due, DueState
from tracker.domain.summary import Summary
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.connection import EncryptedDatabase
from tracker.store.due import COLUMNS as DUE_COLUMNS
from tracker.store.due import due_of_row
from tracker.store.mapping import key_columns, row_columns, stored_of
from tracker.store.models import MODELS
from tracker.store.patient_line import COLUMNS as LINE_COLUMNS
from tracker.store.patient_line import summary_of_row

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


class Order(StrEnum):
    """What the list of patients is sorted by."""

    NUMBER = "p.mrn"
    NAME = "l.sort_by"
    NEXT = "l.next_day"
    CONTACT = "l.contact_earliest"


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of the list of patients."""

    patient: PatientLine
    allergy_status: AllergyStatus | None
    allergies: str | None
    death: PartialDate | None
    summary: Summary


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
_COUNT = "SELECT count(*) FROM patient WHERE status = 'current'"
_OF_IDS = "json_each(?1) f CROSS JOIN patient p ON p.patient = unhex(f.value)"
_FOUND = f"SELECT {_LINE} FROM {_OF_IDS} WHERE p.status = 'current' ORDER BY f.key"  # noqa: S608

_EXTRA = "p.allergy_status, p.allergies, p.death_text, p.death_earliest, p.death_latest"
_EXTRA_WIDTH = 5
_WITH_LINE = (
    f"SELECT {_LINE}, {_EXTRA}, {', '.join(f'l.{name}' for name in LINE_COLUMNS)} FROM {{tables}}"  # noqa: S608
    " WHERE p.status = 'current' ORDER BY {order} {way} NULLS LAST LIMIT ?2"
)
_BY_NUMBER = "patient p CROSS JOIN patient_line l ON l.patient = p.patient"
_BY_LINE = "patient_line l CROSS JOIN patient p ON p.patient = l.patient"
_OF_FOUND = f"{_OF_IDS} CROSS JOIN patient_line l ON l.patient = p.patient"

_LIKE = (
    f"SELECT {_LINE}, l.sort_by"  # noqa: S608
    " FROM patient p JOIN patient_line l ON l.patient = p.patient"
    " WHERE p.status = 'current' AND (p.birth_earliest <= ?2 AND p.birth_latest >= ?1"
    " OR replace(l.sort_by, ' ', '') IN (SELECT value FROM json_each(?3))"
    " OR replace(lower(p.name_latin), ' ', '') IN (SELECT value FROM json_each(?3))"
    " OR replace(replace(replace(lower(p.mrn), ' ', ''), '-', ''), '0', '') = ?4)"
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


def patients_of(db: EncryptedDatabase, found: Sequence[bytes]) -> list[PatientLine]:
    """Current patients of the given keys, in that order."""
    return [_line(row) for row in db.execute_sql(_FOUND, (_as_json(found),)).fetchall()]


def patient_count(db: EncryptedDatabase) -> int:
    """How many current charts there are."""
    [(count,)] = db.execute_sql(_COUNT).fetchall()
    return int(count)


def listed(
    db: EncryptedDatabase,
    order: Order,
    *,
    backwards: bool = False,
    limit: int,
    only: Sequence[bytes] | None = None,
) -> list[ListLine]:
    """Current patients with what the list says of them: one statement, no chart is read.

    Args:
        db: open.
        order: what the list is sorted by; what is not known comes last both ways.
        backwards: whether the last one comes first.
        limit: most lines.
        only: keys of the patients to list, or None for all.
    """
    sql = _listed_sql(order, backwards, only is not None)
    return [_list_line(row) for row in db.execute_sql(sql, (_as_json(only), limit)).fetchall()]


@cache
def _listed_sql(order: Order, backwards: bool, only: bool) -> str:
    tables = _BY_NUMBER if order is Order.NUMBER else _BY_LINE
    return _WITH_LINE.format(
        tables=_OF_FOUND if only else tables, order=order, way="DESC" if backwards else "ASC"
    )


def _as_json(keys: Sequence[bytes] | None) -> str:
    return json.dumps([key.hex() for key in keys or ()])


def like(
    db: EncryptedDatabase, number: str, sounds: Collection[str], birth: PartialDate | None
) -> list[tuple[PatientLine, str | None]]:
    """Current patients who share something with somebody, each with the name it is sorted by.

    Looks at everybody: asked once for a new patient, before saving. Rather too many than too
    few; the service judges them.

    Args:
        db: open.
        number: in lower case without blanks; zeros do not count.
        sounds: the name in Latin letters without blanks, in each order of its parts.
        birth: None, or as far as it is known.
    """
    earliest, latest = (birth.earliest, birth.latest) if birth else (None, None)
    row = (
        earliest.toordinal() if earliest else None,
        latest.toordinal() if latest else None,
        json.dumps(sorted(sounds)),
        number.replace("0", ""),
    )
    return [(_line(found), found[-1]) for found in db.execute_sql(_LIKE, row).fetchall()]


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


def _list_line(row: tuple[Any, ...]) -> ListLine:
    asked, allergies, *death = row[_LINE_WIDTH : _LINE_WIDTH + _EXTRA_WIDTH]
    return ListLine(
        _line(row),
        AllergyStatus(asked) if asked else None,
        allergies,
        PartialDate.from_stored(*death) if death[0] else None,
        summary_of_row(row[_LINE_WIDTH + _EXTRA_WIDTH :]),
    )
