# SPDX-License-Identifier: MIT
"""What the tabs of a chart have in common whose records can be opened and added to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.chart import Chart


class ListTab(QWidget):
    """Some of the records of a chart.

    Signals:
        new_asked(type, object): record a new one of this kind; the second is the id of the record
            that it belongs to, None where it belongs to the patient.
        opened(Stored): open this record.
    """

    new_asked = Signal(object, object)
    opened = Signal(object)

    def show_chart(self, chart: Chart) -> None:
        """Shows the records of a chart, voided ones included."""
        raise NotImplementedError
