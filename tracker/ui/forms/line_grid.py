# SPDX-License-Identifier: MIT
"""The grid of an old chart: date, event, values, source; beside each line what it means."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.domain.old_chart_line import COLUMNS, DATE, EVENT, SOURCE, VALUES, Line, Understood
from tracker.ui.forms.boxes import FIELD, LineBox
from tracker.ui.theme import Look
from tracker.ui.views.old_chart import form_of, in_words, problems_in_words
from tracker.ui.widgets.label import PlainLabel

_FEWEST = 8  # lines that are there from the beginning
_WIDTHS = {DATE: 132, EVENT: 132, SOURCE: 158}  # pixels at 100 %; the values take what they need
_VALUES_SHARE, _SAID_SHARE = 5, 6

translate = QCoreApplication.translate


class LineGrid(QWidget):
    """Lines of boxes. A line is judged when the keyboard leaves it; nothing typed is changed.

    Enter goes from box to box and from the values to the next line. Ctrl+D copies the date of the
    line above into an empty date and goes on, Ctrl+E copies it to be changed; in the values they
    begin the next line so. Ctrl+Del takes the line away, the arrows go up and down.

    Signals:
        edited: something was typed, or a line came or went.
    """

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[_Row] = []
        self._next = 1
        self._source = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(6))
        self._grid.setVerticalSpacing(look.px(4))
        self._grid.setColumnStretch(3, _VALUES_SHARE)
        self._grid.setColumnStretch(5, _SAID_SHARE)
        self._titles()
        self.set_lines(())

    def lines(self) -> tuple[Line, ...]:
        """What was typed, line by line, blank ones included."""
        return tuple(row.line for row in self._rows)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Shows these lines and blank ones after them."""
        for row in list(self._rows):
            self._drop(row)
        for line in (*lines, *(Line() for _ in range(max(_FEWEST - len(lines), 1)))):
            self._add(line)
        self._order_tabs()

    def set_source(self, source: str) -> None:
        """Shows, in grey, what an empty source box stands for."""
        self._source = source
        for row in self._rows:
            row.boxes[SOURCE].setPlaceholderText(source)

    def show_meaning(self, said: Sequence[Understood]) -> None:
        """Says beside each line what it means, or what is wrong once the line has been left."""
        for row, each in zip(self._rows, said, strict=True):
            row.say(each)

    def focus_blank(self) -> None:
        """Puts the keyboard into the first line in which nothing is typed."""
        next(row for row in self._rows if row.line.is_blank).focus(DATE)

    def focus_line(self, number: int, column: str) -> None:
        """Puts the keyboard into a box of the line ``number``, from 1."""
        row = self._rows[number - 1]
        row.was_left = True
        row.focus(column if column in row.boxes else VALUES)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            row, column = next((r, c) for r in self._rows if (c := r.column_of(watched)))
            act = self._act(event, row, column)
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent, row: "_Row", column: str) -> Callable[[], None] | None:
        """What a key does here beside typing."""
        key, with_control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if with_control and key in {Qt.Key.Key_D, Qt.Key.Key_E}:
            return partial(self._copy_date, row, EVENT if key == Qt.Key.Key_D else DATE)
        if with_control and key == Qt.Key.Key_Delete:
            return partial(self._remove, row)
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return partial(self._step, row, column, -1 if key == Qt.Key.Key_Up else 1)
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if "\t" in text or "\n" in text.strip():
                return partial(self._paste, row, column, text)
        return None

    def _titles(self) -> None:
        titles = (
            translate("OldChart", "Date"),
            translate("OldChart", "Event"),
            translate("OldChart", "Values"),
            translate("OldChart", "Source, if another"),
            translate("OldChart", "What will be stored"),
        )
        for column, title in enumerate(titles, start=1):
            self._grid.addWidget(PlainLabel(self._look, title, 12, colour="text2"), 0, column)

    def _add(self, line: Line) -> "_Row":
        row = _Row(self._look, len(self._rows) + 1, line)
        place, self._next = self._next, self._next + 1
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(row.number, place, 0, top | Qt.AlignmentFlag.AlignRight)
        for column, box in enumerate(row.boxes.values(), start=1):
            self._grid.addWidget(box, place, column, top)
            box.show()  # now: a hidden box takes no focus
            box.setPlaceholderText(self._source if box is row.boxes[SOURCE] else "")
            box.installEventFilter(self)
            box.value_changed.connect(self._edited)
            box.focus_changed.connect(self.edited)
        self._grid.addWidget(row.said, place, 5)
        row.boxes[VALUES].entered.disconnect()
        row.boxes[VALUES].entered.connect(partial(self._enter_below, row))
        self._rows.append(row)
        return row

    def _edited(self) -> None:
        if not self._rows[-1].line.is_blank:
            self._add(Line())
            self._order_tabs()
        self.edited.emit()

    def _enter_below(self, row: "_Row") -> None:
        self._rows[self._rows.index(row) + 1].focus(DATE) if row is not self._rows[-1] else None

    def _step(self, row: "_Row", column: str, step: int) -> None:
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].focus(column)

    def _copy_date(self, row: "_Row", then: str) -> None:
        """Puts the date of the line above into a date that is empty; behind values, a line on."""
        place = self._rows.index(row)
        if row.boxes[VALUES].hasFocus() and row is not self._rows[-1]:
            place += 1
        row = self._rows[place]
        if place and not row.boxes[DATE].text():
            row.boxes[DATE].set_text(self._rows[place - 1].boxes[DATE].text())
        row.focus(then)

    def _paste(self, row: "_Row", column: str, text: str) -> None:
        """Cells copied from a table fall into lines, from this box on."""
        place, first = self._rows.index(row), COLUMNS.index(column)
        for offset, cells in enumerate(line.split("\t") for line in text.splitlines()):
            if place + offset == len(self._rows):
                self._add(Line())
            boxes = self._rows[place + offset].boxes
            for name, cell in zip(COLUMNS[first:], cells, strict=False):
                boxes[name].insert(cell.strip())
        self._order_tabs()

    def _remove(self, row: "_Row") -> None:
        place = self._rows.index(row)
        if row is self._rows[-1]:
            return
        self._rows[place + 1].focus(DATE)
        self._drop(row)
        for number, each in enumerate(self._rows, start=1):
            each.number.setText(str(number))
        self.edited.emit()

    def _drop(self, row: "_Row") -> None:
        self._rows.remove(row)
        for widget in (row.number, *row.boxes.values(), row.said):
            self._grid.removeWidget(widget)
            widget.removeEventFilter(self)
            widget.hide()
            widget.deleteLater()

    def _order_tabs(self) -> None:
        chain = [box for row in self._rows for box in row.boxes.values()]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)


