# SPDX-License-Identifier: MIT
"""The manual beside the window: its pages, a search over all of them, nothing from outside."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from tracker.ui.dialogs.frame import resize_within_screen
from tracker.ui.forms.boxes import LineBox
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel

_WIDTH, _HEIGHT, _LIST = 980, 660, 270


class OfflineBrowser(QTextBrowser):
    """Shows Markdown of one folder, and loads nothing that lies outside it."""

    def __init__(self, look: Look, folder: Path) -> None:
        super().__init__()
        self._folder = folder.resolve()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(look.px(24))
        self._look = look
        self._dress()
        look.changed.connect(self._dress)

    def set_page(self, markdown: str) -> None:
        """Shows a page from its beginning, with room between its paragraphs."""
        features = QTextDocument.MarkdownFeature
        plain = features.MarkdownDialectGitHub | features.MarkdownNoHTML
        self.document().setMarkdown(markdown, plain)
        px, block = self._look.px, self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            if cursor.currentTable() is None:
                room = block.blockFormat()
                room.setTopMargin(px(14) if room.headingLevel() else 0)
                room.setBottomMargin(px(4) if block.textList() else px(8))
                room.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                cursor.setBlockFormat(room)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress(self) -> None:
        """What was found stands out from what is only selected elsewhere."""
        self.document().setDefaultFont(self._look.font(15))
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.Highlight, self._look.theme.accent)
        colours.setColor(QPalette.ColorRole.HighlightedText, self._look.theme.accent_text)
        self.setPalette(colours)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        url = QUrl(name)
        if url.scheme() not in {"", "file"} or url.host():
            return None
        place = (self._folder / url.path()).resolve()
        if not place.is_relative_to(self._folder.parent) or not place.is_file():
            return None
        return super().loadResource(kind, QUrl.fromLocalFile(str(place)))


class ManualDialog(QDialog):
    """Show it with ``show()``: one reads it while one works.

    Args:
        look: theme and zoom.
        folder: with the pages in one language, ordered by their file names.
        parent: closes it with itself.
    """

    def __init__(self, look: Look, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Manual"))
        self._look = look
        self._texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.md"))]
        self._names = [path.name for path in sorted(folder.glob("*.md"))]
        self._shown: list[int] = []
        self._search = LineBox(look, bold=False)
        self._search.setAccessibleName(self.tr("Search the manual"))
        self._search.setPlaceholderText(self.tr("Search the manual"))
        self._search.textChanged.connect(self._filter)
        self._search.entered.disconnect(self._search.go_on)
        self._search.entered.connect(self._find_next)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFont(look.font(14))
        self._list.setWordWrap(True)
        self._list.setSpacing(look.px(3))
        self._list.currentRowChanged.connect(self._show)
        self._text = OfflineBrowser(look, folder)
        self._text.setAccessibleName(self.tr("Page"))
        self._text.anchorClicked.connect(self._follow)
        self._said = PlainLabel(look, "", 12.5, colour="text3")
        self._assemble()
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._search.setFocus)
        QShortcut(QKeySequence("F3"), self).activated.connect(self._find_next)
        FocusRing(look, self)
        self._filter("")
        self._list.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.rail)

    def _assemble(self) -> None:
        px = self._look.px
        side = QVBoxLayout()
        side.setContentsMargins(px(14), px(14), px(14), px(14))
        side.setSpacing(px(10))
        side.addWidget(self._search)
        side.addWidget(self._list, 1)
        side.addWidget(self._said)
        left = QWidget()
        left.setLayout(side)
        left.setFixedWidth(px(_LIST))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self._text, 1)
        resize_within_screen(self, px(_WIDTH), px(_HEIGHT))

    def _filter(self, sought: str) -> None:
        """Lists the pages that hold the words, each by its title."""
        words = sought.casefold().split()
        before = self._current()
        self._shown = [
            page
            for page, text in enumerate(self._texts)
            if all(word in text.casefold() for word in words)
        ]
        self._list.clear()
        self._list.addItems([_title(self._texts[page]) for page in self._shown])
        self._said.setText("" if self._shown else self.tr("No page holds this."))
        if self._shown:
            place = self._shown.index(before) if before in self._shown else 0
            self._list.setCurrentRow(place)
            if sought:
                self._find_next()

    def _current(self) -> int | None:
        row = self._list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._shown):
            return
        self._text.set_page(self._texts[self._shown[row]])

    def _find_next(self) -> None:
        """Goes to the next place on the page, and from the last one to the next page."""
        sought = self._search.text().strip()
        if not sought or not self._shown or self._text.find(sought):
            return
        row = (self._list.currentRow() + 1) % len(self._shown)
        self._list.setCurrentRow(row)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._text.find(sought)

    def _follow(self, url: QUrl) -> None:
        """A link leads to another page of the manual, or nowhere."""
        if url.scheme() == "" and url.path() in self._names:
            self._search.clear()
            self._list.setCurrentRow(self._shown.index(self._names.index(url.path())))


def _title(markdown: str) -> str:
    return markdown.partition("\n")[0].lstrip("# ").strip()
