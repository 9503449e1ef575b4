# SPDX-License-Identifier: MIT
"""What a patient is called on the screen and on paper: by name, or masked while others can see.

Masked or not is one state of the whole program, as its language is; it is never kept, and every
window begins with names shown. Only what is read changes: forms and files hold what is stored.
"""

from dataclasses import dataclass
from typing import Final, Protocol

from tracker.domain.masking import masked_name

_NAMING: Final = frozenset({("patient", "name"), ("patient", "name_latin")})


class Named(Protocol):
    """Somebody with a name in the script of its owner, in Latin letters, both or neither."""

    @property
    def name(self) -> str | None: ...
    @property
    def name_latin(self) -> str | None: ...


@dataclass
class _Mode:
    is_masked: bool = False


_mode: Final = _Mode()


def are_masked() -> bool:
    """Whether initials stand in place of names."""
    return _mode.is_masked


def mask(masked: bool) -> None:
    """Masks names or shows them, from the next reading on."""
    _mode.is_masked = masked


def name_of(who: Named) -> str:
    """The first name to be read: that of the owner's script, else the Latin one; "" for none."""
    return _said(who.name or who.name_latin or "")


def latin_of(who: Named) -> str:
    """The Latin name beside another one; "" where there is none, or names are masked."""
    return (who.name_latin or "") if who.name and not _mode.is_masked else ""


def both_of(who: Named, between: str = " ") -> str:
    """Both names; "" for neither."""
    return between.join(filter(None, (name_of(who), latin_of(who))))


def field_text(kind: str, field: str, text: str) -> str:
    """A field of a record as it is read in a history: the names of a patient may be masked."""
    return _said(text) if (kind, field) in _NAMING else text


def _said(name: str) -> str:
    return masked_name(name) if _mode.is_masked else name
