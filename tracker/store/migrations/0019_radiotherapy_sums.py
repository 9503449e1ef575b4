# SPDX-License-Identifier: MIT
"""Radiotherapy: an alpha/beta ratio of its own, and the point in which doses meet."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
ALTER TABLE radiotherapy_phase ADD COLUMN alpha_beta TEXT;
ALTER TABLE radiotherapy_phase ADD COLUMN dose_point TEXT;
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds two columns; nothing stored has them."""
    execute(db, _SQL)
