# SPDX-License-Identifier: MIT
"""From a chart to series of scans: one column for each time point, and what is doubtful in them.

A series runs from one baseline to the next. Nothing is repaired here: a size that is missing,
doubled or in the wrong axis is listed as a doubt and makes the lesion not evaluable.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

from tracker.domain import irecist, response
from tracker.domain.ca125 import GCIG
from tracker.domain.chart import Chart
from tracker.domain.dates import Certainty, PartialDate, before, days_between, same_day
from tracker.domain.envelope import Stored
from tracker.domain.fields import YesNo
from tracker.domain.findings import Finding as Found
from tracker.domain.records import ImagingStudy, Lesion, LesionMeasurement, ResponseAssessment
from tracker.domain.records.lesion import Finding, LesionRole
from tracker.domain.response import Seen, TimePoint, Tracked
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

MOST_TARGETS, MOST_PER_ORGAN = 5, 2
"""RECIST 1.1, section 4.1: targets in all, and in one organ; all nodes are one organ."""

TARGET_FROM_MM, TARGET_NODE_FROM_MM = Decimal(10), Decimal(15)
"""RECIST 1.1, section 3.1.1: longest diameter by CT; short axis of a node."""

FAR_APART_DAYS = 28
"""Scans of one time point that lie further apart are asked about (RECIST 1.1, section 4.1: baseline
within 4 weeks; for later ones it names no limit)."""

RECIST, IRECIST = "RECIST 1.1", "iRECIST"
"""How the two criteria are named in ``ResponseAssessment.criteria``."""

_ROLES = (LesionRole.TARGET, LesionRole.NON_TARGET, LesionRole.NEW)


@dataclass(frozen=True, slots=True)
class Column:
    """One time point: scans of one day, or joined by a person; what they say; what was decided.

    ``when`` is the day of its first scan. RECIST 1.1 names no rule for scans of several days, and
    protocols differ; by the first one nothing is dated later than a scan that may have shown it.
    """

    when: PartialDate
    studies: tuple[Stored[ImagingStudy], ...]
    seen: dict[UUID, tuple[Stored[LesionMeasurement], ...]]
    assessments: tuple[Stored[ResponseAssessment], ...] = ()
    by_marker: Stored[ResponseAssessment] | None = None

    @property
    def is_joined(self) -> bool:
        """A person reads scans of several days together here."""
        return len({study.record.date for study in self.studies}) > 1

    @property
    def is_baseline(self) -> bool:
        """A person marked one of the scans as the baseline."""
        return any(study.record.baseline is YesNo.YES for study in self.studies)

    @property
    def decision(self) -> Stored[ResponseAssessment] | None:
        """The newest assessment on which somebody decided."""
        decided = [a for a in self.assessments if a.record.decided is not None]
        return decided[-1] if decided else None


@dataclass(frozen=True, slots=True)
class Series:
    """A baseline and what followed it, assessed by both criteria; ``columns[0]`` is the baseline.

    ``recist`` and ``immune`` have one answer for each column.
    """

    lesions: tuple[Stored[Lesion], ...]
    columns: tuple[Column, ...]
    recist: tuple[response.Assessed, ...]
    immune: tuple[irecist.Immune, ...]
    doubts: tuple[Found, ...] = ()


def series_of(chart: Chart) -> tuple[Series, ...]:
    """The series of a chart, oldest first; empty when no followed lesion was measured."""
    followed = {s.id: s for s in chart.of(Lesion) if s.record.role in _ROLES}
    columns = _columns(chart, followed)
    if not columns:
        return ()
    starts = [n for n, column in enumerate(columns) if column.is_baseline] or [0]
    earlier: set[UUID] = set()
    made: list[Series] = []
    for start, end in pairwise([*starts, len(columns)]):
        found = _series(columns[start:end], followed, earlier)
        earlier |= {lesion.id for lesion in found.lesions}
        made.append(found)
    return tuple(made)


def place_of(found: Iterable[Series], study: UUID | None) -> tuple[int, int] | None:
    """The series and the column of a scan; None when it is in none of them."""
    for number, series in enumerate(found):
        for place, column in enumerate(series.columns):
            if any(each.id == study for each in column.studies):
                return number, place
    return None


def time_points(chart: Chart) -> Iterator[tuple[response.Assessed, irecist.Immune]]:
    """Every measured scan of a chart as both criteria judge it, baselines included."""
    for series in series_of(chart):
        yield from zip(series.recist, series.immune, strict=True)


def doubts_of(chart: Chart) -> Iterator[Found]:
    """Everything doubtful in the scans and responses of a chart."""
    for series in series_of(chart):
        yield from series.doubts
    yield from _read_together(chart)
    yield from _outside(chart)


def _columns(chart: Chart, followed: dict[UUID, Stored[Lesion]]) -> list[Column]:
    """Scans that say something of a followed lesion, by date; those of a time point are one."""
    measured: dict[UUID, list[Stored[LesionMeasurement]]] = defaultdict(list)
    for each in chart.of(LesionMeasurement):
        if each.record.lesion in followed:
            measured[each.record.imaging_study].append(each)
    days: dict[object, list[Stored[ImagingStudy]]] = defaultdict(list)
    for study in chart.of(ImagingStudy):
        if study.id in measured or study.record.baseline is YesNo.YES:
            point = study.record.time_point
            days[point.day if point.is_day else study.id].append(study)
    columns = []
    for unordered in days.values():
        studies = sorted(unordered, key=lambda study: study.record.date.sort_key)
        seen: dict[UUID, list[Stored[LesionMeasurement]]] = defaultdict(list)
        for study in studies:
            for each in measured[study.id]:
                seen[each.record.lesion].append(each)
        columns.append(
            Column(
                studies[0].record.date,
                tuple(studies),
                {lesion: tuple(found) for lesion, found in seen.items()},
                tuple(_assessments(chart, studies)),
                _by_marker(chart, studies),
            )
        )
    return sorted(columns, key=lambda column: column.when.sort_key)


def _assessments(
    chart: Chart, studies: Iterable[Stored[ImagingStudy]]
) -> Iterator[Stored[ResponseAssessment]]:
    """Those by size that name one of the scans, or that are of its very day and name none."""
    scans = {study.id: study.record.date for study in studies}
    for each in chart.of(ResponseAssessment):
        record = each.record
        if record.criteria not in {RECIST, IRECIST}:
            continue
        unnamed = record.imaging_study is None
        same = unnamed and any(same_day(record.date, d) is Certainty.YES for d in scans.values())
        if same or record.imaging_study in scans:
            yield each


def _by_marker(
    chart: Chart, studies: Iterable[Stored[ImagingStudy]]
) -> Stored[ResponseAssessment] | None:
    """The newest assessment by CA-125 that a person put beside one of the scans."""
    scans = {study.id for study in studies}
    found = [
        each
        for each in chart.of(ResponseAssessment)
        if each.record.criteria == GCIG and each.record.imaging_study in scans
    ]
    return found[-1] if found else None


def _series(
    columns: list[Column], followed: dict[UUID, Stored[Lesion]], earlier: set[UUID]
) -> Series:
    lesions = tuple(_lesions(columns, followed, earlier))
    tracked = [tracked_from(lesion) for lesion in lesions]
    points = [
        TimePoint(
            when=column.when,
            seen={each.id: _seen(each, column.seen.get(each.id, ())) for each in lesions},
            decided=decision.record.decided if (decision := column.decision) else None,
        )
        for column in columns
    ]
    found = response.assess(tracked, points)
    return Series(
        lesions,
        tuple(columns),
        found,
        irecist.assess(found),
        tuple(_doubts(lesions, columns)),
    )


def tracked_from(lesion: Stored[Lesion]) -> Tracked:
    """A followed lesion as the criteria see it."""
    record = lesion.record
    assert record.role is not None, lesion.id  # noqa: S101 - only followed lesions come here
    return Tracked(
        key=lesion.id,
        name=record.label,
        role=record.role,
        is_node=record.node is YesNo.YES,
    )


def _lesions(
    columns: list[Column], followed: dict[UUID, Stored[Lesion]], earlier: set[UUID]
) -> Iterator[Stored[Lesion]]:
    """Targets, then non-targets, then new ones, in the order in which they were recorded.

    One that belonged to an earlier series only is left there.
    """
    here = {lesion for column in columns for lesion in column.seen}
    at_baseline = set(columns[0].seen)
    for role in _ROLES:
        for key, lesion in followed.items():
            belongs = key in here and (key in at_baseline or key not in earlier)
            if belongs and lesion.record.role is role:
                yield lesion


def _seen(lesion: Stored[Lesion], found: tuple[Stored[LesionMeasurement], ...]) -> Seen:
    """What a scan says of a lesion; two answers on one day are none."""
    if not found:
        return Seen()
    if len(found) > 1:
        return Seen(finding=Finding.NOT_EVALUABLE)
    return seen_from(lesion.record, found[0].record)


def seen_from(lesion: Lesion, found: LesionMeasurement) -> Seen:
    """The size that counts: the short axis of a node, the longest diameter of anything else."""
    is_node = lesion.node is YesNo.YES
    return Seen(found.short_axis if is_node else found.diameter, found.finding)


def _doubts(lesions: Iterable[Stored[Lesion]], columns: list[Column]) -> Iterator[Found]:
    base = columns[0]
    if not base.is_baseline:
        yield _of_study(base, "BASELINE_NOT_MARKED", _NOT_MARKED)
    targets = [lesion for lesion in lesions if lesion.record.role is LesionRole.TARGET]
    yield from _too_many(targets, base)
    for lesion in lesions:
        yield from _at_baseline(lesion, base)
        for column in columns:
            yield from _measured(lesion, column)
    for first, second in pairwise(columns):
        if before(first.when, second.when) is not Certainty.YES:
            yield _of_study(
                second, "SCAN_ORDER_UNKNOWN", _ORDER, first=first.when, second=second.when
            )


def _too_many(targets: list[Stored[Lesion]], base: Column) -> Iterator[Found]:
    """Section 4.1: at most five targets, two in one organ; all nodes are one organ."""
    if len(targets) > MOST_TARGETS:
        yield _of_study(base, "TARGETS_MORE_THAN_5", _TOO_MANY, count=len(targets))
    for organ, count in crowded(target.record for target in targets).items():
        yield _of_study(
            base, "TARGETS_MORE_THAN_2_IN_ORGAN", _TOO_MANY_THERE, count=count, organ=organ
        )


def crowded(targets: Iterable[Lesion]) -> dict[str, int]:
    """Organs with more targets than section 4.1 takes, with their number; nodes are one organ."""
    organs = Counter("lymph node" if t.node is YesNo.YES else t.organ.casefold() for t in targets)
    return {organ: count for organ, count in organs.items() if count > MOST_PER_ORGAN}


def _at_baseline(lesion: Stored[Lesion], base: Column) -> Iterator[Found]:
    record, found = lesion.record, base.seen.get(lesion.id, ())
    name = {"lesion": record.label, "when": base.when.text}
    if record.role is LesionRole.NEW:
        if found:
            yield _of_lesion(lesion, "LESION_NEW_AT_BASELINE", _NEW_AT_BASELINE, **name)
        return
    if not found:
        yield _of_lesion(lesion, "LESION_NO_BASELINE", _NO_BASELINE, **name)
        return
    if record.role is not LesionRole.TARGET:
        return
    mm = response.size_of(_seen(lesion, found))
    least = TARGET_NODE_FROM_MM if record.node is YesNo.YES else TARGET_FROM_MM
    if mm is None:
        yield _of_lesion(lesion, "LESION_NO_BASELINE", _NO_BASELINE, **name)
    elif mm < least:
        values = {**name, "mm": response.plain(mm), "least": response.plain(least)}
        text = _SMALL_NODE if record.node is YesNo.YES else _SMALL
        yield _of_lesion(lesion, "TARGET_TOO_SMALL", text, **values)
    if record.node is None and "node" in record.organ.casefold():
        yield _of_lesion(lesion, "LESION_NODE_UNKNOWN", _NODE_UNKNOWN, **name)


def _measured(lesion: Stored[Lesion], column: Column) -> Iterator[Found]:
    """One answer for each lesion and day, in the axis that counts, in millimetres."""
    found = column.seen.get(lesion.id, ())
    name = {"lesion": lesion.record.label, "when": column.when.text}
    if len(found) > 1:
        yield _of_study(column, "LESION_MEASURED_TWICE", _TWICE, **name)
        return
    for each in found:
        record, counts = each.record, _seen(lesion, found)
        if counts.mm is not None or record.finding is not None:
            continue
        other = record.short_axis or record.diameter
        text = _WRONG_AXIS if other is not None else _NOT_IN_MM
        yield _of_study(column, "LESION_NO_SIZE", text, **name, printed=record.as_printed or "")


def _read_together(chart: Chart) -> Iterator[Found]:
    """A scan that is read with one that is not there, or that lies far from it."""
    scans = chart.of(ImagingStudy)
    for each in scans:
        record = each.record
        if record.read_with is None:
            continue
        values = {"when": record.date.text, "other": record.read_with.text}
        where = ((ImagingStudy.kind, each.id),)
        if not any(
            other.id != each.id and other.record.time_point.day == record.read_with.day
            for other in scans
        ):
            yield Found("SCAN_READ_WITH_NONE", Message(_WITH_NONE, values), where)
        apart = days_between(record.read_with, record.date)
        if apart is not None and min(abs(apart.low), abs(apart.high)) > FAR_APART_DAYS:
            yield Found("SCANS_FAR_APART", Message(_FAR_APART, values), where)


def _outside(chart: Chart) -> Iterator[Found]:
    """Responses that rest on no scan: before the first one, or on the same scan twice."""
    scans = [study.record.date for study in chart.of(ImagingStudy)]
    seen: Counter[tuple[UUID, str]] = Counter()
    for each in chart.of(ResponseAssessment):
        record = each.record
        if record.imaging_study is not None:
            key = (record.imaging_study, record.criteria)
            seen[key] += 1
            if seen[key] == 2:  # said once, however many there are
                yield _of_response(each, "SCAN_ASSESSED_TWICE", _ASSESSED_TWICE)
        elif record.criteria in {RECIST, IRECIST} and all(
            before(record.date, scan) is Certainty.YES for scan in scans
        ):
            yield _of_response(each, "RESPONSE_BEFORE_IMAGING", _BEFORE_IMAGING)


def _of_study(column: Column, code: str, text: str, /, **values: object) -> Found:
    values = {"when": column.when.text} | values
    return Found(code, Message(text, values), ((ImagingStudy.kind, column.studies[0].id),))


def _of_lesion(lesion: Stored[Lesion], code: str, text: str, /, **values: object) -> Found:
    return Found(code, Message(text, values), ((Lesion.kind, lesion.id),))


def _of_response(each: Stored[ResponseAssessment], code: str, text: str) -> Found:
    values = {"when": each.record.date.text, "criteria": each.record.criteria}
    return Found(code, Message(text, values), ((ResponseAssessment.kind, each.id),))


_NOT_MARKED = QT_TRANSLATE_NOOP(
    "Message", "No scan is marked as baseline; the first measured one ({when}) is taken as such."
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "Message", "{count} targets at baseline ({when}); RECIST 1.1 takes at most 5 (section 4.1)."
)
_TOO_MANY_THERE = QT_TRANSLATE_NOOP(
    "Message", "{count} targets in one organ ({organ}); RECIST 1.1 takes at most 2 (section 4.1)."
)
_NEW_AT_BASELINE = QT_TRANSLATE_NOOP(
    "Message", "{lesion} is called new but was seen at baseline ({when})."
)
_NO_BASELINE = QT_TRANSLATE_NOOP(
    "Message", "{lesion} has no size at baseline ({when}): no response can be computed from it."
)
_SMALL = QT_TRANSLATE_NOOP(
    "Message", "{lesion} is a target of {mm} mm at baseline; at least {least} mm is asked for."
)
_SMALL_NODE = QT_TRANSLATE_NOOP(
    "Message",
    "{lesion} is a target node of {mm} mm short axis at baseline; at least {least} mm is asked "
    "for.",
)
_NODE_UNKNOWN = QT_TRANSLATE_NOOP(
    "Message", "{lesion} lies in a lymph node, but nobody said that it is measured as one."
)
_TWICE = QT_TRANSLATE_NOOP(
    "Message", "{lesion} is measured twice on {when}; neither is taken until one is corrected."
)
_WRONG_AXIS = QT_TRANSLATE_NOOP(
    "Message",
    "{lesion} has a size on {when}, but not the one that counts: short axis of a node, longest "
    "diameter of anything else.",
)
_NOT_IN_MM = QT_TRANSLATE_NOOP(
    "Message", "{lesion} of {when} is printed as “{printed}” and has no size in mm."
)
_ORDER = QT_TRANSLATE_NOOP(
    "Message", "The order of the scans {first} and {second} is not certain: check nadir and change."
)
_WITH_NONE = QT_TRANSLATE_NOOP(
    "Message", "The scan of {when} is read together with one of {other}, which is not recorded."
)
_FAR_APART = QT_TRANSLATE_NOOP(
    "Message", "The scans of {when} and {other} are read together but lie more than 4 weeks apart."
)
_ASSESSED_TWICE = QT_TRANSLATE_NOOP(
    "Message", "The scan of {when} is assessed twice by {criteria}; the newer decision is shown."
)
_BEFORE_IMAGING = QT_TRANSLATE_NOOP(
    "Message",
    "A response by {criteria} of {when} lies before any scan. If a letter states it, record it as "
    "a statement.",
)
