# SPDX-License-Identifier: MIT
"""A list of coded words that is searched while a person types: any word, alias or initials."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.text import folded


@dataclass(frozen=True, slots=True)
class Word:
    """One entry.

    Attributes:
        code: what is filled in when it is chosen.
        words: what is read beside the code.
        keys: everything else it is found by: names, aliases, initials.
        version: of the classification it belongs to, or "".
    """

    code: str
    words: str
    keys: tuple[str, ...] = ()
    version: str = ""


class Vocabulary:
    """The entries in their order; ``search`` ranks, ``find`` takes only what is unambiguous."""

    def __init__(self, entries: Iterable[Word]) -> None:
        self.entries = tuple(entries)
        self._searched = [
            (entry, tuple(_key(text) for text in (entry.code, *entry.keys, entry.words)))
            for entry in self.entries
        ]
        self._codes: dict[str, set[str]] = {}
        for entry in self.entries:
            for text in (entry.code, *entry.keys):
                self._codes.setdefault(_key(text), set()).add(entry.code)

    def code_of(self, text: str) -> str | None:
        """The code that ``text`` is a name of in full; None for none or for several."""
        codes = self._codes.get(_key(text), set())
        return next(iter(codes)) if len(codes) == 1 else None

    def find(self, text: str) -> Word | None:
        """The first entry of the code that ``text`` names in full."""
        code = self.code_of(text)
        return next((e for e in self.entries if e.code == code), None) if code else None

    def search(self, text: str, most: int = 40) -> tuple[Word, ...]:
        """Entries in which every word of ``text`` begins a word or occurs, the nearest first."""
        words = _key(text).split()
        if not words:
            return self.entries[:most]
        ranked = []
        for place, (entry, keys) in enumerate(self._searched):
            ranks = [min(_rank(word, key) for key in keys) for word in words]
            if max(ranks) < _ABSENT:
                ranked.append((sum(ranks), place, entry))
        ranked.sort(key=lambda each: each[:2])
        return tuple(entry for _, _, entry in ranked[:most])


_ABSENT = 100


def _rank(word: str, key: str) -> int:
    if key == word:
        return 0
    if key.startswith(word):
        return 1
    if f" {word}" in key:
        return 2
    return 3 if word in key else _ABSENT


def _key(text: str) -> str:
    return " ".join(folded(text).casefold().split())