class _Row:
    """The boxes of one line and what is said beside them."""

    def __init__(self, look: Look, number: int, line: Line) -> None:
        self.was_left = not line.is_blank
        self.number = PlainLabel(look, str(number), 12, colour="text3")
        self.number.setFixedHeight(look.px(FIELD))
        self.number.setMinimumWidth(look.px(22))
        self.boxes = {
            name: LineBox(look, latin=name == DATE, bold=name == DATE) for name in COLUMNS
        }
        names = {
            DATE: translate("OldChart", "Date of line {n}"),
            EVENT: translate("OldChart", "Event of line {n}"),
            VALUES: translate("OldChart", "Values of line {n}"),
            SOURCE: translate("OldChart", "Source of line {n}"),
        }
        for name, box in self.boxes.items():
            box.setAccessibleName(names[name].format(n=number))
            box.set_text(getattr(line, name))
            if name in _WIDTHS:
                box.setFixedWidth(look.px(_WIDTHS[name]))
        self.said = PlainLabel(look, "", 12)
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(look.px(FIELD))

    @property
    def line(self) -> Line:
        """What stands in the boxes."""
        return Line(**{name: box.text() for name, box in self.boxes.items()})

    def column_of(self, box: QObject) -> str:
        """The column of a box of this line, else ""."""
        return next((name for name, own in self.boxes.items() if own is box), "")

    def focus(self, column: str) -> None:
        """Puts the keyboard into a box, behind its text."""
        self.boxes[column].setFocus(Qt.FocusReason.OtherFocusReason)
        self.boxes[column].end(False)

    def say(self, meaning: Understood) -> None:
        """Shows the meaning; problems are red, and marked at their boxes, once one has left."""
        is_here = any(box.hasFocus() for box in self.boxes.values())
        self.was_left |= not is_here and not self.line.is_blank
        problems = problems_in_words(meaning)
        columns = {problem.field for problem in meaning.problems} if self.was_left else set()
        for name, box in self.boxes.items():
            box.set_bad(name in columns and not box.hasFocus())
        stored = in_words(meaning)
        if self.boxes[VALUES].hasFocus() and not self.line.values.strip() and meaning.event:
            said, colour = form_of(meaning), "text2"
        elif meaning.record is not None:
            said, colour = stored, "text2"
        elif self.was_left and not is_here:
            said, colour = problems, "overdue"
        else:
            said, colour = " · ".join(filter(None, (stored, problems))), "text3"
        self.said.setText(said)
        self.said.set_colour(colour)
        self.boxes[VALUES].setAccessibleDescription(said)
