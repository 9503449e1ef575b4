# SPDX-License-Identifier: MIT
"""The first steps, one sheet each: a sentence, and what that step asks for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from tracker.domain.errors import Problem
from tracker.domain.records import ClinicDays
from tracker.domain.text import Message, normal
from tracker.services import profiles, setup
from tracker.services.restore_protocol import Preview
from tracker.ui.dialogs.choose_file import Then, choose_folder, open_file
from tracker.ui.dialogs.field_column import FieldColumn
from tracker.ui.dialogs.secret_box import EntranceBox, SecretBox
from tracker.ui.errors import words
from tracker.ui.language import LANGUAGES, current
from tracker.ui.theme import Look
from tracker.ui.widgets.joined import Joined
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import ACT, Press

_WAY_WIDTH = 220


class Step(QWidget):
    """A sheet of the first steps.

    Signals:
        entered(): Enter was typed in its last field.
        edited(): something was typed.
    """

    entered = Signal()
    edited = Signal()

    def __init__(self, look: Look, title: str, sentence: str) -> None:
        super().__init__()
        self.look = look
        self.column = FieldColumn(look, title, sentence)
        self.column.entered.connect(self.entered)
        self.column.edited.connect(self.edited)
        self.setLayout(self.column)

    def problems(self) -> list[str]:
        """What is missing or wrong, in the language of the window; the step is left without."""
        return []

    def begin(self) -> None:
        """The step is in front: the keyboard is in its first field."""
        if self.column.boxes:
            self.column.boxes[0].setFocus()

    def add_path(
        self, name: str, label: str, hint: str, choose: Callable[[QWidget, str, Then], None]
    ) -> QLineEdit:
        """A box for a path with a button that opens the desktop's own dialog."""
        box = EntranceBox(self.look, name)

        def chosen(path: str) -> None:
            box.setText(path)
            self.edited.emit()

        def ask() -> None:
            choose(self, label, chosen)

        press = Press(self.look, self.tr("Choose …"))
        press.setAccessibleName(self.tr("Choose: {field}").format(field=label))
        press.clicked.connect(ask)
        self.column.add_field(label, box, hint, beside=press)
        return box


class WelcomeStep(Step):
    """The language, and which way to go.

    Signals:
        language_chosen(str): a code of ``LANGUAGES``.
        way_chosen(str): "new", "open", "restore" or "demo".
    """

    language_chosen = Signal(str)
    way_chosen = Signal(str)

    def __init__(self, look: Look, lost: Path | None) -> None:
        sentence = self.tr("No records are on this computer yet, and nothing leaves it.")
        if lost is not None:
            sentence = self.tr(
                "The records in {folder} cannot be reached: close this, connect their disk, and "
                "start again."
            ).format(folder=lost)
        super().__init__(look, self.tr("Welcome"), sentence)
        self._languages = Joined(look, self.tr("Language"), LANGUAGES)
        self._languages.choose(current())
        self._languages.chosen.connect(self.language_chosen)
        self.column.add_other("Language · 语言", self._languages)
        self.column.addSpacing(look.px(14))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(10))
        self._ways: list[Press] = []
        for row, (way, text, what) in enumerate(self._choices()):
            press = Press(look, text, primary=way == "new", height=ACT)
            press.setFixedWidth(look.px(_WAY_WIDTH))
            press.clicked.connect(lambda _on=False, way=way: self.way_chosen.emit(way))
            said = PlainLabel(look, what, 13.5, colour="text2")
            said.setWordWrap(True)
            grid.addWidget(press, row, 0)
            grid.addWidget(said, row, 1)
            self._ways.append(press)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.column.addStretch()

    def begin(self) -> None:
        self._ways[0].setFocus()

    def _choices(self) -> list[tuple[str, str, str]]:
        return [
            ("new", self.tr("New clinic"), self.tr("Makes an encrypted file, in five steps.")),
            ("open", self.tr("Open records"), self.tr("A folder that was in use before.")),
            ("restore", self.tr("Restore a backup"), self.tr("Proven before anything is made.")),
            (
                "demo",
                self.tr("Look around"),
                self.tr("Synthetic patients, thrown away at the end."),
            ),
        ]


