# SPDX-License-Identifier: MIT
"""What there is to check in a chart: where its sections disagree, and what is only open."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.findings import Finding
from tracker.domain.records import KINDS, Patient
from tracker.ui import errors
from tracker.ui.dialogs.frame import resize_within_screen
from tracker.ui.dialogs.heading import Heading
from tracker.ui.forms import labels
from tracker.ui.glyphs import Glyph
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.mark import Mark
from tracker.ui.widgets.press import SMALL, Press

_MOST_RECORDS = 4  # of one finding that get a button of their own


class FindingsDialog(QDialog):
    """Each finding as a sentence, with a button for every record it rests on.

    Signals:
        record_activated(str, UUID): open the record of this kind with this id.
    """

    record_activated = Signal(str, object)

    def __init__(
        self,
        look: Look,
        patient: Patient,
        disagreements: Sequence[Finding],
        questions: Sequence[Finding],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        title = self.tr("To check")
        self.setWindowTitle(title)
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(look.px(24), look.px(14), look.px(24), look.px(14))
        lines.setSpacing(look.px(14))
        for words, findings in (
            (self.tr("Sections of the chart disagree: {n}"), disagreements),
            (self.tr("Open or missing: {n}"), questions),
        ):
            if findings:
                lines.addWidget(PlainLabel(look, words.format(n=len(findings)), 14, bold=True))
            for finding in findings:
                lines.addLayout(self._line(finding))
        lines.addStretch()
        sheet = QScrollArea()
        sheet.setFrameShape(QFrame.Shape.NoFrame)
        sheet.setWidgetResizable(True)
        sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(look, title, patient))
        column.addWidget(sheet, 1)
        column.addLayout(self._foot())
        FocusRing(look, self)
        resize_within_screen(self, look.px(860), look.px(600))

    def _foot(self) -> QHBoxLayout:
        look = self._look
        rule = self.tr("Rules compare records; what no rule looks at is not found.")
        close = Press(look, self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(14))
        foot.addWidget(PlainLabel(look, rule, 12, colour="text2"))
        foot.addStretch()
        foot.addWidget(close)
        return foot

    def _line(self, finding: Finding) -> QHBoxLayout:
        look = self._look
        text = PlainLabel(look, errors.words(finding.message), 14)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        places = QHBoxLayout()
        places.setSpacing(look.px(8))
        for kind, record in finding.records[:_MOST_RECORDS]:
            open_it = Press(look, labels.title(KINDS[kind]), height=SMALL)
            open_it.clicked.connect(partial(self.record_activated.emit, kind, record))
            places.addWidget(open_it)
        places.addStretch()
        places.addWidget(PlainLabel(look, finding.code, 11.5, colour="text3"))
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addWidget(text)
        words.addLayout(places)
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        line.addWidget(Mark(look, Glyph.ASK), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line
