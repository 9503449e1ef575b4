# SPDX-License-Identifier: MIT
"""Tests wanted before a dose: the published list, and what a clinic decided in its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.envelope import Stored
from tracker.domain.records.clinic_lists import RequiredTest, Timing
from tracker.domain.text import QT_TRANSLATE_NOOP

SOURCE, VERSION = "clinic default", "2024-11"
"""Of the gate's local rules."""

PROPOSED = QT_TRANSLATE_NOOP("Message", "proposed by the program, to be accepted by the clinic")
"""The source of the windows below, until a physician of the clinic has decided."""


@dataclass(frozen=True, slots=True)
class WantedTest:
    """One test, or several of which one is enough.

    Attributes:
        days: most days between sample and dose; None = however old.
        first_only: wanted before the first dose of a course only.
    """

    analytes: tuple[str, ...]
    days: int | None
    first_only: bool = False
    source: str = PROPOSED
    version: str = VERSION


_EACH = ("WBC", "ANC", "HGB", "PLT", "NA", "K", "CA", "CREA", "CK", "TBIL")
_MORE = ("AST", "ALT", "GGT", "LDH", "GLU")

PUBLISHED = (
    *(WantedTest((analyte,), 14) for analyte in (*_EACH, *_MORE)),
    WantedTest(("AMY", "LIP"), 14),
    WantedTest(("TSH",), 42),
    WantedTest(("FT4",), 42),
    *(WantedTest((analyte,), None, first_only=True) for analyte in ("CORTISOL", "TROPONIN")),
)
"""Published list before each cycle of a checkpoint inhibitor: blood count, Na, K, Ca, creatinine,
CK, bilirubin, AST, ALT, GGT, LDH, amylase or lipase, glucose, TSH, fT4; before the first one
cortisol and troponin too. The windows are local: the list prints none."""


def wanted(own: Iterable[Stored[RequiredTest]]) -> tuple[WantedTest, ...]:
    """The published list with a clinic's decisions in place of the same tests, and its additions.

    A decision names its physician, and the day it was recorded as its version.
    """
    decided = {analytes_of(stored.record.analyte): stored for stored in own}
    kept = [each for each in PUBLISHED if each.analytes not in decided]
    added = (
        WantedTest(
            analytes,
            stored.record.days,
            stored.record.timing is Timing.FIRST,
            stored.record.decided_by,
            stored.recorded_at.date().isoformat(),
        )
        for analytes, stored in decided.items()
        if stored.record.timing is not Timing.NOT_REQUIRED
    )
    return (*kept, *added)


def analytes_of(text: str) -> tuple[str, ...]:
    """The codes of ``AMY/LIP``, in upper case."""
    return tuple(part.strip().upper() for part in text.split("/") if part.strip())
