# SPDX-License-Identifier: MIT
"""A record as columns and back: one encoding for the row and for the audit entry.

A partial date takes three columns (text, earliest and latest day number), a dose two (text and
micrograms), every other field one. The text columns alone hold all there is to know; the numbers
beside them serve queries and checks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Status, Stored
from tracker.domain.errors import CannotOpen, UserError
from tracker.domain.fields import Choice, Field, items
from tracker.domain.records.base import Record, to_text
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.values import Dose, Limits, Reading

Value = str | int | bytes | None
Columns = dict[str, Value]

ENVELOPE = ("id", "revision", "status", "recorded_at", "recorded_by", "source", "note")
"""Columns every record kind has, besides ``patient`` where the record belongs to one."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Codec:
    """How values of one type are kept.

    Attributes:
        columns: suffix and SQL type of each column; ``{blob}`` is filled in by the migration.
        write: a value as that many column values.
        read: those column values as a value; the first is never NULL.
    """

    columns: tuple[tuple[str, str], ...]
    write: Callable[[Any], tuple[Value, ...]]
    read: Callable[..., Any]


def codec(kind: type[Any]) -> Codec:
    """The encoding of a field's type."""
    if issubclass(kind, Choice):
        return Codec((("", "TEXT"),), lambda choice: (choice.value,), kind)
    return _CODECS[kind]


def _date_columns(date: PartialDate) -> tuple[Value, ...]:
    return (
        date.text,
        date.earliest.toordinal() if date.earliest else None,
        date.latest.toordinal() if date.latest else None,
    )


def _dose_columns(dose: Dose) -> tuple[Value, ...]:
    return str(dose), dose.micrograms or None


def _text(reader: Callable[[str], Any]) -> Codec:
    return Codec((("", "TEXT"),), lambda value: (to_text(value),), reader)


_CODECS: dict[type[Any], Codec] = {
    str: _text(str),
    Decimal: _text(Decimal),
    Reading: _text(Reading.parse),
    Limits: _text(Limits.parse),
    int: Codec((("", "INTEGER"),), lambda number: (number,), int),
    UUID: Codec((("", "{blob}"),), lambda uuid: (uuid.bytes,), lambda raw: UUID(bytes=bytes(raw))),
    PartialDate: Codec(
        (("_text", "TEXT"), ("_earliest", "INTEGER"), ("_latest", "INTEGER")),
        _date_columns,
        PartialDate.from_stored,
    ),
    Dose: Codec(
        (("_text", "TEXT"), ("_ug", "INTEGER")),
        _dose_columns,
        lambda text, _micrograms: Dose.parse(text),
    ),
}


@dataclass(frozen=True, slots=True)
class _Layout:
    """The content columns of a kind, and which of them belong to each field."""

    names: tuple[str, ...]
    fields: tuple[tuple[Field, Codec, slice], ...]


_layouts: dict[type[Record], _Layout] = {}


def _layout(kind: type[Record]) -> _Layout:
    if kind not in _layouts:
        _layouts[kind] = _laid_out(kind)
    return _layouts[kind]


def _laid_out(kind: type[Record]) -> _Layout:
    names: list[str] = []
    fields = []
    for field in items(kind):
        encoding = codec(field.type)
        start = len(names)
        names += [field.name + suffix for suffix, _ in encoding.columns]
        fields.append((field, encoding, slice(start, len(names))))
    return _Layout(tuple(names), tuple(fields))


def content_columns(kind: type[Record]) -> tuple[str, ...]:
    """Names of the columns that hold what a person recorded, in the order of the declaration."""
    return _layout(kind).names


def key_columns(kind: type[Record]) -> tuple[str, ...]:
    """The primary key: a patient's is the patient, a child's is the patient and its own id."""
    if kind.of_clinic:
        return ("id",)
    return ("patient",) if kind.kind == "patient" else ("patient", "id")


def row_columns(kind: type[Record]) -> tuple[str, ...]:
    """Names of all columns of the table, in its order."""
    owner = () if kind.of_clinic else ("patient",)
    return owner + ENVELOPE + content_columns(kind)


def content_of(record: Record) -> Columns:
    """The content columns of a record."""
    layout = _layout(type(record))
    values: list[Value] = []
    for field, encoding, place in layout.fields:
        value = getattr(record, field.name)
        empty = (None,) * (place.stop - place.start)
        values += empty if value is None else encoding.write(value)
    return dict(zip(layout.names, values, strict=True))


def row_of(stored: Stored[Record]) -> Columns:
    """The whole row of a stored record."""
    owner: Columns = {} if stored.patient is None else {"patient": stored.patient.bytes}
    return owner | {
        "id": stored.id.bytes,
        "revision": stored.revision,
        "status": stored.status.value,
        "recorded_at": stored.recorded_at.isoformat(timespec="milliseconds"),
        "recorded_by": stored.recorded_by,
        "source": stored.source,
        "note": stored.note,
        **content_of(stored.record),
    }


def stored_of(kind: type[R], row: Sequence[Any]) -> Stored[R]:
    """The record of a row that holds ``row_columns(kind)``.

    Raises:
        CannotOpen: the row holds a value that this program never writes.
    """
    owner = 0 if kind.of_clinic else 1
    start = owner + len(ENVELOPE)
    row_id, revision, status, recorded_at, recorded_by, source, note = row[owner:start]
    try:
        return Stored(
            id=UUID(bytes=row_id),
            patient=UUID(bytes=row[0]) if owner else None,
            record=_record(kind, row[start:]),
            revision=revision,
            status=Status(status),
            recorded_at=datetime.fromisoformat(recorded_at),
            recorded_by=recorded_by,
            source=source,
            note=note,
        )
    except (UserError, ValueError, ArithmeticError) as error:
        raise CannotOpen(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "A record of the table {kind} holds a value that this program never writes. "
                    "Nothing was changed. Check the database, and restore a backup if it is "
                    "damaged.",
                ),
                {"kind": kind.kind},
            )
        ) from error


def _record(kind: type[R], values: Sequence[Any]) -> R:
    fields = {
        field.name: None if values[place.start] is None else encoding.read(*values[place])
        for field, encoding, place in _layout(kind).fields
    }
    return kind(**fields)


def audited(row: Mapping[str, Any]) -> Columns:
    """What an audit entry holds of a row: its content, source and note, without empty columns.

    The rest of the envelope stands in the entry's own columns, except that a voided row says so.
    """
    return {
        name: value
        for name, value in row.items()
        if value is not None
        and name not in _SAID_BY_THE_ENTRY
        and not (name == "status" and value == Status.CURRENT.value)
    }


_SAID_BY_THE_ENTRY = frozenset({"patient", "id", "revision", "recorded_at", "recorded_by"})


def texts_of(kind: type[Record], audit_content: Mapping[str, Any]) -> dict[str, str]:
    """The content of an audit entry as text by field name, with ``source`` and ``note``."""
    texts = {}
    for field, encoding, _ in _layout(kind).fields:
        value = audit_content.get(field.name + encoding.columns[0][0])
        if value is not None:
            texts[field.name] = str(UUID(value)) if field.type is UUID else str(value)
    return texts | {
        name: audit_content[name] for name in ("source", "note") if name in audit_content
    }
