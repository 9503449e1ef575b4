# SPDX-License-Identifier: MIT
"""Reads a typed date into the earliest and the latest day it allows, or says why it cannot.

Strict on purpose: a text with two readings is refused, because a guess would become a fact.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tracker.domain.durations import add_months, end_of_month
from tracker.domain.errors import Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, folded, hidden_characters, normal

FIRST_YEAR = 1880
LAST_YEAR = 2199
LONGEST_TEXT = 60

Bounds = tuple[date | None, date | None]
"""Earliest and latest day, both included; None is open on that side, twice None is unknown."""


class DateError(Refused):
    """The text is not a date the program accepts; the message says why and what would be."""


_OPEN = ".."
_UNKNOWN_WORDS = frozenset({"unknown", "不详", "未知", "?"})
# Full-width digits come from an input method; other scripts' digits are more likely a mistake.
_DIGITS = frozenset("0123456789０１２３４５６７８９")

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH_NUMBERS = {name: month for month, names in enumerate(_MONTHS, start=1) for name in names}


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.IGNORECASE)


_ABOUT = _form(r"(?:~|大?约) *(?P<after>.+)|(?P<before>.+?) *~")
_SHORT_YEAR = _form(r"年|'|^\d{2}$")
_ONE_OF = _form(r"\[(?P<start>.*?)\.\.(?P<end>.*)\]")  # ISO 8601-2: one day of a set
# from another program, ISO 8601: the day as written there; the text keeps the time
_WITH_TIME = _form(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:T(?:[01]\d|2[0-3])|[T ](?P<minute>(?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?)"
)
# as spreadsheets write it: without zeros in front
_SPREADSHEET_TIME = _form(
    r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
    r" (?P<minute>(?:[01]?\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?"
)
_FORMS = (
    _form(r"(?P<year>\d{4})"),
    _form(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})"),
    _form(r"(?P<month>\d{1,2})[-/](?P<year>\d{4})"),
    _form(r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"),
    _WITH_TIME,
    _SPREADSHEET_TIME,
    _form(r"(?P<first>\d{1,2})(?P<sign>[-/.])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4})"),
    _form(r"(?P<year>\d{4}) ?年(?: ?(?P<month>\d{1,2}) ?月(?: ?(?P<day>\d{1,2}) ?[日号])?)?"),
    _form(r"(?:(?P<day>\d{1,2})[ -])?(?P<name>[a-z]+)[.,]?[ -](?P<year>\d{4})"),
    _form(r"(?P<name>[a-z]+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4})"),
)


def bounds(text: str) -> Bounds:
    """The earliest and the latest day ``text`` allows.

    Raises:
        DateError: the text is empty, impossible, ambiguous or not a date.
    """
    _require_readable(text)
    plain = folded(text)
    if plain.casefold() in _UNKNOWN_WORDS:
        return None, None
    if match := _ABOUT.fullmatch(plain):
        return _about(plain, match["after"] or match["before"])
    if match := _ONE_OF.fullmatch(plain):
        return _between(plain, match["start"] or _OPEN, match["end"] or _OPEN)
    if unit := _calendar_unit(plain):
        return unit.first, unit.last
    if plain.count("/") == 1:
        start, end = plain.split("/")
        return _between(plain, start.strip(), end.strip())
    raise _misread(plain)


def minute(text: str) -> str:
    """The time of day that the text of a date gives, like 08:10; "" for none, or the hour alone."""
    has_room = len(text) > len("2024-10-01")  # asked of each of many results, and seldom so
    plain = folded(text) if has_room else ""
    match = _WITH_TIME.fullmatch(plain) or _SPREADSHEET_TIME.fullmatch(plain)
    return match["minute"].rjust(5, "0") if match and match["minute"] else ""


class _CalendarUnit(NamedTuple):
    """A year, a month or a day that exists in the calendar."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        return self.first if self.day else end_of_month(date(self.year, self.month or 12, 1))


