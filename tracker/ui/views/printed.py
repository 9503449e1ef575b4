# SPDX-License-Identifier: MIT
"""The words around a printed lifeline: whose it is, of which day, by whom printed and when."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from tracker.domain.chart import Chart
from tracker.ui.charts.export import Heading
from tracker.ui.views.facts import banner
from tracker.ui.widgets.banner import Datum

translate = QCoreApplication.translate


def heading(chart: Chart, as_of: date, *, user: str, at: datetime) -> Heading:
    """The heading of a chart's page, with the same facts as its banner."""
    facts = banner(chart, as_of)
    allergy = translate("Print", "allergy: {what}").format(what=facts.allergy.title)
    title = translate("Print", "Lifeline as of {day}").format(day=as_of.isoformat())
    printed = translate("Print", "Printed {at} by {user}").format(
        at=at.strftime("%Y-%m-%d %H:%M"), user=user
    )
    return Heading(
        name=facts.name,
        latin=facts.latin,
        identity=" · ".join((facts.number, facts.sex, facts.age, allergy)),
        diagnosis=_in_a_line(facts.diagnosis),
        treatment=_in_a_line(facts.treatment),
        title=title,
        page=translate("Print", "Page 1 of 1"),
        convention=translate(
            "Print", "Completed calendar months; durations are ranges where a day is unknown."
        ),
        printed_by=printed,
    )


def _in_a_line(datum: Datum) -> str:
    return ", ".join(part for part in (datum.title, datum.subtitle) if part)
