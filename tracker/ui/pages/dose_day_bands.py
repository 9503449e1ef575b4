# SPDX-License-Identifier: MIT
"""The upper bands of the dose-day sheet: visit, interview, steroid and orders, laboratory."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QGridLayout

from tracker.domain.dates import PartialDate
from tracker.domain.dose_day import PRESSURE, DoseDay, Last
from tracker.domain.dose_day_entry import ASK, LAB, Entries, visit_day
from tracker.domain.dose_day_labs import LAB_COLUMNS
from tracker.domain.errors import Refused
from tracker.domain.interview import INTERVIEW
from tracker.domain.markers import judge
from tracker.domain.records import MarkerResult, Visit
from tracker.domain.records.base import build
from tracker.domain.records.dose_day import Answered
from tracker.domain.records.marker import Flag
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.domain.values import Reading, decimal
from tracker.ui import wording
from tracker.ui.errors import words
from tracker.ui.glyphs import Glyph
from tracker.ui.pages.dose_day_fields import Band, Field, Part, SheetBox, SwitchPart
from tracker.ui.theme import Look
from tracker.ui.widgets.ask_cell import AskCell
from tracker.ui.widgets.keycap import KeyCap
from tracker.ui.widgets.lab_strip import LabBox, LabFacts, LabMark, LabStrip
from tracker.ui.widgets.label import plain_tooltip

translate = QCoreApplication.translate

_SHORT = {
    "rash": QT_TRANSLATE_NOOP("Interview", "Rash"),
    "diarrhoea": QT_TRANSLATE_NOOP("Interview", "Diarrhoea"),
    "breathlessness": QT_TRANSLATE_NOOP("Interview", "Breathless"),
    "fatigue": QT_TRANSLATE_NOOP("Interview", "Fatigue"),
    "jaundice": QT_TRANSLATE_NOOP("Interview", "Jaundice"),
    "pain": QT_TRANSLATE_NOOP("Interview", "Joints"),
    "weakness": QT_TRANSLATE_NOOP("Interview", "Weak, lids"),
    "heart": QT_TRANSLATE_NOOP("Interview", "Heart"),
    "nerves": QT_TRANSLATE_NOOP("Interview", "Nerves"),
    "eyes": QT_TRANSLATE_NOOP("Interview", "Eyes"),
    "thirst": QT_TRANSLATE_NOOP("Interview", "Thirst"),
    "fever": QT_TRANSLATE_NOOP("Interview", "Fever"),
    "bleeding": QT_TRANSLATE_NOOP("Interview", "Bleeding"),
}
_ASK_COLUMNS = 7
_GLYPHS = {Flag.HIGH: Glyph.HIGH, Flag.LOW: Glyph.LOW, Flag.UNCERTAIN: Glyph.ASK}


def read_as_visit(name: str, text: str) -> str:
    """What is wrong with the text of a box of the visit, in words."""
    if not text.strip():
        return ""
    texts = {"date": "unknown", "contact": "visit", name: text}
    try:
        build(Visit, texts)
    except Refused as error:
        found = (words(p.message) for p in error.problems if p.field == name)
        return next(found, "")
    return ""


class VisitBand(Band):
    """Date and vitals; the last values in grey below their boxes."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            translate("DoseDay", "Visit"),
            translate("DoseDay", "grey = last time"),
            line=False,
        )
        self._day: DoseDay | None = None
        self.fields: dict[str, Field] = {}
        fields = (
            ("date", translate("DoseDay", "Date"), "", 150),
            ("weight", translate("DoseDay", "Weight"), "kg", 176),
            ("ecog", translate("DoseDay", "ECOG"), "0–5", 108),
            ("temperature", translate("DoseDay", "Temperature"), "°C", 130),
            (PRESSURE, translate("DoseDay", "Blood pressure"), "mmHg", 164),
            ("pulse", translate("DoseDay", "Pulse"), "/min", 130),
            ("spo2", translate("DoseDay", "SpO2"), "%", 130),
        )
        explain = {"date": self._day_in_words, "weight": self._weight_in_words}
        for name, label, unit, width in fields:
            box = SheetBox(look, unit, latin=True)
            field = Field(look, name, label, box, explain.get(name))
            self.fields[name] = field
            self.row.addWidget(field, width)
        self.row.setSpacing(look.px(20))

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band."""
        return self.fields

    def show_day(self, day: DoseDay) -> None:
        """Takes the last values of another patient."""
        self._day = day
        for name, field in self.fields.items():
            last = day.last(name) if name != "date" else None
            dated = name == "weight"
            field.set_last(_dated(last, day.today) if dated else last.text if last else "")
            field.refresh()

    def _day_in_words(self, text: str) -> tuple[str, str]:
        on = visit_day({"date": text})
        if on is None or self._day is None:
            return "", ""
        said = wording.day(on, weekday=True)
        ago = (self._day.today - on).days
        if ago == 0:
            return translate("DoseDay", "{day}, today").format(day=said), ""
        if ago < 0:
            return said, translate("DoseDay", "in the future")
        return said, translate("DoseDay", "{n} d ago").format(n=ago)

    def _weight_in_words(self, text: str) -> tuple[str, str]:
        """The last weight, and the change against the last and the first in percent."""
        day = self._day
        if day is None:
            return "", ""
        last, first = day.last("weight"), day.first("weight")
        try:
            now = decimal(text) if text.strip() else None
        except Refused:
            now = None
        if now is None or last is None:
            return "", ""
        changes = [_percent(now, last.number)]
        if first is not None and first != last:
            since = translate("DoseDay", "start {percent}")
            changes.append(since.format(percent=_percent(now, first.number)))
        return last.text, "; ".join(change for change in changes if change)


def _short_day(day: date, today: date) -> str:
    """Day and month in the same year, else the whole day."""
    locale = QLocale()
    if day.year != today.year:
        return wording.day(day)
    form = "MM-dd" if locale.language() == QLocale.Language.Chinese else "d MMM"
    return locale.toString(QDate(day.year, day.month, day.day), form)


def _percent(now: Decimal, before: Decimal | None) -> str:
    if not before:
        return ""
    change = (now - before) / before * 100
    return f"{wording.signed(change, '.1f')} %"


def _dated(last: Last | None, today: date) -> str:
    if last is None:
        return ""
    day = last.date.day
    on = _short_day(day, today) if day else wording.when(last.date)
    return translate("DoseDay", "{value} on {day}").format(value=last.text, day=on)


class InterviewBand(Band):
    """The questions, each answered by one digit."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            translate("DoseDay", "Asked today"),
            translate("DoseDay", "0 or a grade each"),
        )
        self.names.insertWidget(2, KeyCap(look, "0", translate("DoseDay", "none, this item")))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(6))
        self.cells: dict[str, AskCell] = {}
        for number, item in enumerate(INTERVIEW):
            question = translate("Interview", item.label)
            name = ASK + item.code
            cell = AskCell(look, name, translate("Interview", _SHORT[item.code]), question)
            self.cells[name] = cell
            grid.addWidget(cell, number // _ASK_COLUMNS, number % _ASK_COLUMNS)
        for column in range(_ASK_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.row.addLayout(grid, 1)

    def set_low(self, low: bool) -> None:
        super().set_low(low)
        for cell in getattr(self, "cells", {}).values():
            cell.set_low(low)

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band."""
        return self.cells

    def show_day(self, day: DoseDay, grades: Mapping[str, tuple[int, ...]]) -> None:
        """Takes the answers of last time, and the grades that each question may have."""
        for item in INTERVIEW:
            cell, before = self.cells[ASK + item.code], day.answers.get(item.code)
            cell.set_grades(grades.get(item.code, ()))
            none = before is not None and before.answer is Answered.NONE
            grade = str(before.grade) if before and before.grade else ""
            cell.set_last("0" if none else grade)


class OrderBand(Band):
    """Steroid today, new medicines, and which doctor said "treat today"."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, translate("DoseDay", "Also today"))
        fields = (
            ("steroid", translate("DoseDay", "Steroid, mg/day"), 240),
            ("new_medicines", translate("DoseDay", "New medicines"), 280),
            ("ordered_by", translate("DoseDay", "“Treat today”: Dr"), 240),
        )
        self._parts: dict[str, Part] = {}
        for name, label, width in fields:
            box = SheetBox(look, bold=False)
            field = Field(look, name, label, box, foot=False, beside=True)
            self._parts[name] = field
            self.row.addWidget(field, width)
        verbal = SwitchPart(look, "verbal", translate("DoseDay", "verbal, read back"))
        self._parts["verbal"] = verbal
        self.row.addWidget(verbal)
        self.row.setSpacing(look.px(20))

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band."""
        return self._parts


class LabsBand(Band):
    """The laboratory values of the clinic's list."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, translate("DoseDay", "Labs"), "", "")
        self._boxes = {LAB + c.analyte: LabBox(look, LAB + c.analyte, c.label) for c in LAB_COLUMNS}
        box = SheetBox(look, latin=True, bold=False, small=True)
        box.setPlaceholderText(translate("DoseDay", "sampled: as visit"))
        self._sampled = Field(look, "sampled", translate("DoseDay", "Sampled"), box, foot=False)
        self._sampled.hide_label()
        self._sampled.setMaximumWidth(look.px(124))
        self.names.insertWidget(1, self._sampled)
        self.strip = LabStrip(look, list(self._boxes.values()))
        self.strip.moved.connect(self._moved)
        self.row.addWidget(self.strip, 1)
        self._moved(1, 9)

    def set_low(self, low: bool) -> None:
        super().set_low(low)
        if hasattr(self, "strip"):
            self.strip.show_ranges(not low)

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band, in the order of Tab."""
        return {"sampled": self._sampled, **self._boxes}

    @property
    def boxes(self) -> Mapping[str, LabBox]:
        """The boxes of the values."""
        return self._boxes

    def show_day(self, day: DoseDay, ranges: Mapping[str, str]) -> None:
        """Takes the last values and the ranges of another patient."""
        newest = max((r.date.sort_key for r in day.results.values()), default=None)
        for column in day.columns:
            box = self._boxes[LAB + column.analyte]
            last = day.results.get(column.analyte)
            other_day = last is not None and last.date.sort_key != newest
            box.facts = LabFacts(
                column.label,
                _pretty(column.unit),
                str(last.value) if last else "",
                _brief(last.date, day.today) if last and other_day else "",
                ranges.get(column.analyte, ""),
            )
            box.set_mark(LabMark())
        found = [r.date for r in day.results.values() if r.date.sort_key == newest]
        now, limits = translate("DoseDay", "now"), translate("DoseDay", "range")
        self.strip.set_row_names(now, _brief(found[0], day.today) if found else "", limits)
        self.strip.scroll_to_start()
        self.notes[1].setText(day.laboratory or "")
        self.notes[1].setToolTip(plain_tooltip(day.laboratory or ""))

    def show_marks(self, entries: Entries, marks: Mapping[str, LabMark]) -> None:
        """Shows how the values that were typed are judged."""
        typed = {LAB + lab.analyte for lab in entries.labs}
        for name, box in self._boxes.items():
            box.set_mark(marks.get(name, LabMark()) if name in typed else LabMark())

    def _moved(self, first: int, last: int) -> None:
        text = translate("DoseDay", "{first}–{last} of {n} values")
        self.notes[0].setText(text.format(first=first, last=last, n=len(self._boxes)))


def read_as_result(text: str) -> str:
    """What is wrong with the text of a laboratory value, in words."""
    if not text.strip():
        return ""
    try:
        Reading.parse(text)
    except Refused as error:
        return words(error.problems[0].message)
    return ""


def _pretty(unit: str) -> str:
    return unit.replace("10^9", "10⁹").replace("umol", "µmol")


def _brief(when: PartialDate, today: date) -> str:
    return _short_day(when.day, today) if when.day else wording.when(when)


def ranges_of(day: DoseDay) -> dict[str, str]:
    """The range in force for each value on the working date, as it is printed."""
    found = {}
    ranges = [stored.record for stored in day.chart.ranges]
    for column in day.columns:
        sample = MarkerResult(
            analyte=column.analyte,
            date=PartialDate.of(day.today),
            value=Reading.parse("1"),
            unit=column.unit,
            laboratory=day.laboratory,
        )
        sex = day.chart.patient.record.sex
        found[column.analyte] = judge(sample, ranges, sex, day.today).stored_range or ""
    return found


def marks_of(entries: Entries, day: DoseDay, grades: Mapping[str, str]) -> dict[str, LabMark]:
    """Flag and grade of each value that was typed."""
    ranges = [stored.record for stored in day.chart.ranges]
    sex = day.chart.patient.record.sex
    marks = {}
    for lab in entries.labs:
        flag = judge(lab, ranges, sex, day.today).flag
        name = LAB + lab.analyte
        marks[name] = LabMark(_GLYPHS.get(flag) if flag else None, grades.get(lab.analyte, ""))
    return marks
