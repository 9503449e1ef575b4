# SPDX-License-Identifier: MIT
"""Bytes to text with the encoding named, never guessed in silence."""

from dataclasses import dataclass

from tracker.domain.errors import Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FIRST_EAST_ASIAN = "\u2e80"


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text and the encoding it was read in, to be shown before anything is stored."""

    text: str
    encoding: str


def decode(data: bytes) -> DecodedText:
    """Reads UTF-16 with a byte order mark, UTF-8, else GB18030 (which includes GBK and GB2312).

    Raises:
        Refused: none of these, or lines of different encodings in one file.
    """
    if data.startswith(_UTF16_MARKS):
        return DecodedText(_strictly(data, "utf-16"), "utf-16")
    try:
        return DecodedText(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        pass
    text = _strictly(data, "gb18030")
    for number, line in enumerate(data.split(b"\n"), start=1):
        if _is_utf8_chinese(line):
            raise Refused(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "Line {line} is UTF-8 and other lines are not: the file mixes encodings. "
                        "Save it once as “CSV UTF-8”.",
                    ),
                    {"line": number},
                )
            )
    return DecodedText(text, "gb18030")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "The file is neither UTF-8, UTF-16 with a mark, nor GB18030 (byte {position} "
                    "is no character). Save it as “CSV UTF-8”.",
                ),
                {"position": error.start},
            )
        ) from None


def _is_utf8_chinese(line: bytes) -> bool:
    """Whether a line reads as UTF-8 with East Asian characters: bytes of GB18030 hardly ever do."""
    try:
        return any(c >= _FIRST_EAST_ASIAN for c in line.decode("utf-8"))
    except UnicodeDecodeError:
        return False
