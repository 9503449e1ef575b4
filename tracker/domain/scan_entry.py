# SPDX-License-Identifier: MIT
"""A scan as it is typed: a date, a modality, and one short text for each lesion.

``12`` is a size in mm, ``12+9`` a lesion that split, ``30x18`` both axes, ``0`` or ``a`` absent,
``ts`` too small, ``ne`` not evaluable, ``p`` present, ``pd`` unequivocal progression, ``?``
equivocal, ``m`` merged into another; ``pd`` and ``?`` may stand behind a size. An empty text is a
lesion nobody looked at.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.dates import Certainty, before, same_day
from tracker.domain.envelope import Stored
from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import YesNo
from tracker.domain.lesion_series import MOST_TARGETS, Column, crowded, series_of
from tracker.domain.records import ImagingStudy, Lesion, LesionMeasurement
from tracker.domain.records.base import Record, build, problems_of
from tracker.domain.records.lesion import Finding, LesionRole
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, folded
from tracker.domain.values import decimal

NOBODY = UUID(int=0)
"""Stands for the id of a record that is not stored yet."""

_WORDS = {
    "0": Finding.ABSENT,
    "a": Finding.ABSENT,
    "abs": Finding.ABSENT,
    "ts": Finding.TOO_SMALL,
    "ne": Finding.NOT_EVALUABLE,
    "p": Finding.PRESENT,
    "pd": Finding.PROGRESSED,
    "?": Finding.EQUIVOCAL,
    "m": Finding.MERGED,
}
_SHORT = {finding: word for word, finding in _WORDS.items()} | {Finding.ABSENT: "0"}
_ONLY_OF = {
    Finding.PROGRESSED: {LesionRole.NON_TARGET},
    Finding.EQUIVOCAL: {LesionRole.NEW},
}
_BESIDE = tuple(_SHORT[finding] for finding in _ONLY_OF)  # may stand behind a size
_OTHER_UNIT = re.compile(r"[0-9.,]+\s*(mm|cm|m|in)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A lesion that is entered together with the scan; texts as typed."""

    label: str
    organ: str
    role: LesionRole | None
    node: YesNo | None
    cell: str

    @property
    def is_empty(self) -> bool:
        """Nothing was typed: no lesion."""
        return not any(text.strip() for text in (self.label, self.organ, self.cell))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanEntry:
    """Everything typed for one time point; ``cells`` are the texts by lesion."""

    date: str
    modality: str
    is_baseline: bool = False
    cells: Mapping[UUID, str] = field(default_factory=dict)
    added: tuple[Added, ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """The records of an entry; their ids are ``NOBODY`` until they are stored.

    ``asked`` are the lesions that had a box; one of them without a size was emptied.
    """

    study: ImagingStudy
    asked: frozenset[UUID]
    sizes: Mapping[UUID, LesionMeasurement]
    added: tuple[tuple[Lesion, LesionMeasurement | None], ...]


def cell_text(found: LesionMeasurement, lesion: Lesion) -> str:
    """What would be typed for a stored measurement."""
    if found.finding is Finding.SPLIT and found.as_printed:
        return found.as_printed
    is_node = lesion.node is YesNo.YES
    size, other = (found.diameter, found.short_axis)[:: -1 if is_node else 1]
    if size is not None:
        text = f"{size}" if other is None else f"{found.diameter}x{found.short_axis}"
        return text + (_SHORT[found.finding] if found.finding in _ONLY_OF else "")
    return _SHORT.get(found.finding, "") if found.finding else found.as_printed or ""


def read_cell(text: str, lesion: Lesion) -> LesionMeasurement | None:
    """The measurement a text stands for; None when it is empty.

    Raises:
        Refused: no size in mm and none of the words, or a word that does not fit the lesion.
    """
    plain = folded(text).casefold().replace("×", "x").replace(" ", "")
    if not plain:
        return None
    made = LesionMeasurement(imaging_study=NOBODY, lesion=NOBODY)
    if plain in _WORDS:
        finding = _WORDS[plain]
        if lesion.role not in _ONLY_OF.get(finding, {lesion.role}):
            message = Message(_NOT_FOR, {"finding": finding, "role": lesion.role})
            raise Refused(Problem(message))
        return replace(made, finding=finding)
    beside = next((word for word in _BESIDE if plain.endswith(word)), None)
    if beside is not None:
        sized = read_cell(plain.removesuffix(beside), lesion)
        said = read_cell(beside, lesion)
        if sized is None or sized.finding is not None or said is None:
            raise Refused(Problem(Message(_NOT_A_SIZE, {"text": text.strip()})))
        return replace(sized, finding=said.finding)
    if _OTHER_UNIT.fullmatch(plain):
        raise Refused(Problem(Message(_NO_UNIT, {"text": text.strip()})))
    if "x" in plain:
        longest, short = _two(plain, text)
        return replace(made, diameter=max(longest, short), short_axis=min(longest, short))
    parts = [_size(part, text) for part in plain.split("+")]
    size = sum(parts, Decimal(0))
    if len(parts) > 1:
        made = replace(made, finding=Finding.SPLIT, as_printed=plain)
    if lesion.node is YesNo.YES:
        return replace(made, short_axis=size)
    return replace(made, diameter=size)


def _two(plain: str, text: str) -> tuple[Decimal, Decimal]:
    first, _, second = plain.partition("x")
    return _size(first, text), _size(second, text)


def _size(part: str, text: str) -> Decimal:
    try:
        size = decimal(part)
    except Refused:
        raise Refused(Problem(Message(_NOT_A_SIZE, {"text": text.strip()}))) from None
    if size <= 0:
        raise Refused(Problem(Message(_NOT_POSITIVE, {"text": text.strip()})))
    return size


def read(entry: ScanEntry, chart: Chart, column: Column | None = None) -> Scan:
    """The records of an entry; ``column`` is the time point that is being amended.

    Raises:
        Refused: everything that is wrong, each problem with the name of its box: ``date``,
            ``modality``, the id of a lesion, or ``added 1``.
    """
    found: list[Problem] = []
    study = _study(entry, column, found)
    lesions = {stored.id: stored.record for stored in chart.of(Lesion)}
    sizes = _sizes(entry, lesions, column, found)
    added = tuple(_added(entry, found))
    if not sizes and not any(size for _, size in added):
        found.append(Problem(Message(_NOTHING)))
    if study is not None:
        found += _against(study, entry, chart, column)
    found += _too_many(entry, added)
    if found or study is None:
        raise Refused(*found)
    return Scan(study, frozenset(entry.cells), sizes, added)


def _study(entry: ScanEntry, column: Column | None, found: list[Problem]) -> ImagingStudy | None:
    texts = {"date": entry.date, "modality": entry.modality}
    texts |= {"baseline": "yes"} if entry.is_baseline else {}
    try:
        typed = build(ImagingStudy, texts)
    except Refused as error:
        found += error.problems
        return None
    if column is None:
        return typed
    before_it = column.studies[0].record
    same = entry.is_baseline == column.is_baseline  # the mark may stand on another of its scans
    baseline = before_it.baseline if same else typed.baseline
    return replace(before_it, date=typed.date, modality=typed.modality, baseline=baseline)


def _sizes(
    entry: ScanEntry,
    lesions: Mapping[UUID, Lesion],
    column: Column | None,
    found: list[Problem],
) -> dict[UUID, LesionMeasurement]:
    """What was typed for each lesion; a text nobody changed stands for all that is stored."""
    sizes = {}
    for key, text in entry.cells.items():
        stored = column.seen.get(key, ()) if column else ()
        if len(stored) == 1 and text == cell_text(stored[0].record, lesions[key]):
            sizes[key] = stored[0].record
        elif (cell := _cell(text, lesions[key], str(key), found)) is not None:
            sizes[key] = cell
    return sizes


def _cell(text: str, lesion: Lesion, box: str, found: list[Problem]) -> LesionMeasurement | None:
    try:
        size = read_cell(text, lesion)
    except Refused as error:
        found += [Problem(problem.message, box) for problem in error.problems]
        return None
    if size is not None:
        found += [Problem(problem.message, box) for problem in problems_of(size)]
    return size


def _added(
    entry: ScanEntry, found: list[Problem]
) -> Iterator[tuple[Lesion, LesionMeasurement | None]]:
    for number, each in enumerate(entry.added, start=1):
        if each.is_empty:
            continue
        box = f"added {number}"
        texts = {
            "label": each.label,
            "organ": each.organ,
            "role": each.role or "",
            "node": each.node or "",
            "first_seen": entry.date,
        }
        try:
            lesion = build(Lesion, texts)
        except Refused as error:
            found += [Problem(p.message, box) for p in error.problems if p.field != "first_seen"]
            continue
        if lesion.role is None:
            found.append(Problem(Message(_NO_ROLE, {"lesion": lesion.label}), box))
        if lesion.node is None:
            found.append(Problem(Message(_NODE_OR_NOT, {"lesion": lesion.label}), box))
        if not each.cell.strip():
            found.append(Problem(Message(_NO_SIZE, {"lesion": lesion.label}), box))
        yield lesion, _cell(each.cell, lesion, box, found)


def _against(
    study: ImagingStudy, entry: ScanEntry, chart: Chart, column: Column | None
) -> Iterator[Problem]:
    """The same day twice, or a follow-up before its baseline."""
    own = {each.id for each in column.studies} if column else set()
    series = series_of(chart)
    columns = [each for one in series for each in one.columns]
    others = [each for each in columns if not own & {study.id for study in each.studies}]
    for other in others:
        days = {each.record.date for each in other.studies}
        if any(same_day(when, study.date) is Certainty.YES for when in days):
            yield Problem(Message(_SAME_DAY, {"when": study.date.text}), "date")
    if not others and not entry.is_baseline and column is None:
        yield Problem(Message(_FIRST), "date")
    first = min((each.when for each in others), key=lambda d: d.sort_key, default=None)
    if first is not None and not entry.is_baseline and before(study.date, first) is Certainty.YES:
        yield Problem(Message(_BEFORE_FIRST, {"when": first.text}), "date")


def _too_many(
    entry: ScanEntry, added: tuple[tuple[Lesion, LesionMeasurement | None], ...]
) -> Iterator[Problem]:
    """RECIST 1.1, section 4.1, where the targets are chosen; later lesions are new ones."""
    targets = [lesion for lesion, _ in added if lesion.role is LesionRole.TARGET]
    if targets and not entry.is_baseline:
        names = ", ".join(lesion.label for lesion in targets)
        yield Problem(Message(_TARGETS_LATER, {"lesions": names}))
    if len(targets) > MOST_TARGETS:
        yield Problem(Message(_MORE_THAN_FIVE, {"count": len(targets)}))
    for organ, count in crowded(targets).items():
        yield Problem(Message(_MORE_THAN_TWO, {"count": count, "organ": organ}))


def preview(entry: ScanEntry, chart: Chart, column: Column | None = None) -> Chart:
    """The chart as it would be, with every part of the entry that can already be read.

    Nothing is stored; a text that is no size yet is a lesion not looked at.
    """
    unread: list[Problem] = []
    study = _study(entry, column, unread)
    if study is None:
        return chart
    numbers = itertools.count(1)

    def stored(record: Record, key: UUID | None = None) -> Stored[Record]:
        patient = chart.patient
        return Stored(
            id=key or UUID(int=next(numbers)),
            patient=patient.id,
            record=record,
            recorded_at=patient.recorded_at,
            recorded_by=patient.recorded_by,
        )

    made = stored(study, column.studies[0].id if column else None)
    gone = {each.id for each in column.studies} if column else set()
    lesions = {each.id: each.record for each in chart.of(Lesion)}
    added = list(_added(entry, unread))
    new = [stored(lesion) for lesion, _ in added]
    sizes: dict[UUID, LesionMeasurement | None] = {**_sizes(entry, lesions, column, unread)}
    sizes |= {each.id: size for each, (_, size) in zip(new, added, strict=True)}
    measured = [
        stored(replace(size, imaging_study=made.id, lesion=key))
        for key, size in sizes.items()
        if size is not None
    ]
    kept = {kind: list(found) for kind, found in chart.records.items()}
    kept[ImagingStudy.kind] = [
        each for each in kept.get(ImagingStudy.kind, []) if each.id != made.id
    ] + [made]
    kept[Lesion.kind] = [*kept.get(Lesion.kind, []), *new]
    kept[LesionMeasurement.kind] = [
        each
        for each in kept.get(LesionMeasurement.kind, [])
        if getattr(each.record, "imaging_study", None) not in gone
    ] + measured
    return replace(chart, records={kind: tuple(found) for kind, found in kept.items()})


_NOT_FOR = QT_TRANSLATE_NOOP("Message", "“{finding}” is not said of a {role} lesion.")
_NO_UNIT = QT_TRANSLATE_NOOP(
    "Message", "“{text}”: sizes are typed in millimetres, without a unit. Nothing is converted."
)
_NOT_A_SIZE = QT_TRANSLATE_NOOP(
    "Message", "“{text}” is no size in mm and none of 0, ts, ne, p, pd, ?, m."
)
_NOT_POSITIVE = QT_TRANSLATE_NOOP(
    "Message", "“{text}” is no size. A lesion that is gone is typed as 0."
)
_NOTHING = QT_TRANSLATE_NOOP("Message", "Nothing is measured yet: type a size for a lesion.")
_NO_ROLE = QT_TRANSLATE_NOOP("Message", "{lesion}: say whether it is a target or not.")
_NODE_OR_NOT = QT_TRANSLATE_NOOP(
    "Message", "{lesion}: say whether it is a lymph node, which is measured by its short axis."
)
_NO_SIZE = QT_TRANSLATE_NOOP("Message", "{lesion} has no size on this scan yet.")
_SAME_DAY = QT_TRANSLATE_NOOP(
    "Message", "A scan of {when} is already measured. Change that one instead."
)
_FIRST = QT_TRANSLATE_NOOP(
    "Message", "The first measured scan is the baseline: mark it so, or enter the baseline first."
)
_BEFORE_FIRST = QT_TRANSLATE_NOOP(
    "Message", "This lies before the first measured scan ({when}): mark it as baseline if it is."
)
_TARGETS_LATER = QT_TRANSLATE_NOOP(
    "Message", "{lesions}: targets are chosen at baseline; a lesion seen later is a new one."
)
_MORE_THAN_FIVE = QT_TRANSLATE_NOOP(
    "Message", "{count} targets: RECIST 1.1 takes at most 5. Make the others non-target."
)
_MORE_THAN_TWO = QT_TRANSLATE_NOOP(
    "Message",
    "{count} targets in one organ ({organ}): RECIST 1.1 takes at most 2. Make the others "
    "non-target.",
)
