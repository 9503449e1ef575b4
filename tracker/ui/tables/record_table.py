# SPDX-License-Identifier: MIT
"""A list of one kind of record: filter, count, columns, the rows, and a sentence when empty."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.records.base import Record
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import LineBox
from tracker.ui.icon_shapes import Icon
from tracker.ui.tables.habits import TableHabits
from tracker.ui.tables.record_model import STATUS, AnyStored, Column, RecordModel
from tracker.ui.tables.record_view import RecordView
from tracker.ui.theme import Look
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.empty import EmptyState
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


class RecordTable(QWidget):
    """The table of a kind. No record is ever hidden without a word that says how many are.

    Args:
        look: theme and zoom.
        kind: the kind of record.
        action: the words of the button that records a new one, or "" without it.
        extra: columns that the page computes.
        shown: the names of the columns shown at first; None for all but long texts.
        habits: what the person changed before, and where further changes are kept.

    Signals:
        opened(Stored): Enter or a double click on a row.
        new_asked(): the person wants to record a new one.
    """

    opened = Signal(object)
    new_asked = Signal()

    def __init__(
        self,
        look: Look,
        kind: type[Record],
        action: str = "",
        *,
        extra: Sequence[Column] = (),
        shown: Collection[str] | None = None,
        habits: TableHabits | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._habits = habits or TableHabits()
        self.model = RecordModel(kind, extra, shown)
        self.view = RecordView(look, self.model)
        self.view.setAccessibleName(labels.title(kind))
        self.filter = LineBox(look, "/", bold=False)
        self.count = PlainLabel(look, "", 13, colour="text2")
        self.voided = Chip(look, self.tr("Entered in error"))
        self.columns = Press(look, self.tr("Columns"))
        nothing = self.tr("{kind}: nothing is recorded yet.").format(kind=labels.title(kind))
        self._empty = EmptyState(look, nothing, action)
        self._no_match = EmptyState(look, "", self.tr("Show all rows"))
        self._pages = QStackedWidget()
        self._assemble(action)
        self.view.take_habit(self._habits.of(kind.kind))
        self._connect()
        self._refresh()

    def set_records(self, stored: Iterable[AnyStored]) -> None:
        """Shows records, voided ones included; the keyboard stays on the record it was on."""
        self.model.set_records(stored)

    def focus(self) -> None:
        """Puts the keyboard into the rows."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all rows again and goes back to them; a page or dialog gets the next one."""
        if event.key() == Qt.Key.Key_Escape and (self.filter.text() or self.filter.hasFocus()):
            self.filter.set_text("")
            self.focus()
        else:
            super().keyPressEvent(event)

    def _assemble(self, action: str) -> None:
        look = self._look
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setMinimumWidth(look.px(110))
        self.filter.setMaximumWidth(look.px(230))
        bar = QHBoxLayout()
        bar.setSpacing(look.px(12))
        for widget in (self.filter, self.count, self.voided):
            bar.addWidget(widget)
        bar.addStretch()
        bar.addWidget(self.columns)
        if action:
            new = Press(look, action, mark=Icon.PLUS)
            new.clicked.connect(self.new_asked)
            bar.addWidget(new)
        for page in (self.view, self._empty, self._no_match):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addLayout(bar)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.filter.value_changed.connect(self._narrow)
        self.filter.entered.disconnect()
        self.filter.entered.connect(self.focus)
        self.voided.toggled.connect(self._with_voided)
        self.columns.clicked.connect(self._choose_columns)
        self.view.opened.connect(self.opened)
        self.view.habit_changed.connect(self._keep_habit)
        self.view.filter_asked.connect(self.filter.setFocus)
        self._empty.acted.connect(self.new_asked)
        self._no_match.acted.connect(self._show_all)
        self.model.modelReset.connect(self._refresh)

    def _narrow(self) -> None:
        self.model.set_filter(self.filter.text())

    def _show_all(self) -> None:
        self.filter.set_text("")
        self.voided.setChecked(self.model.voided == self.model.total)
        self.focus()

    def _with_voided(self, shown: bool) -> None:
        self.view.show_column(self._place(STATUS), shown)
        self.model.show_voided(shown)

    def _keep_habit(self) -> None:
        self._habits.keep(self.model.kind.kind, self.view.habit())

    def _place(self, name: str) -> int:
        return next(i for i, column in enumerate(self.model.columns) if column.name == name)

    def _refresh(self) -> None:
        shown, total, voided = len(self.model.rows), self.model.total, self.model.voided
        self.count.setText(self.tr("{n} of {total} shown").format(n=shown, total=total))
        self.voided.set_count(voided)
        self.voided.setVisible(voided > 0)
        if shown:
            self._pages.setCurrentWidget(self.view)
        elif total:
            self._no_match.set_sentence(self._why_none())
            self._pages.setCurrentWidget(self._no_match)
        else:
            self._pages.setCurrentWidget(self._empty)

    def _why_none(self) -> str:
        if text := self.filter.text().strip():
            return self.tr("No row that is shown contains “{text}”.").format(text=text)
        return self.tr("All rows were entered in error and are not shown.")

    def _choose_columns(self) -> None:
        menu = self.column_menu()
        menu.popup(self.columns.mapToGlobal(QPoint(0, self.columns.height())))

    def column_menu(self) -> QMenu:
        """What is shown, how wide, and in which order: for the keyboard as for the mouse."""
        menu, view = QMenu(self), self.view
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(self.model.columns):
            shown = menu.addAction(_plain(column))
            shown.setCheckable(True)
            shown.setChecked(not view.isColumnHidden(place))
            shown.toggled.connect(partial(view.choose_column, place))
        menu.addSeparator()
        places = range(len(self.model.columns))
        self._add_list(menu, self.tr("Sort by"), places, view.sort_by)
        visible = [place for place in places if not view.isColumnHidden(place)]
        self._add_list(menu, self.tr("Wider"), visible, partial(view.widen, steps=1))
        self._add_list(menu, self.tr("Narrower"), visible, partial(view.widen, steps=-1))
        menu.addAction(self.tr("Widths as needed")).triggered.connect(view.forget_widths)
        return menu

    def _add_list(
        self, menu: QMenu, title: str, places: Iterable[int], act: Callable[[int], None]
    ) -> None:
        """A menu below ``menu`` that does something with one column."""
        below = menu.addMenu(title)
        for place in places:
            action = below.addAction(_plain(self.model.columns[place]))
            action.triggered.connect(lambda _=False, place=place: act(place))


def _plain(column: Column) -> str:
    """A title for a menu, in which & is no mark of a key."""
    return column.title.replace("&", "&&")
