# SPDX-License-Identifier: MIT
"""RECIST 1.1 for one series of scans: sums, changes, and the category with the clause it rests on.

Source: Eisenhauer et al. 2009, Eur J Cancer 45:228; clarifications of Schwartz et al. 2016,
Eur J Cancer 62:132. All sizes are millimetres and exact; nothing is compared as a float.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from tracker.domain.dates import PartialDate
from tracker.domain.records.lesion import Finding, LesionRole
from tracker.domain.records.response_assessment import Category
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

TOO_SMALL_MM = Decimal(5)  # section 4.3.2: seen, but too small to measure
NORMAL_NODE_BELOW_MM = Decimal(10)  # section 4.3.1, short axis
PD_AT_LEAST_MM = Decimal(5)
_PER_CENT = Decimal(100)
_PR_AT_MOST, _PD_AT_LEAST = Decimal("0.7"), Decimal("1.2")  # of the baseline sum, of the nadir
_CR = frozenset({Category.CR, Category.ICR})
_SIZE_OF = {
    Finding.TOO_SMALL: TOO_SMALL_MM,
    Finding.ABSENT: Decimal(0),
    Finding.MERGED: Decimal(0),
}
_THERE = frozenset({Finding.PRESENT, Finding.TOO_SMALL, Finding.PROGRESSED, Finding.SPLIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """A lesion as the criteria see it; ``key`` is anything that tells it from the others."""

    key: Hashable
    name: str
    role: LesionRole
    is_node: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What one scan says of a lesion: ``mm`` is the short axis of a node, else the diameter."""

    mm: Decimal | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePoint:
    """One assessment. ``decided`` is what a person decided on it, None when nobody has."""

    when: PartialDate
    seen: Mapping[Hashable, Seen]
    decided: Category | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One reason, in words, and the section of the criteria it comes from."""

    words: Message
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What RECIST 1.1 gives for one time point.

    Attributes:
        when: the day of the scan; ``dated`` is the day a progression counts from, which is
            earlier when a new lesion was equivocal at first.
        total: the sum of diameters; None unless every target has a value.
        measured: the sum of the targets that have a value.
        missing: names of the targets without one.
        baseline, nadir: the sums compared with; the nadir is the smallest complete sum before.
        target, nontarget: None when there is no such lesion.
        new: names of unequivocal new lesions on this scan; ``equivocal`` the doubtful ones.
        new_mm: the sizes of the new lesions that have one.
        unseen: names of lesions that were new on an earlier scan; this one says nothing of them.
        overall: None on the baseline, and while ``question`` is open between ``alternatives``.
        why: the clauses, the deciding one first.
    """

    when: PartialDate
    dated: PartialDate
    total: Decimal | None
    measured: Decimal
    missing: tuple[str, ...] = ()
    baseline: Decimal | None = None
    nadir: Decimal | None = None
    target: Category | None = None
    nontarget: Category | None = None
    new: tuple[str, ...] = ()
    new_mm: Mapping[Hashable, Decimal] = field(default_factory=dict)
    equivocal: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    overall: Category | None = None
    question: Message | None = None
    alternatives: tuple[Category, ...] = ()
    why: tuple[Clause, ...] = ()

    @property
    def from_baseline_percent(self) -> Decimal | None:
        """Change from the baseline sum; None when either is unknown or the baseline is 0."""
        return percent_change(self.baseline, self.total)

    @property
    def from_nadir_percent(self) -> Decimal | None:
        """Change from the nadir; None when either is unknown or the nadir is 0."""
        return percent_change(self.nadir, self.total)

    @property
    def from_nadir_mm(self) -> Decimal | None:
        """Change from the nadir in mm."""
        return _minus(self.total, self.nadir)


def percent_change(old: Decimal | None, new: Decimal | None) -> Decimal | None:
    """Change in per cent, one decimal; None when one is unknown or ``old`` is 0."""
    if old is None or new is None or not old:
        return None
    return ((new - old) * _PER_CENT / old).quantize(Decimal("0.1"), ROUND_HALF_UP)


