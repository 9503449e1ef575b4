# SPDX-License-Identifier: MIT
"""Two charts of one person: which other chart a chart is linked to."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = "ALTER TABLE patient ADD COLUMN same_person_as {blob};"


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds the column; no chart is linked before a person says so."""
    execute(db, _SQL)
