# SPDX-License-Identifier: MIT
"""What a filled dose-day sheet becomes: records, every problem at once, and questions to ask once.

The sheet is texts by the names of its boxes; a box left empty leaves no value behind.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tracker.domain.cycles import DOSE_GIVEN, days_of_cycle
from tracker.domain.dates import Certainty, PartialDate, before
from tracker.domain.dose_day import (
    PRESSURE,
    VITALS,
    DoseDay,
    Measured,
    Texts,
    appointed,
    creatinine_input,
)
from tracker.domain.dosing import Computed, difference_percent
from tracker.domain.errors import Problem, Refused
from tracker.domain.interview import INTERVIEW
from tracker.domain.records import DoseEvent, MarkerResult, Visit
from tracker.domain.records.base import build
from tracker.domain.records.course import DoseAction, DoseReason
from tracker.domain.records.dose_day import InterviewAnswer
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, folded, normal
from tracker.domain.values import Dose, decimal

ASK, LAB, DOSE = "ask.", "lab.", "dose."
"""What the names of the boxes of interview items, laboratory values and doses begin with."""

ACTS = {
    "G": DoseAction.GIVEN,
    "H": DoseAction.HELD,
    "D": DoseAction.DELAYED,
    "R": DoseAction.REDUCED,
    "S": DoseAction.SKIPPED,
    "X": DoseAction.STOPPED,
}
_HAS_DAY = frozenset({DoseAction.HELD, DoseAction.DELAYED})
"""Acts with a box for a day to come; what stands in it from another act is not theirs."""
REASONS = tuple(DoseReason)
OFF_LAST = 3
"""A value this many times larger or smaller than the last one asks to be confirmed."""
OFF_PLAN_PERCENT = 10
_NO_PARENT = UUID(int=0)
_PRESSURE = re.compile(r"([0-9]{2,3})\s*/\s*([0-9]{2,3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Question:
    """Something unusual but possible: saved once a person has confirmed this very value.

    ``about`` names the question and the text it is about, so that another text asks again.
    """

    field: str
    about: str
    message: Message


@dataclass(frozen=True, slots=True)
class Entries:
    """The records of one dose day; children do not know the id of their visit yet."""

    visit: Visit
    answers: tuple[InterviewAnswer, ...] = ()
    labs: tuple[MarkerResult, ...] = ()
    events: tuple[DoseEvent, ...] = ()

    @property
    def gives(self) -> bool:
        """Whether a dose is given."""
        return any(event.action in DOSE_GIVEN for event in self.events)


class _Collector:
    """Runs each part of the reading and keeps every problem under the name of its box."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, message: Message, field: str) -> None:
        self.problems.append(Problem(message, field))

    def refused(self, error: Refused, boxes: Mapping[str, str], other: str) -> None:
        for problem in error.problems:
            self.add(problem.message, boxes.get(problem.field or "", other))


def visit_day(texts: Texts) -> date | None:
    """The day of the sheet, None while its box holds no full date."""
    try:
        return PartialDate.parse(texts.get("date", "")).day
    except Refused:
        return None


def read(day: DoseDay, texts: Texts, user: str) -> Entries:
    """The records that a sheet stands for.

    Args:
        day: whose sheet.
        texts: of its boxes.
        user: who gives; a second check is by somebody else.

    Raises:
        Refused: every problem, each with the name of its box.
    """
    found = _Collector()
    on = visit_day(texts)
    if on is None:
        found.add(Message(_NEEDS_DAY), "date")
    visit = _visit(found, texts)
    answers = tuple(_answers(found, texts))
    labs = tuple(_labs(found, day, texts))
    events = tuple(_events(found, day, texts, user, on)) if on else ()
    Refused.if_any(found.problems)
    assert visit is not None  # noqa: S101 - else there was a problem
    return Entries(visit, answers, labs, events)


_NEEDS_DAY = QT_TRANSLATE_NOOP(
    "Message", "A dose day needs its full date: year, month and day, like 2024-11-26."
)


def _visit(found: _Collector, texts: Texts) -> Visit | None:
    values = {"date": texts.get("date", ""), "contact": "visit"}
    for name in (*VITALS, "steroid", "new_medicines"):
        values[name] = texts.get(name, "")
    if pressure := texts.get(PRESSURE, "").strip():
        try:
            values |= blood_pressure(pressure)
        except Refused as error:
            found.refused(error, {}, PRESSURE)
    if any(name.startswith(ASK) for name, text in texts.items() if text):
        values["irae_asked"] = "yes"
    try:
        return build(Visit, values)
    except Refused as error:
        boxes = {name: name for name in values} | dict.fromkeys(("systolic", "diastolic"), PRESSURE)
        found.refused(error, boxes, "date")
        return None


