# SPDX-License-Identifier: MIT
"""The gate of a dose day: what was found before the dose. It suggests; a person decides.

There is no "go": the mildest answer is that none of the rules that had data found a stop.
Whatever is missing, stale, unusual or without a rule asks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain import steroid
from tracker.domain.dose_day import Measured, creatinine_input
from tracker.domain.dosing import difference_percent
from tracker.domain.envelope import Stored
from tracker.domain.errors import Refused
from tracker.domain.gate import (
    SYMPTOM_ASKS,
    WORST,
    Gate,
    GateFacts,
    GateLine,
    Lines,
    ask,
    note,
)
from tracker.domain.gate_baseline import baseline_checks, liver_before
from tracker.domain.gate_label import label_limits
from tracker.domain.gate_toxicity import (
    adverse_events,
    lab_grades,
    lab_ranges,
    liver_multiples,
    required_labs,
    rule_set_in_force,
)
from tracker.domain.interview import INTERVIEW
from tracker.domain.records import DoseEvent
from tracker.domain.records.dose_day import Verdict
from tracker.domain.records.patient import AllergyStatus
from tracker.domain.schedule import Ledger
from tracker.domain.steroid import MOST_PREDNISONE, is_none, prednisone_a_day
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

__all__ = ["Gate", "GateFacts", "GateLine", "Labels", "assess"]

ECOG_ASKS, WEIGHT_ASKS_PERCENT = 3, 10


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of the interview inside a sentence; the window translates them one by one."""

    labels: tuple[str, ...]

    def __str__(self) -> str:
        return "; ".join(self.labels)


def assess(facts: GateFacts) -> Gate:
    """Runs every rule; a rule that had no data is counted as such and has asked instead."""
    lines: list[GateLine] = []
    with_data = 0
    for rule in _RULES:
        found = list(rule(facts))
        with_data += None not in found
        lines += [line for line in found if line is not None]
    lines.sort(key=lambda line: WORST.index(line.answer))
    return Gate(tuple(lines), with_data, len(_RULES))


# --- what was asked and measured today --------------------------------------------------------


def _interview(facts: GateFacts) -> Lines:
    asked = {answer.item for answer in facts.entries.answers}
    left = [item for item in INTERVIEW if item.code not in asked]
    if not asked:
        yield None
        yield ask("interview", QT_TRANSLATE_NOOP("Message", "The interview was not held today"))
    elif left:
        text = QT_TRANSLATE_NOOP("Message", "Not asked today: {items}")
        yield ask("interview", text, items=Labels(tuple(item.label for item in left)))


def _symptoms(facts: GateFacts) -> Lines:
    items = {item.code: item for item in INTERVIEW}
    graded = [a for a in facts.entries.answers if a.grade is not None and a.item in items]
    if not facts.entries.answers:
        yield None
    for answer in graded:
        item, values = items[answer.item], {"grade": answer.grade}
        if (answer.grade or 0) >= SYMPTOM_ASKS:
            text = QT_TRANSLATE_NOOP("Message", "{item}: grade {grade}. Is it {behind}?")
            named = {"item": Labels((item.label,)), "behind": Labels((item.behind,))}
            yield ask("symptom", text, **named, **values)
        else:
            text = QT_TRANSLATE_NOOP("Message", "{item}: grade {grade}")
            yield note("symptom", text, item=Labels((item.label,)), **values)


def _ecog(facts: GateFacts) -> Lines:
    ecog = facts.entries.visit.ecog
    if ecog is None:
        yield None
        yield ask("ECOG", QT_TRANSLATE_NOOP("Message", "ECOG is not recorded today"))
    elif ecog >= ECOG_ASKS:
        yield ask("ECOG", QT_TRANSLATE_NOOP("Message", "ECOG is {n}"), n=ecog)


