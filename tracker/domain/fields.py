# SPDX-License-Identifier: MIT
"""How a record kind states its fields: once, as plain Python.

``weight: Annotated[Decimal | None, Item(label, unit="kg", minimum=1)] = None`` is read by the
form, the table, the files, the audit trail and the data dictionary. Conditions, callbacks and
layout do not belong here: a kind that needs them writes a class of its own.
"""

from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from tracker.domain.text import QT_TRANSLATE_NOOP


class Choice(StrEnum):
    """A closed list. The value is the stable code that is stored; ``label`` is what is read."""

    label: str

    def __new__(cls, code: str, label: str = "") -> "Choice":
        """Builds a member from its code and its English label."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class YesNo(Choice):
    """A question with three stored answers; an unanswered one is None."""

    YES = "yes", QT_TRANSLATE_NOOP("Choice", "yes")
    NO = "no", QT_TRANSLATE_NOOP("Choice", "no")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What there is to know about one field besides its type.

    Attributes:
        label: English source text, marked for translation.
        unit: UCUM-style unit shown with every number.
        minimum, maximum: inclusive limits of what is physically possible; outside is refused.
        required: an entry without it is refused.
        parent: holds the id of a parent record; the field's name is the parent's kind.
        long: a text of several lines.
        elsewhere: holds the id of a record outside this chart; nobody types it.
        derived: set by the service when the record is saved, never typed.
        hint: one sentence for the tool tip and the data dictionary.
        suggestions: common values offered while typing; any other is accepted.
        lookup: the list that is searched while typing: ``analyte``, ``ctcae``, ``agent``; any other
            text is accepted too.
    """

    label: str
    unit: str | None = None
    minimum: Decimal | int | None = None
    maximum: Decimal | int | None = None
    required: bool = False
    parent: bool = False
    long: bool = False
    elsewhere: bool = False
    derived: bool = False
    hint: str = ""
    suggestions: tuple[str, ...] = ()
    lookup: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field of a kind: its name, the type of its value, and its Item."""

    name: str
    type: type[Any]
    item: Item


_declared: dict[type, tuple[Field, ...]] = {}


def items(kind: type) -> tuple[Field, ...]:
    """The declared fields of a record kind, in the order of the declaration.

    Raises:
        TypeError: a field without an ``Item``, or whose type is not ``T`` or ``T | None``.
    """
    if kind not in _declared:
        hints = get_type_hints(kind, include_extras=True)
        _declared[kind] = tuple(_field(f.name, hints[f.name]) for f in fields(kind))
    return _declared[kind]


def _field(name: str, hint: object) -> Field:
    if get_origin(hint) is not Annotated:
        msg = f"{name}: declare it as Annotated[type, Item(...)]"
        raise TypeError(msg)
    declared, *extras = get_args(hint)
    item = next((extra for extra in extras if isinstance(extra, Item)), None)
    if item is None:
        msg = f"{name}: has no Item"
        raise TypeError(msg)
    if get_origin(declared) in {Union, UnionType}:
        kinds = [t for t in get_args(declared) if t is not NoneType]
        if len(kinds) != 1:
            msg = f"{name}: one type, or one type and None"
            raise TypeError(msg)
        declared = kinds[0]
    return Field(name, declared, item)
