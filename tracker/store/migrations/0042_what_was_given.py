# SPDX-License-Identifier: MIT
"""What was given on the day of the last dose; the lists are written anew after a migration."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
ALTER TABLE due ADD COLUMN given TEXT NOT NULL DEFAULT '';
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds the column; no entry is touched."""
    execute(db, _SQL)
