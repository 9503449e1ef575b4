# SPDX-License-Identifier: MIT
"""A word of the clinic by which a CTCAE term is found."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.fields import Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, kw_only=True)
class TermSynonym(Record):
    """A word of the clinic for a CTCAE term."""

    kind: ClassVar[str] = "term_synonym"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Word for an adverse event")
    of_clinic: ClassVar[bool] = True

    synonym: Annotated[
        str, Item(label=QT_TRANSLATE_NOOP("TermSynonym", "Word of the clinic"), required=True)
    ]
    term: Annotated[
        str,
        Item(label=QT_TRANSLATE_NOOP("TermSynonym", "CTCAE term"), required=True, lookup="ctcae"),
    ]
