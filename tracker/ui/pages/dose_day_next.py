# SPDX-License-Identifier: MIT
"""The last band of the dose-day sheet: the next date, what is offered beside a closed day, Save."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.clinic_calendar import ClinicCalendar, Closure, ShiftOffer
from tracker.domain.cycles import DOSE_GIVEN
from tracker.domain.dose_day import DoseDay, Texts, appointed
from tracker.domain.dose_day_entry import ACTS, visit_day
from tracker.domain.errors import Refused
from tracker.domain.records.course import DoseAction
from tracker.domain.reminders import Due
from tracker.ui import wording
from tracker.ui.glyphs import Glyph
from tracker.ui.pages.dose_day_fields import Band, Field, Part, SheetBox
from tracker.ui.theme import Look
from tracker.ui.widgets.label import PlainLabel, plain_tooltip
from tracker.ui.widgets.mark import Mark
from tracker.ui.widgets.press import SAVE, SMALL, Press

translate = QCoreApplication.translate

MOST_DUE = 3  # tests and scans named beside the next date; the rest in the tool tip


class NextBand(Band):
    """The projected next date, an appointment beside it, and Save."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, translate("DoseDay", "Next"), translate("DoseDay", "+21, 3w, a date")
        )
        self._on: date | None = None
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        self._projected = PlainLabel(look, "", 18, bold=True)
        self._note = PlainLabel(look, "", 12, colour="text2")
        texts = QVBoxLayout()
        texts.setSpacing(look.px(1))
        texts.addStretch()
        texts.addWidget(self._projected)
        texts.addWidget(self._note)
        texts.addStretch()
        left = QWidget()
        left.setLayout(texts)
        texts.setContentsMargins(0, 0, 0, 0)
        left.setFixedWidth(look.px(210))
        line.addWidget(left)
        box = SheetBox(look, latin=True)
        self.appoint = Field(
            look, "appoint", translate("DoseDay", "Appoint"), box, self._in_words, beside=True
        )
        box.setFixedWidth(look.px(150))
        line.addWidget(self.appoint, 1)
        self._calendar: ClinicCalendar | None = None
        self._day: date | None = None
        self._offered = PlainLabel(look, "", 12, colour="ask")
        self.offers = (
            Press(look, "", keys="Alt+B", height=SMALL),
            Press(look, "", keys="Alt+N", height=SMALL),
        )
        line.addWidget(self._offered)
        offers = QVBoxLayout()
        offers.setSpacing(look.px(2))
        for press in self.offers:
            press.clicked.connect(partial(self._take, press))
            offers.addWidget(press)
        line.addLayout(offers)
        self._mark = Mark(look, Glyph.ASK, 13)
        self._open = PlainLabel(look, "", 13.5, bold=True, colour="ask")
        line.addWidget(self._mark)
        line.addWidget(self._open)
        line.addSpacing(look.px(6))
        self.save = Press(
            look, translate("DoseDay", "Save"), keys="Ctrl+Enter", primary=True, height=SAVE
        )
        line.addWidget(self.save, 0, Qt.AlignmentFlag.AlignVCenter)
        self._due = PlainLabel(look, "", 12, colour="text2")
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        column.addLayout(line)
        column.addWidget(self._due)
        self.row.addLayout(column, 1)

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band."""
        return {"appoint": self.appoint}

    def show_calendar(self, calendar: ClinicCalendar | None) -> None:
        """Takes the clinic's days; without them only weekends are named."""
        self._calendar = calendar

    def show_due(self, dues: Sequence[Due], today: date) -> None:
        """Names the tests and scans that the follow-up plan asks for, the late ones first."""
        said = [_due_words(due, today) for due in dues]
        late = any(due.latest is not None and due.latest < today for due in dues)
        text = translate("DoseDay", "Also due: {what}").format(what="; ".join(said[:MOST_DUE]))
        more = len(said) - MOST_DUE
        if more > 0:
            text = translate("DoseDay", "{what}; and {n} more").format(what=text, n=more)
        self._due.setText(text)
        self._due.setVisible(bool(said))
        self._due.set_colour("ask" if late else "text2")
        self._due.setToolTip(plain_tooltip("\n".join(said)))

    def take(self, place: int) -> None:
        """Appoints the open day before (0) or after (1) the closed one, when it is offered."""
        if self.offers[place].isVisible():
            self._take(self.offers[place])

    def _take(self, press: Press) -> None:
        self.appoint.set_text(str(press.property("day")))
        self.appoint.focus()

    def _offer(self, day: date | None, earliest: date | None) -> None:
        """Names why a day is closed and offers the open ones around it; moves nothing.

        A day before ``earliest`` is named as early: a dose on it will ask.
        """
        offer = (self._calendar or ClinicCalendar()).shift_offers(day) if day else None
        days = (offer.before, offer.after) if offer else (None, None)
        self._offered.setText(self._reason(offer) if offer else "")
        for press, each in zip(self.offers, days, strict=True):
            usable = each is not None and (self._on is None or each > self._on)
            press.setVisible(usable)
            if each is not None:
                early = (earliest - each).days if earliest and each < earliest else 0
                said = translate("DoseDay", "{day}, {n} d early") if early else "{day}"
                press.setText(said.format(day=wording.near_day(each, each), n=early))
                press.setProperty("day", each.isoformat())

    def _reason(self, offer: ShiftOffer) -> str:
        if self._calendar is None or offer.reason.why is Closure.WEEKDAY:
            weekend = offer.day.weekday() >= 5
            return translate("DoseDay", "weekend") if weekend else wording.choice(offer.reason.why)
        return offer.reason.name or wording.choice(offer.reason.why)

    def refresh(self, day: DoseDay, texts: Texts, open_lines: int) -> None:
        """Says the next date that follows from what is typed, and how many questions are open."""
        act = ACTS.get(texts.get("act", ""))
        self._on = visit_day(texts) or day.today
        self._day = None
        self._projected.setText(self._next(day, act, texts))
        earliest = day.earliest(self._on if act in DOSE_GIVEN else None)
        self._offer(_read_day(texts.get("appoint", ""), self._on) or self._day, earliest)
        self.appoint.refresh()
        gives = act in DOSE_GIVEN
        said = translate("DoseDay", "gate answers open: {n}").format(n=open_lines)
        self._open.setText(said if open_lines and gives else "")
        self._mark.setVisible(bool(open_lines and gives))

    def _next(self, day: DoseDay, act: DoseAction | None, texts: Texts) -> str:
        on = self._on or day.today
        if act is DoseAction.HELD:
            self._note.setText(translate("DoseDay", "until the hold is lifted"))
            return translate("DoseDay", "no date: held")
        if act is DoseAction.STOPPED:
            self._note.setText(translate("DoseDay", "interview and reminders go on"))
            return translate("DoseDay", "no date: stopped")
        until = _read_day(texts.get("until", ""), on) if act is DoseAction.DELAYED else None
        found = until or day.projected(on if act in DOSE_GIVEN else None)
        if act is DoseAction.SKIPPED:
            found = day.after_skip(on)
        if found is None:
            self._note.setText(translate("DoseDay", "no interval or dose date in the plan"))
            return translate("DoseDay", "cannot project")
        self._day = found
        if act in DOSE_GIVEN and day.reaches_end(on):
            self._note.setText(translate("DoseDay", "planned end reached: duration review"))
            return wording.day(found, weekday=True)
        note = translate("DoseDay", "delayed to") if until else translate("DoseDay", "projected")
        self._note.setText(f"{note}, {wording.in_days(wording.signed((found - on).days))}")
        return wording.day(found, weekday=True)

    def _in_words(self, text: str) -> tuple[str, str]:
        found = _read_day(text, self._on) if self._on else None
        if found is None or self._on is None:
            return "", ""
        days = wording.in_days(wording.signed((found - self._on).days))
        return f"{wording.day(found, weekday=True)}, {days}", ""


def _due_words(due: Due, today: date) -> str:
    """``scan CT Tue 19 Nov, 7 d over``; the day as precisely as it is known."""
    name = " ".join(part for part in (wording.choice(due.what), due.title) if part)
    if due.on is not None:
        day = wording.near_day(due.on, today)
    else:
        first, last = due.earliest or today, due.latest or today
        day = translate("DoseDay", "between {first} and {last}").format(
            first=wording.near_day(first, today), last=wording.near_day(last, today)
        )
    late = (today - due.latest).days if due.latest else 0
    if late <= 0:
        return translate("DoseDay", "{what} {day}").format(what=name, day=day)
    return translate("DoseDay", "{what} {day}, {n} d over").format(what=name, day=day, n=late)


def _read_day(text: str, on: date) -> date | None:
    try:
        return appointed(text, on).day if text.strip() else None
    except Refused:
        return None
