# SPDX-License-Identifier: MIT
"""Reads every widget as Qt will show it, and tells where a hostile text is not shown literally.

What Qt makes of a text depends on the widget: a label may take it for HTML, a tool tip does, a
button takes ``&`` for its shortcut, a title takes ``[*]`` for its mark of change.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from unittest.mock import patch

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextDocument
from PySide6.QtGui import Qt as Guess
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.faults.hostile import COLOUR, FIRST, LAST

_OBJECT = "\ufffc"  # stands where a document has a picture
_ROWS = 400  # of a model that are read; hostile clinics are small


@dataclass
class Seen:
    """What was read.

    Attributes:
        payload: that is looked for.
        places: how many different texts with it were met, by kind of place.
        windows: how often a window was read.
        wrong: where it was not shown as it is, and what was shown.
    """

    payload: str
    places: Counter[str] = field(default_factory=Counter)
    windows: int = 0
    wrong: set[str] = field(default_factory=set)
    _known: set[tuple[str, str]] = field(default_factory=set)

    def take(self, place: str, shown: str) -> None:
        """Compares a text that is shown with the payload, if that is in it."""
        if (place, shown) in self._known:
            return
        self._known.add((place, shown))
        text, payload = _flat(shown), _flat(self.payload)
        if FIRST not in text and LAST not in text:
            return
        self.places[place.partition(" ")[0]] += 1
        if not all(_fits(text, payload, mark) for mark in (FIRST, LAST) if mark in payload):
            self.wrong.add(f"{place}: {shown[:300]!r}")

    def window(self, window: QWidget) -> None:
        """Reads what is visible in a window, and looks for the picture."""
        self.windows += 1
        self.take("title", _as_title(window.windowTitle()))
        for widget in (window, *window.findChildren(QWidget)):
            if widget.isVisible():
                self.widget(widget)
        if _has_colour(window.grab().toImage()):
            self.wrong.add(f"picture in {type(window).__name__}")
        self.take("clipboard", QGuiApplication.clipboard().text())

    @contextmanager
    def painted(self) -> Iterator[None]:
        """Reads meanwhile what the program paints itself: on the screen, and on paper."""
        paint = QPainter.drawText

        def read(painter: QPainter, *where: object) -> object:
            text = next((each for each in where if isinstance(each, str)), "")
            self.take("painted", text)
            return paint(painter, *where)

        with patch.object(QPainter, "drawText", read):
            yield

    def widget(self, widget: QWidget) -> None:
        """Reads one widget and what hovers over it."""
        name = f"{type(widget).__name__} {widget.objectName()}".strip()
        for text in _texts(widget):
            self.take(f"widget {name}", text)
        for tip in (widget.toolTip(), widget.whatsThis(), widget.statusTip()):
            self.take(f"hover {name}", _as_tip(tip))
        for said in (widget.accessibleName(), widget.accessibleDescription()):
            self.take(f"spoken {name}", said)
        if isinstance(widget, QAbstractItemView) and widget.isVisible() and widget.model():
            self.model(name, widget.model())

    def model(self, name: str, model: QAbstractItemModel) -> None:
        """Reads every cell and heading of a table or list."""
        top = QModelIndex()
        is_list = isinstance(model, QAbstractListModel)
        columns = range(1 if is_list else model.columnCount(top))
        for column in columns:
            title = model.headerData(column, Qt.Orientation.Horizontal)
            self.take(f"cell {name}", str(title or ""))
        for row in range(min(model.rowCount(top), _ROWS)):
            for column in columns:
                index = model.index(row, column, top)
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    self.take(f"cell {name}", str(index.data(role) or ""))
                self.take(f"hover {name}", _as_tip(index.data(Qt.ItemDataRole.ToolTipRole) or ""))


def _flat(text: str) -> str:
    """With every break and blank alike: where a line ends is a matter of room."""
    text = text.replace("\u200d…", "…")  # Qt joins a cut Arabic letter to what is left out
    return " ".join(text.replace("\u2028", " ").replace("\u2029", " ").split())


def _fits(text: str, payload: str, mark: str) -> bool:
    """Whether wherever the mark stands, the payload stands around it, up to where a text is cut."""
    inside = payload.index(mark)
    for match in re.finditer(mark, text):
        before = text[max(0, match.start() - inside) : match.start()]
        after = text[match.start() :][: len(payload) - inside].partition("…")[0]
        if mark == LAST and not payload[:inside].endswith(before.rpartition("…")[2]):
            return False
        if mark == FIRST and not payload.startswith(after):
            return False
    return True


def _texts(widget: QWidget) -> Iterator[str]:
    """What can be read on it, after Qt has made of it what it makes."""
    match widget:
        case QLabel():
            yield _as_label(widget)
        case QAbstractButton():
            yield _without_keys(widget.text())
        case QComboBox():
            yield from map(widget.itemText, range(widget.count()))
            yield widget.currentText()
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText())
        case QPlainTextEdit():
            yield from (widget.toPlainText(), widget.placeholderText())
        case QTextEdit():
            yield widget.toPlainText()
        case QTabBar():
            yield from (_without_keys(widget.tabText(n)) for n in range(widget.count()))
        case QGroupBox():
            yield _without_keys(widget.title())
        case QMenu():
            yield from (_without_keys(action.text()) for action in widget.actions())


def _as_label(label: QLabel) -> str:
    text, shape = label.text(), label.textFormat()
    if shape is Qt.TextFormat.AutoText and Guess.mightBeRichText(text):
        shape = Qt.TextFormat.RichText
    if shape is Qt.TextFormat.RichText:
        return _read_html(text)
    if shape is Qt.TextFormat.MarkdownText:
        document = QTextDocument()
        document.setMarkdown(text)
        return document.toPlainText()
    return _without_keys(text) if label.buddy() else text


def _as_title(text: str) -> str:
    """Without each ``[*]`` that marks a change; two of them stand for one."""
    return re.sub(r"(?:\[\*\])+", lambda found: "[*]" * (len(found[0]) // 6), text)


def _as_tip(text: str) -> str:
    return _read_html(text) if Guess.mightBeRichText(text) else text


def _read_html(text: str) -> str:
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText().replace(_OBJECT, "[picture]")


def _without_keys(text: str) -> str:
    """As it is painted: ``&`` marks the key, ``&&`` is the sign itself."""
    return re.sub("&(.?)", r"\1", text)


def _has_colour(image: QImage) -> bool:
    """Whether the colour of the payload's picture is anywhere."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    red, green, blue = COLOUR
    wanted = red << 16 | green << 8 | blue
    return bool(((pixels & 0xFFFFFF) == wanted).any())
