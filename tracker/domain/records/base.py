# SPDX-License-Identifier: MIT
"""What a record kind is, and how its fields travel as text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import Choice, Field, items
from tracker.domain.text import (
    QT_TRANSLATE_NOOP,
    Message,
    folded,
    line_problems,
    normal,
    text_problems,
)
from tracker.domain.values import Dose, Limits, Reading, decimal, whole


@dataclass(frozen=True, kw_only=True)
class Record:
    """The base of every record kind: its declaration, and rules across its fields.

    Class attributes:
        kind: stable code, also the name of the table.
        title: English name, marked for translation.
        of_clinic: True for a record that belongs to no patient.
        is_managed: True for a record that only its own service writes; it is in no file.
        own_page: False for a list inside a parent's form.
        when: name of the date field that orders the kind in time, or "".
    """

    kind: ClassVar[str]
    title: ClassVar[str]
    of_clinic: ClassVar[bool] = False
    is_managed: ClassVar[bool] = False
    when: ClassVar[str] = ""

    def problems(self) -> Iterator[Problem]:
        """Yields what is wrong across fields; single fields are checked by ``problems_of``."""
        yield from ()


R = TypeVar("R", bound=Record)


def parent_of(kind: type[Record]) -> Field | None:
    """The field that holds the parent's id; its name is the parent's kind. None for none."""
    return next((f for f in items(kind) if f.item.parent), None)


def links_of(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that hold the id of a record of the same chart; each is named after its kind."""
    return tuple(f for f in items(kind) if f.type is UUID and not f.item.elsewhere)


def to_text(value: object) -> str:
    """The text form of a field's value, as it stands in files, forms and the audit trail."""
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")  # never 1E-7, which no box would read back
    return str(value)


def from_text(kind: type[Any], text: str) -> Any:  # noqa: ANN401 - the type is the argument
    """Reads the text form of a value of type ``kind``.

    Raises:
        Refused: the text is not such a value; says why.
    """
    if issubclass(kind, Choice):
        try:
            return kind(folded(text))
        except ValueError:
            raise Refused(
                Message(
                    QT_TRANSLATE_NOOP("Message", "“{text}” is not one of: {choices}."),
                    {"text": text[:40], "choices": ", ".join(kind)},
                )
            ) from None
    if kind is UUID:
        try:
            return UUID(text)
        except ValueError:
            raise Refused(
                Message(
                    QT_TRANSLATE_NOOP("Message", "“{text}” is not the id of a record."),
                    {"text": text[:40]},
                )
            ) from None
    reader = {
        str: normal,
        int: whole,
        Decimal: decimal,
        PartialDate: PartialDate.parse,
        Dose: Dose.parse,
        Reading: Reading.parse,
        Limits: Limits.parse,
    }[kind]
    return reader(text)


def content(record: Record) -> dict[str, str]:
    """The record as text by field name, empty fields left out."""
    pairs = ((f.name, getattr(record, f.name)) for f in items(type(record)))
    return {name: to_text(value) for name, value in pairs if value is not None}


def build(kind: type[R], texts: Mapping[str, str]) -> R:
    """Makes a record from texts by field name; an empty text is an empty field.

    Raises:
        Refused: with every problem of every field at once, unknown field names included.
    """
    declared = {f.name: f for f in items(kind)}
    found = [
        Problem(
            Message(
                QT_TRANSLATE_NOOP("Message", "{kind} has no field “{name}”."),
                {"kind": kind.kind, "name": name[:40]},
            ),
            name[:40],
        )
        for name in texts
        if name not in declared
    ]
    values: dict[str, object] = dict.fromkeys(declared)
    for name, field in declared.items():
        text = texts.get(name, "")
        try:
            if text.strip():
                values[name] = from_text(field.type, text)
        except Refused as error:
            found += [Problem(problem.message, name) for problem in error.problems]
    unread = {problem.field for problem in found}
    for name, field in declared.items():
        if name not in unread:
            found += [Problem(m, name) for m in _field_problems(field, values[name])]
    missing = any(f.item.required and values[n] is None for n, f in declared.items())
    if unread or missing:
        raise Refused(*found)
    record = kind(**values)
    Refused.if_any([*found, *record.problems()])
    return record


def problems_of(record: Record) -> list[Problem]:
    """Everything that is wrong with ``record``: single fields first, then across fields."""
    found = [
        Problem(message, field.name)
        for field in items(type(record))
        for message in _field_problems(field, getattr(record, field.name))
    ]
    return found + list(record.problems())


def _field_problems(field: Field, value: object) -> Iterable[Message]:
    item = field.item
    if value is None:
        if item.required:
            yield Message(QT_TRANSLATE_NOOP("Message", "{label} is needed."), {"label": item.label})
    elif isinstance(value, int | Decimal):
        low, high = item.minimum, item.maximum
        if (low is not None and value < low) or (high is not None and value > high):
            yield Message(
                QT_TRANSLATE_NOOP(
                    "Message", "{label}: {value} lies outside {low} to {high}{unit}."
                ),
                {
                    "label": item.label,
                    "value": value,
                    "low": "–" if low is None else low,
                    "high": "–" if high is None else high,
                    "unit": f" {item.unit}" if item.unit else "",
                },
            )
    elif not isinstance(value, Choice | UUID):
        yield from (text_problems if item.long else line_problems)(item.label, to_text(value))


def in_order(
    first: PartialDate | None, second: PartialDate | None, message: str, field: str
) -> Iterator[Problem]:
    """Yields ``message`` when ``second`` certainly lies before ``first``."""
    if first is None or second is None or first.earliest is None or second.latest is None:
        return
    if second.latest < first.earliest:
        yield Problem(Message(message, {"first": first.text, "second": second.text}), field)
