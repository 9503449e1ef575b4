# SPDX-License-Identifier: MIT
"""Who asks, in which role, at what time, and why: handed to every service."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from tracker.domain.envelope import Stamp
from tracker.domain.errors import NotPermitted, Problem, Refused
from tracker.domain.roles import BREAK_GLASS, PERMISSIONS, Action, Role
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, text_problems


class Clock(Protocol):
    """The only source of time in the program."""

    def now(self) -> datetime:
        """The instant, with its offset from UTC."""
        ...

    def today(self) -> date:
        """The working date: the calendar day at the clinic."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """The instant, with the offset of the clinic's time zone."""
        return datetime.now().astimezone()  # noqa: TID251 - the one place that asks

    def today(self) -> date:
        """The day at the clinic."""
        return self.now().date()


@dataclass(frozen=True, slots=True)
class WorkingDate:
    """A clock that runs, on a calendar that stands still: for the demonstration and ``--on``."""

    day: date
    clock: Clock

    def now(self) -> datetime:
        """The time of day of the real clock on the working date."""
        real = self.clock.now()
        return real + timedelta(days=(self.day - real.date()).days)

    def today(self) -> date:
        """The working date."""
        return self.day


@dataclass(frozen=True, slots=True)
class Context:
    """A person at work. Frozen: it may cross threads.

    Attributes:
        must_change: nothing is permitted before the person has chosen a passphrase.
        granted: what an emergency opened beyond the role; see ``accounts.break_glass``.
    """

    user: str
    role: Role
    clock: Clock
    reason: str | None = None
    must_change: bool = False
    granted: frozenset[Action] = frozenset()

    @property
    def permissions(self) -> frozenset[Action]:
        """What the person may do now."""
        return PERMISSIONS[self.role] | self.granted

    @property
    def emergency(self) -> frozenset[Action]:
        """What the role may open in an emergency; see ``accounts.break_glass``."""
        return BREAK_GLASS[self.role]

    def may_open(self, refused: NotPermitted) -> bool:
        """Whether an emergency would open what was refused."""
        actions = {problem.message.values.get("action") for problem in refused.problems}
        return not actions.isdisjoint(self.emergency - self.granted)

    def because(self, reason: str | None) -> "Context":
        """The same person with the reason for a change."""
        return replace(self, reason=reason)

    def with_granted(self, actions: frozenset[Action]) -> "Context":
        """The same person with what an emergency opened."""
        return replace(self, granted=actions)

    def stamp(self) -> Stamp:
        """What the audit trail keeps of this moment.

        Raises:
            Refused: the reason is too long, or holds characters nobody can see.
        """
        Refused.if_any(Problem(m, "reason") for m in text_problems("reason", self.reason or ""))
        return Stamp(self.clock.now(), self.user, self.role.value, self.reason)

    def require(self, action: Action) -> None:
        """Raises NotPermitted unless the role includes ``action``."""
        if self.must_change:
            raise NotPermitted(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "This passphrase is for one use. Nothing was opened or changed. "
                        "Choose a passphrase of your own first.",
                    )
                )
            )
        if action not in self.permissions:
            raise NotPermitted(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message", "The role “{role}” may not {action}. Nothing was changed."
                    ),
                    {"role": self.role, "action": action},
                )
            )
