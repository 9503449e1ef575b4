# SPDX-License-Identifier: MIT
"""The data dictionary: every kind and field in words, made from the declarations."""

from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Choice, Field, items
from tracker.domain.records import RECORD_KINDS
from tracker.domain.records.base import Record
from tracker.domain.text import LONG_TEXT, SHORT_TEXT
from tracker.domain.values import Dose, Limits, Reading

_HEAD = """# Data dictionary

Generated from the declarations in `tracker/domain/records/`; do not edit.
`python -m tools.reference` writes it anew, and a test compares.

Every record also carries an id, its patient, a revision, a status (current, entered in error),
when and by whom it was recorded, its source and a note. An empty field means that nobody recorded
an answer; "unknown", "none" and "no" are answers.
"""

_COLUMNS = ("Field", "Label", "Type", "Unit", "Limits", "Needed", "Remarks")

_TYPES: dict[type, str] = {
    str: "text",
    int: "whole number",
    Decimal: "decimal number",
    PartialDate: "partial date",
    Dose: "dose with unit",
    Reading: "result as reported",
    Limits: "reference range",
    UUID: "id of a record",
}


def as_text() -> str:
    """The data dictionary in Markdown."""
    return "\n".join((_HEAD, *(line for kind in RECORD_KINDS for line in _kind(kind)))) + "\n"


def _kind(kind: type[Record]) -> Iterator[str]:
    yield f"## {kind.title} (`{kind.kind}`)"
    yield ""
    if kind.__doc__:
        yield " ".join(kind.__doc__.split())
        yield ""
    if kind.of_clinic:
        yield "Belongs to the clinic, not to a patient."
        yield ""
    yield _row(_COLUMNS)
    yield _row(["---"] * len(_COLUMNS))
    for field in items(kind):
        yield _row(_cells(field))
    yield ""


def _cells(field: Field) -> list[str]:
    item = field.item
    return [
        f"`{field.name}`",
        item.label,
        _type(field),
        item.unit or "",
        _limits(field),
        "yes" if item.required else "",
        item.hint,
    ]


def _type(field: Field) -> str:
    if issubclass(field.type, Choice):
        return "one of: " + ", ".join(f"`{m.value}` ({m.label})" for m in field.type)
    if field.item.parent:
        return f"id of the `{field.name}` it belongs to"
    name = "long text" if field.item.long else _TYPES[field.type]
    return f"{name}, set by the program" if field.item.derived else name


def _limits(field: Field) -> str:
    item = field.item
    if field.type is str:
        return f"{LONG_TEXT if item.long else SHORT_TEXT} characters"
    if item.minimum is None and item.maximum is None:
        return ""
    low, high = ("–" if end is None else end for end in (item.minimum, item.maximum))
    return f"{low} to {high}"


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
