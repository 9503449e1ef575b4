# SPDX-License-Identifier: MIT
"""Defects of the program, written down for IT: when, what kind, which lines. Never a value."""

import logging
from pathlib import Path
from typing import Final

_LARGEST: Final = 500_000
_NAME: Final = "tracker.log"


def start(folder: Path) -> None:
    """Writes the program's own warnings into ``folder`` from now on; it is made for the first one.

    A folder that cannot be written to is no reason not to start: then nothing is written down.
    """
    file = folder / _NAME
    try:
        if file.exists() and file.stat().st_size > _LARGEST:
            file.replace(file.with_suffix(".old.log"))
    except OSError:
        return
    handler = _Later(file, encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger("tracker").addHandler(handler)


class _Later(logging.FileHandler):
    """Makes its folder when there is something to write."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        super().emit(record)