def size_of(seen: Seen | None) -> Decimal | None:
    """What a target adds to the sum, in mm; None when the scan does not tell (section 4.3.2).

    A lesion that merged into another is measured there and adds nothing here.
    """
    if seen is None or seen.mm is not None:
        return seen.mm if seen else None
    return _SIZE_OF.get(seen.finding) if seen.finding else None


def _is_merged(seen: Seen | None) -> bool:
    return seen is not None and seen.finding is Finding.MERGED


def is_gone(lesion: Tracked, seen: Seen | None) -> bool:
    """No disease there: a node is normal below 10 mm, anything else is absent (section 4.3.1)."""
    if _is_merged(seen):
        return False
    size = size_of(seen)
    if size is None:
        return False
    return size < NORMAL_NODE_BELOW_MM if lesion.is_node else not size


def assess(lesions: Iterable[Tracked], points: Sequence[TimePoint]) -> tuple[Assessed, ...]:
    """Assesses the time points in the order given; the first is the baseline.

    The caller orders them: by date in a chart, by visit in a trial.
    """
    course = _Course(tuple(lesions))
    return tuple(course.baseline(p) if n == 0 else course.next(p) for n, p in enumerate(points))


@dataclass(slots=True)
class _Course:
    """What the time points so far leave behind for the next one."""

    lesions: tuple[Tracked, ...]
    base: Decimal | None = None
    nadir: Decimal | None = None
    has_been_cr: list[bool | None] = field(default_factory=list)  # assigned? None: undecided
    equivocal_since: dict[Hashable, PartialDate] = field(default_factory=dict)
    have_been_new: set[Hashable] = field(default_factory=set)

    def baseline(self, point: TimePoint) -> Assessed:
        found = self._sums(point)
        self.base = self.nadir = found.total
        return found

    def next(self, point: TimePoint) -> Assessed:
        found = self._sums(point)
        target, target_why = _target(self._of(LesionRole.TARGET), point, found)
        nontarget, nontarget_why = _nontarget(self._of(LesionRole.NON_TARGET), point)
        new = self._new(point)
        overall, why = _overall(target, nontarget, new)
        since = _clause(_SINCE, "4.3.5", when=new.dated.text) if new.dated != point.when else None
        made = Assessed(
            when=point.when,
            dated=new.dated,
            total=found.total,
            measured=found.measured,
            missing=found.missing,
            baseline=self.base,
            nadir=self.nadir,
            target=target,
            nontarget=nontarget,
            new=new.names,
            new_mm={x.key: mm for x in new.sure if (mm := size_of(point.seen.get(x.key)))},
            equivocal=new.equivocal,
            unseen=new.unseen,
            overall=overall,
            why=tuple(clause for clause in (why, since, target_why, nontarget_why) if clause),
        )
        made = self._after_cr(made, point)
        if made.total is not None:
            self.nadir = made.total if self.nadir is None else min(self.nadir, made.total)
        if overall is Category.CR or point.decided in _CR:
            self.has_been_cr.append(None if point.decided is None else point.decided in _CR)
        return made

    def _of(self, role: LesionRole) -> list[Tracked]:
        return [lesion for lesion in self.lesions if lesion.role is role]

    def _sums(self, point: TimePoint) -> Assessed:
        """The sum of the targets; one merged into another is in it only if another has a size."""
        targets = self._of(LesionRole.TARGET)
        found = {lesion.name: point.seen.get(lesion.key) for lesion in targets}
        is_measured = any(seen and seen.mm for seen in found.values())
        sizes = {
            name: None if _is_merged(seen) and not is_measured else size_of(seen)
            for name, seen in found.items()
        }
        known = [size for size in sizes.values() if size is not None]
        measured = sum(known, Decimal(0))
        complete = bool(targets) and len(known) == len(targets)
        return Assessed(
            when=point.when,
            dated=point.when,
            total=measured if complete else None,
            measured=measured,
            missing=tuple(name for name, size in sizes.items() if size is None),
            baseline=self.base,
            nadir=self.nadir,
        )

    def _new(self, point: TimePoint) -> "_New":
        """New lesions on this scan (4.3.5): a node is one from 10 mm short axis on."""
        sure: list[Tracked] = []
        doubtful: list[str] = []
        unseen: list[str] = []
        dated = point.when
        for lesion in self._of(LesionRole.NEW):
            seen = point.seen.get(lesion.key, Seen())
            if seen.finding is Finding.EQUIVOCAL:
                doubtful.append(lesion.name)
                self.equivocal_since.setdefault(lesion.key, point.when)
            elif (seen.mm or seen.finding in _THERE) and not is_gone(lesion, seen):
                sure.append(lesion)
                dated = min(
                    dated, self.equivocal_since.pop(lesion.key, dated), key=lambda d: d.sort_key
                )
            elif not _says_nothing(seen):
                self.equivocal_since.pop(lesion.key, None)
            elif lesion.key in self.have_been_new:
                unseen.append(lesion.name)
        self.have_been_new |= {lesion.key for lesion in sure}
        return _New(tuple(sure), tuple(doubtful), tuple(unseen), dated)

    def _after_cr(self, made: Assessed, point: TimePoint) -> Assessed:
        """What came back after a complete response is progression, if one had been assigned."""
        reappeared = [
            lesion.name
            for lesion in (*self._of(LesionRole.TARGET), *self._of(LesionRole.NON_TARGET))
            if _is_there(lesion, point.seen.get(lesion.key))
        ]
        if not self.has_been_cr or not reappeared or made.overall is Category.PD:
            return made
        names = {"lesions": ", ".join(reappeared)}
        if True in self.has_been_cr:
            clause = Clause(Message(_CAME_BACK, names), "RECIST 1.1, 4.4.1")
            return _changed(made, Category.PD, None, (clause, *made.why))
        if None in self.has_been_cr and made.overall is not None:
            question = Message(_WAS_CR, names)
            return _changed(
                made, None, question, (Clause(question, "RECIST 1.1, 4.4.1"), *made.why)
            )
        return made


