# SPDX-License-Identifier: MIT
"""The day of a dose inside its cycle, as day 8; the lists are written anew after a migration."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
ALTER TABLE due ADD COLUMN cycle_day INTEGER CHECK (cycle_day >= 1);
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds the column; no entry is touched."""
    execute(db, _SQL)
