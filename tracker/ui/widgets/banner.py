# SPDX-License-Identifier: MIT
"""Whose record is open: stands above every page of a patient and never scrolls away."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.theme import Look
from tracker.ui.widgets.face import RADIUS, ButtonFace, Face, draw_box, draw_text, text_width
from tracker.ui.widgets.label import plain_tooltip

HEIGHT = 64
_SMALL, _TITLE = 12, 14
_GAP = 40  # between two parts, with a line in the middle


@dataclass(frozen=True, slots=True)
class Datum:
    """One fact of the banner; what is not known is a sentence with a mark, never empty."""

    caption: str
    title: str
    subtitle: str = ""
    mark: Glyph | None = None


@dataclass(frozen=True, slots=True)
class BannerFacts:
    """What the banner shows, already in the words of the person's language.

    Attributes:
        name: the name in the script of its owner; a patient without one has a stand-in here.
        latin: the name in Latin letters, or empty.
        number: the hospital number.
        sex: in words.
        age: "46 y", or a range where the birth date is not known to the day.
        diagnosis, allergy, treatment, due: the four facts, always in this order and place.
        more: further facts, such as the disease status.
        alerts: "17 to check"; empty when there is nothing to check.
        alerts_note: what they are.
    """

    name: str
    latin: str
    number: str
    sex: str
    age: str
    diagnosis: Datum
    allergy: Datum
    treatment: Datum
    due: Datum
    more: tuple[Datum, ...] = ()
    alerts: str = ""
    alerts_note: str = ""


class _Block(Face):
    """A part of the banner: asks for the room of its words, and says them in full when cut."""

    def __init__(self, look: Look, usual: int) -> None:
        """``usual`` is the width at 100 % that keeps the parts in their places."""
        super().__init__(look)
        self._usual = usual
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def needed(self) -> int:
        """Width in pixels of all words."""
        raise NotImplementedError

    def least(self) -> int:
        """Width in pixels of the words that must not be cut."""
        raise NotImplementedError

    def say(self, *words: str) -> None:
        """Gives the words to screen readers and to the tool tip."""
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(plain_tooltip("\n".join(word for word in words if word)))
        self.restyle()

    def sizeHint(self) -> QSize:
        return QSize(max(self.needed(), self.look.px(self._usual)), self.look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least(), self.look.px(HEIGHT))


class _Who(_Block):
    """Name, number, sex and age."""

    _name = _latin = _line = ""

    def set_who(self, facts: BannerFacts) -> None:
        self._name, self._latin = facts.name, facts.latin
        self._line = "   ".join(part for part in (facts.number, facts.sex, facts.age) if part)
        self.say(facts.name, facts.latin, self._line)

    def needed(self) -> int:
        name = text_width(self.look, self._name, 18, True) + 2
        if self._latin:
            name += self.look.px(8) + text_width(self.look, self._latin, 16)
        return max(name, self._line_width())

    def least(self) -> int:
        return max(min(self.needed(), self.look.px(240)), self._line_width())

    def _line_width(self) -> int:
        return text_width(self.look, self._line, 13) + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        rect = QRectF(0, look.px(8), self.width(), look.px(28))
        painter.setPen(theme.text)
        end = draw_text(painter, look, 0, rect, self._name, 18, True)
        painter.setPen(theme.text2)
        if self._latin:
            draw_text(painter, look, end + look.px(8), rect, self._latin, 16)
        line = QRectF(0, look.px(36), self.width(), look.px(20))
        draw_text(painter, look, 0, line, self._line, 13)


class _Fact(_Block):
    """A caption, the fact in bold, and a line on it."""

    _datum = Datum("", "")

    def __init__(self, look: Look, usual: int, whole: bool = False) -> None:
        """``whole``: also the small line is never cut."""
        super().__init__(look, usual)
        self._whole = whole

    def set_datum(self, datum: Datum) -> None:
        self._datum = datum
        self.say(datum.caption, datum.title, datum.subtitle)

    def needed(self) -> int:
        small = (self._datum.caption, self._datum.subtitle)
        return max(self._title_width(), *(text_width(self.look, t, _SMALL) + 2 for t in small))

    def least(self) -> int:
        return self.needed() if self._whole else min(self._title_width(), self.look.px(320))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        datum, width = self._datum, self.width()
        painter.setPen(theme.text2)
        top = QRectF(0, look.px(5), width, look.px(18))
        draw_text(painter, look, 0, top, datum.caption, _SMALL)
        bottom = QRectF(0, look.px(41), width, look.px(18))
        draw_text(painter, look, 0, bottom, datum.subtitle, _SMALL)
        middle = QRectF(0, look.px(21), width, look.px(21))
        painter.setPen(theme.text)
        if datum.mark:
            y = middle.center().y()
            paint_glyph(painter, theme, datum.mark, look.px(6), y, look.px(11))
            painter.setPen(datum.mark.colour(theme))
        draw_text(painter, look, self._indent(), middle, datum.title, _TITLE, True)

    def _title_width(self) -> int:
        return text_width(self.look, self._datum.title, _TITLE, True) + self._indent() + 2

    def _indent(self) -> int:
        return self.look.px(18) if self._datum.mark else 0


class _Alerts(ButtonFace):
    """How many things in the record contradict each other or are missing."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "")
        self._note = ""
        self.setVisible(False)  # it has nothing to say yet
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def set_alerts(self, text: str, note: str) -> None:
        self._note = note
        self.setText(text)
        self.setAccessibleDescription(note)
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        note = text_width(self.look, self._note, _SMALL) + 2
        return QSize(max(self._box_width(), note), self.look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._box_width(), self.look.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        width = self._box_width()
        box = QRectF(self.width() - width, look.px(12), width, look.px(26))
        draw_box(painter, box, look.px(RADIUS), theme.ask_soft, theme.ask, 2 if self.lit() else 1)
        middle = box.center().y()
        paint_glyph(painter, theme, Glyph.ASK, box.x() + look.px(16), middle, look.px(11))
        painter.setPen(theme.ask)
        draw_text(painter, look, box.x() + look.px(29), box, self.words, 13, True)
        painter.setPen(theme.text2)
        note = QRectF(0, look.px(41), self.width(), look.px(18))
        start = self.width() - text_width(look, self._note, _SMALL)
        draw_text(painter, look, max(start, 0), note, self._note, _SMALL)

    def _box_width(self) -> int:
        return text_width(self.look, self.words, 13, True) + self.look.px(42)


class Banner(Face):
    """Name, number, age, diagnosis, allergy, treatment, next date and alerts of one patient."""

    alerts_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._who = _Who(look, usual=256)
        self._facts = [
            _Fact(look, usual=120),
            _Fact(look, usual=106, whole=True),  # an allergy is never cut
            _Fact(look, usual=224),
            _Fact(look, usual=130, whole=True),  # nor is the next date
        ]
        self._more: list[_Fact] = []
        self._alerts = _Alerts(look)
        self._alerts.clicked.connect(self.alerts_pressed)
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._upper)
        rows.addLayout(self._lower)
        self.restyle()

    def set_facts(self, facts: BannerFacts) -> None:
        """Shows another patient, or the same after a change."""
        self._who.set_who(facts)
        four = (facts.diagnosis, facts.allergy, facts.treatment, facts.due)
        for part, datum in zip(self._facts, four, strict=True):
            part.set_datum(datum)
        self._alerts.set_alerts(facts.alerts, facts.alerts_note)
        for part in self._more:
            part.deleteLater()
        self._more = [_Fact(self.look, usual=90) for _ in facts.more]
        for part, datum in zip(self._more, facts.more, strict=True):
            part.set_datum(datum)
        self._arrange()
        self._alerts.setVisible(bool(facts.alerts))

    def restyle(self) -> None:
        for row in (self._upper, self._lower):
            row.setContentsMargins(self.look.px(24), 0, self.look.px(24), 0)
            row.setSpacing(self.look.px(_GAP))
        self._arrange()
        super().restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        painter.fillRect(self.rect(), theme.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
        for part in (*self._facts, *self._more):
            if part.x() > look.px(_GAP):
                x, y = part.x() - look.px(_GAP / 2), part.y() + look.px(13)
                painter.fillRect(QRectF(x, y, 1, look.px(37)), theme.line2)

    def _arrange(self) -> None:
        """One row, or two where the window is too narrow for the words that must not be cut."""
        facts = [*self._facts, *self._more]
        parts = [self._who, *facts, self._alerts]
        least = sum(part.minimumSizeHint().width() for part in parts)
        narrow = least + self.look.px(_GAP) * len(facts) + self.look.px(48) > self.width()
        for row in (self._upper, self._lower):
            while row.count():
                row.takeAt(0)
        self._upper.addWidget(self._who)
        for part in facts:
            (self._lower if narrow else self._upper).addWidget(part)
        self._upper.addStretch(1)
        self._upper.addWidget(self._alerts)
        if narrow:
            self._lower.addStretch(1)
        self.setFixedHeight(self.look.px(HEIGHT) * (2 if narrow else 1))
        self._place()

    def _place(self) -> None:
        """Places the parts now: an allergy must not wait in a row that is no longer shown."""
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
