# SPDX-License-Identifier: MIT
"""One line of an old paper chart: ``2019-05 | SCC | 2.2 ng/mL`` read into a record.

Nothing is guessed: a word with two meanings, a value without a place and a dose without one
certain course are said, with what would be accepted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tracker.domain.dates import Certainty, PartialDate, before
from tracker.domain.dose_day_entry import blood_pressure
from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import Choice, Field, items
from tracker.domain.old_chart_words import CourseName, Event, Vocabulary
from tracker.domain.records import AdverseEvent, DoseEvent, MarkerResult
from tracker.domain.records.base import Record, build, from_text
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, folded, normal
from tracker.domain.toxicity import Ctcae, CtcaeTerm

DATE, EVENT, VALUES, SOURCE = "date", "event", "values", "source"
COLUMNS = (DATE, EVENT, VALUES, SOURCE)
"""The columns of the grid; a problem names one of them."""

DITTO = '"'
"""Stands for the unit, or the dose, of the last line above of the same analyte or course."""

_PARTS = re.compile("[;；]")
_NAMED = re.compile(r"([^:=：＝]{1,40}?)\s*[:=：＝]\s*(.*)", re.DOTALL)
_PAIR = re.compile(r"([^\W\d]+)([0-9].*)|(\S+)\s+(.+)", re.DOTALL)  # w58.2, or: weight 58.2
_PRESSURE = "bp"
_NOTE = "note"
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Line:
    """What was typed into one line; ``source`` is empty where it is that of the whole page."""

    date: str = ""
    event: str = ""
    values: str = ""
    source: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed that could become a record."""
        return not (self.date.strip() or self.event.strip() or self.values.strip())


@dataclass(frozen=True, slots=True)
class Understood:
    """What a line means.

    Attributes:
        line: as typed.
        event: the word that was meant; None while it is none or not certain.
        texts: of the fields, by name, as far as they were found.
        note: beside the record.
        course: the regimen that a dose belongs to.
        record: what will be stored; None while there are problems.
        problems: what is wrong, each with the column it stands in.
    """

    line: Line
    event: Event | None = None
    texts: dict[str, str] = field(default_factory=dict)
    note: str | None = None
    course: str | None = None
    record: Record | None = None
    problems: tuple[Problem, ...] = ()


def understand(
    line: Line,
    words: Vocabulary,
    above: Sequence[Understood] = (),
    courses: Sequence[CourseName] = (),
) -> Understood:
    """Reads one line.

    Args:
        line: as typed.
        words: of this chart.
        above: the lines before it, for a repeated unit.
        courses: begun in the lines before it.
    """
    if line.is_blank:
        return Understood(line)
    found = words.find(line.event)
    if len(found) != 1:
        return Understood(line, problems=(_no_event(line.event, found),))
    reader = _Reader(line, found[0], words.ctcae, (*words.courses, *courses))
    return reader.read(above)


def _no_event(typed: str, found: Sequence[Event]) -> Problem:
    if not typed.strip():
        return Problem(Message(_EVENT_NEEDED), EVENT)
    names = ", ".join(event.word for event in found[:_MOST_NAMED])
    if found:
        return Problem(Message(_EVENT_UNCLEAR, {"text": typed.strip()[:40], "words": names}), EVENT)
    return Problem(Message(_EVENT_UNKNOWN, {"text": typed.strip()[:40]}), EVENT)


