# SPDX-License-Identifier: MIT
"""Who did what, as the filter of the audit trail offers it, without reading the whole trail."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds an index; no entry is touched."""
    execute(db, "CREATE INDEX audit_words ON audit (actor, action)")
