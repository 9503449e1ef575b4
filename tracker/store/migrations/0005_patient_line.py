# SPDX-License-Identifier: MIT
"""The list of patients: a line for each chart, written in the transaction of its inputs."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
-- Derived, and recomputed by verify; all but sort_by, which only the service can make.
CREATE TABLE patient_line (
    patient {blob} NOT NULL PRIMARY KEY REFERENCES patient (patient),
    sort_by TEXT,
    regimen TEXT,
    start_text TEXT,
    start_earliest INTEGER,
    start_latest INTEGER,
    counted_text TEXT,
    counted_earliest INTEGER,
    counted_latest INTEGER,
    is_running INTEGER NOT NULL DEFAULT 0 CHECK (is_running IN (0, 1)),
    next_day INTEGER CHECK (next_day >= 1),
    is_held INTEGER NOT NULL DEFAULT 0 CHECK (is_held IN (0, 1)),
    is_asking INTEGER NOT NULL DEFAULT 0 CHECK (is_asking IN (0, 1)),
    contact_text TEXT,
    contact_earliest INTEGER,
    contact_latest INTEGER,
    disease TEXT,
    follow_up TEXT
) {options};

CREATE INDEX patient_line_by_name ON patient_line (sort_by);
CREATE INDEX patient_line_by_next ON patient_line (next_day);
CREATE INDEX patient_line_by_contact ON patient_line (contact_earliest);

INSERT INTO patient_line (patient, sort_by)
    SELECT patient, lower(coalesce(name_latin, name)) FROM patient;

DELETE FROM patient_search
    WHERE patient IN (SELECT patient FROM patient WHERE status <> 'current');
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Makes the table; what the charts say is filled in when the migrated file is opened."""
    execute(db, _SQL)
