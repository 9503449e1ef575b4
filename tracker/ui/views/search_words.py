# SPDX-License-Identifier: MIT
"""What the search offers of a patient."""

from PySide6.QtCore import QCoreApplication

from tracker.services.patients import PatientLine
from tracker.ui import names
from tracker.ui.widgets.search import Match


def match_of(line: PatientLine) -> Match:
    """The name first, then what tells namesakes apart."""
    unknown = QCoreApplication.translate("Banner", "name not known")
    detail = " ".join(filter(None, (names.latin_of(line), line.mrn)))
    return Match(line.patient, names.name_of(line) or unknown, detail)
