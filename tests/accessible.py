# SPDX-License-Identifier: MIT
"""What every window of the program owes: a name for each control, and room on a small screen."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMainWindow,
    QScrollArea,
    QWidget,
)

SMALL_SCREEN = QSize(911, 512)  # 1366 x 768, scaled by 1.5


def nameless(window: QWidget) -> list[str]:
    """The controls of a window that nobody could name, each with the path to it."""
    return [_path(control) for control in _controls(window) if not _name(control, window)]


def nameless_anywhere() -> list[str]:
    """The same of every window of the program that is open."""
    return [path for window in _shown() for path in nameless(window)]


def too_large_anywhere() -> list[str]:
    """The open windows of the program that could not be made small enough for a small screen."""
    return [
        f"{type(window).__name__} needs {least.width()} x {least.height()}"
        for window in _shown()
        if (least := window.minimumSizeHint()).boundedTo(SMALL_SCREEN) != least
        and isinstance(window, QDialog)
    ]


def _shown() -> list[QWidget]:
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        and isinstance(window, QDialog | QMainWindow)
        and type(window).__module__.startswith("tracker.")
    ]


def _controls(window: QWidget) -> Iterator[QWidget]:
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy():
            continue
        if not widget.isVisibleTo(window):
            continue
        if isinstance(widget, QScrollArea):  # it moves its content and is no control
            continue
        if type(widget).__module__.startswith("PySide6") and _inside_of_qt(widget):
            continue
        yield widget


def _inside_of_qt(widget: QWidget) -> bool:
    """Whether it is a part that Qt itself made, such as the list of a combo box."""
    parent = widget.parentWidget()
    name = widget.objectName()
    return name.startswith("qt_") or (
        parent is not None and parent.metaObject().className() == "QComboBoxPrivateContainer"
    )


def _name(widget: QWidget, window: QWidget) -> str:
    """What is read out: its own name, the words on it, or those of the label that belongs to it."""
    own = widget.text() if isinstance(widget, QAbstractButton) else ""
    labels = (label for label in window.findChildren(QLabel) if label.buddy() is widget)
    return widget.accessibleName() or own or next((label.text() for label in labels), "")


def _path(widget: QWidget) -> str:
    parts = []
    at: QWidget | None = widget
    while at is not None:
        parts.append(f"{type(at).__name__}{'#' + at.objectName() if at.objectName() else ''}")
        at = at.parentWidget()
    return " < ".join(parts)
