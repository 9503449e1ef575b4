# SPDX-License-Identifier: MIT
"""Whether a new patient may be somebody who is on file: by number, name and birth.

Nobody is merged and nothing is refused here: a person looks and decides.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations, takewhile

from tracker.domain.dates import Certainty, PartialDate, same_day
from tracker.domain.fields import Choice
from tracker.domain.records import Patient
from tracker.domain.records.patient import Sex
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.services.context import Context
from tracker.services.search_keys import U_UMLAUT, folded_key, readings_of
from tracker.store.queries import PatientLine
from tracker.store.store import Store

_AT_MOST = 5
_REORDERED = 4  # a name of more words is compared as it stands and turned round
_U_UMLAUT = re.compile("^([ln])(?:v|u|yu)")
_SHORTEST_SIMILAR = 6  # letters; one letter apart means little in a shorter name
_SHORTEST_PART = 4  # letters; shorter syllables are in too many names


class Sign(Choice):
    """What two patients have in common, or not."""

    NUMBER = "number", QT_TRANSLATE_NOOP("Choice", "same number but for zeros and blanks")
    SAME_NAME = "same name", QT_TRANSLATE_NOOP("Choice", "same name")
    SAME_SOUND = "same sound", QT_TRANSLATE_NOOP("Choice", "the name sounds the same")
    SIMILAR_NAME = "similar name", QT_TRANSLATE_NOOP("Choice", "one letter apart")
    PART_OF_NAME = "part of name", QT_TRANSLATE_NOOP("Choice", "one part of the name is the same")
    SAME_BIRTH = "same birth", QT_TRANSLATE_NOOP("Choice", "born on the same day")
    MAYBE_BIRTH = "maybe birth", QT_TRANSLATE_NOOP("Choice", "may be born on the same day")
    SLIP_OF_BIRTH = "slip of birth", QT_TRANSLATE_NOOP("Choice", "the birth dates differ in a slip")
    NO_BIRTH = "no birth", QT_TRANSLATE_NOOP("Choice", "a birth date is missing")
    OTHER_SEX = "other sex", QT_TRANSLATE_NOOP("Choice", "the sex differs")


_WEIGHT = {
    Sign.NUMBER: 8,
    Sign.SAME_NAME: 4,
    Sign.SAME_SOUND: 3,
    Sign.SIMILAR_NAME: 2,
    Sign.PART_OF_NAME: 1,
    Sign.SAME_BIRTH: 4,
    Sign.MAYBE_BIRTH: 2,
    Sign.SLIP_OF_BIRTH: 1,
    Sign.NO_BIRTH: 1,
    Sign.OTHER_SEX: -1,
}
_ALIKE = {
    Sign.SAME_NAME: {Sign.SAME_BIRTH, Sign.MAYBE_BIRTH, Sign.SLIP_OF_BIRTH, Sign.NO_BIRTH},
    Sign.SAME_SOUND: {Sign.SAME_BIRTH, Sign.MAYBE_BIRTH, Sign.SLIP_OF_BIRTH, Sign.NO_BIRTH},
    Sign.SIMILAR_NAME: {Sign.SAME_BIRTH, Sign.MAYBE_BIRTH},
    Sign.PART_OF_NAME: {Sign.SAME_BIRTH},
}
"""Which births make somebody of such a name worth a look; a common name alone does not."""


class SamePerson(Choice):
    """What a person says to a patient of a file who resembles somebody on file."""

    LINK = "link", QT_TRANSLATE_NOOP("Choice", "same person: keep both charts, linked")
    OTHER = "other", QT_TRANSLATE_NOOP("Choice", "another person")
    SKIP = "skip", QT_TRANSLATE_NOOP("Choice", "leave out of this import")


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Somebody on file who may be the new patient, and why."""

    patient: PatientLine
    signs: tuple[Sign, ...]


def lookalikes(store: Store, ctx: Context, *, patient: Patient) -> list[Lookalike]:
    """Current patients who may be the same person, the likeliest first; asked before saving."""
    ctx.require(Action.READ)
    mine = _readings(patient)
    sounds = {sound for words in mine for sound in _orders(words)}
    parts = {word for words in mine for word in words}
    found = []
    for line, sort_by in store.lists.like(bare_number(patient.mrn), sounds, patient.birth):
        signs = _signs(patient, line, sort_by, sounds, parts)
        if signs:
            found.append(Lookalike(line, signs))
    found.sort(key=lambda each: (-sum(_WEIGHT[sign] for sign in each.signs), each.patient.mrn))
    return found[:_AT_MOST]


