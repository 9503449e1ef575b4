# SPDX-License-Identifier: MIT
"""Record a measured scan as one, and decide on the response it shows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from tracker.domain.changes import Changed
from tracker.domain.chart import Chart
from tracker.domain.checks import problems_in_chart
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.errors import NotFound, Problem, Refused
from tracker.domain.lesion_series import IRECIST, Column, Series, place_of, series_of
from tracker.domain.records import ImagingStudy, LesionMeasurement, ResponseAssessment
from tracker.domain.records.base import problems_of
from tracker.domain.records.response_assessment import Category
from tracker.domain.roles import Action
from tracker.domain.scan_entry import Scan, ScanEntry, read
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services.context import Context
from tracker.store.store import Store
from tracker.store.unit import Unit


@dataclass(frozen=True, slots=True)
class SavedScan:
    """The scan that was stored, and who should look again."""

    study: UUID
    changed: Changed


def save_scan(
    store: Store, ctx: Context, *, patient: UUID, entry: ScanEntry, study: UUID | None = None
) -> SavedScan:
    """Stores study, sizes and lesions of one time point in one transaction.

    Args:
        store: open.
        ctx: who is at work; with ``study``, why it is changed.
        patient: whose chart.
        entry: what was typed.
        study: the scan that is being changed; None for a new one.

    Raises:
        Refused: every problem, each with the name of its box; nothing was stored.
        NotFound: there is no such scan in this chart.
    """
    ctx.require(Action.RECORD)
    chart = store.chart(patient)
    column = None
    if study:
        series, place = _place(chart, study)
        column = series.columns[place]
    scan = read(entry, chart, column)
    Refused.if_any(_problems(ctx, chart, scan, column))
    with store.unit(ctx.stamp()) as unit:
        stored = _store(unit, chart, scan, column)
    return SavedScan(stored.id, unit.changed)


def _place(chart: Chart, study: UUID) -> tuple[Series, int]:
    """The series of a scan, and the place of its column in it."""
    found = series_of(chart)
    place = place_of(found, study)
    if place is None:
        message = QT_TRANSLATE_NOOP(
            "Message", "This scan is no longer there. Open the chart again."
        )
        raise NotFound(Message(message))
    return found[place[0]], place[1]


def _problems(ctx: Context, chart: Chart, scan: Scan, column: Column | None) -> Iterator[Problem]:
    own = column.studies[0].id if column else None
    yield from problems_of(scan.study)
    yield from problems_in_chart(scan.study, chart, ctx.clock.today(), own)
    if column is not None:
        yield from _reasoned(ctx)


def _store(unit: Unit, chart: Chart, scan: Scan, column: Column | None) -> Stored[ImagingStudy]:
    patient = chart.patient.id
    if column is None:
        study = unit.add(scan.study, patient)
    else:
        study = column.studies[0]
        if study.record != scan.study:
            study = unit.amend(study, scan.study)
    sizes = dict(scan.sizes)
    for lesion, size in scan.added:
        stored = unit.add(lesion, patient)
        if size is not None:
            sizes[stored.id] = size
    before = {each.record.lesion: each for each in _measured(column)}
    for lesion_id, size in sizes.items():
        old = before.pop(lesion_id, None)
        linked = replace(
            size, imaging_study=old.record.imaging_study if old else study.id, lesion=lesion_id
        )
        if old is None:
            unit.add(linked, patient)
        elif old.record != linked:
            unit.amend(old, linked)
    for lesion_id, emptied in before.items():
        if lesion_id in scan.asked:
            unit.void(emptied)
    return study


def _measured(column: Column | None) -> list[Stored[LesionMeasurement]]:
    """The measurements of a time point, without the lesions that are measured twice on it."""
    if column is None:
        return []
    return [found[0] for found in column.seen.values() if len(found) == 1]


def read_together(store: Store, ctx: Context, *, patient: UUID, study: UUID) -> Changed:
    """Joins the time point of a scan to the one before it, so that both are assessed as one.

    Raises:
        Refused: no reason was given; it is the first one; neither has a known day; or both were
            decided on by the same criteria.
        NotFound: the scan is not measured.
    """
    ctx.require(Action.RECORD)
    series, place = _place(store.chart(patient), study)
    if place == 0:
        raise Refused(Problem(Message(_NOTHING_BEFORE)))
    first, second = series.columns[place - 1 : place + 1]
    Refused.if_any([*_reasoned(ctx), *_both_decided(first, second)])
    days = [each.studies[0].record.time_point for each in (first, second)]
    if days[0].is_day:
        return _amend_scans(store, ctx, second, days[0])
    if days[1].is_day:
        return _amend_scans(store, ctx, first, days[1])
    raise Refused(Problem(Message(_NO_DAY)))


def read_apart(store: Store, ctx: Context, *, patient: UUID, study: UUID) -> Changed:
    """Makes the scans of several days that were joined time points of their own again.

    Raises:
        Refused: no reason was given.
        NotFound: the scan is not measured.
    """
    ctx.require(Action.RECORD)
    series, place = _place(store.chart(patient), study)
    Refused.if_any(_reasoned(ctx))
    return _amend_scans(store, ctx, series.columns[place], None)


def _amend_scans(store: Store, ctx: Context, column: Column, point: PartialDate | None) -> Changed:
    with store.unit(ctx.stamp()) as unit:
        for study in column.studies:
            joined = replace(study.record, read_with=point)
            if joined != study.record:
                unit.amend(study, joined)
    return unit.changed


def _reasoned(ctx: Context) -> Iterator[Problem]:
    if not ctx.reason:
        message = QT_TRANSLATE_NOOP("Message", "A change of a stored record needs a reason.")
        yield Problem(Message(message), "reason")


def _both_decided(first: Column, second: Column) -> Iterator[Problem]:
    """Two decisions on one time point: nobody could tell which one holds."""
    criteria = [
        {a.record.criteria for a in column.assessments if a.record.decided is not None}
        for column in (first, second)
    ]
    if criteria[0] & criteria[1]:
        yield Problem(Message(_BOTH_DECIDED))


_NOTHING_BEFORE = QT_TRANSLATE_NOOP("Message", "There is no scan before this one in its series.")
_NO_DAY = QT_TRANSLATE_NOOP(
    "Message", "Neither scan has a known day, so that they cannot be read together."
)
_BOTH_DECIDED = QT_TRANSLATE_NOOP(
    "Message", "Both scans were decided on. Mark one decision as entered in error first."
)


def decide(
    store: Store,
    ctx: Context,
    *,
    patient: UUID,
    study: UUID,
    criteria: str,
    decided: Category,
    why: str | None = None,
) -> Changed:
    """Keeps a decision on one scan beside what the criteria compute for it today.

    Deciding again amends the decision that is there; ``why`` is then its reason.

    Raises:
        Refused: it differs from the computed category, or from an earlier decision, and no
            reason was given.
        NotPermitted: the role does not decide.
        NotFound: the scan is not measured.
    """
    ctx.require(Action.DECIDE)
    chart = store.chart(patient)
    series, place = _place(chart, study)
    column = series.columns[place]
    answers = series.immune if criteria == IRECIST else series.recist
    record = ResponseAssessment(
        date=column.when,
        criteria=criteria,
        imaging_study=column.studies[0].id,
        computed=answers[place].overall,
        decided=decided,
        decided_by=ctx.user,
        why=why,
    )
    own = [each for each in column.assessments if each.record.criteria == criteria]
    earlier = own[-1] if own else None
    found = [
        *problems_of(record),
        *problems_in_chart(record, chart, ctx.clock.today(), earlier.id if earlier else None),
    ]
    if earlier is not None and earlier.record.decided is not None and not why:
        message = QT_TRANSLATE_NOOP(
            "Message", "This scan was already decided. Say why it is decided again."
        )
        found.append(Problem(Message(message), "why"))
    Refused.if_any(found)
    with store.unit(ctx.because(why).stamp()) as unit:
        if earlier is None:
            unit.add(record, patient)
        else:
            unit.amend(earlier, record)
        if record.computed not in {None, decided}:
            said = {"criteria": criteria, "computed": record.computed, "decided": decided}
            unit.log("override", patient=patient, content={k: str(v) for k, v in said.items()})
    return unit.changed
