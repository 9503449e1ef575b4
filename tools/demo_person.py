# SPDX-License-Identifier: MIT
"""How a synthetic patient of the demonstration is described."""

from dataclasses import dataclass
from datetime import date

CHINESE_LABORATORY = "示例医院检验科"
LATIN_LABORATORY = "Example Hospital Laboratory"


@dataclass(frozen=True, kw_only=True)
class Late:
    """A dose ``days`` later than the interval: delayed, or held and resumed."""

    days: int
    reason: str
    words: str
    held: bool = False


@dataclass(frozen=True, kw_only=True)
class Event:
    """An adverse event; texts as in the record."""

    term: str
    grade: int
    onset: str
    end: str | None = None
    outcome: str = "resolved"
    irae: str = "no"
    action: str | None = None
    treatment: str | None = None


@dataclass(frozen=True, kw_only=True)
class Person:
    """One patient: who, what, the plan, and how it went.

    Attributes:
        plan: from which cycle which interval in days.
        given: number of doses, the last of them on ``last``.
        late: by cycle, what made the dose late.
        series: by analyte, values at some cycles; between them values are interpolated.
        sampled_to: the last cycle with a sample, where not all have one.
        extra: further results: day, analyte, text.
        scans: conclusions of the studies, from the one before the first dose on.
        ledger: further dose events as texts.
        visits: further contacts as texts.
    """

    mrn: str
    name: str
    name_latin: str | None = None
    sex: str
    born: str
    background: dict[str, str]
    height: int
    weight: tuple[float, float]
    ecog: int
    site: tuple[str, str]
    histology: tuple[str, str]
    stage: tuple[str, str, str]
    drug: str
    dose: str
    line: int
    plan: dict[int, int]
    given: int
    last: date
    late: dict[int, Late]
    series: dict[str, dict[int, float]]
    sampled_to: dict[str, int]
    extra: tuple[tuple[date, str, str], ...] = ()
    scans: tuple[str, ...]
    events: tuple[Event, ...]
    ledger: tuple[dict[str, str], ...] = ()
    visits: tuple[dict[str, str], ...] = ()
    stop: tuple[str, str] | None = None
    laboratory: str = CHINESE_LABORATORY
