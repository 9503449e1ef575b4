# SPDX-License-Identifier: MIT
"""What the definitions of oligometastases ask for beside number and dates."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
ALTER TABLE disease_status ADD COLUMN primary_tumour TEXT;
ALTER TABLE disease_status ADD COLUMN treatable TEXT;
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds two columns; nothing stored has them."""
    execute(db, _SQL)