class LimitsStep(Step):
    """What the program is not, and who accepts that for the clinic."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            self.tr("What this program is not"),
            self.tr("Read this; the person who accepts it for the clinic signs by name."),
        )
        for limit in setup.LIMITS:
            self.column.add_words(words(Message(limit)), 14.5, "text")
            self.column.addSpacing(look.px(6))
        self._name = EntranceBox(look, "accepted_by")
        self.column.add_field(
            self.tr("Accepted for the clinic by"),
            self._name,
            self.tr("Name and position. It is kept in the audit trail, with today's date."),
        )
        self.column.addStretch()

    @property
    def accepted_by(self) -> str:
        """Who signed."""
        return normal(self._name.text())

    def problems(self) -> list[str]:
        return [] if self.accepted_by else [self.tr("Nobody has accepted this yet.")]


class ClinicStep(Step):
    """Whose records these are, and when the clinic is open."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            self.tr("The clinic"),
            self.tr("Its name is printed; its weekdays and country say when it is closed."),
        )
        self._name, self._country = EntranceBox(look, "clinic"), EntranceBox(look, "country")
        self._weekdays = Joined(
            look,
            self.tr("Open on"),
            [
                ("", self.tr("Not stated")),
                ("Mo Tu We Th Fr", self.tr("Monday to Friday")),
                ("Mo Tu We Th Fr Sa", self.tr("Monday to Saturday")),
                ("Mo Tu We Th Fr Sa Su", self.tr("Every day")),
            ],
        )
        self._weekdays.chosen.connect(lambda _code: self.edited.emit())
        self.column.add_field(self.tr("Clinic"), self._name)
        self.column.add_other(self.tr("Open on"), self._weekdays)
        self.column.add_field(
            self.tr("Country"),
            self._country,
            self.tr("Two letters such as CN or DE, or DE-BY with the region. Empty: no holidays."),
        )
        self.column.add_words(
            self.tr(
                "Dates are shown as 26 Nov 2024 in English and 2024-11-26 in Chinese, so that day "
                "and month cannot be confused. Own closed days: page Data."
            ),
            12.5,
            "text3",
        )
        self.column.addStretch()

    @property
    def clinic(self) -> str:
        """The name."""
        return normal(self._name.text())

    @property
    def weekdays(self) -> str:
        """As ``ClinicDays`` writes them; empty = not stated."""
        return self._weekdays.code

    @property
    def country(self) -> str:
        """The letters as typed; empty = not stated."""
        return normal(self._country.text())

    def problems(self) -> list[str]:
        missing = [] if self.clinic else [self.tr("The name of the clinic is needed.")]
        stated = self.weekdays or self.country
        days = ClinicDays(weekdays=self.weekdays, country=self.country or None) if stated else None
        return missing + _said(setup.days_problems(days))


class PersonStep(Step):
    """The first administrator.

    Args:
        look: theme and zoom.
        clinic: the step before; its name makes no passphrase.
    """

    def __init__(self, look: Look, clinic: ClinicStep) -> None:
        super().__init__(
            look,
            self.tr("You"),
            self.tr("You are the first administrator, who lets the others in."),
        )
        self._clinic = clinic
        self._name = EntranceBox(look, "user")
        self._first = SecretBox(look, "passphrase")
        self._second = SecretBox(look, "passphrase_again")
        self.column.add_field(
            self.tr("Your name"), self._name, self.tr("It stands beside everything you record.")
        )
        self.column.add_field(
            self.tr("Passphrase"),
            self._first,
            self.tr("At least 15 characters; a few unrelated words are best."),
        )
        self.column.add_field(self.tr("Passphrase again"), self._second)
        self.column.addStretch()

    @property
    def user(self) -> str:
        """The name."""
        return normal(self._name.text())

    @property
    def passphrase(self) -> str:
        """As typed."""
        return self._first.text()

    def problems(self) -> list[str]:
        found = [] if self.user else [self.tr("Your name is needed.")]
        found += _said(setup.passphrase_problems(self.passphrase, self.user, self._clinic.clinic))
        if self.passphrase != self._second.text():
            found.append(self.tr("The two passphrases are not the same."))
        return found


