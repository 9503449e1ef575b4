# SPDX-License-Identifier: MIT
"""What a patient can be found by and sorted by: number, phone, names, pinyin and its initials."""

import unicodedata

from tracker.domain.records import Patient
from tracker.store.finder import SearchKeys

_READINGS = (
    "单=shan 曾=zeng 仇=qiu 解=xie 区=ou 查=zha 任=ren 华=hua 盖=ge 朴=piao 乐=yue 翟=zhai"
    " 召=shao 缪=miao 冼=xian 秘=bi 员=yun 种=chong 黑=he 繁=po 宓=mi"
)
_SURNAMES = dict(reading.split("=") for reading in _READINGS.split())
"""How characters are read at the head of a name, where that is not their usual reading."""

U_UMLAUT = ("v", "u", "yu")
"""How ü is written after l and n: on a keyboard, in most letters, in a passport."""


def search_keys(patient: Patient) -> SearchKeys:
    """The keys, computed when a patient is saved.

    A name with blanks or dots inside is found without them, too.
    A Chinese name adds its pinyin with and without blanks and its initials, for both readings of
    a surname that has two and every spelling of ü; a Latin name adds its initials.
    """
    keys = [patient.mrn, patient.phone or "", patient.name or "", patient.name_latin or ""]
    keys += ["".join(_words(name)) for name in (patient.name, patient.name_latin) if name]
    readings = [words for name in (patient.name, patient.name_latin) for words in readings_of(name)]
    for words in readings:
        keys += ["".join(words), " ".join(words)]
        keys += ["".join(word[0] for word in words)] if len(words) > 1 else []
    sort_by = " ".join(readings[0]) if readings else None
    return SearchKeys(" ".join(dict.fromkeys(folded_key(key) for key in keys if key)), sort_by)


def folded_key(text: str) -> str:
    """Case and accents removed, so that "müller" finds "MÜLLER" and "Muller"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def readings_of(name: str | None) -> list[list[str]]:
    """A name as words of Latin letters, the most usual reading first; none for no name."""
    if not name:
        return []
    if any(_is_han(character) for character in name):
        return _pinyin(name)
    words = _words(name)
    return [words] if words else []


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


def _pinyin(name: str) -> list[list[str]]:
    # a third of a second and 50 MB to import: only when a Chinese name is saved
    from pypinyin import lazy_pinyin

    words = _words(" ".join(lazy_pinyin(name)))
    readings = [[_SURNAMES[name[0]], *words[1:]]] if name[0] in _SURNAMES else []
    readings += [words]
    return [[_spelt(word, u) for word in reading] for reading in readings for u in U_UMLAUT]


def _spelt(word: str, u_umlaut: str) -> str:
    return word[0] + u_umlaut + word[2:] if word[:2] in {"lv", "nv"} else word


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in folded_key(text)).split()
