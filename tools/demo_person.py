# SPDX-License-Identifier: MIT
"""How a synthetic patient of the demonstration is described."""

from dataclasses import dataclass, field
from datetime import date

CHINESE_LABORATORY = "示例医院检验科"
LATIN_LABORATORY = "Example Hospital Laboratory"
CHANGED_LABORATORY = "样本医院检验科"  # its SCC range changed on an unknown day of March 2022


@dataclass(frozen=True, kw_only=True)
class Late:
    """A dose ``days`` later than the interval: delayed, or held and resumed."""

    days: int
    reason: str
    words: str
    held: bool = False


ALIVE = {"vital_status": "alive"}
NO_ALLERGY = {"allergy_status": "none"}
INFECTION = Late(days=7, reason="infection", words="upper airway infection")
JOURNEY = Late(days=7, reason="patient", words="away on a journey")


@dataclass(frozen=True, kw_only=True)
class Event:
    """An adverse event; texts as in the record.

    Attributes:
        grades: later grades, each with the day from which it held.
        causes: "course" or a cause in words, each with its certainty.
    """

    term: str
    grade: int
    onset: str
    end: str | None = None
    outcome: str = "resolved"
    irae: str = "no"
    action: str | None = None
    treatment: str | None = None
    grades: tuple[tuple[str, int], ...] = ()
    causes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Followed:
    """A lesion that is measured on each scan, from the first one on.

    ``sizes`` holds for each scan a size in mm, the word of a finding, or nothing.
    """

    label: str
    organ: str
    sizes: tuple[str, ...]
    role: str = "target"
    site: str | None = None
    side: str | None = None
    node: str = "no"


@dataclass(frozen=True, kw_only=True)
class Person:
    """One patient: who, what, the plan, and how it went.

    What a generator makes of ``plan`` to ``laboratory`` needs at least one given dose; ``others``
    stands for itself.

    Attributes:
        diagnosed: where that was not two weeks before the first dose.
        plan: from which cycle which interval in days.
        given: number of doses, the last of them on ``last``.
        late: by cycle, what made the dose late.
        doses: from which cycle which dose, where it is not ``dose`` from the first one on.
        partners: further drugs of the regimen, each with its dose; doses are then not entered.
        series: by analyte, values at some cycles; between them values are interpolated.
        sampled_to: the last cycle with a sample, where not all have one.
        extra: further results: day, analyte, text.
        scans: conclusions of the studies, from the one before the first dose on.
        lesions: what is measured on those studies; the first one is then the baseline.
        ledger: further dose events as texts.
        visits: further contacts as texts.
        others: further records, by kind, as texts; one inside another follows that other.
        last_contact: where the last visit was not the last one heard of.
    """

    mrn: str
    name: str | None = None
    name_latin: str | None = None
    sex: str | None = None
    born: str | None = None
    background: dict[str, str]
    height: int | None = None
    weight: tuple[float, float] | None = None
    ecog: int | None = None
    site: tuple[str, str] = ("", "")
    histology: tuple[str, str] = ("", "")
    stage: tuple[str, str, str] | None = None
    diagnosed: date | None = None
    drug: str = ""
    dose: str = ""
    line: int | None = None
    intent: str = "recurrent"
    plan: dict[int, int] = field(default_factory=dict)
    given: int = 0
    last: date | None = None
    late: dict[int, Late] = field(default_factory=dict)
    doses: dict[int, str] = field(default_factory=dict)
    partners: tuple[tuple[str, str], ...] = ()
    series: dict[str, dict[int, float]] = field(default_factory=dict)
    sampled_to: dict[str, int] = field(default_factory=dict)
    extra: tuple[tuple[date, str, str], ...] = ()
    scans: tuple[str, ...] = ()
    lesions: tuple[Followed, ...] = ()
    events: tuple[Event, ...] = ()
    ledger: tuple[dict[str, str], ...] = ()
    visits: tuple[dict[str, str], ...] = ()
    stop: tuple[str, str] | None = None
    laboratory: str = CHINESE_LABORATORY
    others: tuple[tuple[str, dict[str, str]], ...] = ()
    last_contact: str | None = None
