# SPDX-License-Identifier: MIT
"""Words a person will read: marked for translation here, translated in the window."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - lupdate finds it by this name
    """Marks ``text`` for Qt's translation tools and returns it unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with its values apart, so that the sentence can be translated.

    ``text`` is an English source text marked with ``QT_TRANSLATE_NOOP("Message", ...)``;
    ``values`` fill its ``{names}``; a choice among them is read by its label.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**{n: getattr(v, "label", v) for n, v in self.values.items()})


# Characters that reorder what is read (bidi overrides and isolates) or are invisible.
_HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff")


def normal(text: str) -> str:
    """NFC form with surrounding blanks removed: how a free text is kept."""
    return unicodedata.normalize("NFC", text).strip()


def folded(text: str) -> str:
    """NFKC form of a number, date or code: full-width digits and signs become ASCII."""
    folded_text = unicodedata.normalize("NFKC", text).strip()
    return folded_text.replace("。", ".").replace("−", "-")


def hidden_characters(text: str) -> list[str]:
    """Code points of ``text`` that a reader cannot see (controls, bidi overrides), in order."""
    return [
        f"U+{ord(c):04X}"
        for c in text
        if c in _HIDDEN or (unicodedata.category(c) == "Cc" and c not in "\n\t")
    ]


def is_named_in(word: str, text: str) -> bool:
    """Whether a text names somebody or a number: A-1 stands in "A-1, by phone", not in "A-12".

    Chinese is written without blanks, so a name in it counts wherever it stands.
    """
    if not word.isascii():
        return word in text
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text, re.ASCII) is not None