def _require_readable(text: str) -> None:
    typed = text.strip()
    if not typed:
        raise DateError(Message(_EMPTY))
    if len(typed) > LONGEST_TEXT:
        raise DateError(Message(_TOO_LONG, {"limit": LONGEST_TEXT}))
    if hidden := hidden_characters(typed):
        raise DateError(Message(_HIDDEN, {"codes": ", ".join(hidden)}))
    if any(c.isdigit() and c not in _DIGITS for c in typed):
        raise _refusal(_FOREIGN_DIGITS, normal(typed))


def _about(text: str, about: str) -> Bounds:
    """A year or a month, and the one before and the one after it."""
    unit = _calendar_unit(about)
    if unit is None:
        raise _misread(text)
    if unit.day:
        raise _refusal(_ABOUT_A_DAY, text)
    months = 1 if unit.month else 12
    return add_months(unit.first, -months), end_of_month(add_months(unit.last, months))


def _between(text: str, start: str, end: str) -> Bounds:
    earliest = None if start == _OPEN else _end_of_interval(text, start).first
    latest = None if end == _OPEN else _end_of_interval(text, end).last
    if earliest is None and latest is None:
        raise _refusal(_OPEN_TWICE, text)
    if earliest and latest and latest < earliest:
        raise _refusal(_END_BEFORE_START, text)
    return earliest, latest


def _end_of_interval(interval: str, text: str) -> _CalendarUnit:
    unit = _calendar_unit(text)
    if unit is not None:
        return unit
    if not re.search(r"\d{4}", interval):  # 5/19 is no interval
        raise _misread(interval)
    if re.fullmatch(r"[0-9]{0,2}", text):  # nothing, or an end shortened as in 2019-02/04
        raise _refusal(_INCOMPLETE_INTERVAL, interval)
    raise _misread(text)


def _calendar_unit(text: str) -> _CalendarUnit | None:
    """The year, month or day that ``text`` writes; None when it has none of the known forms."""
    for form in _FORMS:
        match = form.fullmatch(text)
        if match is None:
            continue
        part = match.groupdict()
        year = _year(text, part["year"])
        if "second" in part:
            return _in_either_order(text, year, int(part["first"]), int(part["second"]))
        if "name" in part:
            month = _MONTH_NUMBERS.get(part["name"].casefold())
            return None if month is None else _checked(text, year, month, part.get("day"))
        if part.get("month") is None:
            return _CalendarUnit(year)
        return _checked(text, year, int(part["month"]), part.get("day"))
    return None


def _year(text: str, digits: str) -> int:
    year = int(digits)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        limits = {"text": text, "year": digits, "first": FIRST_YEAR, "last": LAST_YEAR}
        raise DateError(Message(_YEAR_OUTSIDE, limits))
    return year


def _in_either_order(text: str, year: int, first: int, second: int) -> _CalendarUnit:
    """A day with the year at the end, accepted when only one reading is a month and a day."""
    readings = {(m, d) for m, d in ((second, first), (first, second)) if 1 <= m <= 12}
    if len(readings) > 1:
        one, other = (date(year, m, d).isoformat() for m, d in sorted(readings))
        raise DateError(Message(_AMBIGUOUS, {"text": text, "one": one, "other": other}))
    month, day = readings.pop() if readings else (max(first, second), 1)
    return _checked(text, year, month, str(day))


def _checked(text: str, year: int, month: int, day_digits: str | None) -> _CalendarUnit:
    if not 1 <= month <= 12:
        raise DateError(Message(_NO_SUCH_MONTH, {"text": text, "month": month}))
    if day_digits is None:
        return _CalendarUnit(year, month)
    day, days = int(day_digits), monthrange(year, month)[1]
    if not 1 <= day <= days:
        values = {"text": text, "day": day, "month": f"{year}-{month:02}", "days": days}
        raise DateError(Message(_NO_SUCH_DAY, values))
    return _CalendarUnit(year, month, day)


