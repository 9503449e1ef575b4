# SPDX-License-Identifier: MIT
"""The pages of the window. Each is imported and made when it is first asked for."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.ui.desk import Desk
from tracker.ui.icon_shapes import Icon
from tracker.ui.main_window import PageEntry
from tracker.ui.pages.today import TodayPage

if TYPE_CHECKING:  # what the first list does not need would double the start
    from tracker.ui.pages.administration import AdministrationPage
    from tracker.ui.pages.data import DataPage
    from tracker.ui.pages.dose_day import DoseDayPage
    from tracker.ui.pages.patient import PatientPage
    from tracker.ui.pages.patients import PatientsPage


class Pages(QObject):
    """The pages of one window.

    Signals:
        open_patient(object): one of them asks for the chart of a patient.
        open_dose_day(object, object): the dose day of a place, and all places of the day list.
        left_dose_day(): back to the day list.
    """

    open_patient = Signal(object)
    open_dose_day = Signal(object, object)
    left_dose_day = Signal()

    def __init__(self, desk: Desk, backup_folder: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._backup_folder = backup_folder

    def turn(self, before: date, now: date) -> None:
        """The working date is another one: the list follows, and the sheet if one was opened."""
        self.today.turn(before, now)
        if "dose_day" in vars(self):
            self.dose_day.turn(before, now)

    def entries(self) -> list[PageEntry]:
        """The pages as the frame lists them."""
        return [
            PageEntry("today", self.tr("Today"), Icon.TODAY, "Ctrl+1", lambda: self.today),
            PageEntry(
                "patients", self.tr("Patients"), Icon.PATIENTS, "Ctrl+2", lambda: self.patients
            ),
            PageEntry(
                "patient", self.tr("Patient"), None, "", lambda: self.patient, under="patients"
            ),
            PageEntry(
                "dose_day", self.tr("Dose day"), None, "", lambda: self.dose_day, under="today"
            ),
            PageEntry("data", self.tr("Data"), Icon.DATA, "Ctrl+3", lambda: self.data),
            PageEntry(
                "administration",
                self.tr("Admin"),
                Icon.ADMIN,
                "Ctrl+5",
                lambda: self.administration,
            ),
        ]

    @cached_property
    def today(self) -> TodayPage:
        """The day list."""
        page = TodayPage(self._desk)
        page.open_patient.connect(self.open_patient)
        page.open_dose_day.connect(self.open_dose_day)
        return page

    @cached_property
    def dose_day(self) -> "DoseDayPage":
        """The dose day of one patient."""
        from tracker.ui.pages.dose_day import DoseDayPage

        page = DoseDayPage(self._desk)
        page.left.connect(self.left_dose_day)
        page.open_patient.connect(self.open_patient)
        return page

    @cached_property
    def patients(self) -> "PatientsPage":
        """The list of patients."""
        from tracker.ui.pages.patients import PatientsPage

        page = PatientsPage(self._desk)
        page.open_patient.connect(self.open_patient)
        page.created.connect(self.open_patient)
        return page

    @cached_property
    def patient(self) -> "PatientPage":
        """One patient's chart."""
        from tracker.ui.pages.patient import PatientPage

        page = PatientPage(self._desk)
        page.open_dose_day.connect(self.open_dose_day)
        return page

    @cached_property
    def administration(self) -> "AdministrationPage":
        """Users, the audit trail and one's own passphrase."""
        from tracker.ui.pages.administration import AdministrationPage

        return AdministrationPage(self._desk, self._backup_folder)

    @cached_property
    def data(self) -> "DataPage":
        """Import, export, backup and checks."""
        from tracker.ui.pages.data import DataPage

        page = DataPage(self._desk, self._backup_folder)
        page.open_patient.connect(self.open_patient)
        return page
