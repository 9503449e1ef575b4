# SPDX-License-Identifier: MIT
"""Reading charts and single records: SQL text made once, rows read as tuples.

No model is built here: for a chart that would cost five to ten times the reading itself.
"""

from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeVar
from uuid import UUID

from sqlcipher3 import dbapi2 as sqlcipher

from tracker.domain.chart import Chart, ChartBuilder
from tracker.domain.envelope import Stored
from tracker.domain.errors import NotFound
from tracker.domain.records import KINDS, RECORD_KINDS, Patient, ReferenceRange
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.connection import EncryptedDatabase
from tracker.store.mapping import key_columns, row_columns, stored_of
from tracker.store.models import MODELS

R = TypeVar("R", bound=Record)

CHART_KINDS: tuple[type[Record], ...] = (
    Patient,
    *(kind for kind in RECORD_KINDS if kind is not Patient and not kind.of_clinic),
)
"""Every kind that a chart may hold."""

_LISTED = "SELECT kind FROM chart_kind WHERE patient = ?"


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
    """The kinds that the chart is said to hold, apart from the patient; see ``Unit.add``.

    In a damaged file the list itself may be lost: then every kind is looked for.
    """
    try:
        rows = db.execute_sql(_LISTED, (patient.bytes,)).fetchall()
    except sqlcipher.DatabaseError:
        if not db.is_damaged:
            raise
        db.stop_writing()
        return list(CHART_KINDS[1:])
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


def no_such_record() -> NotFound:
    """For a record that is not where it was looked for."""
    return NotFound(Message(QT_TRANSLATE_NOOP("Message", "There is no such record.")))