@dataclass(frozen=True, slots=True)
class _New:
    """The new lesions of one scan; ``dated`` is the day on which the first of them was seen."""

    sure: tuple[Tracked, ...]
    equivocal: tuple[str, ...]
    unseen: tuple[str, ...]
    dated: PartialDate

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(lesion.name for lesion in self.sure)


def _changed(
    made: Assessed, overall: Category | None, question: Message | None, why: tuple[Clause, ...]
) -> Assessed:
    options = () if made.overall is None or overall else (made.overall, Category.PD)
    return replace(made, overall=overall, question=question, alternatives=options, why=why)


def _is_there(lesion: Tracked, seen: Seen | None) -> bool:
    """Something was seen of it; what was not assessed is not there and not gone."""
    if seen is None or _says_nothing(seen):
        return False
    doubtful = seen.finding in {Finding.MERGED, Finding.EQUIVOCAL}
    return not doubtful and not is_gone(lesion, seen)


def _target(
    targets: list[Tracked], point: TimePoint, found: Assessed
) -> tuple[Category | None, Clause | None]:
    """Section 4.3.1: CR, then PD against the nadir before PR against the baseline."""
    if not targets:
        return None, None
    if all(is_gone(lesion, point.seen.get(lesion.key)) for lesion in targets):
        return Category.CR, _clause(_TARGET_CR, "4.3.1", sum=found.total)
    nadir, base, total = found.nadir, found.baseline, found.total
    if nadir is not None and _is_pd(found.measured, nadir):
        return Category.PD, _grown(found)
    if total is None or base is None:
        return Category.NE, _not_evaluable(found)
    if total <= base * _PR_AT_MOST:
        change = in_words(percent_change(base, total))
        return Category.PR, _clause(_TARGET_PR, "4.3.1", percent=change, base=plain(base))
    return Category.SD, _not_enough(found)


