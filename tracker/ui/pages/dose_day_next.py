# SPDX-License-Identifier: MIT
"""The last band of the dose-day sheet: the next date, what is offered beside a closed day, Save."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.clinic_calendar import ClinicCalendar, Closure, ShiftOffer
from tracker.domain.cycles import DOSE_GIVEN
from tracker.domain.dose_day import DoseDay, Texts, appointed
from tracker.domain.dose_day_entry import ACTS, visit_day
from tracker.domain.errors import Refused
from tracker.domain.records.course import DoseAction
from tracker.ui import wording
from tracker.ui.glyphs import Glyph
from tracker.ui.pages.dose_day_fields import Band, Field, Part, SheetBox
from tracker.ui.theme import Look
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.mark import Mark
from tracker.ui.widgets.press import SAVE, SMALL, Press

translate = QCoreApplication.translate


class NextBand(Band):
    """The projected next date, an appointment beside it, and Save."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, translate("DoseDay", "Next"), translate("DoseDay", "+21, 3w, a date")
        )
        self._on: date | None = None
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
        self.row.addWidget(left)
        box = SheetBox(look, latin=True)
        self.appoint = Field(
            look, "appoint", translate("DoseDay", "Appoint"), box, self._in_words, beside=True
        )
        box.setFixedWidth(look.px(150))
        self.row.addWidget(self.appoint, 1)
        self._calendar: ClinicCalendar | None = None
        self._day: date | None = None
        self._offered = PlainLabel(look, "", 12, colour="ask")
        self.offers = (
            Press(look, "", keys="Alt+B", height=SMALL),
            Press(look, "", keys="Alt+N", height=SMALL),
        )
        self.row.addWidget(self._offered)
        offers = QVBoxLayout()
        offers.setSpacing(look.px(2))
        for press in self.offers:
            press.clicked.connect(partial(self._take, press))
            offers.addWidget(press)
        self.row.addLayout(offers)
        self._mark = Mark(look, Glyph.ASK, 13)
        self._open = PlainLabel(look, "", 13.5, bold=True, colour="ask")
        self.row.addWidget(self._mark)
        self.row.addWidget(self._open)
        self.row.addSpacing(look.px(6))
        self.save = Press(
            look, translate("DoseDay", "Save"), keys="Ctrl+Enter", primary=True, height=SAVE
        )
        self.row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band."""
        return {"appoint": self.appoint}

    def show_calendar(self, calendar: ClinicCalendar | None) -> None:
        """Takes the clinic's days; without them only weekends are named."""
        self._calendar = calendar

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
        said = translate("DoseDay", "{n} gate answers open").format(n=open_lines)
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
        if act is DoseAction.SKIPPED and found and (interval := day.interval(on)):
            found = max(found, on) + timedelta(days=interval)
        if found is None:
            self._note.setText(translate("DoseDay", "no interval or dose date in the plan"))
            return translate("DoseDay", "cannot project")
        self._day = found
        if act in DOSE_GIVEN and day.reaches_end(on):
            self._note.setText(translate("DoseDay", "planned end reached: duration review"))
            return wording.day(found, weekday=True)
        note = translate("DoseDay", "delayed to") if until else translate("DoseDay", "projected")
        self._note.setText(f"{note}, {(found - on).days:+d} d".replace("-", "−"))
        return wording.day(found, weekday=True)

    def _in_words(self, text: str) -> tuple[str, str]:
        found = _read_day(text, self._on) if self._on else None
        if found is None or self._on is None:
            return "", ""
        return f"{wording.day(found, weekday=True)}, {(found - self._on).days:+d} d", ""


def _read_day(text: str, on: date) -> date | None:
    try:
        return appointed(text, on).day if text.strip() else None
    except Refused:
        return None
