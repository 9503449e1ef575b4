# SPDX-License-Identifier: MIT
"""What the program understood of a typed date, in words under the box."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from tracker.domain.dates import PartialDate, Precision

translate = QCoreApplication.translate


def meaning(when: PartialDate) -> str:
    """The days a date allows, in words, for example "one day in May 2019"."""
    first, last = when.earliest, when.latest
    if first and last:
        return _within(when.precision, first, last)
    if first:
        return translate("DateWords", "on {first} or later").format(first=_day(first))
    return (
        translate("DateWords", "on {last} or earlier").format(last=_day(last))
        if last
        else translate("DateWords", "day not known")
    )


def _within(precision: Precision, first: date, last: date) -> str:
    if precision is Precision.DAY:
        return _written(first, translate("DateWords", "dddd d MMMM yyyy"))
    if precision is Precision.MONTH:
        return translate("DateWords", "one day in {month}").format(
            month=_written(first, translate("DateWords", "MMMM yyyy"))
        )
    if precision is Precision.YEAR:
        return translate("DateWords", "one day in {year}").format(year=first.year)
    return translate("DateWords", "one day between {first} and {last}").format(
        first=_day(first), last=_day(last)
    )


def _day(day: date) -> str:
    return _written(day, translate("DateWords", "d MMMM yyyy"))


def _written(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
