# SPDX-License-Identifier: MIT
"""What to know before a dose, beside its line; lines of contact have an index of their own."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
ALTER TABLE due ADD COLUMN known TEXT NOT NULL DEFAULT '[]';

DROP INDEX due_waiting;
CREATE INDEX due_waiting ON due (state, shown_day)
    WHERE closed_day IS NULL AND state <> 'projected' AND what <> 'contact';
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds the column; what the charts say is filled in when the migrated file is opened."""
    execute(db, _SQL)
