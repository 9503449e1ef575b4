# SPDX-License-Identifier: MIT
"""Which scan the response criteria compare with."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = "ALTER TABLE imaging_study ADD COLUMN baseline TEXT;"


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds the column; who was baseline in earlier records is for a person to say."""
    execute(db, _SQL)
