# SPDX-License-Identifier: MIT
"""Peewee on the connection that ``open_db`` made and proved: for single records and for saving.

Lists and charts are read on the same connection without it. Importing Peewee takes as long as
opening the file, so it is loaded beside the window, or by the first save.
"""

import logging
from collections.abc import Sequence

from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3.dbapi2 import Connection, Cursor

# Peewee would log every statement with its values, and so with names.
logging.getLogger("peewee").setLevel(logging.WARNING)


class Orm(SqlCipherDatabase):
    """Never opens or closes anything; errors are those of the library, as in the other lane."""

    def __init__(self, connection: Connection) -> None:
        self._opened = connection
        super().__init__("opened by open_db", lock_type="IMMEDIATE", autoconnect=False)
        self.connect()

    def _connect(self) -> Connection:
        return self._opened

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Cursor:
        """Runs a statement."""
        return self._opened.execute(sql, params or ())

    def begin(self, lock_type: str = "IMMEDIATE") -> None:
        """Starts a transaction that nobody else can write beside."""
        self._opened.execute(f"BEGIN {lock_type}")

    def commit(self) -> None:
        """Ends it; what it wrote is on the disk when this returns."""
        self._opened.execute("COMMIT")

    def rollback(self) -> None:
        """Ends it; nothing of it was written."""
        self._opened.execute("ROLLBACK")