def _not_evaluable(found: Assessed) -> Clause:
    if found.total is None:
        return _clause(_TARGET_NE, "4.4.2", lesions=", ".join(found.missing))
    return _clause(_NO_BASELINE, "4.2")


def _is_pd(total: Decimal, nadir: Decimal) -> bool:
    return total >= nadir * _PD_AT_LEAST and total - nadir >= PD_AT_LEAST_MM


def _grown(found: Assessed) -> Clause:
    assert found.nadir is not None  # noqa: S101 - asked by the caller
    change = percent_change(found.nadir, found.measured)
    values = {
        "mm": in_words(found.measured - found.nadir, 0),
        "percent": in_words(change),
        "nadir": plain(found.nadir),
    }
    if change is None:
        return _clause(_PD_FROM_ZERO, "4.3.1", **values)
    return _clause(_TARGET_PD if found.total is not None else _PD_ANYWAY, "4.3.1", **values)


def _not_enough(found: Assessed) -> Clause:
    """Stable, with the close call named: far enough in per cent but not in mm, or the reverse."""
    assert found.nadir is not None and found.total is not None  # noqa: S101, PT018
    mm, percent = found.total - found.nadir, found.from_nadir_percent
    if percent is None or mm <= 0:
        text, values = _TARGET_SD, {}
    else:
        text = _CLOSE_MM if percent >= 20 and mm < PD_AT_LEAST_MM else _TARGET_SD_ABOVE
        values = {"percent": in_words(percent), "mm": in_words(mm, 0)}
    values |= {"base": in_words(found.from_baseline_percent)}
    return _clause(text, "4.3.1", **values)


def _nontarget(lesions: list[Tracked], point: TimePoint) -> tuple[Category | None, Clause | None]:
    """Section 4.3.3. Markers are not part of it here: the clinic's criteria do not name one."""
    seen = {lesion: point.seen.get(lesion.key) for lesion in lesions}
    grown = [x.name for x, s in seen.items() if s and s.finding is Finding.PROGRESSED]
    unknown = [x.name for x, s in seen.items() if s is None or _says_nothing(s)]
    if not lesions:
        return None, None
    if grown:
        return Category.PD, _clause(_NONTARGET_PD, "4.3.3", lesions=", ".join(grown))
    if unknown:
        return Category.NE, _clause(_NONTARGET_NE, "4.4.2", lesions=", ".join(unknown))
    if all(is_gone(lesion, found) for lesion, found in seen.items()):
        return Category.CR, _clause(_NONTARGET_CR, "4.3.3")
    left = [lesion.name for lesion, found in seen.items() if not is_gone(lesion, found)]
    return Category.NON_CR, _clause(_NONTARGET_LEFT, "4.3.3", lesions=", ".join(left))


def _says_nothing(seen: Seen) -> bool:
    return seen.mm is None and seen.finding in {None, Finding.NOT_EVALUABLE}


def _overall(
    target: Category | None, nontarget: Category | None, new: _New
) -> tuple[Category | None, Clause | None]:
    """Section 4.4.1, tables 1 (with target lesions) and 2 (non-target only).

    A new lesion that nobody looked at again is not gone: without progression elsewhere the time
    point is not evaluable.
    """
    category = overall(target, nontarget, new=bool(new.sure))
    if new.sure:
        return category, _clause(_NEW, "4.3.5", lesions=", ".join(new.names))
    if new.unseen and category is not Category.PD:
        return Category.NE, _clause(_NEW_UNSEEN, "4.4.2", lesions=", ".join(new.unseen))
    if target is Category.CR and category is Category.PR:
        return category, _clause(_CR_BUT_NONTARGET, "4.4.1")
    return category, None


def overall(target: Category | None, nontarget: Category | None, *, new: bool) -> Category | None:
    """The overall response at one time point (section 4.4.1, tables 1 and 2).

    None for ``target`` or ``nontarget`` means that no such lesion is followed; None is returned
    when neither is and there is no new lesion.
    """
    if new or Category.PD in {target, nontarget}:
        return Category.PD
    if target is None:
        return nontarget
    if target is Category.CR and nontarget not in {None, Category.CR}:
        return Category.PR
    return target


