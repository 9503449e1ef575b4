# SPDX-License-Identifier: MIT
"""The words around a printed lifeline: whose it is, of which day, by whom printed and when."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.domain.chart import Chart
from tracker.domain.follow_up import patient_leaves
from tracker.services.reports import Imprint
from tracker.ui.charts.export import Heading
from tracker.ui.views.facts import banner
from tracker.ui.widgets.banner import Datum

translate = QCoreApplication.translate


def lifeline_title(as_of: date) -> str:
    """What the page of the lifeline is called."""
    return translate("Print", "Lifeline as of {day}").format(day=as_of.isoformat())


def summary_title(as_of: date) -> str:
    """What the one-page summary is called."""
    return translate("Print", "Summary as of {day}").format(day=as_of.isoformat())


def heading(chart: Chart, as_of: date, title: str, imprint: Imprint | None) -> Heading:
    """The heading of a chart's page, with the same facts as its banner.

    Without an imprint it is a preview, and says so.
    """
    facts = banner(chart, as_of)
    allergy = translate("Print", "allergy: {what}").format(what=facts.allergy.title)
    printed = translate("Print", "Preview, not printed")
    if imprint is not None:
        text = translate("Print", "Printed {at} by {user}, {clinic} · version {v} · audit {code}")
        printed = text.format(
            at=imprint.at.strftime("%Y-%m-%d %H:%M"),
            user=imprint.user,
            clinic=imprint.clinic,
            v=imprint.version,
            code=imprint.code,
        )
    return Heading(
        name=facts.name,
        latin=facts.latin,
        identity=" · ".join((facts.number, facts.sex, facts.age, allergy)),
        diagnosis=_in_a_line(facts.diagnosis),
        treatment=_in_a_line(facts.treatment),
        due=_due(chart, facts.due),
        title=title,
        page=translate("Print", "Page 1 of 1"),
        convention=translate(
            "Print",
            "Calculated, verify. Completed calendar months; ranges where a day is unknown.",
        ),
        printed_by=printed,
    )


def _due(chart: Chart, datum: Datum) -> str:
    """What is due next, or why no day can be named; of who left, why."""
    if patient_leaves(chart) is not None:
        return datum.title
    return translate("Print", "next due: {what}").format(what=_in_a_line(datum))


def _in_a_line(datum: Datum) -> str:
    return ", ".join(part for part in (datum.title, datum.subtitle) if part)
