# SPDX-License-Identifier: MIT
"""Words a person will read: marked for translation here, translated in the window."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
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


Say = Callable[[Message], str]
"""Puts a message into words of a language; ``str`` says it in English."""

SHORT_TEXT, LONG_TEXT = 500, 20_000
"""Longest accepted free text, in characters, of one line and of several."""

# Characters that reorder what is read (bidi overrides and isolates) or are invisible.
_HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff")

# What a spreadsheet takes for the beginning of a formula, full-width forms included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before one."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def from_inert(cell: str) -> str:
    """The text that ``inert`` made this cell from."""
    return cell[1:] if cell[:1] == "'" and inert(cell) != cell else cell


def normal(text: str) -> str:
    """NFC form with surrounding blanks removed: how a free text is kept."""
    return unicodedata.normalize("NFC", text).strip()


def folded(text: str) -> str:
    """NFKC form of a number, date or code: full-width digits and signs become ASCII."""
    folded_text = unicodedata.normalize("NFKC", text).strip()
    return folded_text.replace("。", ".").replace("−", "-")


def hidden_characters(text: str) -> list[str]:
    """Code points of ``text`` that a reader cannot see (controls, bidi overrides), in order."""
    if text.isprintable():  # nearly every text; files hold 100,000 cells
        return []
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


def is_one_line(text: str) -> bool:
    """Whether a text has no line break, nor the separators of lines and paragraphs of Unicode."""
    return text.splitlines() in ([], [text])


def line_problems(label: str | Message, text: str) -> Iterable[Message]:
    """What is wrong with a free text of one line: as ``text_problems``, or it has more lines."""
    yield from text_problems(label, text, SHORT_TEXT)
    if not is_one_line(text):
        yield Message(
            QT_TRANSLATE_NOOP(
                "Message", "{label} has a line break. It is one line: write it without."
            ),
            {"label": label},
        )


def text_problems(label: str | Message, text: str, longest: int = LONG_TEXT) -> Iterable[Message]:
    """What is wrong with a free text: too long, or characters nobody can see."""
    if len(text) > longest:
        yield Message(
            QT_TRANSLATE_NOOP(
                "Message", "{label} has {length} characters; at most {longest} are kept."
            ),
            {"label": label, "length": len(text), "longest": longest},
        )
    hidden = hidden_characters(text[:longest])
    if hidden:
        yield Message(
            QT_TRANSLATE_NOOP("Message", "{label} holds characters nobody can see: {codes}."),
            {"label": label, "codes": ", ".join(sorted(set(hidden)))},
        )