def _signs(
    new: Patient, other: PatientLine, sort_by: str | None, sounds: set[str], parts: set[str]
) -> tuple[Sign, ...]:
    """Why ``other`` may be the new patient; empty when nothing speaks for it.

    Args:
        new: as typed.
        other: on file.
        sort_by: the name of ``other`` in Latin letters, as lists are sorted.
        sounds: the names of ``new`` in Latin letters without blanks, in each order of their parts.
        parts: the words of them.
    """
    # the very same number is refused when it is saved
    is_close = new.mrn != other.mrn and bare_number(new.mrn) == bare_number(other.mrn)
    number = Sign.NUMBER if is_close else None
    name = _name_sign(new, other, sort_by, sounds, parts)
    birth = _birth_sign(new.birth, other.birth)
    if number is None and (name is None or birth not in _ALIKE[name]):
        return ()
    stated = {new.sex, other.sex} - {None, Sex.UNKNOWN}
    sex = Sign.OTHER_SEX if len(stated) > 1 else None
    return tuple(sign for sign in (number, name, birth, sex) if sign is not None)


def bare_number(mrn: str) -> str:
    """A hospital number without what is often left out: blanks, marks, leading zeros, case."""
    marks_gone = "".join(character for character in folded_key(mrn) if character.isalnum())
    return re.sub(r"(?<!\d)0+(?=\d)", "", marks_gone)


def _name_sign(
    new: Patient, other: PatientLine, sort_by: str | None, sounds: set[str], parts: set[str]
) -> Sign | None:
    written = {folded_key(name) for name in (other.name, other.name_latin) if name}
    if written & {folded_key(name) for name in (new.name, new.name_latin) if name}:
        return Sign.SAME_NAME
    theirs = [words for name in (sort_by, other.name_latin) for words in readings_of(name)]
    others = {"".join(words) for words in theirs}
    if sounds & others:
        return Sign.SAME_SOUND
    if any(_one_apart(a, b) for a in sounds for b in others):
        return Sign.SIMILAR_NAME
    shared = parts & {word for words in theirs for word in words}
    is_telling = any(len(word) >= _SHORTEST_PART for word in shared)
    return Sign.PART_OF_NAME if is_telling else None


def _readings(patient: Patient) -> list[list[str]]:
    """Both names in Latin letters, with ü in each way it may have been written."""
    return [
        [_U_UMLAUT.sub(rf"\1{u}", word) for word in words]
        for name in (patient.name, patient.name_latin)
        for words in readings_of(name)
        for u in U_UMLAUT
    ]


def _orders(words: list[str]) -> Iterable[str]:
    """The words run together, in each order: family name first or last."""
    if len(words) > _REORDERED:
        return {"".join(words), "".join(words[1:] + words[:1]), "".join(words[-1:] + words[:-1])}
    return {"".join(order) for order in permutations(words)}


def _one_apart(a: str, b: str) -> bool:
    """Whether one letter was changed, left out, added, or two neighbours were exchanged."""
    if min(len(a), len(b)) < _SHORTEST_SIMILAR or abs(len(a) - len(b)) > 1:
        return False
    alike = list(takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    rest, other = a[len(alike) :], b[len(alike) :]
    exchanged = len(rest) > 1 and rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return exchanged or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def _birth_sign(a: PartialDate | None, b: PartialDate | None) -> Sign | None:
    """None when the two were certainly born on different days."""
    if a is None or b is None or a.is_unknown or b.is_unknown:
        return Sign.NO_BIRTH
    same = same_day(a, b)
    if same is not Certainty.NO:
        return Sign.SAME_BIRTH if same is Certainty.YES else Sign.MAYBE_BIRTH
    if a.day is None or b.day is None:
        return None
    left, right = ((d.year, d.month, d.day) for d in (a.day, b.day))
    exchanged = left[0] == right[0] and left[1:] == right[:0:-1]
    equal = sum(x == y for x, y in zip(left, right, strict=True))
    return Sign.SLIP_OF_BIRTH if exchanged or equal == len(left) - 1 else None
