# SPDX-License-Identifier: MIT
"""How long a chart is kept: counted from the last thing that happened to the patient.

How many years is for the clinic to say, by the law of its place; the program knows no default.
"""

from datetime import date

from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate
from tracker.domain.fields import items

SHORTEST, LONGEST = 1, 100
"""Years that a clinic may set."""


def last_day(chart: Chart) -> date | None:
    """The last possible day of anything in a chart: contact, death, dose, result, voided ones too.

    None when the chart has no date, or one that is open to the right: then nothing can be said,
    and the chart is never proposed.
    """
    stored = (chart.patient, *(each for kind in chart.records.values() for each in kind))
    days = []
    for record in (each.record for each in stored):
        for field in items(type(record)):
            value = getattr(record, field.name)
            if isinstance(value, PartialDate) and field.name != "birth":
                if value.latest is None:
                    return None
                days.append(value.latest)
    return max(days, default=None)


def is_over(last: date | None, years: int, today: date) -> bool:
    """Whether ``years`` full years have passed since the end of the year of ``last``.

    Counted from the end of the calendar year, as record laws do, so that no chart is proposed
    a day too early.
    """
    return last is not None and today.year - last.year > years