class _Reader:
    """Fills the fields of one line; every problem is kept with its column."""

    def __init__(
        self, line: Line, event: Event, ctcae: Ctcae, courses: Sequence[CourseName]
    ) -> None:
        self._line = line
        self._event = event
        self._ctcae = ctcae
        self._courses = courses
        self._named_course: list[CourseName] | None = None
        self._course: str | None = None
        self._fields = {
            f.name: f
            for f in items(event.kind)
            if not (f.item.parent or f.item.derived) and f.name not in event.preset
        }
        self._texts = dict(event.preset)
        self._note: str | None = None
        self._problems: list[Problem] = []

    def read(self, above: Sequence[Understood]) -> Understood:
        """The line as far as it can be understood."""
        kind, line = self._event.kind, self._line
        if line.date.strip():
            self._texts[kind.when] = line.date
        parts = [part.strip() for part in _PARTS.split(line.values)]
        for place, part in enumerate(part for part in parts if part):
            self._take(part, is_first=place == 0)
        if kind is AdverseEvent:
            self._grade_by_ctcae()
        elif kind is MarkerResult:
            self._repeat("unit", "analyte", above)
        elif kind is DoseEvent:
            self._find_course()
            self._repeat("dose", "course", above)
        record = self._built()
        return Understood(
            line=line,
            event=self._event,
            texts=self._texts,
            note=self._note,
            course=self._course,
            record=record,
            problems=tuple(self._problems),
        )

    # Parts of the values

    def _take(self, part: str, *, is_first: bool) -> None:
        if named := _NAMED.fullmatch(part):
            self._take_named(named[1].strip(), named[2].strip())
        elif self._event.pairs:
            self._take_pair(part)
        elif is_first and self._event.first is not None:
            match = self._event.first.fullmatch(part)
            if match is None:
                self._say(_FORM, text=part, form=Message(self._event.form))
            else:
                for name, text in match.groupdict().items():
                    if text is not None:
                        self._put(name, text)
        elif part == DITTO and "dose" in self._event.slots:
            self._put("dose", part)
        elif not self._names_course(part):
            self._take_bare(part)

    def _take_named(self, name: str, text: str) -> None:
        if name.casefold() == _NOTE:
            self._note = normal(text) or None
        elif (found := self._field(name)) is not None:
            self._put(found.name, text)

    def _take_pair(self, part: str) -> None:
        pair = self._pair(part)
        if pair is None:
            self._say(_FORM, text=part, form=Message(self._event.form))
            return
        name, value = pair
        if name.casefold() == _PRESSURE:
            try:
                for number, text in blood_pressure(value).items():
                    self._put(number, text)
            except Refused as refusal:
                self._problems += (Problem(p.message, VALUES) for p in refusal.problems)
        elif (found := self._field(name)) is not None:
            self._put(found.name, value)

    def _pair(self, part: str) -> tuple[str, str] | None:
        """The name of a field and its value; a label in full may end in a digit (SpO2 98)."""
        word, _, rest = part.partition(" ")
        if rest and any(word.casefold() == f.item.label.casefold() for f in self._fields.values()):
            return word, rest
        pair = _PAIR.fullmatch(part)
        return (pair[1] or pair[3], pair[2] or pair[4]) if pair else None

    def _field(self, name: str) -> Field | None:
        """The field whose name or label begins so; what is none or several is said."""
        typed = name.casefold()
        open_fields = [f for f in self._fields.values() if f.name != self._event.kind.when]
        for matches in (str.__eq__, str.startswith):
            found = [
                f
                for f in open_fields
                if any(matches(word.casefold(), typed) for word in (f.name, f.item.label))
            ]
            if len(found) == 1:
                return found[0]
        names = ", ".join(f.item.label for f in found or open_fields)
        self._say(_FIELD_UNCLEAR if found else _FIELD_UNKNOWN, name=name[:40], fields=names)
        return None

    def _take_bare(self, part: str) -> None:
        """Gives a value to the first open slot that knows it, else to the first one for text."""
        slots = [self._fields[name] for name in self._event.slots if name not in self._texts]
        for slot in slots:
            if (text := _recognized(slot.type, part)) is not None:
                self._put(slot.name, text)
                return
        free = next((slot for slot in slots if slot.type is str), None)
        if free is not None:
            self._put(free.name, part)
        elif slots:
            self._put(slots[0].name, part)  # its own reading says what is wrong
        else:
            self._say(_NO_PLACE, text=part, form=Message(self._event.form))

    def _put(self, name: str, text: str) -> None:
        if name in self._texts:
            self._say(_TWICE, label=self._fields[name].item.label, text=text)
        elif (choice := _recognized(self._fields[name].type, text)) is not None:
            self._texts[name] = choice
        else:
            self._texts[name] = text

    # What a kind needs beside its fields

    def _grade_by_ctcae(self) -> None:
        """A term that was not given as ``term: …`` is one of CTCAE, with a grade that it has."""
        typed = self._texts.get("term")
        if typed is None or re.search(
            r"(?:^|[;；])\s*(?:term|event)\s*[:=：＝]", self._line.values, re.I
        ):
            return
        found = _terms(self._ctcae, typed)
        if len(found) != 1:
            names = "; ".join(term.name for term in found[:_MOST_NAMED])
            self._say(_TERM_UNCLEAR if found else _TERM_UNKNOWN, text=typed, terms=names)
            return
        term, grade = found[0], self._texts.get("grade")
        self._texts["term"] = term.name
        if grade is None:
            return
        if grade.isdigit() and int(grade) not in term.grades:
            grades = ", ".join(map(str, sorted(term.grades)))
            self._say(_NO_SUCH_GRADE, term=term.name, grade=grade, grades=grades)
        self._texts["ctcae_version"] = self._ctcae.version

    def _repeat(self, name: str, alike: str, above: Sequence[Understood]) -> None:
        """Puts in the place of a ditto mark what the last line of the same ``alike`` says."""
        if self._texts.get(name) != DITTO:
            return
        for other in reversed(above):
            same = (other.event and other.event.kind, other.texts.get(alike))
            if same == (self._event.kind, self._texts.get(alike)) and name in other.texts:
                self._texts[name] = other.texts[name]
                return
        del self._texts[name]
        self._say(_NOTHING_TO_REPEAT)

    def _names_course(self, part: str) -> bool:
        if self._event.kind is not DoseEvent or self._named_course is not None:
            return False
        if _taken_by_slot(self._event, self._fields, self._texts, part):
            return False
        named = [course for course in self._courses if course.is_called(part)]
        if not named:
            return False
        self._named_course = named
        drugs = {d for c in named if len(c.drugs) > 1 and (d := c.drug_called(part))}
        if len(drugs) == 1 and not any(c.regimen.casefold() == part.casefold() for c in named):
            self._put("drug", drugs.pop())
        return True

    def _find_course(self) -> None:
        """The one course that was running; several, or none, are said."""
        named = self._courses if self._named_course is None else self._named_course
        when = _date(self._line.date)
        running = [course for course in named if _may_run(course, when)]
        if len(running) == 1:
            self._texts["course"], self._course = str(running[0].id), running[0].regimen
            return
        names = "; ".join(course.regimen for course in running or self._courses) or "–"
        self._say(
            _COURSES_UNCLEAR if running else _NO_COURSE, date=self._line.date.strip(), courses=names
        )

    def _built(self) -> Record | None:
        try:
            record = build(self._event.kind, self._texts)
        except Refused as refusal:
            self._problems += self._about_fields(refusal)
            return None
        return None if self._problems else record

    def _about_fields(self, refusal: Refused) -> list[Problem]:
        """What the declaration refuses; an empty field only where nothing else is said."""
        when, has_said = self._event.kind.when, bool(self._problems)
        return [
            Problem(problem.message, DATE if problem.field == when else VALUES)
            for problem in refusal.problems
            if problem.field == when or problem.field in self._texts or not has_said
        ]

    def _say(self, reason: str, **values: object) -> None:
        self._problems.append(Problem(Message(reason, values), VALUES))