def _weight(facts: GateFacts) -> Lines:
    now, day = facts.entries.visit.weight, facts.day
    before = {
        QT_TRANSLATE_NOOP("Message", "the last one"): day.last("weight", facts.on),
        QT_TRANSLATE_NOOP("Message", "the start"): day.first("weight"),
    }
    if now is None or not any(before.values()):
        yield None
        yield ask("weight", QT_TRANSLATE_NOOP("Message", "There is no weight to compare"))
        return
    for what, last in before.items():
        number = last.number if last else None
        change = (now - number) / number * 100 if number else Decimal(0)
        if abs(change) > WEIGHT_ASKS_PERCENT:
            text = QT_TRANSLATE_NOOP("Message", "Weight {percent} % against {what}")
            yield ask("weight", text, percent=f"{change:+.1f}", what=Message(what))


# --- the patient and the plan ------------------------------------------------------------------


def _allergy(facts: GateFacts) -> Lines:
    patient = facts.day.chart.patient.record
    if patient.allergy_status in {None, AllergyStatus.UNKNOWN}:
        yield None
        yield ask("allergy", QT_TRANSLATE_NOOP("Message", "Allergies are not known"))
    written = (patient.allergies or "").casefold()
    named = [name for name in facts.names if name and name.casefold() in written]
    if named:
        text = QT_TRANSLATE_NOOP("Message", "An allergy to {drug} is recorded: {allergies}")
        values = {"drug": named[0], "allergies": patient.allergies}
        yield GateLine(Verdict.HOLD, Message(text, values), "allergy")
    elif patient.allergy_status is AllergyStatus.PRESENT and not written:
        yield ask("allergy", QT_TRANSLATE_NOOP("Message", "Which allergy is not recorded"))


def _dose(facts: GateFacts) -> Lines:
    day = facts.day
    typed = (creatinine_input(lab) for lab in facts.entries.labs if lab.analyte == "CREA")
    now = Measured(facts.entries.visit.weight, next(typed, None))
    given = [event for event in facts.entries.events if event.dose is not None]
    if not given:
        yield None
    for event in given:
        drug = next((d for d in day.drugs if event.drug in {None, d.drug}), None)
        computed = day.computed(drug, now, facts.on) if drug else None
        if computed is None or event.dose is None:
            yield ask(
                "dose", QT_TRANSLATE_NOOP("Message", "The dose cannot be compared with a plan")
            )
            continue
        try:
            off = difference_percent(event.dose, computed.dose)
        except Refused:
            continue
        if abs(off) > WEIGHT_ASKS_PERCENT:
            text = QT_TRANSLATE_NOOP("Message", "{dose} is {percent} % off the plan")
            yield ask("dose", text, dose=event.dose, percent=f"{off:+.1f}")
        if computed.is_stale:
            text = QT_TRANSLATE_NOOP("Message", "The dose was calculated from old values: {what}")
            old = ", ".join(used.name.label for used in computed.inputs if used.stale)
            yield ask("dose", text, what=old)
        for said in computed.notes:
            yield GateLine(Verdict.NO_STOP, said, "dose")
        if computed.inputs:
            text = QT_TRANSLATE_NOOP("Message", "Calculated, verify: {dose} mg by {formula}")
            shown = f"{computed.dose.amount:.4f}"
            yield note("dose", text, dose=shown, formula=computed.formula)


def _interval(facts: GateFacts) -> Lines:
    book, due = facts.day.book, facts.day.due
    if book is None or due is None or book.projected is None:
        yield None
        yield ask("interval", QT_TRANSLATE_NOOP("Message", "No date can be projected"))
        return
    if due.last_given == facts.on:
        yield ask("interval", QT_TRANSLATE_NOOP("Message", "A dose is recorded for this day"))
        return
    events = facts.entries.events
    earliest = book.permitted_from(facts.on, [e.drug for e in events if e.drug and e.dose])
    if due.last_given and earliest and due.last_given < facts.on < earliest:
        days = (earliest - facts.on).days
        text = QT_TRANSLATE_NOOP("Message", "{days} d earlier than the interval allows")
        yield ask("interval", text, days=days)


