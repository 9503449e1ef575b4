# SPDX-License-Identifier: MIT
"""Which events went into calendar files, so that a later file can change or cancel them."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
-- No record of a patient: the memory of what calendars were told. said = digest of the words.
CREATE TABLE calendar_event (
    key {blob} NOT NULL CHECK (length(key) = 16),
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL CHECK (last_day >= first_day),
    masked TEXT NOT NULL,
    said TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    PRIMARY KEY (key)
) {options};
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Makes the table."""
    execute(db, _SQL)
