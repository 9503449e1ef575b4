# SPDX-License-Identifier: MIT
"""Where the program's own files are, and where a clinic's profile is kept on this computer."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_VENDORED = _PACKAGE / "_resources"  # only an installed program has it
PORTABLE = "tracker-data"  # the name of the folder that makes a program portable


def resources() -> Path:
    """The folder with fonts, icons and demonstration data."""
    return _VENDORED if _VENDORED.is_dir() else _PACKAGE.parent / "resources"


def autostart() -> Path:
    """The folder with the definitions of the reminder for each operating system."""
    vendored = _VENDORED / "autostart"
    return vendored if vendored.is_dir() else _PACKAGE.parent / "packaging" / "autostart"


def program_folder() -> Path:
    """The folder in which the program can be started, installed or from source."""
    return _PACKAGE.parent


def beside_program() -> Path:
    """The folder in which a person sees the program: of its executable, or of its source."""
    if is_frozen():
        return Path(sys.executable).parent
    folder = program_folder()
    if folder.name == "Lib" and folder.parent.name == "runtime":  # the package for Windows
        return folder.parents[1]
    return folder


def is_frozen() -> bool:
    """Whether this is a package with its own Python inside."""
    return bool(getattr(sys, "frozen", False))


def start_command(*arguments: str) -> list[str]:
    """What starts the program once more with these arguments."""
    own = [sys.executable] if is_frozen() else [sys.executable, "-m", "tracker"]
    return [*own, *arguments]


def manual(language: str) -> Path:
    """The folder with the manual in a language, ``en`` or ``zh``."""
    folder = _VENDORED / "manual" if _VENDORED.is_dir() else program_folder() / "docs" / "manual"
    return folder / language


def third_party() -> Path:
    """The licences that a package collected when it was built; only a package has them."""
    return resources() / "THIRD_PARTY.txt"


def portable() -> Path | None:
    """The folder ``tracker-data`` beside the program, if somebody made one: all is kept in it."""
    folder = beside_program() / PORTABLE
    return folder if folder.is_dir() else None


def default_profile() -> Path:
    """The profile that is opened when none is named.

    ``TRACKER_PROFILE`` wins; then ``tracker-data`` beside the program, the folder that somebody
    chose in the window, and last the system's usual place for this user.
    """
    named = os.environ.get("TRACKER_PROFILE")
    if named:
        return Path(named)
    beside = portable()
    if beside is not None:
        return beside / "profile"
    return chosen_profile() or usual_profile()


def usual_profile() -> Path:
    """The system's usual place for this user.

    On Windows not part of a roaming profile: a database that is copied while it is open comes
    back damaged.
    """
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local") / "Follow-up Tracker"
    if sys.platform == "darwin":
        return home / "Library/Application Support/Follow-up Tracker"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "followup-tracker"


def chosen_profile() -> Path | None:
    """The folder of records that somebody chose in the window; None = the usual one."""
    try:
        named = _chosen().read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(named) if named else None


def choose_profile(folder: Path) -> None:
    """Opens this folder from the next start on.

    Raises:
        OSError: it cannot be written down.
    """
    _chosen().parent.mkdir(parents=True, exist_ok=True)
    _chosen().write_text(f"{folder.absolute()}\n", "utf-8")


def settings_folder() -> Path:
    """Where the choices of this person for this computer are kept; never patient data."""
    beside = portable()
    if beside is not None:
        return beside
    if sys.platform in {"win32", "darwin"}:
        usual = usual_profile()
        return usual.with_name(f"{usual.name} Settings")
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "followup-tracker"


def log_folder() -> Path:
    """Where defects of the program are written down, by types and lines."""
    return settings_folder() / "log"


def site_files() -> tuple[Path, ...]:
    """Where the clinic's IT may put ``tracker.ini``; the first that is there counts."""
    named = os.environ.get("TRACKER_INI")
    if sys.platform == "win32":
        shared = Path(os.environ.get("PROGRAMDATA") or "C:/ProgramData") / "Follow-up Tracker"
    elif sys.platform == "darwin":
        shared = Path("/Library/Application Support/Follow-up Tracker")
    else:
        shared = Path("/etc/followup-tracker")
    folders = (beside_program(), shared)
    places = tuple(folder / "tracker.ini" for folder in folders)
    return (Path(named), *places) if named else places


def _chosen() -> Path:
    return settings_folder() / "profile.txt"
