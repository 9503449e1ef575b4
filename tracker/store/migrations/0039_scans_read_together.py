# SPDX-License-Identifier: MIT
"""Scans of several days that a person reads as one time point."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
ALTER TABLE imaging_study ADD COLUMN read_with_text TEXT;
ALTER TABLE imaging_study ADD COLUMN read_with_earliest INTEGER
    CHECK (read_with_text IS NOT NULL OR read_with_earliest IS NULL);
ALTER TABLE imaging_study ADD COLUMN read_with_latest INTEGER
    CHECK (read_with_text IS NOT NULL OR read_with_latest IS NULL)
    CHECK (read_with_earliest BETWEEN 1 AND read_with_latest);
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds three columns; every stored scan stays a time point of its own."""
    execute(db, _SQL)
