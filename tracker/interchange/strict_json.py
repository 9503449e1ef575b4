# SPDX-License-Identifier: MIT
"""JSON read without tolerance.

Limits before parsing, no number turned into a float, no repeated key lost, a reason for every
refusal.
"""

import json
from collections import Counter
from dataclasses import dataclass

from tracker.domain.errors import Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

LARGEST_FILE = 50_000_000
"""Bytes; a chart of 300 records takes about 0.1 MB."""

MOST_PARTS = 2_000_000
"""Brackets and commas; bounds the memory a file made of nothing else can take to about 500 MB."""


@dataclass(frozen=True, slots=True)
class Number:
    """A JSON number, or NaN or Infinity, as it is written in the file."""

    text: str


class Object(dict[str, "Value"]):
    """A JSON object that remembers which of its keys were written more than once."""

    __slots__ = ("repeated",)

    def __init__(self, pairs: "list[tuple[str, Value]]") -> None:
        super().__init__(pairs)
        self.repeated: frozenset[str] = frozenset()
        if len(self) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            self.repeated = frozenset(key for key, count in counts.items() if count > 1)


Value = Object | list["Value"] | str | Number | bool | None


def parse(data: bytes) -> Value:
    """Reads one JSON document in UTF-8.

    Raises:
        Refused: too large, not UTF-8, not JSON, cut off, or nested without end.
    """
    _check_size(data)
    text = _decoded(data)
    try:
        value: Value = json.loads(
            text,
            object_pairs_hook=Object,
            parse_int=Number,
            parse_float=Number,
            parse_constant=Number,
        )
    except json.JSONDecodeError as error:
        raise Refused(_syntax_problem(text, error)) from None
    except RecursionError:
        raise Refused(
            Message(QT_TRANSLATE_NOOP("Message", "The file is nested far too deeply."))
        ) from None
    return value


def _check_size(data: bytes) -> None:
    if len(data) > LARGEST_FILE:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "The file has {size} MB; at most {limit} MB are read. Export it in parts.",
                ),
                {"size": -(-len(data) // 1_000_000), "limit": LARGEST_FILE // 1_000_000},
            )
        )
    if sum(data.count(mark) for mark in (b"[", b"{", b",")) > MOST_PARTS:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message", "The file has more than {limit} parts. Export it in parts."
                ),
                {"limit": MOST_PARTS},
            )
        )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message", "The file is not UTF-8 text: byte {position} is not a character."
                ),
                {"position": error.start},
            )
        ) from None


def _syntax_problem(text: str, error: json.JSONDecodeError) -> Message:
    if not text.strip():
        return Message(QT_TRANSLATE_NOOP("Message", "The file is empty."))
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        return Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The file ends too early (line {line}): it was cut off. Nothing was imported; "
                "copy it again.",
            ),
            {"line": text.count("\n") + 1},
        )
    return Message(
        QT_TRANSLATE_NOOP("Message", "The file is not valid JSON at line {line}, column {column}."),
        {"line": error.lineno, "column": error.colno},
    )
