# SPDX-License-Identifier: MIT
"""The clinic's calendar: its weekdays, the public holidays of its country, its own closed days.

The holidays come from a library that is imported on use.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from tracker.domain.clinic_calendar import ClinicCalendar, ClosedPeriod
from tracker.domain.envelope import Stored
from tracker.domain.errors import Problem
from tracker.domain.records import ClinicDays, ClosedDays
from tracker.domain.records.clinic_days import weekdays_of
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services.context import Context
from tracker.store.store import Store

Holiday = Callable[[date], str | None]


def kept(
    store: Store, ctx: Context
) -> tuple[tuple[Stored[ClinicDays], ...], tuple[Stored[ClosedDays], ...]]:
    """What the clinic said about its days."""
    ctx.require(Action.READ)
    return store.of_clinic(ClinicDays), store.of_clinic(ClosedDays)


def calendar(store: Store, ctx: Context) -> ClinicCalendar | None:
    """When the clinic works; None until it said so: then nothing is called closed."""
    said, closed = kept(store, ctx)
    if not said:
        return None
    days = said[-1].record
    return ClinicCalendar(
        weekdays=weekdays_of(days.weekdays),
        holiday=_holidays(days.country) if days.country else _none,
        closed=tuple(_period(stored.record) for stored in closed),
    )


def country_problems(days: ClinicDays) -> list[Problem]:
    """What is wrong with the country: one nobody knows has no holidays to offer."""
    if not days.country:
        return []
    try:
        _holidays(days.country)
    except NotImplementedError:
        message = QT_TRANSLATE_NOOP(
            "Message",
            "The holidays of “{country}” are not known. Write two letters such as CN or DE, or "
            "with the region such as DE-BY, or leave it empty.",
        )
        return [Problem(Message(message, {"country": days.country[:20]}), "country")]
    return []


@lru_cache(maxsize=4)
def _holidays(country: str) -> Holiday:
    """Raises NotImplementedError for a country or region without holidays."""
    import holidays

    code, _, region = country.strip().upper().partition("-")
    days = holidays.country_holidays(code, subdiv=region or None)

    def named(day: date) -> str | None:
        name = days.get(day)
        return None if name is None else str(name)

    return named


def _none(_day: date) -> str | None:
    return None


def _period(days: ClosedDays) -> ClosedPeriod:
    first = days.first.earliest
    assert first is not None  # noqa: S101 - refused when it was entered
    last = days.last.latest if days.last else None
    return ClosedPeriod(first, last or first, days.reason)