def _steroid(facts: GateFacts) -> Lines:
    written = facts.entries.visit.steroid
    if written is None:
        yield None
        text = QT_TRANSLATE_NOOP("Message", "Steroid today is not recorded; 0 = none")
        yield ask("steroid", text)
        return
    if is_none(written):
        return
    prednisone = prednisone_a_day(written)
    if prednisone is None:
        text = QT_TRANSLATE_NOOP("Message", "{steroid}: which steroid, how many mg a day?")
        yield ask("steroid", text, steroid=written)
    elif prednisone > MOST_PREDNISONE:
        text = QT_TRANSLATE_NOOP(
            "Message", "{steroid} a day is as {mg} mg of prednisone, more than {most} mg"
        )
        values = {"steroid": written, "mg": f"{prednisone:.4g}", "most": MOST_PREDNISONE}
        yield GateLine(
            Verdict.ASK, Message(text, values), "steroid", steroid.SOURCE, steroid.VERSION
        )
    else:
        yield note("steroid", QT_TRANSLATE_NOOP("Message", "Steroid: {steroid}"), steroid=written)


def _planned_end(facts: GateFacts) -> Lines:
    book = facts.day.book
    if book is not None and book.is_at_review:
        text = QT_TRANSLATE_NOOP(
            "Message", "The planned end is reached (cycles recorded: {n}): is it to go on?"
        )
        yield ask("planned end", text, n=len(book.cycles))


def _drugs_off(facts: GateFacts) -> Lines:
    """Drugs of several that were stopped or are held: to be read, or a hold if one is given."""
    book = facts.day.book
    if book is None:
        return
    given = {e.drug.casefold() for e in facts.entries.events if e.drug and e.dose is not None}
    lifted = facts.is_oncologist or any(e.ordered_by for e in facts.entries.events)
    stopped = QT_TRANSLATE_NOOP("Message", "{drug} was stopped on {date}: {reason}")
    held = QT_TRANSLATE_NOOP("Message", "{drug} is held since {date}: {reason}")
    against = Verdict.ASK if lifted else Verdict.HOLD
    for text, events, wrong in (
        (stopped, book.stopped_drugs, Verdict.HOLD),
        (held, {} if book.open_hold else book.held_drugs, against),
    ):
        for name, event in events.items():
            answer = wrong if name in given else Verdict.NO_STOP
            yield GateLine(answer, Message(text, _left_off(book, name, event)), "drug left out")
    for name, back in book.brought_back.items():
        text = QT_TRANSLATE_NOOP(
            "Message",
            "{drug} had been stopped on {date}: {reason}; given again since {again}, by order of "
            "{doctor}",
        )
        values = _left_off(book, name, back.stop)
        dose = back.dose.record
        values |= {"again": dose.date, "doctor": dose.ordered_by}
        yield note("drug given again", text, **values)


def _left_off(book: Ledger, name: str, event: Stored[DoseEvent]) -> dict[str, object]:
    """Which drug was stopped or held by an event, when and why."""
    record = event.record
    reason = record.reason_text or record.reason or ""
    return {"drug": book.name_of(name), "date": record.date, "reason": reason}


def _hold(facts: GateFacts) -> Lines:
    yield from _drugs_off(facts)
    hold = facts.day.book.open_hold if facts.day.book else None
    if hold is None:
        return
    record = hold.record
    lifted = facts.is_oncologist or any(e.ordered_by for e in facts.entries.events)
    values = {"date": record.date, "reason": record.reason_text or record.reason or ""}
    text = QT_TRANSLATE_NOOP("Message", "Held since {date}: {reason}")
    yield GateLine(Verdict.ASK if lifted else Verdict.HOLD, Message(text, values), "open hold")


_RULES: tuple[Callable[[GateFacts], Lines], ...] = (
    _hold,
    adverse_events,
    _symptoms,
    liver_multiples,
    lab_grades,
    lab_ranges,
    required_labs,
    _interview,
    _ecog,
    _weight,
    _interval,
    _planned_end,
    label_limits,
    _dose,
    _steroid,
    baseline_checks,
    liver_before,
    _allergy,
    rule_set_in_force,
)
