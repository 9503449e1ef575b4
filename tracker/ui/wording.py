# SPDX-License-Identifier: MIT
"""Values as a person reads them, in the language of the window."""

import re
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from tracker.domain.dates import PartialDate, Precision
from tracker.domain.durations import Span
from tracker.domain.fields import Choice


def choice(value: Choice | None) -> str:
    """The label of a choice; an empty one is empty."""
    return QCoreApplication.translate("Choice", value.label) if value is not None else ""


def unbroken(text: str) -> str:
    """The text with numbers and their units on one line: ``240 mg``, ``175 mg/m2``, ``1 Nov``."""
    return _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", text)


_BEFORE_UNIT = re.compile(r"(?<=[0-9]) (?=[A-Za-z]{1,4}\b)")


def reason(text: str | None) -> str:
    """A reason in the words it was typed in; one that only names its kind is translated."""
    return QCoreApplication.translate("Choice", text) if text else ""


def day(value: date, weekday: bool = False) -> str:
    """A known day: "26 Nov 2024", "Tue 26 Nov 2024"; the ISO form in Chinese."""
    locale = QLocale()
    qdate = QDate(value.year, value.month, value.day)
    if locale.language() == QLocale.Language.Chinese:
        return value.isoformat() + (locale.toString(qdate, " ddd") if weekday else "")
    return locale.toString(qdate, "ddd d MMM yyyy" if weekday else "d MMM yyyy")


def near_day(value: date, today: date, weekday: bool = True) -> str:
    """A day with its weekday; the year only when it is not that of ``today``."""
    locale = QLocale()
    if value.year != today.year:
        return day(value, weekday=weekday)
    form = "M月d日 ddd" if locale.language() == QLocale.Language.Chinese else "ddd d MMM"
    shown = form if weekday else form.replace("ddd", "").strip()
    return locale.toString(QDate(value.year, value.month, value.day), shown)


def long_day(value: date) -> str:
    """A day as a page title: "Tuesday 26 November 2024"."""
    locale = QLocale()
    qdate = QDate(value.year, value.month, value.day)
    if locale.language() == QLocale.Language.Chinese:
        return locale.toString(qdate, "yyyy年M月d日 dddd")
    return locale.toString(qdate, "dddd d MMMM yyyy")


def when(value: PartialDate | None) -> str:
    """A date exactly as precisely as it is known."""
    if value is None or value.is_unknown:
        return QCoreApplication.translate("Wording", "no date")
    if value.day is not None:
        return day(value.day)
    if value.precision is Precision.OPEN:
        return _open(value)
    if value.precision is Precision.BETWEEN and value.earliest and value.latest:
        return QCoreApplication.translate("Wording", "between {a} and {b}").format(
            a=day(value.earliest), b=day(value.latest)
        )
    return value.iso()


def entered(value: PartialDate | None) -> str:
    """A date that was cut for a computation, as it was entered."""
    return when(PartialDate.parse(value.text) if value is not None else None)


def _open(value: PartialDate) -> str:
    iso = value.iso().strip("[]").replace("..", "")
    if value.latest is None:
        return QCoreApplication.translate("Wording", "{date} or later, no date").format(date=iso)
    return QCoreApplication.translate("Wording", "{date} or earlier, no date").format(date=iso)


def cycle(number: int | None, day: int | None) -> str:
    """A cycle, and the day of a dose inside it, as clinics write them: "C5", "C5 D8"."""
    parts = (f"C{number}" if number else "", f"D{day}" if day else "")
    return " ".join(part for part in parts if part)


def signed(change: int | float | Decimal, form: str = "") -> str:
    """A change with its sign as it is set in print: "+7", "−7", and "0" without one."""
    text = format(change, f"+{form}")
    return text.replace("-", "−") if text.strip("+-0.") else text[1:]


def days(span: Span[int] | None) -> str:
    """Days with grouped thousands: "2,167–2,192 d"."""
    if span is None:
        return QCoreApplication.translate("Wording", "not known")
    ends = dict.fromkeys((span.low, span.high))
    return in_days("–".join(f"{end:,}" for end in ends))  # grouped as doses are: 10,000


def in_days(number: object) -> str:
    """A number of days as it is set: "+14 d"."""
    return QCoreApplication.translate("Wording", "{n} d").format(n=number)


def months(span: Span[int] | None) -> str:
    """Completed months: "65–66 months"."""
    if span is None:
        return QCoreApplication.translate("Wording", "months not known")
    if span.certain and span.low == 1:
        return QCoreApplication.translate("Wording", "1 month")
    return QCoreApplication.translate("Wording", "{n} months").format(n=span)


def years(span: Span[int] | None) -> str:
    """An age: "46 y"."""
    if span is None:
        return QCoreApplication.translate("Wording", "age not known")
    return QCoreApplication.translate("Wording", "{n} y").format(n=span)