class PlacesStep(Step):
    """Where the records and their copies are kept, and whether the computer reminds."""

    def __init__(self, look: Look, folder: Path, backup_folder: Path | None) -> None:
        super().__init__(
            look,
            self.tr("Where it is kept"),
            self.tr("The records stay on this computer; their copies belong on a second medium."),
        )
        self._folder = self.add_path(
            "folder",
            self.tr("Folder of the records"),
            self.tr("On a disk of this computer: no network drive, no synchronised folder."),
            choose_folder,
        )
        self._folder.setText(str(folder))
        self._backups = self.add_path(
            "backup_folder",
            self.tr("Folder for backups"),
            self.tr(
                "Offered whenever you back up: a USB disk or the clinic's drive. Backups are "
                "encrypted. Empty: choose later."
            ),
            choose_folder,
        )
        self._backups.setText(str(backup_folder or ""))
        self._reminders = Joined(
            look, self.tr("Reminders"), [("off", self.tr("Off")), ("on", self.tr("On"))]
        )
        self.column.add_other(
            self.tr("Reminders"),
            self._reminders,
            self.tr("A message of the desktop while the program is open: a count, never a name."),
        )
        self.column.addStretch()

    @property
    def folder(self) -> Path:
        """Of the records."""
        return _path(self._folder)

    @property
    def backup_folder(self) -> Path | None:
        """Of the copies; None = not chosen yet."""
        return _path(self._backups) if self._backups.text().strip() else None

    @property
    def reminds(self) -> bool:
        """Whether messages are wanted."""
        return self._reminders.code == "on"

    def problems(self) -> list[str]:
        if not self._folder.text().strip():
            return [self.tr("Choose a folder for the records.")]
        return _said(setup.place_problems(self.folder, self.backup_folder))


class OpenStep(Step):
    """Records that are somewhere else on this computer."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            self.tr("Open records"),
            self.tr("Choose the folder with tracker.db and keyring.json; it opens from now on."),
        )
        self._folder = self.add_path("folder", self.tr("Folder of the records"), "", choose_folder)
        self.column.addStretch()

    @property
    def folder(self) -> Path:
        """The folder that was named."""
        return _path(self._folder)

    def problems(self) -> list[str]:
        if self._folder.text().strip() and profiles.exists(self.folder):
            return []
        return [self.tr("This folder holds no records. Nothing was changed.")]


class RestoreStep(Step):
    """A backup, and where it goes."""

    def __init__(self, look: Look, folder: Path) -> None:
        super().__init__(
            look,
            self.tr("Restore a backup"),
            self.tr("Users and passphrases are those of the day of the backup."),
        )
        self._file = self.add_path("file", self.tr("Backup file"), "", open_file)
        self._folder = self.add_path(
            "folder",
            self.tr("Folder of the records"),
            self.tr("On a disk of this computer: no network drive, no synchronised folder."),
            choose_folder,
        )
        self._folder.setText(str(folder))
        self._passphrase = SecretBox(look, "passphrase")
        self.column.add_field(
            self.tr("Passphrase"), self._passphrase, self.tr("Of somebody who may restore.")
        )
        self.column.addStretch()

    @property
    def file(self) -> Path:
        """The backup."""
        return _path(self._file)

    @property
    def folder(self) -> Path:
        """Where to."""
        return _path(self._folder)

    @property
    def passphrase(self) -> str:
        """As typed."""
        return self._passphrase.text()

    def problems(self) -> list[str]:
        typed = (self._file.text().strip(), self._folder.text().strip(), self.passphrase)
        return [] if all(typed) else [self.tr("File, folder and passphrase are needed.")]


class PreviewStep(Step):
    """What a backup holds, and what a restore would replace."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            self.tr("What the backup holds"),
            self.tr("It was looked into; nothing has been changed yet."),
        )
        self._lines = PlainLabel(look, "", 13.5)
        self._lines.setWordWrap(True)
        self._lines.setObjectName("preview")
        self.column.addWidget(self._lines)
        self.column.addStretch()
        self.sha256 = ""

    def show_preview(self, preview: Preview) -> None:
        """Says it in sentences; ``sha256`` is that of the file from now on."""
        self.sha256 = preview.sha256
        self._lines.setText("\n\n".join(map(words, preview.lines())))


def _path(box: QLineEdit) -> Path:
    return Path(box.text().strip()).expanduser()


def _said(problems: list[Problem]) -> list[str]:
    return [words(problem.message) for problem in problems]