def blood_pressure(text: str) -> dict[str, str]:
    """The two fields of a visit that ``120/80`` stands for.

    Raises:
        Refused: it is not two numbers with a stroke between them.
    """
    match = _PRESSURE.fullmatch(folded(text))
    if match is None:
        raise Refused(Message(_PRESSURE_FORM, {"text": text.strip()[:40]}))
    return {"systolic": match[1], "diastolic": match[2]}


_PRESSURE_FORM = QT_TRANSLATE_NOOP(
    "Message", "“{text}” is not a blood pressure. Write both numbers, like 120/80."
)


def _answers(found: _Collector, texts: Texts) -> Iterator[InterviewAnswer]:
    for item in INTERVIEW:
        text = texts.get(ASK + item.code, "")
        if not text:
            continue
        values = {"visit": str(_NO_PARENT), "item": item.code, "ctcae_term": item.ctcae_term}
        values |= {"answer": "none"} if text == "0" else {"answer": "present", "grade": text}
        try:
            yield build(InterviewAnswer, values | {"ctcae_version": "5.0"})
        except Refused as error:
            found.refused(error, {}, ASK + item.code)


def _labs(found: _Collector, day: DoseDay, texts: Texts) -> Iterator[MarkerResult]:
    sampled = texts.get("sampled", "").strip() or texts.get("date", "")
    for column in day.columns:
        text = texts.get(LAB + column.analyte, "").strip()
        if not text:
            continue
        values = {
            "analyte": column.analyte,
            "date": sampled,
            "value": text,
            "unit": column.unit,
            "laboratory": day.laboratory or "",
        }
        try:
            yield build(MarkerResult, values)
        except Refused as error:
            found.refused(error, {"date": "sampled"}, LAB + column.analyte)


def _events(
    found: _Collector, day: DoseDay, texts: Texts, user: str, on: date
) -> Iterator[DoseEvent]:
    act = ACTS.get(texts.get("act", ""))
    appoint = texts.get("appoint", "").strip()
    if act is None and not appoint:
        return
    if day.book is None:
        found.add(Message(_NO_COURSE), "act")
        return
    base = {
        "course": str(day.book.course.id),
        "date": texts.get("date", ""),
        "ordered_by": ordered_by(texts),
    }
    if act in DOSE_GIVEN:
        yield from _given(found, day, texts, user, base | {"action": act})
    elif act is not None:
        until = _day_after(found, texts, "until", on) if act in _HAS_DAY else ""
        yield from _event(found, base | _reason(found, texts) | {"action": act, "until": until})
    if appoint:
        until = _day_after(found, texts, "appoint", on)
        yield from _event(found, base | {"action": DoseAction.APPOINTED, "until": until}, "appoint")


_NO_COURSE = QT_TRANSLATE_NOOP(
    "Message", "No course is running. Record the course with its drugs and interval first."
)


def ordered_by(texts: Texts) -> str:
    """Who said "treat today", and how, as it is stored."""
    doctor = normal(texts.get("ordered_by", ""))
    return f"{doctor}, verbal order, read back" if doctor and texts.get("verbal") else doctor


def _given(
    found: _Collector, day: DoseDay, texts: Texts, user: str, base: dict[str, str]
) -> Iterator[DoseEvent]:
    base |= {
        "given_by": user,
        "lot": texts.get("lot", ""),
        "reaction": texts.get("reaction", ""),
        **_infusion(found, texts.get("infusion", "")),
    }
    if base["action"] == DoseAction.REDUCED:
        base |= _reason(found, texts) | {"reason_text": ""}  # no box for words beside a dose
    held = day.book.held_drugs if day.book else {}
    if day.book is not None and day.book.open_hold is not None and not base["ordered_by"]:
        found.add(Message(_HELD), "ordered_by")
        held = {}
    single = len(day.drugs) <= 1
    any_dose = False
    for number, drug in enumerate(day.drugs):
        text = texts.get(f"{DOSE}{number}", "").strip()
        if text:
            any_dose = True
            if drug.drug.casefold() in held and not base["ordered_by"]:
                found.add(Message(_DRUG_HELD, {"drug": drug.drug}), "ordered_by")
            named = base if single else base | {"drug": drug.drug}
            yield from _event(found, named | {"dose": text}, f"{DOSE}{number}")
    if not day.drugs:
        yield from _event(found, base)
    elif not any_dose:
        found.add(Message(_NEEDS_DOSE), f"{DOSE}0")


