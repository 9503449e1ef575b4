# SPDX-License-Identifier: MIT
"""What a person is asked to confirm once before a dose-day sheet is saved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.cycles import DOSE_GIVEN
from tracker.domain.dates import Certainty, PartialDate, before
from tracker.domain.dose_day import VITALS, DoseDay, Texts
from tracker.domain.dose_day_entry import (
    ACTS,
    DOSE,
    LAB,
    difference,
    measured,
    plain_number,
    visit_day,
)
from tracker.domain.records.course import DoseAction
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

OFF_LAST = 3
"""A value this many times larger or smaller than the last one asks to be confirmed."""
OFF_PLAN_PERCENT = 10


@dataclass(frozen=True, slots=True)
class Question:
    """Something unusual but possible: saved once a person has confirmed this very value.

    ``about`` names the question and the text it is about, so that another text asks again.
    """

    field: str
    about: str
    message: Message


def questions(day: DoseDay, texts: Texts) -> tuple[Question, ...]:
    """What a person is asked to confirm once before the sheet is saved."""
    asked = (_off_last, _off_plan, _left_out, _not_due, _before_course, _too_early)
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
        now, last = plain_number(texts.get(name, "")), _last_number(day, name)
        if not now or not last or name == "ecog":
            continue
        if max(now, last) > OFF_LAST * min(now, last):
            message = Message(_CONFIRM, {"value": f"{now:f}", "last": f"{last:f}"})
            yield Question(name, f"{name} {now:f}", message)


_CONFIRM = QT_TRANSLATE_NOOP("Message", "Confirm {value} with Enter; last {last}?")


def _last_number(day: DoseDay, name: str) -> Decimal | None:
    if name.startswith(LAB):
        result = day.results.get(name.removeprefix(LAB))
        return result.value.number if result and not result.value.is_censored else None
    last = day.last(name)
    return last.number if last else None


def _off_plan(day: DoseDay, texts: Texts) -> Iterator[Question]:
    on = visit_day(texts)
    if on is None or ACTS.get(texts.get("act", "")) not in DOSE_GIVEN:
        return
    now = measured(day, texts)
    offs = [difference(texts, n, day.computed(d, now, on)) for n, d in enumerate(day.drugs)]
    known = [off for off in offs if off is not None]
    if ACTS[texts["act"]] is DoseAction.REDUCED and known and min(known) >= 0:
        yield Question("act", f"not reduced {min(known)}", Message(_NOT_REDUCED))
    for number, off in enumerate(offs):
        name = f"{DOSE}{number}"
        if off is not None and abs(off) > OFF_PLAN_PERCENT:
            values = {"dose": texts[name], "percent": f"{off:+.1f}"}
            yield Question(name, f"{name} {texts[name]}", Message(_OFF_PLAN, values))


_NOT_REDUCED = QT_TRANSLATE_NOOP("Message", "The dose is not less than planned. Is it reduced?")
_OFF_PLAN = QT_TRANSLATE_NOOP("Message", "{dose} is {percent} % off the plan. Is it meant?")


def _left_out(day: DoseDay, texts: Texts) -> Iterator[Question]:
    """A drug of several that goes on, has its turn, and no dose."""
    turn = _turn(day, texts)
    without = [
        drug.drug
        for number, drug in enumerate(day.drugs)
        if not _dose(texts, number) and drug.drug.casefold() in turn
    ]
    if without:
        values = {"drugs": ", ".join(without)}
        yield Question("act", f"without {values['drugs']}", Message(_LEFT_OUT, values))


def _not_due(day: DoseDay, texts: Texts) -> Iterator[Question]:
    """A dose of a drug that goes on and has no turn on this day, as one of day 1 on day 8."""
    on = visit_day(texts) if _turn(day, texts) else None
    other = day.book.out_of_turn(on) if day.book and on else frozenset()
    typed = [drug.drug for number, drug in enumerate(day.drugs) if _dose(texts, number)]
    found = [name for name in typed if name.casefold() in other]
    if found:
        values = {"drugs": ", ".join(found)}
        yield Question("act", f"not due {values['drugs']}", Message(_NOT_DUE, values))


def _turn(day: DoseDay, texts: Texts) -> frozenset[str]:
    """The drugs of several that are given on the day of the sheet, if there is a dose."""
    on = visit_day(texts)
    gives = ACTS.get(texts.get("act", "")) in DOSE_GIVEN
    return day.turn(on) if on and gives and len(day.drugs) > 1 else frozenset()


def _dose(texts: Texts, number: int) -> str:
    return texts.get(f"{DOSE}{number}", "").strip()


_LEFT_OUT = QT_TRANSLATE_NOOP(
    "Message", "No dose is entered here for: {drugs}. Is it not given today?"
)
_NOT_DUE = QT_TRANSLATE_NOOP(
    "Message", "By the plan it is not the day of: {drugs}. Is it given all the same?"
)


def _before_course(day: DoseDay, texts: Texts) -> Iterator[Question]:
    """A dose before the first one of its course is more likely a slip in the year."""
    on, start = visit_day(texts), day.book.course.record.start if day.book else None
    birth, dated = day.chart.patient.record.birth, PartialDate.of(on) if on else None
    if birth and dated and before(dated, birth) is Certainty.YES:
        return  # that is refused, not asked about
    gives = ACTS.get(texts.get("act", "")) in DOSE_GIVEN
    if on and dated and start and gives and before(dated, start) is Certainty.YES:
        values = {"date": on.isoformat(), "start": start}
        yield Question("date", f"before {on.isoformat()}", Message(_BEFORE_COURSE, values))


_BEFORE_COURSE = QT_TRANSLATE_NOOP(
    "Message", "{date} lies before the start of the course ({start}). Is it meant?"
)


def _too_early(day: DoseDay, texts: Texts) -> Iterator[Question]:
    on = visit_day(texts)
    due = day.book.permitted_from(on) if day.book and on else None
    gives = ACTS.get(texts.get("act", "")) in DOSE_GIVEN
    last = day.due.last_given if day.due else None
    if on and due and gives and last and last < on < due:
        values = {"days": (due - on).days, "due": due.isoformat()}
        yield Question("act", f"early {on.isoformat()}", Message(_EARLY, values))


_EARLY = QT_TRANSLATE_NOOP(
    "Message", "This is {days} d earlier than the interval allows ({due}). Is it meant?"
)
