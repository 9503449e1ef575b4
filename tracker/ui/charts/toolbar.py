# SPDX-License-Identifier: MIT
"""The row above the lifeline: its switches with their keys, and the legend of not knowing."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.ui.charts.lifeline import LifelineChart
from tracker.ui.charts.shapes import DASHED, Box, Hatch, Soft, pen
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face, draw_text, text_width
from tracker.ui.widgets.keycap import KeyCap
from tracker.ui.widgets.press import SMALL, Press


class ChartBar(QWidget):
    """Shows and changes the switches of one chart. 36 px high at 100 %."""

    def __init__(self, look: Look, chart: LifelineChart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._bands = Press(look, self.tr("bands"), keys="B", toggle=True, height=SMALL)
        self._log = Press(look, self.tr("log"), keys="L", toggle=True, height=SMALL)
        self._divided = Press(look, self.tr("÷ limit"), keys="=", toggle=True, height=SMALL)
        self._fit = Press(look, self.tr("fit"), keys="F", toggle=True, height=SMALL)
        printing = Press(look, self.tr("print"), keys="P", height=SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, look.px(12), 0)
        row.setSpacing(look.px(6))
        for keys, words in (("← →", self.tr("events")), ("[ ]", self.tr("window"))):
            cap = KeyCap(look, keys, words)
            cap.give_way()
            row.addWidget(cap)
        row.addSpacing(look.px(8))
        for press in (self._bands, self._log, self._divided, self._fit, printing):
            row.addWidget(press)
        row.addStretch(1)
        row.addWidget(_Legend(look))
        self._bands.clicked.connect(self._on_switched)
        self._log.clicked.connect(self._on_switched)
        self._divided.clicked.connect(self._on_switched)
        self._fit.clicked.connect(chart.toggle_fit)
        printing.clicked.connect(chart.print_asked)
        chart.view_changed.connect(self._on_view_changed)
        self._on_view_changed()

    def _on_switched(self) -> None:
        self._chart.set_view(
            replace(
                self._chart.view,
                bands=self._bands.isChecked(),
                log=self._log.isChecked(),
                divided=self._divided.isChecked(),
            )
        )

    def _on_view_changed(self) -> None:
        view = self._chart.view
        self._bands.setChecked(view.bands)
        self._log.setChecked(view.log)
        self._divided.setChecked(view.divided)
        self._fit.setChecked(self._chart.course_window is None)


class _Legend(Face):
    """Soft = month known, dashed = no date, hatched = range uncertain."""

    def _words(self) -> tuple[str, str, str]:
        return self.tr("month known"), self.tr("no date"), self.tr("range uncertain")

    def sizeHint(self) -> QSize:
        px = self.look.px
        words = sum(text_width(self.look, word, 12) for word in self._words())
        return QSize(int(words) + 3 * px(36) + 2 * px(14), px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.look.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle, px = 0.0, self.height() / 2, look.px
        for i, word in enumerate(self._words()):
            if x + px(36) + text_width(look, word, 12) > self.width():
                break  # half a word explains nothing
            rect = QRectF(x + 1, middle - px(5), px(28), px(11))
            shapes = (
                Soft(rect, theme.text2, theme.surface, px(11), px(11)),
                Box(rect, None, pen(theme.text, 1.4, DASHED), px(5)),
                Hatch(rect, theme.band_line),
            )
            shapes[i].paint(painter)
            painter.setPen(theme.text2)
            place = QRectF(x, 0, self.width(), self.height())
            x = draw_text(painter, look, x + px(36), place, word, 12) + px(14)
