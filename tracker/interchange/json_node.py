# SPDX-License-Identifier: MIT
"""A value of a JSON document together with its place, asked for as what it ought to be.

An answer of None means: it is something else, and that was noted.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from tracker.domain.errors import Refused
from tracker.domain.records.base import from_text
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.interchange.findings import Findings, quoted
from tracker.interchange.strict_json import Number, Object, Value

V = TypeVar("V")

_HALF_CHARACTERS = range(0xD800, 0xE000)  # lone surrogates: no file and no database holds them


@dataclass(frozen=True, slots=True)
class Node:
    """One value, where it stands (``patients[0].records[3]``), and where problems are noted."""

    value: Value
    place: str
    findings: Findings

    def refuse(self, text: str, **values: object) -> None:
        """Notes a problem of this value; ``text`` is marked for translation by the caller."""
        self.findings.add(Message(text, values), self.place)

    def members(
        self, required: Collection[str], optional: Collection[str]
    ) -> "dict[str, Node] | None":
        """The members of an object. A missing, an unknown and a repeated key is a problem."""
        if not isinstance(self.value, Object):
            self.refuse(QT_TRANSLATE_NOOP("Message", "An object in braces is expected here."))
            return None
        found = {key: self._member(key, value) for key, value in self.value.items()}
        for key in sorted(self.value.repeated):
            found[key].refuse(QT_TRANSLATE_NOOP("Message", "This key stands here more than once."))
        for key in required:
            if key not in found:
                self.refuse(QT_TRANSLATE_NOOP("Message", "“{key}” is missing."), key=key)
        known = (*required, *optional)
        for key in [key for key in found if key not in known]:
            found.pop(key).refuse(
                QT_TRANSLATE_NOOP("Message", "This key is not known; known here: {keys}."),
                keys=", ".join(known),
            )
        return found

    def _member(self, key: str, value: Value) -> "Node":
        name = quoted(key)
        return Node(value, f"{self.place}.{name}" if self.place else name, self.findings)

    def elements(self) -> "Iterator[Node]":
        """The elements of a list; none when it is something else."""
        if not isinstance(self.value, list):
            self.refuse(QT_TRANSLATE_NOOP("Message", "A list in brackets is expected here."))
            return
        for number, value in enumerate(self.value):
            yield Node(value, f"{self.place}[{number}]", self.findings)

    def yes_or_no(self) -> bool:
        """A yes or no; False when it is something else."""
        if not isinstance(self.value, bool):
            self.refuse(
                QT_TRANSLATE_NOOP("Message", "true or false is expected here, not {found}."),
                found=_named(self.value),
            )
        return self.value is True

    def text(self) -> str | None:
        """A text, as it stands."""
        if not isinstance(self.value, str):
            self.refuse(
                QT_TRANSLATE_NOOP(
                    "Message", "Text in quotation marks is expected here, not {found}."
                ),
                found=_named(self.value),
            )
            return None
        if any(ord(c) in _HALF_CHARACTERS for c in self.value):
            self.refuse(QT_TRANSLATE_NOOP("Message", "The text holds half a character."))
            return None
        return self.value

    def free_text(self, problems: Callable[[str], Iterable[Message]]) -> str | None:
        """A text a person wrote, unless ``problems`` finds some; None when empty."""
        text = self.text()
        for message in problems(text or ""):
            self.findings.add(message, self.place)
        return text or None

    def read_as(self, kind: type[V]) -> V | None:
        """A value whose text form the domain knows: an id, a choice."""
        text = self.text()
        if text is None:
            return None
        try:
            value: Any = from_text(kind, text)
        except Refused as error:
            for problem in error.problems:
                self.findings.add(problem.message, self.place)
            return None
        return value  # type: ignore[no-any-return] # from_text returns what it was asked for


def _named(value: Value) -> str:
    if isinstance(value, Number):
        return quoted(value.text)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Object):
        return "{…}"
    return "[…]" if isinstance(value, list) else "null"
