# SPDX-License-Identifier: MIT
"""The gate of a dose day in words, worst line first; and laboratory grades as they are shown."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from tracker.domain.dose_day_gate import Gate, GateLine, Labels
from tracker.domain.lab_grading import Grade, Graded
from tracker.domain.records.dose_day import Verdict
from tracker.domain.text import Message
from tracker.ui.errors import words
from tracker.ui.glyphs import Glyph
from tracker.ui.widgets.gate_panel import GateLineView, GateView

translate = QCoreApplication.translate

_GLYPHS = {Verdict.ASK: Glyph.ASK, Verdict.HOLD: Glyph.HELD}


def view_of(gate: Gate) -> GateView:
    """What the panel shows."""
    word = {
        Verdict.ASK: translate("Gate", "ASK"),
        Verdict.HOLD: translate("Gate", "HOLD?"),
        Verdict.NO_STOP: translate("Gate", "no stop found"),
    }[gate.answer]
    counted = translate("Gate", "{n} of {m} rules had data").format(n=gate.with_data, m=gate.total)
    return GateView(word, counted, _GLYPHS.get(gate.answer), tuple(map(_line, gate.lines)))


def _line(line: GateLine) -> GateLineView:
    text = translate("Gate", "{rule}; {source}, v{version}").format(
        rule=line.rule, source=translate("Message", line.source), version=line.version
    )
    known = _GLYPHS.get(line.answer)
    values = {name: _translated(value) for name, value in line.text.values.items()}
    said = words(Message(line.text.text, values))
    return GateLineView(known or Glyph.NOT_STATED, said, text, known is not None)


def _translated(value: object) -> object:
    if isinstance(value, Labels):
        return "; ".join(translate("Interview", label) for label in value.labels)
    return value


def lab_grades(found: Mapping[str, Grade]) -> dict[str, str]:
    """Grades by analyte: "1", or "1–2" where a question decides."""
    shown = {}
    for analyte, grade in found.items():
        if isinstance(grade, Graded):
            low, high = grade.lowest, grade.highest
            shown[analyte] = str(high) if low == high else f"{low}–{high}"
    return shown
