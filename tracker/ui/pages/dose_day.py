# SPDX-License-Identifier: MIT
"""The dose day on one screen: six bands in the order of the paper, which is the order of Tab."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.changes import Changed
from tracker.domain.dose_day_entry import DOSE
from tracker.domain.dose_day_questions import Question
from tracker.domain.errors import UserError
from tracker.services import dose_day, drafts
from tracker.services.dose_day import SavedDay, Sheet
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.errors import words
from tracker.ui.icon_shapes import Icon
from tracker.ui.pages.dose_day_fields import MARGIN
from tracker.ui.pages.dose_day_form import DoseDayForm
from tracker.ui.pages.dose_day_tools import DoseDayTools
from tracker.ui.views.facts import banner
from tracker.ui.widgets.banner import Banner
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.label import PlainLabel, plain_tooltip
from tracker.ui.widgets.press import Press
from tracker.ui.widgets.scroll import scrolling

translate = QCoreApplication.translate

Place = tuple[UUID, UUID | None]
"""A patient, and the course whose dose is due."""

_LOW = 690  # pixels of page height at 100 % under which ranges go into the tool tips
_NARROW = 1100  # pixels of page width at 100 % under which the buttons stand below the title
_LEAST = 1130  # pixels at 100 % that the bands need beside each other; below that they scroll


class DoseDayPage(QWidget):
    """One patient's dose day. What is typed is kept as a draft from the first letter on.

    Signals:
        left(): back to the day list.
        open_patient(object): the chart of the patient.
    """

    left = Signal()
    open_patient = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._queue: list[Place] = []
        self._place: Place | None = None
        self._sheet: Sheet | None = None
        self._saved: SavedDay | None = None
        self._kept_texts: dict[str, str] = {}
        self._keeping = self._keep_again = False
        look = desk.look
        self._banner = Banner(look)
        self._title = PlainLabel(look, "", 18, bold=True)
        self._said = PlainLabel(look, "", 12.5, colour="text2")
        self._said.setWordWrap(True)
        self._said.setFixedHeight(look.px(34))
        self._said.setObjectName("said")
        self.form = DoseDayForm(look, desk.ctx.user, desk.ctx.role)
        self.form.edited.connect(self._keep)
        self.form.said.connect(self._say)
        self.form.next.save.clicked.connect(self.save)
        self._tools = DoseDayTools(desk, self, self.form)
        self._presses = {
            "previous": Press(look, mark=Icon.PREVIOUS),
            "next": Press(look, mark=Icon.NEXT),
            "back": Press(look, translate("DoseDay", "Back to Today"), keys="Esc"),
            "chart": Press(look, translate("DoseDay", "Chart"), keys="F2"),
            "phone": Press(look, translate("DoseDay", "Phone call"), keys="F4"),
            "print": Press(look, translate("DoseDay", "Handout"), keys="Ctrl+P", mark=Icon.PRINT),
            "undo": Press(look, translate("DoseDay", "Undo"), keys="Ctrl+Z", mark=Icon.UNDO),
        }
        self._count = PlainLabel(look, "", 13, colour="text2")
        self._above = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroll = scrolling(self.form)
        self._assemble()
        self._bind()
        look.changed.connect(self._fit)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        desk.bus.changed.connect(self._on_changed)

    # --- opening --------------------------------------------------------------------

    def open(self, place: Place, queue: Sequence[Place] = ()) -> None:
        """Opens the sheet of a patient; ``queue`` is the day list for previous and next."""
        self._queue = list(queue) or [place]
        self._open(place)

    def activated(self) -> None:
        """Puts the keyboard into the date."""
        if self._sheet is not None:
            self.form.focus_first()

    def print_handout(self) -> None:
        """Asks where the page for the patient goes."""
        if self._place is not None:
            self._tools.save_handout(*self._place)

    def _open(self, place: Place) -> None:
        self._place, self._sheet, self._saved = place, None, None
        self.form.setEnabled(False)
        self._say(translate("DoseDay", "Opening the sheet …"))
        self._read(self._opened)

    def _read(self, on_done: Callable[[Sheet], None]) -> None:
        if self._place is not None:
            patient, course = self._place
            job = partial(dose_day.open_sheet, ctx=self._desk.ctx, patient=patient, course=course)
            self._desk.tasks.run(self, job, on_done, question="sheet")

    def _opened(self, sheet: Sheet) -> None:
        self._sheet = sheet
        day = sheet.day
        self._banner.set_facts(banner(day.chart, day.today))
        cycle = day.cycle
        title = translate("DoseDay", "Dose day, cycle {n}").format(n=cycle)
        if day.cycle_day:
            title = translate("DoseDay", "{cycle}, day {n}").format(cycle=title, n=day.cycle_day)
        self._title.setText(title if cycle else translate("DoseDay", "Dose day"))
        fresh = {"date": day.today.isoformat()}
        self._tools.show_check(None)
        self.form.setEnabled(True)
        gone = self.form.show_sheet(sheet, sheet.draft.texts if sheet.draft else fresh)
        self._show_place()
        self._show_saved(None)
        self._say(*self._opening_words(sheet))
        self._say_gone(gone)
        self.form.focus_first()

    def _opening_words(self, sheet: Sheet) -> tuple[str, str]:
        if sheet.draft is not None:
            at = sheet.draft.at
            text = translate("DoseDay", "Draft of {time} restored; nothing of it is saved yet")
            return text.format(time=_time(at, self._desk.ctx.clock.now())), "ask"
        if sheet.day.book is None:
            return translate("DoseDay", "No course is running: only the visit can be saved"), "ask"
        if dose_day.done_today(sheet.day):
            return translate("DoseDay", "A dose is recorded for today already"), "ask"
        return "", ""

    def _show_place(self) -> None:
        place, many = (
            self._queue.index(self._place) if self._place in self._queue else 0,
            len(self._queue),
        )
        self._count.setText(
            translate("DoseDay", "{n} of {m}").format(n=place + 1, m=many) if many > 1 else ""
        )
        for name, allowed in (("previous", place > 0), ("next", place < many - 1)):
            self._presses[name].setVisible(many > 1)
            self._presses[name].allow(allowed)

    def step(self, step: int) -> None:
        """Goes to the patient before or after this one in the day list; a draft stays kept."""
        if self._place in self._queue:
            place = self._queue.index(self._place) + step
            if 0 <= place < len(self._queue):
                self._open(self._queue[place])

    def _on_changed(self, changed: Changed) -> None:
        """Another window of this patient was saved: read again, keep what is typed."""
        sheet, place = self._sheet, self._place
        if sheet is None or place is None or self._saved is not None:
            return
        if changed.touches(place[0]) and self.isVisible():
            self._read(self._read_again)

    def _read_again(self, sheet: Sheet) -> None:
        texts = self.form.texts()
        self._sheet = sheet
        self._banner.set_facts(banner(sheet.day.chart, sheet.day.today))
        self._say_gone(self.form.show_sheet(sheet, texts))

    def _say_gone(self, drugs: Sequence[str]) -> None:
        """What was typed for a drug that is not in the course is left out, and that is said."""
        if drugs:
            text = translate(
                "DoseDay", "Not in this course, and left out: {drugs}. Check the doses"
            )
            self._say(text.format(drugs=", ".join(drugs)), "ask")

    def turn(self, before: date, now: date) -> None:
        """The working date has changed under an open sheet.

        A sheet on which nothing was typed follows; another one keeps its date, and says so.
        """
        if self._sheet is None or self._saved is not None:
            return
        texts = self.form.texts()
        if texts == {"date": before.isoformat()}:
            self.form.load({"date": now.isoformat()})
        elif texts.get("date") == before.isoformat():
            text = translate(
                "DoseDay", "Today is {now}; this sheet is dated {before}. Check its date"
            )
            said = text.format(now=wording.day(now), before=wording.day(before))
            self._say(said, "ask")
        self._read(self._read_again)

    # --- drafts ---------------------------------------------------------------------

    def _keep(self) -> None:
        """Keeps a draft: one at a time is on its way, the newest text goes last."""
        if self._place is None or self._saved is not None:
            return
        if self._keeping:
            self._keep_again = True
            return
        self._keeping, self._keep_again = True, False
        job = partial(
            drafts.keep, ctx=self._desk.ctx, patient=self._place[0], texts=self.form.texts()
        )
        self._desk.tasks.run(self, job, self._kept, self._not_kept)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving, locking or closing: the last letters go too, without waiting their turn."""
        if self._keep_again:
            self._keeping = False
            self._keep()
        super().hideEvent(event)

    def _kept(self, _at: datetime) -> None:
        self._keeping = False
        if self._keep_again:
            self._keep()

    def _not_kept(self, error: UserError) -> None:
        self._keeping = False
        self._say(words(error.problems[0].message), "overdue")

    # --- saving ---------------------------------------------------------------------

    def save(self) -> None:
        """Saves the day, once everything unusual on it is confirmed."""
        if self._place is None or self._sheet is None or self._saved is not None:
            return
        question = self.form.open_question()
        if question is not None and question.field.startswith(DOSE):
            self._confirm_dose(question)
            return
        if question is not None:
            self.form.ask(question)
            self.form.confirmed.add(question.about)  # the next Ctrl+Enter is the answer
            return
        self._kept_texts = self.form.texts()
        patient, book = self._place[0], self._sheet.day.book
        course = book.course.id if book else None  # the one on the sheet, whoever asked for it
        job = partial(
            dose_day.save,
            ctx=self._desk.ctx,
            patient=patient,
            course=course,
            texts=self._kept_texts,
            confirmed=frozenset(self.form.confirmed),
            checked=self._tools.checked,
        )
        self._saved = SavedDay((), Changed(frozenset(), patient))  # no draft, no second save
        self._desk.tasks.run(self, job, self._stored, self._refused)

    def _confirm_dose(self, question: Question) -> None:
        """More than 10 % off the plan: the one thing besides a wrong patient that stops all."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(translate("DoseDay", "Dose off the plan"))
        box.setText(words(question.message))
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        box.setStandardButtons(yes | no)
        box.setDefaultButton(no)

        def answered(button: int) -> None:
            if button == yes:
                self.form.confirmed.add(question.about)
                self.save()
            else:
                self.form.parts[question.field].focus()

        box.finished.connect(answered)
        box.open()

    def _stored(self, saved: SavedDay) -> None:
        self._saved = saved
        self._show_saved(saved)
        now = self._desk.ctx.clock.now()
        text = translate("DoseDay", "Saved {time}. Esc: back to Today; Ctrl+Z takes it back")
        self._say(text.format(time=now.strftime("%H:%M")), "done")
        self._desk.bus.changed.emit(saved.changed)

        self._read(self._show_banner)

    def _show_banner(self, sheet: Sheet) -> None:
        self._banner.set_facts(banner(sheet.day.chart, sheet.day.today))

    def _refused(self, error: UserError) -> None:
        self._saved = None
        self.form.refuse(error)

    def undo(self) -> None:
        """Takes the last save back; what was typed stands on the sheet again."""
        if self._saved is not None and self._saved.records:
            job = partial(dose_day.undo, ctx=self._desk.ctx, saved=self._saved)
            self._desk.tasks.run(self, job, self._undone)

    def _undone(self, changed: Changed) -> None:
        self._saved = None
        self._show_saved(None)
        self._tools.show_check(None)
        self.form.load(self._kept_texts)
        self._keep()
        self._say(translate("DoseDay", "Taken back, and marked so. Nothing is saved yet"), "ask")
        self.form.focus_first()
        self._desk.bus.changed.emit(changed)

    def _show_saved(self, saved: SavedDay | None) -> None:
        """A saved sheet is only read; Undo or the next patient opens it again."""
        for band in self.form.bands:
            band.setEnabled(saved is None)
        self._presses["undo"].allow(
            saved is not None, translate("DoseDay", "Nothing was saved from this sheet yet")
        )
        self._undo_keys.setEnabled(saved is not None)
        if saved is not None:
            self._presses["back"].setFocus(Qt.FocusReason.TabFocusReason)

    # --- the frame of the page --------------------------------------------------------

    def _say(self, text: str, colour: str = "") -> None:
        hint = translate(
            "DoseDay", "PgDn goes band by band; a date in the past back-dates the visit"
        )
        self._said.setText(text or hint)
        self._said.setToolTip(plain_tooltip(text))
        self._said.set_colour(colour or "text2")

    def _assemble(self) -> None:
        px = self._desk.look.px
        said = QHBoxLayout()
        said.setSpacing(px(14))
        said.addWidget(self._title)
        said.addWidget(self._said, 1)
        said.addWidget(self._count)
        self._said.setMinimumWidth(px(40))
        self._presses["previous"].setAccessibleName(translate("DoseDay", "Previous patient"))
        self._presses["next"].setAccessibleName(translate("DoseDay", "Next patient"))
        presses = Flow(px(8))
        for press in self._presses.values():
            press.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            presses.addWidget(press)
        self._above.setContentsMargins(px(MARGIN), px(5), px(MARGIN), px(5))
        self._above.setSpacing(px(8))
        self._above.addLayout(said, 1)
        self._above.addLayout(presses)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._banner)
        page.addLayout(self._above)
        page.addWidget(self._scroll, 1)

    def _bind(self) -> None:
        presses = {
            "previous": partial(self.step, -1),
            "next": partial(self.step, 1),
            "back": self.left.emit,
            "chart": self._chart,
            "phone": self._phone,
            "print": self.print_handout,
            "undo": self.undo,
        }
        for name, act in presses.items():
            self._presses[name].clicked.connect(act)
        for keys, act in (
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("PgDown", partial(self.form.go, 1)),
            ("PgUp", partial(self.form.go, -1)),
            ("Esc", self.left.emit),
            ("Alt+Left", partial(self.step, -1)),
            ("Alt+Right", partial(self.step, 1)),
            ("F2", self._chart),
            ("F4", self._phone),
            ("F6", self._tools.open_plan),
            ("F8", self._tools.second_check),
            ("Alt+B", partial(self.form.next.take, 0)),
            ("Alt+N", partial(self.form.next.take, 1)),
            ("Ctrl+O", self._tools.open_results),
            ("Alt+A", self._tools.show_rules),
        ):
            self._key(keys, act)
        self._undo_keys = self._key("Ctrl+Z", self.undo)
        self._undo_keys.setEnabled(False)

    def _key(self, keys: str, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return shortcut

    def _chart(self) -> None:
        if self._place is not None:
            self.open_patient.emit(self._place[0])

    def _phone(self) -> None:
        if self._sheet is not None:
            self._tools.record_call(self._sheet.day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, direction = self._desk.look.px, QBoxLayout.Direction
        narrow = self.width() < px(_NARROW)
        self._above.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.form.setMinimumWidth(px(_LEAST))
        for band in self.form.bands:
            band.set_low(self.height() < px(_LOW))

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scrolls to where the keyboard is, however it got there."""
        if new is not None and self.form.isAncestorOf(new):
            self._scroll.ensureWidgetVisible(new)


def _time(at: datetime, now: datetime) -> str:
    """The time of day, with the day when that is another one."""
    same = at.astimezone(now.tzinfo).date() == now.date()
    clock = at.astimezone(now.tzinfo).strftime("%H:%M")
    return clock if same else f"{wording.day(at.date())} {clock}"