def _misread(text: str) -> DateError:
    """The most helpful reason why ``text`` has none of the accepted forms."""
    for form, reason in _NEAR_MISSES:
        if form.search(text):
            return _refusal(reason, text)
    parts = list(_date_parts(text))
    if parts and all(len(part) <= 2 for part in parts):
        short_year = len(parts) > 2 or _SHORT_YEAR.search(text)
        return _refusal(_TWO_DIGIT_YEAR if short_year else _NO_YEAR, text)
    return _refusal(_NOT_A_DATE, text)


def _date_parts(text: str) -> Iterator[str]:
    """The numbers of ``text`` and, as numbers, its month names."""
    for part in re.findall(r"[0-9]+|[A-Za-z]+", text):
        if part.isdigit():
            yield part
        elif month := _MONTH_NUMBERS.get(part.casefold()):
            yield str(month)


def _refusal(reason: str, text: str) -> DateError:
    return DateError(Message(reason, {"text": text}))


# Reasons of refusal

_EMPTY = QT_TRANSLATE_NOOP(
    "Message", "The date is empty. Write 2019, 2019-05 or 2019-05-07, or unknown."
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "Message",
    "The date has more than {limit} characters. Write the date alone, such as 2019-05, and the "
    "rest as a note.",
)
_HIDDEN = QT_TRANSLATE_NOOP(
    "Message",
    "The date holds characters that cannot be seen ({codes}). Type it again, such as 2019-05-07.",
)
_FOREIGN_DIGITS = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” has digits other than 0 to 9. Write the date with these, such as 2019-05-07.",
)
_TIME_OF_DAY = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” has a time of day that the program does not read, or one of a time zone, where the "
    "day may be another one. Write the day of the clinic, such as 2019-05-07.",
)
_RUN_TOGETHER = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” is a number without separators, where a slip of one digit is easily missed. Write "
    "2019-05-07.",
)
_DECIMAL = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” may be a number cut by a spreadsheet, which turns 2019.10 into 2019.1. Write the "
    "month as 2019-05.",
)
_TWO_DIGIT_YEAR = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” has a year of two digits, which may be of either century. Write four digits, such "
    "as 2019-05.",
)
_NO_YEAR = QT_TRANSLATE_NOOP(
    "Message", "“{text}” has no year of four digits. Write it with the year, such as 2019-05-07."
)
_YEAR_OUTSIDE = QT_TRANSLATE_NOOP(
    "Message", "“{text}”: the year {year} is not within {first} to {last}. Check the year."
)
_NO_SUCH_MONTH = QT_TRANSLATE_NOOP(
    "Message", "“{text}”: there is no month {month}. Write a month from 1 to 12, such as 2019-05."
)
_NO_SUCH_DAY = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}”: there is no day {day}, the month {month} has {days} days. Check the day, or write "
    "the month alone.",
)
_AMBIGUOUS = QT_TRANSLATE_NOOP(
    "Message", "“{text}” can be {one} or {other}. Write the date with the year first."
)
_ABOUT_A_DAY = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” is a day, and “about” does not say how many days it may be off. Write the month "
    "(~2019-05) or the days between which it lies (2019-05-01/2019-05-10).",
)
_END_BEFORE_START = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” ends before it starts. Write the earlier date first, such as 2019-02/2019-04.",
)
_INCOMPLETE_INTERVAL = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” is an interval without two complete dates. Write both in full, such as "
    "2019-02/2019-04, or two dots for an open end, such as 2019-02/..",
)
_OPEN_TWICE = QT_TRANSLATE_NOOP(
    "Message", "“{text}” is open on both sides. Write one end, such as 2019-02/.., or unknown."
)
_NOT_A_DATE = QT_TRANSLATE_NOOP(
    "Message",
    "“{text}” is not a date the program can read. Write 2019, 2019-05, 2019-05-07, 5/2019, "
    "7 May 2019, 2019年5月7日, ~2019-05 (about), 2019-02/2019-04 (one day between), 2019-02/.. "
    "(not before) or unknown.",
)

_NEAR_MISSES = (
    (_form(r"\d:\d|\dT\d"), _TIME_OF_DAY),
    (_form(r"^\d{5,}$"), _RUN_TOGETHER),
    (_form(r"^\d{4}\.\d{1,2}$"), _DECIMAL),
)