def _clause(text: str, section: str, **values: object) -> Clause:
    return Clause(Message(text, values), f"RECIST 1.1, {section}")


def _minus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a - b


def plain(mm: Decimal | None) -> str:
    """A size or sum without trailing zeros: 17, 90.86."""
    if mm is None:
        return "–"
    text = format(mm, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_words(change: Decimal | None, digits: int = 1) -> str:
    """A change with its sign: +23.5, −35.0; whole numbers of mm stay whole."""
    if change is None:
        return "–"
    text = format(change, "f") if digits else plain(change)
    return text.replace("-", "−") if change < 0 else f"+{text}"


_TARGET_CR = QT_TRANSLATE_NOOP(
    "Message", "Target CR: every target is gone and every node is below 10 mm (sum {sum} mm)."
)
_TARGET_PD = QT_TRANSLATE_NOOP(
    "Message",
    "Target PD: the sum is {percent} % and {mm} mm from the nadir of {nadir} mm; "
    "progression begins at +20 % and +5 mm.",
)
_PD_FROM_ZERO = QT_TRANSLATE_NOOP(
    "Message", "Target PD: the sum is {mm} mm from a nadir of 0 mm; progression begins at +5 mm."
)
_PD_ANYWAY = QT_TRANSLATE_NOOP(
    "Message",
    "Target PD: the measured lesions alone are {percent} % and {mm} mm from the nadir of "
    "{nadir} mm, whatever the others are.",
)
_TARGET_PR = QT_TRANSLATE_NOOP(
    "Message", "Target PR: {percent} % from the baseline of {base} mm; response begins at −30 %."
)
_TARGET_SD = QT_TRANSLATE_NOOP(
    "Message", "Target SD: {base} % from baseline, not above the nadir: neither PR nor PD."
)
_TARGET_SD_ABOVE = QT_TRANSLATE_NOOP(
    "Message",
    "Target SD: {base} % from baseline, {percent} % and {mm} mm from the nadir: neither PR nor PD.",
)
_CLOSE_MM = QT_TRANSLATE_NOOP(
    "Message",
    "Target SD: {base} % from baseline; {percent} % from the nadir but only {mm} mm, so no PD.",
)
_TARGET_NE = QT_TRANSLATE_NOOP("Message", "Target not evaluable: no size of {lesions}.")
_NO_BASELINE = QT_TRANSLATE_NOOP(
    "Message", "Target not evaluable: the sum at baseline is not complete."
)
_NONTARGET_PD = QT_TRANSLATE_NOOP("Message", "Non-target: unequivocal progression of {lesions}.")
_NONTARGET_NE = QT_TRANSLATE_NOOP("Message", "Non-target: {lesions} not assessed.")
_NONTARGET_CR = QT_TRANSLATE_NOOP("Message", "Non-target: all gone.")
_NONTARGET_LEFT = QT_TRANSLATE_NOOP(
    "Message", "Non-target disease persists without progression: {lesions}."
)
_NEW = QT_TRANSLATE_NOOP("Message", "New lesion {lesions}: progression whatever the sum.")
_SINCE = QT_TRANSLATE_NOOP(
    "Message", "It was equivocal on {when}: the progression is dated to that day."
)
_NEW_UNSEEN = QT_TRANSLATE_NOOP(
    "Message", "Not evaluable: nothing is said of {lesions}, new on an earlier scan."
)
_CR_BUT_NONTARGET = QT_TRANSLATE_NOOP(
    "Message", "Target CR, but non-target disease is not gone or not assessed: PR overall."
)
_CAME_BACK = QT_TRANSLATE_NOOP(
    "Message", "{lesions} came back after an assigned complete response: progression."
)
_WAS_CR = QT_TRANSLATE_NOOP(
    "Message",
    "{lesions} came back. Had an overall complete response been assigned? If so, this is "
    "progression; if not, it is judged by the sum. Decide on the earlier scan.",
)
