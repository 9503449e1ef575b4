# SPDX-License-Identifier: MIT
"""The search box of the header: finds a patient from anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tracker.ui.glyphs import paint_icon
from tracker.ui.icon_shapes import Icon
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face, draw_box, draw_text, text_width
from tracker.ui.widgets.keycap import keycap_width, paint_keycap

_KEY = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_ROW = 38
_AT_MOST = 8  # rows that are seen at once


@dataclass(frozen=True, slots=True)
class Match:
    """A patient that fits what was typed. ``detail`` is the number and what tells twins apart."""

    key: object
    name: str
    detail: str


class _Rows(QStyledItemDelegate):
    """Draws a match: the name in bold, then what tells it from the others."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._look.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, theme = self._look, self._look.theme
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.accent_soft)
            painter.fillRect(QRectF(rect.x(), rect.y(), look.px(4), rect.height()), theme.accent)
        painter.setPen(theme.text)
        name = str(index.data())
        inner = rect.adjusted(look.px(14), 0, -look.px(12), 0)
        end = draw_text(painter, look, inner.x(), inner, name, 15, True)
        painter.setPen(theme.text2)
        draw_text(painter, look, end + look.px(10), inner, str(index.data(_DETAIL)), 13)


class SearchBox(Face):
    """A field for a name, its pinyin or initials, or a number, and the patients that fit.

    Signals:
        sought(str): something else was typed; answer with ``offer``.
        picked(object): a patient was chosen; hands over the key of the ``Match``.
    """

    sought = Signal(str)
    picked = Signal(object)

    def __init__(self, look: Look, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._keys = keys
        self.edit = QLineEdit(self)
        self.edit.setFrame(False)
        self.edit.setPlaceholderText(self.tr("Find patient: name, pinyin, initials or number"))
        self.edit.setAccessibleName(self.tr("Find patient"))
        self.edit.textChanged.connect(self._typed)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._matches = QListWidget(self.window())
        self._matches.setItemDelegate(_Rows(look, self._matches))
        self._matches.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._matches.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._matches.setAccessibleName(self.tr("Patients found"))
        self._matches.itemClicked.connect(self._pick)
        self._matches.hide()
        self.restyle()

    def start(self) -> None:
        """Takes the focus and selects what was typed before."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def offer(self, sought: str, matches: Sequence[Match]) -> None:
        """Shows who fits ``sought``; ignored when something else has been typed since.

        A single match is marked, so that Enter opens it; of several, one must be chosen: the
        first of a list must not be opened by a habit of pressing Enter.
        """
        if sought != self.edit.text() or not self.edit.hasFocus():
            return
        self._matches.clear()
        for match in matches:
            item = QListWidgetItem(match.name, self._matches)
            item.setData(_KEY, match.key)
            item.setData(_DETAIL, match.detail)
        if not matches:
            nobody = QListWidgetItem(self.tr("No patient fits"), self._matches)
            nobody.setFlags(Qt.ItemFlag.NoItemFlags)
            nobody.setData(_DETAIL, "")
        if len(matches) == 1:
            self._matches.setCurrentRow(0)
        self._place_matches()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._steered(Qt.Key(event.key()))
            if event.type() == QEvent.Type.FocusOut:
                self._matches.hide()
        return super().eventFilter(watched, event)

    def restyle(self) -> None:
        look, clear = self.look, QPalette(self.palette())
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        clear.setColor(QPalette.ColorRole.Text, look.theme.text)
        clear.setColor(QPalette.ColorRole.PlaceholderText, look.theme.text3)
        self.edit.setPalette(clear)
        self.edit.setFont(look.font(13))
        right = keycap_width(look, self._keys) + look.px(12)
        self._row.setContentsMargins(look.px(30), 1, right, 1)
        self.setMaximumWidth(look.px(440))
        self.setFixedHeight(look.px(32))
        super().restyle()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(440), self.look.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(220), self.look.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        rect = QRectF(self.rect())
        middle = rect.center().y()
        draw_box(painter, rect, look.px(8), theme.surface, theme.line2)
        paint_icon(painter, Icon.SEARCH, look.px(18), middle, look.px(16), theme.text2)
        cap = rect.right() - keycap_width(look, self._keys) - look.px(8)
        paint_keycap(painter, look, cap, middle, self._keys)

    def _typed(self, text: str) -> None:
        # What was offered belongs to the text before: Enter must not open it any more.
        self._matches.clear()
        self._matches.hide()
        self.sought.emit(text)

    def _steered(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.edit.clear()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick(self._matches.currentItem())
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._matches.isVisible():
            step = 1 if key == Qt.Key.Key_Down else -1
            last = self._matches.count() - 1
            self._matches.setCurrentRow(min(max(self._matches.currentRow() + step, 0), last))
        else:
            return False
        return True

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.flags():
            return
        key = item.data(_KEY)
        self.edit.clear()
        self.picked.emit(key)

    def _place_matches(self) -> None:
        window, look = self.window(), self.look
        if self._matches.parent() is not window:
            self._matches.setParent(window)
        rows = min(self._matches.count(), _AT_MOST)
        below = self.mapTo(window, QPoint(0, self.height() + look.px(4)))
        widest = max(
            text_width(look, match.text(), 15, True)
            + text_width(look, str(match.data(_DETAIL)), 13)
            for match in map(self._matches.item, range(self._matches.count()))
        )
        width = max(self.width(), min(widest + look.px(60), window.width() - below.x()))
        self._matches.setGeometry(below.x(), below.y(), width, rows * look.px(_ROW) + 4)
        self._matches.show()
        self._matches.raise_()
