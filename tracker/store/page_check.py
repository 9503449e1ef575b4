# SPDX-License-Identifier: MIT
"""Checks every page beside the open store, on a connection of its own, and gives way to saves.

A check takes a second for 100 MB, and whoever reads for so long would hold up a save. So a save
that begins ends the reading at once; it begins anew afterwards.
"""

from contextlib import closing
from pathlib import Path
from threading import Event

from sqlcipher3 import dbapi2 as sqlcipher

from tracker.domain.errors import UserError
from tracker.store.connection import EncryptedDatabase, integrity_problems, open_db

_INTERRUPTED = 9  # SQLite's code
_STEPS = 200  # of the library between two looks; a page takes one or a few


class PageCheck:
    """One check of one file. Made by ``Store.page_check``; ``is_sound`` runs on any thread.

    Args:
        path: of the database.
        key: of the database.
        idle: set while nobody writes.
    """

    def __init__(self, path: Path, key: bytes, idle: Event) -> None:
        self._path = path
        self._key = key
        self._idle = idle

    def is_sound(self) -> bool:
        """Whether nothing was found. What is found here is only a reason to look again.

        A page that is read while a save writes it looks damaged. So ``Store.check_pages`` has
        the last word.
        """
        try:
            with closing(open_db(self._path, self._key, readonly=True)) as db:
                db.connection().set_progress_handler(self._is_in_the_way, _STEPS)
                return not self._problems(db)
        except UserError:
            return False

    def _is_in_the_way(self) -> bool:
        return not self._idle.is_set()

    def _problems(self, db: EncryptedDatabase) -> bool:
        while True:
            self._idle.wait()
            try:
                return bool(integrity_problems(db))
            except sqlcipher.OperationalError as error:
                if error.sqlite_errorcode != _INTERRUPTED:
                    raise
