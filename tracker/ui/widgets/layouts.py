# SPDX-License-Identifier: MIT
"""What is done to a layout whose widgets are made anew."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Takes every item out of a layout and ends the widgets among them."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
