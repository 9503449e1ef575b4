# SPDX-License-Identifier: MIT
"""The declared words of a record kind in the language of the window, and values as words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import Choice, Field, items
from tracker.domain.records.base import Record, build, to_text
from tracker.domain.roles import Role
from tracker.domain.text import Message
from tracker.ui.errors import words


def title(kind: type[Record]) -> str:
    """What one record of the kind is called."""
    return QCoreApplication.translate("Record", kind.title)


def label(kind: type[Record], field: Field) -> str:
    """The name of a field; its translations stand under the name of the kind's class."""
    return QCoreApplication.translate(kind.__name__, field.item.label)


def hint(kind: type[Record], field: Field) -> str:
    """One sentence on what to write, or ""."""
    text = field.item.hint
    return QCoreApplication.translate(kind.__name__, text) if text else ""


def choice(member: Choice) -> str:
    """What is read for a member of a closed list."""
    return QCoreApplication.translate("Choice", member.label)


def role(code: str) -> str:
    """What a role of the audit trail is called; an unknown one keeps its code."""
    return choice(Role(code)) if code in list(Role) else code


def shown(value: object) -> str:
    """A field's value as it is read: a choice in words, anything else exactly as it was typed."""
    if value is None:
        return ""
    return choice(value) if isinstance(value, Choice) else to_text(value)


def shown_text(field: Field | None, text: str) -> str:
    """The text form of a value as it is read; a code nobody knows any more stays as it is."""
    if field is not None and issubclass(field.type, Choice) and text in list(field.type):
        return choice(field.type(text))
    return text


def sentence(kind: type[Record], problem: Problem) -> str:
    """A problem in words, with the field called as the form calls it."""
    values = dict(problem.message.values)
    named = {field.item.label: label(kind, field) for field in items(kind)}
    if "label" in values:
        values["label"] = named.get(str(values["label"]), values["label"])
    return words(Message(problem.message.text, values))


def judged(kind: type[Record], texts: Mapping[str, str], name: str) -> str:
    """What is wrong with one filled field of an entry, in words; "" when nothing is."""
    if not texts.get(name, "").strip():
        return ""
    try:
        build(kind, texts)
    except Refused as refusal:
        found = (sentence(kind, p) for p in refusal.problems if p.field == name)
        return next(found, "")
    return ""