_INFUSION = re.compile(
    r"([0-9]{1,2}):?([0-9]{2})(?:\s*[-–—]\s*([0-9]{1,2}):?([0-9]{2}))?", re.ASCII
)


def _infusion(found: _Collector, text: str) -> dict[str, str]:
    """Both times of ``10:05-10:40`` as they are stored; the end may be missing."""
    if not text.strip():
        return {}
    match = _INFUSION.fullmatch(folded(text))
    if match is None:
        found.add(Message(_INFUSION_FORM, {"text": text.strip()[:40]}), "infusion")
        return {}
    stopped = f"{match[3]:0>2}:{match[4]}" if match[3] else ""
    return {"started": f"{match[1]:0>2}:{match[2]}", "stopped": stopped}


_INFUSION_FORM = QT_TRANSLATE_NOOP(
    "Message", "“{text}” is not the time of an infusion. Write from and to, like 10:05-10:40."
)
_HELD = QT_TRANSLATE_NOOP(
    "Message", "The dose is held. Name the doctor who lifts the hold and says “treat today”."
)
_DRUG_HELD = QT_TRANSLATE_NOOP(
    "Message", "{drug} is held. Name the doctor who lifts the hold and says “treat today”."
)
_NEEDS_DOSE = QT_TRANSLATE_NOOP("Message", "A dose that is given needs its amount and unit.")


def _event(found: _Collector, values: dict[str, str], box: str = "act") -> Iterator[DoseEvent]:
    try:
        yield build(DoseEvent, values)
    except Refused as error:
        boxes = {"reason": "reason", "dose": box, "date": "date", "until": "until"}
        boxes |= {"started": "infusion", "stopped": "infusion"}
        found.refused(error, boxes | ({"until": "appoint"} if box == "appoint" else {}), box)


def _reason(found: _Collector, texts: Texts) -> dict[str, str]:
    text = texts.get("reason", "")
    number = int(text) if text.isdecimal() and text.isascii() else 0
    if text and not 1 <= number <= len(REASONS):
        found.add(Message(_REASON_FORM, {"text": text[:40], "n": len(REASONS)}), "reason")
    code = REASONS[number - 1].value if 1 <= number <= len(REASONS) else ""
    return {"reason": code, "reason_text": texts.get("reason_text", "")}


_REASON_FORM = QT_TRANSLATE_NOOP("Message", "“{text}” is not a reason. Press 1 to {n}.")


def _day_after(found: _Collector, texts: Texts, name: str, on: date) -> str:
    """The text of a day to come, as it is stored."""
    text = texts.get(name, "").strip()
    if not text:
        return ""
    try:
        until = appointed(text, on)
    except Refused as error:
        found.refused(error, {}, name)
        return ""
    if until.day is None or until.day <= on:
        found.add(Message(_NOT_AFTER, {"text": text[:40], "date": on.isoformat()}), name)
    return until.text


_NOT_AFTER = QT_TRANSLATE_NOOP(
    "Message", "“{text}” is not a day after {date}. Write +21, 3w or a full date."
)


# --- questions -----------------------------------------------------------------------------


def questions(day: DoseDay, texts: Texts) -> tuple[Question, ...]:
    """What a person is asked to confirm once before the sheet is saved."""
    asked = (_off_last, _off_plan, _left_out, _before_course, _too_early)
    return tuple(question for each in asked for question in each(day, texts))


def asks_about(day: DoseDay, texts: Texts, field: str) -> Question | None:
    """The question about one box that lies far off its last value."""
    has_last = field in VITALS or field.startswith(LAB)
    return next(_off_last(day, texts, (field,)), None) if has_last else None


def _off_last(
    day: DoseDay, texts: Texts, fields: Iterable[str] | None = None
) -> Iterator[Question]:
    names = fields or (*VITALS, *(LAB + column.analyte for column in day.columns))
    for name in names:
        now, last = _number(texts.get(name, "")), _last_number(day, name)
        if not now or not last or name == "ecog":
            continue
        if max(now, last) > OFF_LAST * min(now, last):
            message = Message(_CONFIRM, {"value": f"{now:f}", "last": f"{last:f}"})
            yield Question(name, f"{name} {now:f}", message)


_CONFIRM = QT_TRANSLATE_NOOP("Message", "Confirm {value} with Enter; last {last}?")


def _number(text: str) -> Decimal | None:
    try:
        return decimal(text) if text.strip() else None
    except Refused:
        return None


def _last_number(day: DoseDay, name: str) -> Decimal | None:
    if name.startswith(LAB):
        result = day.results.get(name.removeprefix(LAB))
        return result.value.number if result and not result.value.is_censored else None
    last = day.last(name)
    return last.number if last else None


