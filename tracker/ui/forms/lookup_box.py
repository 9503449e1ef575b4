# SPDX-License-Identifier: MIT
"""A line that searches a coded list while a person types, by any word, alias or initials."""

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tracker.domain.vocabulary import Vocabulary, Word
from tracker.ui.forms.boxes import LineBox
from tracker.ui.theme import Look
from tracker.ui.widgets.face import draw_text

_WORD = Qt.ItemDataRole.UserRole
_ROW, _PAD, _CODE, _WORDS = 30, 9, 15, 13  # pixels at 100 %
_LEAST_WIDTH = 560
_ROWS_SHOWN = 10
_NOTHING = Vocabulary(())
Index = QModelIndex | QPersistentModelIndex


class LookupBox(LineBox):
    """Takes every text; offers the entries of a vocabulary that match it, the nearest first.

    Down and Enter choose. A text that is a full name of one entry becomes its code when the box
    is left, and the line below says what it stands for.

    Signals:
        chosen(Word): an entry was taken from the list.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._vocabulary = _NOTHING
        self._typed = False  # only what a person types here is ever completed
        self._found = _Found()
        offers = _Offers(self._found, self)
        offers.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        offers.setMaxVisibleItems(_ROWS_SHOWN)
        popup = self._popup = QListView()
        popup.setMinimumWidth(look.px(_LEAST_WIDTH))
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        offers.setPopup(popup)  # which gives it a delegate of its own
        popup.setItemDelegate(_Painter(look, self))
        self.setCompleter(offers)
        self.textEdited.connect(self._search)
        offers.activated.connect(self._take_highlighted)  # by the mouse

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        """Gives the list to choose from."""
        self._vocabulary = vocabulary
        self.focus_changed.emit()  # whoever explains the text looks again

    def said(self, text: str) -> str:
        """What a text stands for, in words; "" for one that is no code of the list."""
        word = self._vocabulary.find(text)
        return word.words if word is not None and word.code == text.strip() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._popup.isVisible() and Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12:
            # the open list hands keys straight to this box, past those who listen for them
            self._popup.hide()
            QCoreApplication.sendEvent(self, event.clone())
            return
        if event.key() == Qt.Key.Key_Down:  # with the list open, the list itself takes the key
            self._found.show(self._vocabulary.search(self.text()))
            self.completer().complete()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finish()
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self._finish()
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._settle()
        super().focusOutEvent(event)

    def _search(self, text: str) -> None:
        self._typed = True
        self._found.show(self._vocabulary.search(text))

    def _finish(self) -> None:
        if self._popup.isVisible():
            self._take_highlighted()
            self._popup.hide()
        self._settle()

    def _take_highlighted(self) -> None:
        """One code may stand in several versions, so the row says which was meant."""
        word = self._popup.currentIndex().data(_WORD)
        if word is not None:
            self.set_text(word.code)
            self.chosen.emit(word)

    def _settle(self) -> None:
        code = self._vocabulary.code_of(self.text()) if self._typed else None
        if code is not None and code != self.text():
            self.set_text(code)


class _Found(QAbstractListModel):
    """The entries that match."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[Word, ...] = ()

    def show(self, words: tuple[Word, ...]) -> None:
        self.beginResetModel()
        self._words = words
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._words)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Word | None:
        word = self._words[index.row()]
        if role == _WORD:
            return word
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{word.code}  {beside(word)}"
        return word.code if role == Qt.ItemDataRole.EditRole else None


def beside(word: Word) -> str:
    """What is read beside the code: its words, and the version of its classification."""
    return f"{word.words} · CTCAE {word.version}" if word.version else word.words


class _Offers(QCompleter):
    """Fills in the code of an entry, not the words that are shown."""

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.EditRole))


class _Painter(QStyledItemDelegate):
    """An entry: the code, and its words in grey behind it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._look.px(_LEAST_WIDTH), self._look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, theme, word = self._look, self._look.theme, index.data(_WORD)
        state: QStyle.StateFlag = option.state
        selected = QStyle.StateFlag.State_Selected in state
        rect = QRectF(option.rect)
        painter.fillRect(rect, theme.accent_soft if selected else theme.surface)
        rect.setRight(rect.right() - look.px(_PAD))
        painter.setPen(theme.text)
        end = draw_text(painter, look, rect.left() + look.px(_PAD), rect, word.code, _CODE, True)
        painter.setPen(theme.text2)
        draw_text(painter, look, end + look.px(10), rect, beside(word), _WORDS)