def _recognized(kind: type[Any], text: str) -> str | None:
    """The text of a value that its type knows for certain; None for free text and for others.

    A word of a closed list may be shortened to where it is still one word only.
    """
    if kind is str:
        return None
    if issubclass(kind, Choice):
        typed = folded(text).casefold()
        members = [m for m in kind if typed in {m.value.casefold(), m.label.casefold()}]
        members = members or [
            m for m in kind if any(w.casefold().startswith(typed) for w in (m.value, m.label))
        ]
        return members[0].value if len(members) == 1 and typed else None
    try:
        from_text(kind, text)
    except Refused:
        return None
    return text


def _taken_by_slot(
    event: Event, fields: dict[str, Field], texts: dict[str, str], part: str
) -> bool:
    open_slots = (fields[name] for name in event.slots if name not in texts)
    return any(_recognized(slot.type, part) is not None for slot in open_slots)


def _terms(ctcae: Ctcae, typed: str) -> list[CtcaeTerm]:
    """The term of this name, else those whose words begin with the typed ones, in their order."""
    exact = ctcae.find(typed)
    if exact is not None:
        return [exact]
    wanted = typed.casefold().split()
    return [term for term in ctcae.terms if _fits(wanted, term.name.casefold().split())]


def _fits(wanted: Sequence[str], words: Sequence[str]) -> bool:
    rest = iter(words)
    return bool(wanted) and all(any(word.startswith(w) for word in rest) for w in wanted)


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except Refused:
        return None


