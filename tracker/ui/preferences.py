# SPDX-License-Identifier: MIT
"""What a person chose for this computer: language, theme, zoom, window, tables.

Never patient data.
"""

import math
from contextlib import suppress
from pathlib import Path
from shutil import copyfile
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from tracker.ui.tables.habits import TableHabits
from tracker.ui.theme import ZOOM_STEPS

THEMES: Final = ("system", "light", "dark")


class Preferences:
    """An INI file; an entry that is missing or damaged counts as not chosen.

    Attributes:
        damaged: a copy of a file that could not be understood; None when it could.
        refused: the file, when it may not be read; what is chosen holds until the end only.
    """

    def __init__(self, path: Path) -> None:
        self.damaged: Path | None = None
        self.refused: Path | None = None
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        match self._settings.status():
            case QSettings.Status.FormatError:
                self.damaged = path.with_name(f"{path.name}.damaged")
                with suppress(OSError):  # then nothing is kept of it, and nothing was lost
                    copyfile(path, self.damaged)
            case QSettings.Status.AccessError:
                self.refused = path

    @property
    def language(self) -> str:
        """A language such as ``en`` or ``zh_CN``; empty = that of the desktop."""
        return self._text("language")

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def theme(self) -> str:
        """One of ``THEMES``."""
        chosen = self._text("theme")
        return chosen if chosen in THEMES else "system"

    @theme.setter
    def theme(self, theme: str) -> None:
        self._settings.setValue("theme", theme)

    @property
    def zoom(self) -> float:
        """The factor on all sizes; 1.0 when not chosen."""
        try:
            zoom = float(self._text("zoom"))
        except ValueError:
            return 1.0
        return min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1]) if math.isfinite(zoom) else 1.0

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._settings.setValue("zoom", zoom)

    @property
    def shows_reminders(self) -> bool:
        """Whether the desktop shows messages and a number; not until somebody asks for it."""
        return self._text("reminders") == "shown"

    @shows_reminders.setter
    def shows_reminders(self, shown: bool) -> None:
        self._settings.setValue("reminders", "shown" if shown else "")

    @property
    def backup_folder(self) -> str:
        """The folder that is offered for backups; empty when none was chosen."""
        return self._text("backup_folder")

    @backup_folder.setter
    def backup_folder(self, folder: str) -> None:
        self._settings.setValue("backup_folder", folder)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window as Qt saved it; empty when it was never shown."""
        saved = self._settings.value("geometry")
        return saved if isinstance(saved, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    def tables_of(self, person: str) -> TableHabits:
        """What somebody changed about the tables; others at this computer keep their own."""
        return TableHabits(self._settings, person)

    def save(self) -> None:
        """Writes the file now; else Qt does, some time before the program ends."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        saved = self._settings.value(key, "")
        return saved if isinstance(saved, str) else str(saved)
