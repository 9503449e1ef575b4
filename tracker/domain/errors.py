# SPDX-License-Identifier: MIT
"""The one family of errors whose text may be shown to a person.

Everything else that is raised is a defect of the program.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.text import Message


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an entry.

    ``field`` names the field it belongs to, or is None for the entry as a whole; ``place`` says
    where in a file it stands ("row 7"), or is empty.
    """

    message: Message
    field: str | None = None
    place: str = ""

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.place, self.field) if part)
        return f"{where}: {self.message}" if where else str(self.message)


class UserError(Exception):
    """The environment or the entry, not the program, is at fault; the text is safe to show.

    Carries every problem found at once. Never holds patient data beyond what the person typed.
    """

    def __init__(self, *problems: Problem | Message) -> None:
        self.problems = tuple(p if isinstance(p, Problem) else Problem(p) for p in problems)
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class Refused(UserError):
    """An entry or a file is not acceptable; nothing was stored."""

    @classmethod
    def if_any(cls, problems: Iterable[Problem]) -> None:
        """Raises with all of ``problems``, or returns when there is none."""
        found = tuple(problems)
        if found:
            raise cls(*found)


class NotPermitted(UserError):
    """The role of the person does not include the action."""


class Conflict(UserError):
    """The record changed since it was read; both versions are kept."""


class NotFound(UserError):
    """No such patient, record or file."""


class CannotOpen(UserError):
    """The profile cannot be opened: passphrase, damage, version, lock or permission."""
