# SPDX-License-Identifier: MIT
"""Few metastases, classified by each definition that is in use, or why they cannot be.

Sources: the definitions of the published case report, and the six-month window of ESTRO/EORTC
(Guckenberger et al. 2020, Lancet Oncol 21:e18). Nothing is assumed: a missing input is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate, days_between
from tracker.domain.durations import Span, add_months
from tracker.domain.envelope import Stored
from tracker.domain.fields import Choice, YesNo
from tracker.domain.outcomes import earliest_of
from tracker.domain.records import Diagnosis, DiseaseStatus, ImagingStudy, Procedure, Statement
from tracker.domain.records.disease_status import Disease, Primary
from tracker.domain.records.imaging import Conclusion
from tracker.domain.records.procedure import ProcedureType, Proof
from tracker.domain.text import QT_TRANSLATE_NOOP

MOST_LESIONS = 5
"""Up to five metastases count as few, in each of the definitions."""


class OligoClass(Choice):
    """What metastases are by a definition."""

    OLIGO = "oligometastases", QT_TRANSLATE_NOOP("Choice", "oligometastases")
    SYNCHRONOUS = "synchronous", QT_TRANSLATE_NOOP("Choice", "synchronous oligometastases")
    METACHRONOUS = "metachronous", QT_TRANSLATE_NOOP("Choice", "metachronous oligometastases")
    RECURRENCE = "oligo-recurrence", QT_TRANSLATE_NOOP("Choice", "oligo-recurrence")
    POLYMETASTATIC = "polymetastatic", QT_TRANSLATE_NOOP("Choice", "more than five metastases")
    NOT_MET = "not met", QT_TRANSLATE_NOOP("Choice", "not met")


class OligoDefinition(Choice):
    """Whose words decide the class."""

    ANY = "any", QT_TRANSLATE_NOOP("Choice", "1–5, whatever the primary")
    ACTIVE_PRIMARY = "active primary", QT_TRANSLATE_NOOP("Choice", "1–5 beside an active primary")
    AFTER_PRIMARY = "after the primary", QT_TRANSLATE_NOOP("Choice", "1–5 after the primary")
    CONTROLLED_PRIMARY = (
        "controlled primary",
        QT_TRANSLATE_NOOP("Choice", "1–5, primary controlled, all treatable locally"),
    )
    SIX_MONTHS = (
        "six months",
        QT_TRANSLATE_NOOP("Choice", "six-month window (ESTRO/EORTC 2020)"),
    )


class OligoGap(Choice):
    """What is missing before a class can be stated."""

    COUNT = "lesion count", QT_TRANSLATE_NOOP("Choice", "lesion count missing")
    PRIMARY = "state of the primary", QT_TRANSLATE_NOOP("Choice", "state of the primary missing")
    TREATABLE = (
        "locally treatable",
        QT_TRANSLATE_NOOP("Choice", "not recorded whether all are treatable locally"),
    )
    DATES = "dates", QT_TRANSLATE_NOOP("Choice", "the dates leave it open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """What the definitions ask about metastases.

    Attributes:
        count: metastases counted; None when it is only "multiple" or missing.
        primary: day the primary was diagnosed, else proved or operated on.
        found: day the metastases were proved, else seen.
        state: of the primary when they were found.
        treatable: whether all of them could be treated locally.
        counted_on: the scan that gave the count, or that should have.
    """

    count: int | None
    primary: PartialDate | None
    found: PartialDate | None
    state: Primary | None = None
    treatable: YesNo | None = None
    counted_on: Stored[ImagingStudy] | None = None

    @property
    def days(self) -> Span[int] | None:
        """From the primary to the metastases, where both dates are known in part."""
        return days_between(self.primary, self.found) if self.primary and self.found else None


@dataclass(frozen=True, slots=True)
class Oligo:
    """The class by one definition; without one, everything that keeps it from being stated."""

    definition: OligoDefinition
    found: OligoClass | None
    gaps: tuple[OligoGap, ...] = ()


def classified(spread: Spread) -> tuple[Oligo, ...]:
    """The metastases by each definition."""
    return tuple(_judged(definition, spread) for definition in OligoDefinition)


def _judged(definition: OligoDefinition, spread: Spread) -> Oligo:
    if spread.count is not None and spread.count > MOST_LESIONS:
        return Oligo(definition, OligoClass.POLYMETASTATIC)
    count = None if spread.count is None else spread.count >= 1
    asked = [(OligoGap.COUNT, count), *_conditions(definition, spread)]
    if any(answer is False for _, answer in asked):
        return Oligo(definition, OligoClass.NOT_MET)
    gaps = [gap for gap, answer in asked if answer is None]
    within = is_within(spread, definition) if definition is OligoDefinition.SIX_MONTHS else None
    if definition is OligoDefinition.SIX_MONTHS and within is None:
        gaps.append(OligoGap.DATES)
    if gaps:
        return Oligo(definition, None, tuple(gaps))
    if within is not None:
        return Oligo(definition, OligoClass.SYNCHRONOUS if within else OligoClass.METACHRONOUS)
    return Oligo(definition, _NAMES[definition])


_NAMES = {
    OligoDefinition.ANY: OligoClass.OLIGO,
    OligoDefinition.ACTIVE_PRIMARY: OligoClass.SYNCHRONOUS,
    OligoDefinition.AFTER_PRIMARY: OligoClass.METACHRONOUS,
    OligoDefinition.CONTROLLED_PRIMARY: OligoClass.RECURRENCE,
}


def _conditions(
    definition: OligoDefinition, spread: Spread
) -> Iterator[tuple[OligoGap, bool | None]]:
    """What a definition asks beside the count, with its answer; None where nobody recorded it."""
    if definition is OligoDefinition.ACTIVE_PRIMARY:
        yield OligoGap.PRIMARY, _is(Primary.ACTIVE, spread.state)
    elif definition is OligoDefinition.AFTER_PRIMARY:
        within = is_within(spread, definition)
        yield OligoGap.DATES, None if within is None else not within
    elif definition is OligoDefinition.CONTROLLED_PRIMARY:
        yield OligoGap.PRIMARY, _is(Primary.CONTROLLED, spread.state)
        yield OligoGap.TREATABLE, _is(YesNo.YES, spread.treatable)


def _is(wanted: Choice, recorded: Choice | None) -> bool | None:
    """Whether that is what was recorded; None where nothing was, or "unknown"."""
    return None if recorded in {None, "unknown"} else recorded is wanted


def is_within(spread: Spread, definition: OligoDefinition) -> bool | None:
    """Whether the metastases came with the primary, by a definition; None when dates are open.

    The six-month window includes the day six calendar months after the primary; by the order
    alone, metastases found on the day of the primary came with it.
    """
    primary, found = spread.primary, spread.found
    if primary is None or found is None:
        return None
    if None in {primary.earliest, primary.latest, found.earliest, found.latest}:
        return None
    (first, last), (seen, known) = primary.sort_key, found.sort_key
    answers = {_is_within(definition, seen, last), _is_within(definition, known, first)}
    return answers.pop() if len(answers) == 1 else None


def _is_within(definition: OligoDefinition, found: date, primary: date) -> bool:
    if definition is OligoDefinition.SIX_MONTHS:
        return found <= add_months(primary, 6)
    return found <= primary


def spread_of(chart: Chart) -> Spread | None:
    """What a chart says of its first metastases; None while there is nothing to classify.

    There is where somebody spoke of oligometastases, or where a scan of new or growing disease
    has a number of lesions.
    """
    scans = progressions(chart)
    counted = [scan for scan in scans if _number(scan) is not None]
    if not (counted or stated_few(chart)):
        return None
    about = [
        each.record
        for each in chart.of(DiseaseStatus)
        if each.record.disease in {Disease.RECURRENT, Disease.PROGRESSIVE}
    ]
    scan = next(iter(counted or scans), None)
    return Spread(
        count=_number(scan) if scan else None,
        primary=_first_of_primary(chart),
        found=_first_proof(chart) or earliest_of(each.record.date for each in scans),
        state=next((each.primary_tumour for each in about if each.primary_tumour), None),
        treatable=next((each.treatable for each in about if each.treatable), None),
        counted_on=scan,
    )


def stated_few(chart: Chart) -> list[Stored[Statement]]:
    """Who spoke of oligometastases."""
    return [s for s in chart.of(Statement) if "oligo" in s.record.finding.casefold()]


def progressions(chart: Chart) -> list[Stored[ImagingStudy]]:
    """The scans that showed new or progressive disease, by date."""
    found = [s for s in chart.of(ImagingStudy) if s.record.conclusion is Conclusion.PROGRESSION]
    return sorted(found, key=lambda scan: scan.record.date.sort_key)


def _number(scan: Stored[ImagingStudy]) -> int | None:
    """The number of lesions of a report; None for a word, a limit or no number at all."""
    lesions = scan.record.lesions
    if lesions is None or lesions.number is None or lesions.is_censored:
        return None
    return int(lesions.number) if lesions.number == int(lesions.number) else None


def _first_proof(chart: Chart) -> PartialDate | None:
    proofs = [p.record.date for p in chart.of(Procedure) if p.record.proves is Proof.RELAPSE]
    return earliest_of(proofs)


def _first_of_primary(chart: Chart) -> PartialDate | None:
    """The diagnosis, where it is dated; else the first proof of the primary or the surgery."""
    diagnosed = earliest_of(d.record.date for d in chart.of(Diagnosis))
    proved = (
        p.record.date
        for p in chart.of(Procedure)
        if p.record.proves is Proof.PRIMARY or p.record.type is ProcedureType.SURGERY
    )
    return diagnosed or earliest_of(proved)
