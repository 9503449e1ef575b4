# SPDX-License-Identifier: MIT
"""The six bands as one form: texts by name, judged as one leaves a box, with the gate beside."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tracker.domain.dose_day import DoseDay, Texts
from tracker.domain.dose_day_drugs import following_drugs, with_drugs
from tracker.domain.dose_day_entry import DOSE, INFUSION, LAB, read, readable
from tracker.domain.dose_day_gate import Gate
from tracker.domain.dose_day_questions import Question, asks_about, questions
from tracker.domain.errors import Problem, Refused, UserError
from tracker.domain.roles import Role
from tracker.domain.values import Dose
from tracker.services.dose_day import Sheet
from tracker.services.dose_day_gate import graded, judged
from tracker.ui.errors import words
from tracker.ui.pages.dose_day_act import ActBand, GateBand
from tracker.ui.pages.dose_day_bands import (
    InterviewBand,
    LabsBand,
    OrderBand,
    VisitBand,
    marks_of,
    ranges_of,
    read_as_result,
    read_as_visit,
)
from tracker.ui.pages.dose_day_fields import Band, Field, Part
from tracker.ui.pages.dose_day_next import NextBand
from tracker.ui.theme import Look
from tracker.ui.views.gate import lab_grades, view_of
from tracker.ui.widgets.lab_strip import LabBox

translate = QCoreApplication.translate


class DoseDayForm(QWidget):
    """What is typed on a dose day.

    Signals:
        edited(): a person changed an answer.
        said(str, str): a sentence for the person, and the name of its colour.
    """

    edited = Signal()
    said = Signal(str, str)

    def __init__(self, look: Look, user: str, role: Role) -> None:
        super().__init__()
        self._role = role
        self._look = look
        self._user = user
        self._sheet: Sheet | None = None
        self._loading = False
        self._shown: dict[str, Question] = {}  # questions that stand below their box
        self.confirmed: set[str] = set()
        self.gate: Gate | None = None
        self.visit = VisitBand(look)
        self.interview = InterviewBand(look)
        self.orders = OrderBand(look)
        self.labs = LabsBand(look)
        self.gate_band = GateBand(look)
        self.act = ActBand(look)
        self.next = NextBand(look)
        self.bands: tuple[Band, ...] = (
            self.visit,
            self.interview,
            self.orders,
            self.labs,
            self.gate_band,
            self.act,
            self.next,
        )
        self.parts: dict[str, Part] = {}
        self._listened: set[Part] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for band in self.bands:
            column.addWidget(band, 0 if band is self.orders else 1)
        for cell in self.interview.cells.values():
            cell.refused.connect(partial(self._no_such_grade, cell.accessibleName()))
        self._take_parts()

    # --- whose sheet ----------------------------------------------------------------

    def show_sheet(self, sheet: Sheet, texts: Texts) -> tuple[str, ...]:
        """Takes another patient: last values beside the boxes, ``texts`` inside them.

        Returns the drugs whose texts found no box: they are not in the course of the sheet.
        """
        self._sheet = sheet
        self.confirmed.clear()
        self._shown.clear()
        day = sheet.day
        self.visit.show_day(day)
        self.interview.show_day(day, sheet.rules.grades)
        self.labs.show_day(day, ranges_of(day))
        self.act.show_day(day, sheet.rules.formulary)
        self._take_parts()
        self.next.show_calendar(sheet.calendar)
        self.next.show_due(sheet.also_due, day.today)
        own, gone = following_drugs(day, texts)
        self.load(own)
        return gone

    @property
    def day(self) -> DoseDay | None:
        """Whose sheet is shown, with what stood there last time."""
        return self._sheet.day if self._sheet else None

    def texts(self) -> dict[str, str]:
        """What stands on the sheet; boxes left empty are left out."""
        found = {name: text for name, part in self.parts.items() if (text := part.text())}
        return with_drugs(self._sheet.day, found) if self._sheet else found

    def doses(self) -> dict[str, Dose]:
        """The doses that are to be given, by drug; "" for the only one. None while none is."""
        if self._sheet is None:
            return {}
        events = readable(self._sheet.day, self.texts(), self._user).events
        return {e.drug or "": e.dose for e in events if e.dose is not None}

    def load(self, texts: Texts) -> None:
        """Shows these texts, and empties every other box."""
        self._loading = True
        for name, part in self.parts.items():
            part.set_text(texts.get(name, ""))
            part.set_problem("")
        self._loading = False
        self._refresh()

    def focus_first(self) -> None:
        """Puts the keyboard into the date, selected: typing another day back-dates everything."""
        self.parts["date"].focus()

    # --- what is wrong --------------------------------------------------------------

    def refuse(self, error: UserError) -> None:
        """Marks every box that is wrong, says how many, and goes to the first of them."""
        first: Problem | None = None
        for problem in error.problems:
            part = self.parts.get(problem.field or "")
            if part is not None:
                part.set_problem(words(problem.message))
                first = first or problem
        self._say(error.problems)
        if first is not None:
            self.parts[first.field or ""].focus()

    def open_question(self) -> Question | None:
        """The first thing that a person must confirm before the sheet is saved."""
        if self._sheet is None:
            return None
        found = questions(self._sheet.day, self.texts())
        return next((q for q in found if q.about not in self.confirmed), None)

    def ask(self, question: Question) -> None:
        """Shows a question at its box and goes there."""
        part = self.parts[question.field]
        if isinstance(part, Field | LabBox):
            part.set_problem(words(question.message), asks=True)
        self._shown[question.field] = question
        self.said.emit(words(question.message), "ask")
        part.focus()

    def _say(self, problems: Iterable[Problem]) -> None:
        sentences = [words(problem.message) for problem in problems]
        if sentences:
            more = translate("DoseDay", "{first} (and {n} more)")
            text = sentences[0]
            if len(sentences) > 1:
                text = more.format(first=text, n=len(sentences) - 1)
            self.said.emit(text, "overdue")

    # --- moving ---------------------------------------------------------------------

    def go(self, step: int) -> None:
        """Goes to the first box of the band after or before the one with the keyboard."""
        here = QApplication.focusWidget()
        place = next(
            (n for n, band in enumerate(self.bands) if here and band.isAncestorOf(here)), 0
        )
        part = next(iter(self._reachable(place + step, step)), None)
        if part is not None:
            part.focus()

    def _reachable(self, place: int, step: int) -> Iterable[Part]:
        while 0 <= place < len(self.bands):
            # the values come before their day, and the gate is passed by: Tab reaches both
            parts = self.bands[place].parts.items()
            yield from (part for name, part in parts if name not in {"sampled", "override"})
            place += step

    # --- judging --------------------------------------------------------------------

    def _take_parts(self) -> None:
        """Knows every answer of the bands: each course has the boxes of its own drugs."""
        self.parts = {name: part for band in self.bands for name, part in band.parts.items()}
        for name, part in self.parts.items():
            if part not in self._listened:
                self._listened.add(part)
                self._listen(name, part)
        chain = [w for w in self._chain() if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def _listen(self, name: str, part: Part) -> None:
        part.value_changed.connect(self._edited)
        if isinstance(part, Field):
            part.judge = self._judge_of(name)
            part.box.enter_pressed.connect(lambda: self._enter(name))
        if isinstance(part, LabBox):
            part.told = self._judge_of(name)
            part.enter_pressed.connect(lambda: self._enter(name))

    def _chain(self) -> list[QWidget]:
        """Everything that takes the keyboard, in the order of the paper."""
        found: list[QWidget] = []
        for part in self.parts.values():
            assert isinstance(part, QWidget)  # noqa: S101 - every part is one
            inner = part.box if isinstance(part, Field) else part.focusProxy() or part
            found.append(inner)
        return [*found, self.next.save]

    def _judge_of(self, name: str) -> Callable[[str], str]:
        def judge(text: str) -> str:
            problem = self._problem(name, text)
            if problem:
                self.said.emit(problem, "overdue")
                return problem
            day = self._sheet.day if self._sheet else None
            question = asks_about(day, {name: text}, name) if day and text else None
            if question is None or question.about in self.confirmed:
                self._shown.pop(name, None)
                return ""
            self._shown[name] = question
            self.said.emit(words(question.message), "ask")
            return words(question.message)

        return judge

    def _problem(self, name: str, text: str) -> str:
        if name.startswith(LAB):
            return read_as_result(text)
        if name == "pressure":
            return self._read_alone(name, text)
        if name in {"weight", "ecog", "temperature", "pulse", "spo2"}:
            return read_as_visit(name, text)
        read_alone = {"date", "until", "appoint", "sampled", "infusion"}
        if name in read_alone or name.startswith((DOSE, INFUSION)):
            return self._read_alone(name, text)
        return ""

    def _read_alone(self, name: str, text: str) -> str:
        """What the whole reading says about one box."""
        if self._sheet is None or not text.strip():
            return ""
        try:
            read(self._sheet.day, self.texts(), self._user)
        except Refused as error:
            found = (words(p.message) for p in error.problems if p.field == name)
            return next(found, "")
        return ""

    def _enter(self, name: str) -> None:
        """A second Enter on the text that was asked about confirms it."""
        question = self._shown.get(name)
        if question is None or self._sheet is None:
            return
        now = asks_about(self._sheet.day, self.texts(), name)
        if question == now or (now is None and not name.startswith((LAB, "weight"))):
            self.confirmed.add(question.about)

    def _no_such_grade(self, question: str, digit: int) -> None:
        text = translate("DoseDay", "“{question}” has no grade {n} in CTCAE 5.0.")
        self.said.emit(text.format(question=question, n=digit), "overdue")

    def _edited(self) -> None:
        if self._loading:
            return
        self.said.emit("", "")
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        """Everything that follows from what is typed: marks, percents, gate, next date."""
        if self._sheet is None:
            return
        day, texts = self._sheet.day, self.texts()
        entries = readable(day, texts, self._user)
        self.gate = judged(day, entries, self._sheet.rules, self._role)
        grades = lab_grades(graded(day, entries, self._sheet.rules))
        self.labs.show_marks(entries, marks_of(entries, day, grades))
        self.act.refresh(texts)
        view = view_of(self.gate)
        self.gate_band.show_view(view, low=self.act.needs_room)
        self.next.refresh(day, texts, len(self.gate.open))
