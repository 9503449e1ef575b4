# SPDX-License-Identifier: MIT
"""What the clinic's IT decided for this computer: ``tracker.ini``, read once at the start.

It may only make the clinic's own rules stricter. What cannot be understood is told, and the rule
that would hold without it holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tracker.domain.fields import YesNo
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:  # the first list does not wait for the kinds of records
    from tracker.domain.records import LockPolicy

SECTION: Final = "site"
KEYS: Final = ("language", "backup_folder", "idle_minutes", "pin")
LANGUAGES: Final = ("en", "zh_CN")
_LARGEST: Final = 100_000
_SHORTEST, _LONGEST = 1, 15  # minutes, as of the clinic's own rule


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The settings of a computer.

    Attributes:
        file: where they stand; None = there is no such file.
        language: of the window until a person chooses another; "" = that of the desktop.
        backup_folder: that is offered for backups; None = none.
        idle_minutes: after which the screen locks at the latest; None = the clinic's rule alone.
        pin: False forbids a PIN for the screen whatever the clinic allows.
        problems: what is in the file and was not understood.
    """

    file: Path | None = None
    language: str = ""
    backup_folder: Path | None = None
    idle_minutes: int | None = None
    pin: bool = True
    problems: tuple[Message, ...] = ()

    def tightened(self, policy: "LockPolicy") -> "LockPolicy":
        """The clinic's rule for the screen, as strict as this computer demands."""
        minutes = min(policy.idle_minutes, self.idle_minutes or policy.idle_minutes)
        return replace(policy, idle_minutes=minutes, pin=policy.pin if self.pin else YesNo.NO)


def read(places: Iterable[Path]) -> SiteSettings:
    """The settings of the first of these files that is there."""
    file = next((place for place in places if place.is_file()), None)
    if file is None:
        return SiteSettings()
    from configparser import ConfigParser
    from configparser import Error as NotAnIni

    ini = ConfigParser(interpolation=None)
    try:
        with file.open("rb") as opened:
            ini.read_string(opened.read(_LARGEST).decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, NotAnIni):
        message = QT_TRANSLATE_NOOP(
            "Message", "{file} cannot be read, so nothing in it holds. Ask IT to correct it."
        )
        return SiteSettings(file, problems=(Message(message, {"file": str(file)}),))
    return _understood(file, dict(ini[SECTION]) if ini.has_section(SECTION) else {}, ini.sections())


def _understood(file: Path, given: dict[str, str], sections: list[str]) -> SiteSettings:
    values = {key: text.strip() for key, text in given.items()}
    wrong = [key for key in values if key not in KEYS]
    wrong += [f"[{section}]" for section in sections if section != SECTION]
    language, minutes = values.get("language", ""), values.get("idle_minutes", "")
    pin, folder = values.get("pin", ""), values.get("backup_folder", "")
    if language not in {"", *LANGUAGES}:
        wrong.append(f"language = {language}")
        language = ""
    idle = int(minutes) if minutes.isascii() and minutes.isdigit() and len(minutes) < 4 else None
    if minutes and (idle is None or not _SHORTEST <= idle <= _LONGEST):
        wrong.append(f"idle_minutes = {minutes}")
        idle = None
    if pin not in {"", "yes", "no"}:
        wrong.append(f"pin = {pin}")
    if folder and not Path(folder).is_absolute():
        wrong.append(f"backup_folder = {folder}")
        folder = ""
    return SiteSettings(
        file,
        language,
        Path(folder) if folder else None,
        idle,
        pin=pin != "no",
        problems=tuple(_not_understood(file, what) for what in wrong),
    )


def _not_understood(file: Path, what: str) -> Message:
    message = QT_TRANSLATE_NOOP(
        "Message", "{file}: “{what}” is not understood and does not hold. Ask IT to correct it."
    )
    return Message(message, {"file": str(file), "what": what[:80]})
