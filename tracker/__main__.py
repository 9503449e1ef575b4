# SPDX-License-Identifier: MIT
"""Start of the program: ``python -m tracker``, ``tracker`` and ``tracker-gui``."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program. What stops it is told in words, without a value of anybody's chart."""
    from tracker.defects import report_defect

    sys.excepthook = report_defect
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        match given:  # the window alone does not wait for the command line and all it can do
            case []:
                return _window()
            case ["--demo"]:
                return _window(is_demo=True)
            case ["--profile", folder] if not folder.startswith("-"):
                return _window(folder)
        from tracker import cli

        return cli.main(given)
    except ImportError as error:
        print(_missing(error), file=sys.stderr)  # noqa: T201 - before the command line is there
        return 1


def _missing(error: ImportError) -> str:
    """What to do: the linker names a library of the system, Python a part of the program."""
    if ".so" in str(error):
        return (
            f"A library is missing: {error}. Run install.sh of the offline bundle again; with a "
            "Python of your own install what the program needs of the system. On Debian and "
            "Ubuntu: apt-get install libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 "
            "libxkbcommon0 libxcb-cursor0 libxkbcommon-x11-0. Nothing was opened or changed."
        )
    return f"A part of the program is missing: {error}. Install it again."


def _window(folder: str | None = None, *, is_demo: bool = False) -> int:
    from pathlib import Path

    from tracker.ui.unread_sources import leave_sources_unread

    leave_sources_unread()  # first: it makes every import after it cheaper

    from tracker import app
    from tracker.domain.errors import UserError

    try:
        return app.run(Path(folder) if folder else None, is_demo=is_demo)
    except UserError as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window to say it
        return 1


if __name__ == "__main__":
    sys.exit(main())
