# SPDX-License-Identifier: MIT
"""What a filled dose-day sheet becomes: records, or every problem at once.

The sheet is texts by the names of its boxes; a box left empty leaves no value behind.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tracker.domain.cycles import DOSE_GIVEN
from tracker.domain.dates import PartialDate
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

ASK, LAB, DOSE, LOT, INFUSION = "ask.", "lab.", "dose.", "lot.", "infusion."
"""What the names of the boxes of interview items, laboratory values and each drug begin with."""
OF_ONE = ("lot", "infusion", "reaction")
"""The boxes beside the dose of an only drug; of several drugs, each has boxes of its own."""

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
_NO_PARENT = UUID(int=0)
_PRESSURE = re.compile(r"([0-9]{2,3})\s*/\s*([0-9]{2,3})", re.ASCII)


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
        if act is DoseAction.STOPPED:
            found.add(Message(_STOPS), "appoint")
        if act is DoseAction.DELAYED and until != _day_after(found, texts, "until", on):
            found.add(Message(_TWO_DAYS), "appoint")
        yield from _event(found, base | {"action": DoseAction.APPOINTED, "until": until}, "appoint")


_STOPS = QT_TRANSLATE_NOOP(
    "Message",
    "A course that stops has no next dose. Leave this empty, and set a reminder for the visit.",
)
_TWO_DAYS = QT_TRANSLATE_NOOP(
    "Message", "The dose is delayed to another day than this one. Leave one of them empty."
)
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
    base |= {"given_by": user}
    if base["action"] == DoseAction.REDUCED:
        base |= _reason(found, texts) | {"reason_text": ""}  # no box for words beside a dose
    held = day.book.held_drugs if day.book else {}
    if day.book is not None and day.book.open_hold is not None and not base["ordered_by"]:
        found.add(Message(_HELD), "ordered_by")
        held = {}
    single, whole = len(day.drugs) <= 1, _not_reduced(day, texts)
    if single:
        base |= _beside(found, texts, *OF_ONE)
    else:
        found.problems += _typed(texts, OF_ONE, Message(_OF_WHICH_DRUG))
    any_dose = False
    for number, drug in enumerate(day.drugs):
        text = texts.get(f"{DOSE}{number}", "").strip()
        beside = OF_ONE if single else (f"{LOT}{number}", f"{INFUSION}{number}")
        if text:
            any_dose = True
            if drug.drug.casefold() in held and not base["ordered_by"]:
                found.add(Message(_DRUG_HELD, {"drug": drug.drug}), "ordered_by")
            own = {} if single else _beside(found, texts, *beside) | {"drug": drug.drug}
            if number in whole:
                own |= {"action": DoseAction.GIVEN, "reason": ""}
            values = base | own | {"dose": text}
            yield from _amount(found, values, f"{DOSE}{number}", beside[1])
        elif not single:
            found.problems += _typed(texts, beside, Message(_NO_DOSE, {"drug": drug.drug}))
    if not day.drugs:
        yield from _event(found, base)
    elif not any_dose:
        found.add(Message(_NEEDS_DOSE), f"{DOSE}0")


def _beside(
    found: _Collector, texts: Texts, lot: str, infusion: str, reaction: str = ""
) -> dict[str, str]:
    """What stands in the boxes beside a dose, by their names."""
    times = _infusion(found, texts.get(infusion, ""), infusion)
    return {"lot": texts.get(lot, ""), "reaction": texts.get(reaction, ""), **times}


def _typed(texts: Texts, boxes: Iterable[str], message: Message) -> list[Problem]:
    """The boxes that may hold nothing here and do: what is typed is never left out unsaid."""
    return [Problem(message, name) for name in boxes if texts.get(name, "").strip()]


_OF_WHICH_DRUG = QT_TRANSLATE_NOOP(
    "Message", "Of which drug is it? Write it beside that drug, and empty this box."
)
_NO_DOSE = QT_TRANSLATE_NOOP(
    "Message", "{drug} has a lot or a time and no dose. Enter its dose, or empty them."
)


def _not_reduced(day: DoseDay, texts: Texts) -> frozenset[int]:
    """The drugs that have their planned dose or more while another one of the sheet is reduced."""
    on = visit_day(texts)
    if on is None or ACTS.get(texts.get("act", "")) is not DoseAction.REDUCED:
        return frozenset()
    now = measured(day, texts)
    offs = {n: difference(texts, n, day.computed(d, now, on)) for n, d in enumerate(day.drugs)}
    known = {n: off for n, off in offs.items() if off is not None}
    if not any(off < 0 for off in known.values()):
        return frozenset()
    return frozenset(n for n, off in known.items() if off >= 0)


def _amount(found: _Collector, values: dict[str, str], box: str, times: str) -> Iterator[DoseEvent]:
    """A dose that was given: how much of the drug, not how much of it was ordered."""
    for event in _event(found, values, box, times):
        if event.dose is not None and event.dose.milligrams is None:
            found.add(Message(_NO_AMOUNT, {"dose": event.dose}), box)
        yield event


_NO_AMOUNT = QT_TRANSLATE_NOOP(
    "Message", "“{dose}” is how a dose is ordered. Write the amount that is given, like 240 mg."
)
_INFUSION = re.compile(
    r"([0-9]{1,2}):?([0-9]{2})(?:\s*[-–—]\s*([0-9]{1,2}):?([0-9]{2}))?", re.ASCII
)


def _infusion(found: _Collector, text: str, box: str) -> dict[str, str]:
    """Both times of ``10:05-10:40`` as they are stored; the end may be missing."""
    if not text.strip():
        return {}
    match = _INFUSION.fullmatch(folded(text))
    if match is None:
        found.add(Message(_INFUSION_FORM, {"text": text.strip()[:40]}), box)
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


def _event(
    found: _Collector, values: dict[str, str], box: str = "act", times: str = "infusion"
) -> Iterator[DoseEvent]:
    try:
        yield build(DoseEvent, values)
    except Refused as error:
        boxes = {"reason": "reason", "dose": box, "date": "date", "until": "until"}
        boxes |= {"started": times, "stopped": times}
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


def plain_number(text: str) -> Decimal | None:
    """The number in a box; None while it is empty or no plain number."""
    try:
        return decimal(text) if text.strip() else None
    except Refused:
        return None


def measured(day: DoseDay, texts: Texts) -> Measured:
    """What the sheet holds of the inputs of a dose, as far as it can be read."""
    labs = _labs(_Collector(), day, {n: t for n, t in texts.items() if n in _FOR_CREATININE})
    creatinine = next((creatinine_input(lab) for lab in labs), None)
    return Measured(plain_number(texts.get("weight", "")), creatinine)


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