def _may_run(course: CourseName, when: PartialDate | None) -> bool:
    """False when the day lies certainly before the start or after the stop of the course."""
    if when is None:
        return True
    too_early = course.start is not None and before(when, course.start) is Certainty.YES
    too_late = course.stop is not None and before(course.stop, when) is Certainty.YES
    return not (too_early or too_late)


# Reasons

_EVENT_NEEDED = QT_TRANSLATE_NOOP(
    "Message", "Name the event: visit, given, held, a marker, CT, ae, surgery, rt, status …"
)
_EVENT_UNCLEAR = QT_TRANSLATE_NOOP("Message", "“{text}” can be {words}. Type one more letter.")
_EVENT_UNKNOWN = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” is no event of the old chart. A marker without a name here is typed as: marker, "
    "then its name, result and unit.",
)
_FORM = QT_TRANSLATE_NOOP("Message", "“{text}” does not say all. Write: {form}")
_NO_PLACE = QT_TRANSLATE_NOOP(
    "Message", "There is no place for “{text}”. Write: {form}. Or name its field, like note: …"
)
_FIELD_UNKNOWN = QT_TRANSLATE_NOOP("Message", "There is no field “{name}”. There are: {fields}.")
_FIELD_UNCLEAR = QT_TRANSLATE_NOOP("Message", "“{name}” can be {fields}. Type one more letter.")
_TWICE = QT_TRANSLATE_NOOP("Message", "{label} stands there twice; “{text}” is the second one.")
_TERM_UNKNOWN = QT_TRANSLATE_NOOP(
    "Message", "“{text}” is no CTCAE term. To keep the words of the chart, write term: {text}"
)
_TERM_UNCLEAR = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” can be several CTCAE terms: {terms}. Type more letters, or keep the words of the "
    "chart with term: {text}",
)
_NO_SUCH_GRADE = QT_TRANSLATE_NOOP(
    "Message", "“{term}” has no grade {grade} in CTCAE; it has {grades}."
)
_NOTHING_TO_REPEAT = QT_TRANSLATE_NOOP(
    "Message", 'No line above says what the " repeats. Write it out.'
)
_NO_COURSE = QT_TRANSLATE_NOOP(
    "Message",
    "No course of this name was running on {date} (recorded: {courses}). Write the course in a "
    "line above, like: course | toripalimab; immunotherapy.",
)
_COURSES_UNCLEAR = QT_TRANSLATE_NOOP(
    "Message", "Several courses may have been running on {date}: {courses}. Name one of them."
)
