# SPDX-License-Identifier: MIT
"""Where the program's own files are, and where a clinic's profile is kept on this computer."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_VENDORED = _PACKAGE / "_resources"  # only an installed program has it


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


def default_profile() -> Path:
    """The profile that is opened when none is named; ``TRACKER_PROFILE`` wins.

    Per user, and on Windows not part of a roaming profile: a database that is copied while it
    is open comes back damaged.
    """
    named = os.environ.get("TRACKER_PROFILE")
    if named:
        return Path(named)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local") / "Follow-up Tracker"
    if sys.platform == "darwin":
        return home / "Library/Application Support/Follow-up Tracker"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "followup-tracker"
