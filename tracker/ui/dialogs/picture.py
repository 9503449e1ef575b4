# SPDX-License-Identifier: MIT
"""Shows a picture of a chart inside the program, so that it is never written anywhere."""

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.records import Patient
from tracker.ui.dialogs.frame import resize_within_screen
from tracker.ui.dialogs.heading import Heading
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import plain_title
from tracker.ui.widgets.press import Press


def read_picture(content: bytes) -> QImage:
    """The picture, turned as the camera says; a null one when it cannot be shown."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.read()  # Qt itself refuses what would take more than 256 MB


class PictureDialog(QDialog):
    """One picture, as large as the window lets it be. Show it with ``open()``."""

    def __init__(
        self,
        look: Look,
        title: str,
        picture: QImage,
        patient: Patient,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(plain_title(title))
        close = Press(look, self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(14))
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(look, title, patient))
        column.addWidget(_Picture(look, picture, title), 1)
        column.addLayout(foot)
        FocusRing(look, self)
        resize_within_screen(self, look.px(1000), look.px(680))


class _Picture(Face):
    def __init__(self, look: Look, picture: QImage, title: str) -> None:
        super().__init__(look)
        self._picture = picture
        self.setAccessibleName(title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.theme.sunken)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawImage(self.rect().adjusted(left, top, -left, -top), self._picture)
