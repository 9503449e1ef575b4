# SPDX-License-Identifier: MIT
"""What a patient can be found by: number, names, pinyin and its initials."""

import unicodedata

from tracker.domain.records import Patient


def search_keys(patient: Patient) -> str:
    """One line of lower-case keys, computed when a patient is saved.

    A Chinese name adds its pinyin with and without blanks, and its initials, for every common
    reading of its characters; a Latin name adds its initials.
    """
    keys = [patient.mrn, patient.phone or "", patient.name or "", patient.name_latin or ""]
    keys += _initials(patient.name_latin)
    if any(_is_han(c) for c in patient.name or ""):
        keys += _pinyin(patient.name or "")
    else:
        keys += _initials(patient.name)
    return " ".join(dict.fromkeys(folded_key(key) for key in keys if key))


def folded_key(text: str) -> str:
    """Case and accents removed, so that "müller" finds "MÜLLER" and "Muller"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _initials(name: str | None) -> list[str]:
    words = (name or "").split()
    return ["".join(word[0] for word in words)] if len(words) > 1 else []


def _pinyin(name: str) -> list[str]:
    # a third of a second and 50 MB to import: only when a Chinese name is saved
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(name)
    initials = lazy_pinyin(name, style=Style.FIRST_LETTER)
    return ["".join(syllables), " ".join(syllables), "".join(initials)]
