# SPDX-License-Identifier: MIT
"""The desktop's own dialogs for a file or a folder; each is gone when it was answered."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[str], object]
"""What is done with the path; nothing when the dialog is left without one."""


def save_as(
    parent: QWidget,
    title: str,
    ending: str,
    then: Then,
    *,
    kinds: Sequence[str] = (),
    name: str = "",
) -> None:
    """Asks for the name of a new file; the desktop asks before one is replaced.

    Args:
        parent: in front of which the dialog stands.
        title: of the dialog.
        ending: that a name without one gets, until another kind is chosen.
        then: gets the path.
        kinds: as ``PDF page (*.pdf)``.
        name: that is offered.
    """
    dialog = _dialog(parent, title, kinds, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.filterSelected.connect(
        lambda kind: dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")"))
    )
    if name:
        dialog.selectFile(name)
    dialog.open()


def open_file(parent: QWidget, title: str, then: Then, *, kinds: Sequence[str] = ()) -> None:
    """Asks for a file that is there."""
    dialog = _dialog(parent, title, kinds, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def choose_folder(parent: QWidget, title: str, then: Then, *, begin: str = "") -> None:
    """Asks for a folder; the dialog begins in one, where it is there."""
    dialog = _dialog(parent, title, (), then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    if Path(begin).is_dir():  # its medium may be in a drawer
        dialog.setDirectory(begin)
    dialog.open()


def _dialog(parent: QWidget, title: str, kinds: Sequence[str], then: Then) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if kinds:
        dialog.setNameFilters(list(kinds))
    dialog.fileSelected.connect(then)
    return dialog
