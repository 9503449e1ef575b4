# SPDX-License-Identifier: MIT
"""Everything that is wrong with a file, collected so that a person sees all of it at once."""

from tracker.domain.errors import Problem, Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

MOST_SHOWN = 200
"""Problems shown in full; of a file that is wrong throughout, the rest is counted."""

MOST_COUNTED = 20_000
"""After so many problems nobody reads on, and neither does the program."""

_LONGEST_QUOTE = 40


class Findings:
    """The problems of one file, in the order they were met."""

    def __init__(self) -> None:
        self._shown: list[Problem] = []
        self._more = 0

    def add(self, message: Message, place: str) -> None:
        """Notes one problem; ``place`` says where in the file it stands.

        Raises:
            Refused: there are so many that the rest of the file is not worth reading.
        """
        if len(self._shown) < MOST_SHOWN:
            self._shown.append(Problem(message, place=place))
            return
        self._more += 1
        if self._more == MOST_COUNTED:
            text = QT_TRANSLATE_NOOP("Message", "… more problems: {n}; the rest was not read.")
            raise Refused(*self._shown, Message(text, {"n": self._more}))

    def all(self) -> tuple[Problem, ...]:
        """What was collected, the last one saying how many more there are."""
        if not self._more:
            return tuple(self._shown)
        more = QT_TRANSLATE_NOOP("Message", "… more problems in this file: {n}.")
        return (*self._shown, Problem(Message(more, {"n": self._more})))

    def refuse_if_any(self) -> None:
        """Raises Refused with what was collected; returns when nothing was."""
        Refused.if_any(self.all())


def quoted(text: str) -> str:
    """A short, printable piece of what the file says, for a message."""
    return text[:_LONGEST_QUOTE].encode("utf-8", "backslashreplace").decode("utf-8")