def measured(day: DoseDay, texts: Texts) -> Measured:
    """What the sheet holds of the inputs of a dose, as far as it can be read."""
    labs = _labs(_Collector(), day, {n: t for n, t in texts.items() if n in _FOR_CREATININE})
    creatinine = next((creatinine_input(lab) for lab in labs), None)
    return Measured(_number(texts.get("weight", "")), creatinine)


_FOR_CREATININE = frozenset({"date", "sampled", f"{LAB}CREA"})


def difference(texts: Texts, number: int, computed: Computed | None) -> Decimal | None:
    """By how many percent the dose typed for a drug is off the dose of its plan."""
    text = texts.get(f"{DOSE}{number}", "").strip()
    if computed is None or not text:
        return None
    try:
        return difference_percent(Dose.parse(text), computed.dose)
    except Refused:
        return None


def _off_plan(day: DoseDay, texts: Texts) -> Iterator[Question]:
    on = visit_day(texts)
    if on is None or ACTS.get(texts.get("act", "")) not in DOSE_GIVEN:
        return
    now = measured(day, texts)
    for number, drug in enumerate(day.drugs):
        name = f"{DOSE}{number}"
        off = difference(texts, number, day.computed(drug, now, on))
        if off is not None and abs(off) > OFF_PLAN_PERCENT:
            values = {"dose": texts[name], "percent": f"{off:+.1f}"}
            yield Question(name, f"{name} {texts[name]}", Message(_OFF_PLAN, values))


_OFF_PLAN = QT_TRANSLATE_NOOP("Message", "{dose} is {percent} % off the plan. Is it meant?")


def _left_out(day: DoseDay, texts: Texts) -> Iterator[Question]:
    """A drug of several that goes on and has no dose, in a cycle that begins."""
    on = visit_day(texts)
    gives = ACTS.get(texts.get("act", "")) in DOSE_GIVEN
    if on is None or day.book is None or not gives or day.continues_cycle(on):
        return
    off = day.book.stopped_drugs | day.book.held_drugs
    without = [
        drug.drug
        for number, drug in enumerate(day.drugs)
        if not texts.get(f"{DOSE}{number}", "").strip()
        and drug.drug.casefold() not in off
        and 1 in days_of_cycle(drug.days)
    ]
    if without and len(day.drugs) > 1:
        values = {"drugs": ", ".join(without)}
        yield Question("act", f"without {values['drugs']}", Message(_LEFT_OUT, values))


_LEFT_OUT = QT_TRANSLATE_NOOP(
    "Message", "No dose is entered here for: {drugs}. Is it not given today?"
)


def _before_course(day: DoseDay, texts: Texts) -> Iterator[Question]:
    """A dose before the first one of its course is more likely a slip in the year."""
    on, start = visit_day(texts), day.book.course.record.start if day.book else None
    gives = ACTS.get(texts.get("act", "")) in DOSE_GIVEN
    if on and start and gives and before(PartialDate.of(on), start) is Certainty.YES:
        values = {"date": on.isoformat(), "start": start}
        yield Question("date", f"before {on.isoformat()}", Message(_BEFORE_COURSE, values))


_BEFORE_COURSE = QT_TRANSLATE_NOOP(
    "Message", "{date} lies before the start of the course ({start}). Is it meant?"
)


def _too_early(day: DoseDay, texts: Texts) -> Iterator[Question]:
    on, due = visit_day(texts), day.book.earliest_permitted if day.book else None
    gives = ACTS.get(texts.get("act", "")) in DOSE_GIVEN
    last = day.due.last_given if day.due else None
    if on and due and gives and last and last < on < due and not day.continues_cycle(on):
        values = {"days": (due - on).days, "due": due.isoformat()}
        yield Question("act", f"early {on.isoformat()}", Message(_EARLY, values))


_EARLY = QT_TRANSLATE_NOOP(
    "Message", "This is {days} d earlier than the interval allows ({due}). Is it meant?"
)


def readable(day: DoseDay, texts: Texts, user: str) -> Entries:
    """What can be read of a sheet that is still being filled in; for looking, never for saving."""
    left = {"date": day.today.isoformat()} | {n: t for n, t in texts.items() if t.strip()}
    while True:
        try:
            return read(day, left, user)
        except Refused as error:
            wrong = {problem.field for problem in error.problems} & left.keys() or {
                "act",
                "appoint",
            }
            left = {n: t for n, t in left.items() if n not in wrong}
            left.setdefault("date", day.today.isoformat())
