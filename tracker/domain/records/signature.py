# SPDX-License-Identifier: MIT
"""A signature under a visit or under the whole chart: who, in which role, meaning what, of what."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.roles import Role
from tracker.domain.text import QT_TRANSLATE_NOOP


class Meaning(Choice):
    """What a person says by signing (21 CFR 11.50: the meaning stands beside name and time)."""

    AUTHOR = "author", QT_TRANSLATE_NOOP("Choice", "recorded by me")
    REVIEWED = "reviewed", QT_TRANSLATE_NOOP("Choice", "reviewed")
    APPROVED = "approved", QT_TRANSLATE_NOOP("Choice", "approved")


@dataclass(frozen=True, kw_only=True)
class Signature(Record):
    """One signature. It holds for exactly what was signed: ``signing.stands`` compares the hash."""

    kind: ClassVar[str] = "signature"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Signature")
    own_page: ClassVar[bool] = False

    signed_visit: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("Signature", "Signed visit"),
            hint=QT_TRANSLATE_NOOP(
                "Signature", "Id of the visit; empty when the whole chart was signed."
            ),
        ),
    ] = None
    """Text, no link: a visit that was signed can still be marked as entered in error."""

    meaning: Annotated[
        Meaning, Item(label=QT_TRANSLATE_NOOP("Signature", "Meaning"), required=True)
    ]
    signed_by: Annotated[
        str,
        Item(label=QT_TRANSLATE_NOOP("Signature", "Signed by"), required=True),
    ]
    role: Annotated[Role, Item(label=QT_TRANSLATE_NOOP("Signature", "Role"), required=True)]
    signed_at: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("Signature", "Signed at"),
            required=True,
            hint=QT_TRANSLATE_NOOP("Signature", "Instant with its offset from UTC."),
        ),
    ]
    sha256: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("Signature", "SHA-256 of what was signed"),
            required=True,
        ),
    ]
