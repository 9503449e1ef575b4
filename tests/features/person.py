# SPDX-License-Identifier: MIT
"""Somebody at the computer: sees what is on the screen, presses keys, clicks the mouse.

Nothing here calls a method of the program: what a person cannot do, this cannot do either.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as WaitedInVain
from shiboken6 import isValid

from tracker.app import Program
from tracker.opener import Opener
from tracker.services.context import Clock
from tracker.store.store import Store
from tracker.ui.dialogs.entrance import Entrance
from tracker.ui.dialogs.first_run import FirstRunDialog
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Look

MOST_TABS = 120  # presses after which a control counts as out of reach
PATIENCE = 15_000  # milliseconds; an answer takes a fraction of a second


class Person:
    """One person, one program at a time.

    Args:
        wait_until: waits for a condition while the program goes on.
        folder: of the profile.
        clock: the working date.
    """

    def __init__(
        self, wait_until: Callable[..., None], folder: Path, clock: Clock, is_demo: bool = False
    ) -> None:
        self._wait_until = wait_until
        self._opener = Opener(folder, clock, is_demo)
        self._preferences = Preferences(folder.parent / f"{folder.name}.ini")
        self._look = Look()
        self._program: Program | None = None
        self.crashes: list[BaseException] = []

    # Starting and leaving

    def start(self) -> None:
        """Starts the program and waits for its first window."""
        self._program = Program(self._look, self._preferences, self._opener)
        self._program.tasks.crashed.disconnect()  # a defect fails the test, without a box
        self._program.tasks.crashed.connect(self.crashes.append)
        self._program.start()
        self.wait(lambda: bool(_windows()))

    def leave(self) -> None:
        """Ends the program, whatever is open, as closing the computer's session would."""
        program, self._program = self._program, None
        if program is None:
            return
        for window in reversed(_windows()):
            window.hide()
        program.tasks.close()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QMainWindow | Entrance | FirstRunDialog):
                window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not self.crashes, self.crashes

    def wait(self, condition: Callable[[], bool]) -> None:
        """Waits until it is so."""
        self._wait_until(lambda: bool(self.crashes) or condition(), timeout=PATIENCE)
        assert not self.crashes, self.crashes

    def beside(self, job: Callable[[Store], object], done: Callable[[object], None]) -> None:
        """What happens to the records meanwhile, at another seat."""
        assert self._program is not None
        self._program.tasks.run(self._program, job, done)

    @property
    def relaunch(self) -> tuple[str, ...] | None:
        """What the next process is started with when this one ends."""
        assert self._program is not None
        return self._program.relaunch

    # Seeing

    @property
    def front(self) -> QWidget:
        """The window that takes the keys: the newest dialog, else the window itself."""
        shown = QApplication.activeModalWidget() or _windows()[-1]
        self.wait(lambda: not isValid(shown) or _is_active(shown))
        return shown if isValid(shown) else self.front  # it was just about to close

    def lines(self) -> Iterator[str]:
        """Everything that can be read in the front window, part by part."""
        for widget in self.front.findChildren(QWidget):
            if widget.isVisible():
                yield from _read(widget)

    def reads(self, *words: str) -> None:
        """Waits until one part of the front window holds all of these words."""
        try:
            self.wait(lambda: any(all(word in line for word in words) for line in self.lines()))
        except WaitedInVain as error:
            seen = "\n  ".join(dict.fromkeys(self.lines()))
            asks = QApplication.activeModalWidget()
            open_ = [f"{type(w).__name__} {w.windowTitle()!r}" for w in (*_windows(), asks) if w]
            msg = f"{words} cannot be read. Open: {open_}. What can be read:\n  {seen}"
            raise AssertionError(msg) from error

    def rows(self) -> list[str]:
        """The rows of the list or table in front."""
        return list(_rows(self._list()))

    def said_by(self, label: str) -> str:
        """The text in the box of this label."""
        return _text(self._box(label))

    @property
    def in_a_dialog(self) -> bool:
        """Whether something stands in front of the window."""
        return QApplication.activeModalWidget() is not None

    def text_of(self, name: str) -> str:
        """The text of the label of this object name."""
        label = self.front.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        return label.text()

    def offers(self) -> list[str]:
        """What the search box offers below itself, each with its details."""
        found = self.front.findChildren(QListWidget)
        shown = next((offers for offers in found if offers.isVisible()), None)
        items = map(shown.item, range(shown.count())) if shown else ()
        detail = Qt.ItemDataRole.UserRole + 1
        return [f"{item.text()} {item.data(detail)}" for item in items]

    def selected(self) -> str:
        """What the mark says on which one stands on the lifeline."""
        chart = self.front.focusWidget()
        assert chart is not None
        return chart.accessibleDescription()

    def buttons(self) -> list[str]:
        """The words on the buttons that can be pressed."""
        found = self.front.findChildren(QAbstractButton)
        return [b.accessibleName() for b in found if b.isVisible() and b.isEnabled()]

    def controls(self) -> list[QWidget]:
        """Everything in the front window that takes part in Tab."""
        return [
            widget
            for widget in self.front.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ]

    # Keys

    def press(self, keys: str) -> None:
        """Presses a key or a chord, such as "Tab" or "Ctrl+Enter"."""
        chord = QKeySequence(keys)[0]
        QTest.keyClick(self._target(), chord.key(), chord.keyboardModifiers())

    def type(self, text: str) -> None:
        """Types; what is not on the keyboard comes from the input method."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._target(), letter)
            else:
                chosen = QInputMethodEvent("", [])
                chosen.setCommitString(letter)
                QApplication.sendEvent(self.front.focusWidget(), chosen)

    def go_to(self, label: str) -> QWidget:
        """Presses Tab until the keyboard is in the box or on the button of this name."""
        for _ in range(MOST_TABS):
            here = self.front.focusWidget()
            if here is not None and here.accessibleName() == label:
                return here
            self.press("Tab")
        msg = f"Tab never reaches “{label}”."
        raise AssertionError(msg)

    def fill(self, label: str, text: str) -> None:
        """Goes to a field and types into it, or chooses by the first letter of the words."""
        box = self.go_to(label)
        if isinstance(box, QComboBox):
            for _ in range(box.count()):
                self.press(text[0])
                if box.currentText() == text:
                    return
            msg = f"“{text}” is not among the choices of {label}: {box.currentText()}"
            raise AssertionError(msg)
        self.press("Ctrl+A")
        self.type(text)
        assert _text(box) == text

    def tab_round(self) -> set[QWidget]:
        """Presses Tab until it comes round; returns where the keyboard was."""
        been: list[QWidget] = []
        while (here := self.front.focusWidget()) is None or here not in been:
            been += [here] if here is not None else []
            self.press("Tab")
        return set(been)

    def go_to_row(self, *words: str) -> None:
        """Walks down the list to the row that holds these words."""
        view = self._list()
        while self.front.focusWidget() is not view:
            self.press("Tab")
        self.press("Home")
        rows = list(_rows(view))
        place = next((i for i, row in enumerate(rows) if all(w in row for w in words)), None)
        assert place is not None, (words, rows)
        for _ in range(place):
            self.press("Down")

    # Mouse

    def click(self, name: str) -> None:
        """Clicks the button that has this word on it."""
        self.wait(lambda: self._button(name) is not None)
        button = self._button(name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _button(self, name: str) -> QAbstractButton | None:
        return next(
            (
                button
                for button in self.front.findChildren(QAbstractButton)
                if button.isVisible() and button.isEnabled() and _says(button, name)
            ),
            None,
        )

    def _target(self) -> QWidget:
        front = self.front
        return QApplication.activePopupWidget() or front.focusWidget() or front

    def _box(self, label: str) -> QWidget:
        boxes = (QLineEdit, QPlainTextEdit, QComboBox)
        widgets = self.front.findChildren(QWidget)  # some were replaced, hidden, and not gone yet
        found = [w for w in widgets if isinstance(w, boxes) and w.isVisible()]
        return next(w for w in found if w.accessibleName() == label)

    def _list(self) -> QAbstractItemView:
        views = self.front.findChildren(QAbstractItemView)
        return next(v for v in views if v.isVisible() and v.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_active(window: QWidget) -> bool:
    """Asks for the keys until the window has them: one that is closing may still take them."""
    if not window.isActiveWindow():
        window.activateWindow()
    return window.isActiveWindow()


def _says(button: QAbstractButton, name: str) -> bool:
    """The word on it, or its name where it has none; a filter also counts what it keeps."""
    return name in {button.accessibleName(), button.text().replace("&&", "&")}


def _windows() -> list[QWidget]:
    """The windows that are open, a dialog after the window below it."""
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
    usual = [w for w in shown if w.windowType() in {Qt.WindowType.Window, Qt.WindowType.Dialog}]
    return sorted(usual, key=lambda window: isinstance(window, QDialog))


def _read(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractItemView):
        yield widget.accessibleName()
        yield from _rows(widget)
    elif isinstance(widget, QLabel):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit | QLineEdit):
        yield _text(widget)
    else:
        yield from filter(None, (widget.accessibleName(), widget.accessibleDescription()))


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model, columns = view.model(), [0]
    if isinstance(view, QTableView):
        columns = [c for c in range(model.columnCount()) if not view.isColumnHidden(c)]
    for row in range(model.rowCount()):
        yield " | ".join(str(model.index(row, column).data() or "") for column in columns)


def _text(box: QWidget) -> str:
    if isinstance(box, QPlainTextEdit):
        return box.toPlainText()
    if isinstance(box, QComboBox):
        return box.currentText()
    assert isinstance(box, QLineEdit)
    return box.text()
