# SPDX-License-Identifier: MIT
"""Finds patients by any part of their keys while one types: one long line of text in memory.

A name of one or two characters, initials, the middle of a number: no index of the database finds
all of these. Walking 5,000 patients in memory takes less time than asking it anything.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from tracker.store.connection import EncryptedDatabase

_NEXT = "SELECT patient, keys FROM patient_search WHERE patient > ? ORDER BY patient LIMIT ?"
_AT_ONCE = 2_000  # patients: about 5 ms, so that a save never waits long
_CHANGED_BY_OTHERS = "PRAGMA data_version"
_END = b"\n"
_LONGEST_NUMBER = 24  # bytes by which those who fit equally well are sorted


class SearchKeys(NamedTuple):
    """What the service knows of a patient's names and the store does not.

    Attributes:
        found_by: everything the chart is found by, folded, the hospital number first.
        sort_by: the name as lists are sorted: pinyin or Latin letters; None for no name.
    """

    found_by: str
    sort_by: str | None = None


class Finder:
    """The keys of all current patients, a line each; UTF-8, where a search is a search of bytes.

    Lines are only ever added: a changed patient gets a new one, and the old one no owner.
    """

    def __init__(self, db: EncryptedDatabase) -> None:
        self._db = db
        self._version: object = None
        self._read_to: bytes | None = b""  # the last patient that was read; None: all were
        self._text = bytearray()
        self._owners: dict[int, bytes] = {}
        self._places: dict[bytes, int] = {}
        self._sorted: list[int] = []  # lines as they were read
        self._added: list[int] = []  # lines of those who were saved since

    def update(self, changed: Mapping[UUID, str | None]) -> None:
        """Takes over what was stored; None for a chart that was entered in error."""
        if self._version is not None:
            for patient, keys in changed.items():
                self._put(patient.bytes, keys)

    def find(self, text: str, limit: int) -> list[bytes]:
        """Patients whose keys contain every word of ``text``, which is folded as they are.

        Those with an early match come first, so that the beginning of a hospital number wins.
        """
        while self.read_more():
            pass
        words = [word.encode() for word in text.split()]
        found = list(islice(self._lines(words), limit))
        if len(found) == limit and len(words) == 1:  # more fit: numbers that begin so are shown
            found = list(dict.fromkeys([*islice(self._begin(words[0]), limit), *found]))[:limit]
        found.sort(key=lambda line: self._fit(line, words[0]))
        return [self._owners[line] for line in found]

    def _fit(self, line: int, word: bytes) -> tuple[int, bytes]:
        return self._text.find(word, line) - line, self._head(line, _LONGEST_NUMBER)

    def read_more(self) -> bool:
        """Reads the keys of the next patients; False once all are known.

        Anew when another program changed the file. Between two calls anybody may save.
        """
        version = self._db.value(_CHANGED_BY_OTHERS)
        if version != self._version:
            self._version, self._read_to = version, b""
            self._text, self._owners, self._places = bytearray(), {}, {}
            self._sorted, self._added = [], []
        if self._read_to is None:
            return False
        rows = self._db.execute_sql(_NEXT, (self._read_to, _AT_ONCE)).fetchall()
        for patient, keys in rows:
            self._put(patient, keys)
        self._read_to = rows[-1][0] if len(rows) == _AT_ONCE else None
        if self._read_to is None:
            self._text += _END
            self._sorted, self._added = sorted(self._added, key=self._line), []
        return self._read_to is not None

    def _line(self, line: int) -> bytes:
        return bytes(self._text[line + 1 : self._text.find(_END, line + 1)])

    def _put(self, patient: bytes, keys: str | None) -> None:
        self._owners.pop(self._places.pop(patient, -1), None)
        if keys is not None:
            line = self._places[patient] = len(self._text)
            self._owners[line] = patient
            self._added.append(line)
            self._text += _END + " ".join(keys.split()).encode()

    def _begin(self, word: bytes) -> Iterator[int]:
        """Where the lines are whose keys, and so the hospital number, begin with a word."""

        def head(line: int) -> bytes:
            return self._head(line, len(word))

        first = bisect_left(self._sorted, word, key=head)
        for place in range(first, len(self._sorted)):
            line = self._sorted[place]
            if head(line) != word:
                break
            if line in self._owners:
                yield line
        yield from (line for line in self._added if line in self._owners and head(line) == word)

    def _head(self, line: int, length: int) -> bytes:
        return bytes(self._text[line + 1 : line + 1 + length])

    def _lines(self, words: Sequence[bytes]) -> Iterator[int]:
        """Where the lines begin that hold all words.

        The words leap over each other, so that the rarest one sets the pace.
        """
        line = 0
        while words:
            furthest = line
            for word in words:
                hit = self._text.find(word, furthest)
                if hit < 0:
                    return
                furthest = max(furthest, self._text.rfind(_END, 0, hit + 1))
            if furthest == line:
                if line in self._owners:
                    yield line
                furthest = self._text.find(_END, line + 1)
                if furthest < 0:
                    return
            line = furthest
