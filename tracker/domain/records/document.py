# SPDX-License-Identifier: MIT
"""A letter, report or picture kept with the chart; its bytes lie encrypted beside the database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

LARGEST_DOCUMENT = 25_000_000
"""Bytes of the largest document that is kept."""

FILE_NAME = re.compile(r"[0-9a-f]{32}")
"""The name of a stored file: random, so that it says nothing and leads nowhere."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


class MediaType(Choice):
    """What a document may be: formats that show text and pictures and run nothing."""

    PDF = "application/pdf", QT_TRANSLATE_NOOP("Choice", "PDF")
    PNG = "image/png", QT_TRANSLATE_NOOP("Choice", "PNG picture")
    JPEG = "image/jpeg", QT_TRANSLATE_NOOP("Choice", "JPEG picture")


_MAGIC = {
    b"%PDF-": MediaType.PDF,
    b"\x89PNG\r\n\x1a\n": MediaType.PNG,
    b"\xff\xd8\xff": MediaType.JPEG,
}


def media_type(content: bytes) -> MediaType | None:
    """What the first bytes say, whatever the file is called; None for anything else."""
    return next((kind for magic, kind in _MAGIC.items() if content.startswith(magic)), None)


@dataclass(frozen=True, kw_only=True)
class Document(Record):
    """What a document is called, and by what its stored file is known."""

    kind: ClassVar[str] = "document"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Document")
    when: ClassVar[str] = "date"

    name: Annotated[str, Item(label=QT_TRANSLATE_NOOP("Document", "Title"), required=True)]
    date: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("Document", "Date"),
            hint=QT_TRANSLATE_NOOP("Document", "Of the letter or report, as printed on it."),
        ),
    ] = None
    media_type: Annotated[
        MediaType,
        Item(label=QT_TRANSLATE_NOOP("Document", "Format"), required=True, derived=True),
    ]
    size: Annotated[
        int,
        Item(
            label=QT_TRANSLATE_NOOP("Document", "Size"),
            unit="B",
            required=True,
            derived=True,
            minimum=1,
            maximum=LARGEST_DOCUMENT,
        ),
    ]
    sha256: Annotated[
        str, Item(label=QT_TRANSLATE_NOOP("Document", "SHA-256"), required=True, derived=True)
    ]
    file: Annotated[
        str, Item(label=QT_TRANSLATE_NOOP("Document", "Stored file"), required=True, derived=True)
    ]

    def problems(self) -> Iterator[Problem]:
        """The stored file has a random name and a digest, never a path."""
        message = QT_TRANSLATE_NOOP(
            "Message", "This is not what the program writes for a stored file. Add the file again."
        )
        for name, form in (("file", FILE_NAME), ("sha256", _SHA256)):
            if not form.fullmatch(getattr(self, name)):
                yield Problem(Message(message), name)
