# SPDX-License-Identifier: MIT
"""Names and numbers as they may lie on a desk: enough to find a patient, not to know who it is."""

import unicodedata

_SHOWN = 3


def masked_name(name: str) -> str:
    """Initials of a Latin name, the first character of a Chinese one.

    >>> masked_name("Erika Muster"), masked_name("王示例"), masked_name("")
    ('E. M.', '王＊＊', '')
    """
    words = name.split()
    if any(unicodedata.east_asian_width(letter) in "WF" for letter in name):
        together = "".join(words)
        return together[:1] + "＊" * (len(together) - 1)
    return " ".join(f"{word[0]}." for word in words)


def masked_number(number: str) -> str:
    """The last characters of a hospital number, never more than half of it.

    >>> masked_number("SYN-0482"), masked_number("41"), masked_number("7")
    ('…482', '…1', '…')
    """
    shown = min(_SHOWN, len(number) // 2)
    return "…" + (number[-shown:] if shown else "")
