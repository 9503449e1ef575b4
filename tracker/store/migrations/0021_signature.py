# SPDX-License-Identifier: MIT
"""Signatures under visits and charts."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
CREATE TABLE signature (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    signed_visit TEXT,
    meaning TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    role TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (patient, id)
) {options};
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Makes the table."""
    execute(db, _SQL)
