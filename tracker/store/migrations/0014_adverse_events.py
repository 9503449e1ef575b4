# SPDX-License-Identifier: MIT
"""Adverse events: organ, rechallenge, steroid courses, and the clinic's own words and workbook."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
ALTER TABLE adverse_event ADD COLUMN organ TEXT;
ALTER TABLE adverse_event ADD COLUMN rechallenge TEXT;
ALTER TABLE adverse_event ADD COLUMN rechallenge_date_text TEXT;
ALTER TABLE adverse_event ADD COLUMN rechallenge_date_earliest INTEGER
    CHECK (rechallenge_date_text IS NOT NULL OR rechallenge_date_earliest IS NULL);
ALTER TABLE adverse_event ADD COLUMN rechallenge_date_latest INTEGER
    CHECK (rechallenge_date_text IS NOT NULL OR rechallenge_date_latest IS NULL)
    CHECK (rechallenge_date_earliest BETWEEN 1 AND rechallenge_date_latest);

CREATE TABLE steroid_course (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    adverse_event {blob} NOT NULL,
    drug TEXT NOT NULL,
    dose_text TEXT,
    dose_ug INTEGER CHECK (dose_ug > 0),
    start_text TEXT,
    start_earliest INTEGER,
    start_latest INTEGER,
    taper_end_text TEXT,
    taper_end_earliest INTEGER,
    taper_end_latest INTEGER,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, adverse_event) REFERENCES adverse_event (patient, id),
    CHECK (dose_text IS NOT NULL OR dose_ug IS NULL),
    CHECK (start_earliest BETWEEN 1 AND start_latest),
    CHECK (start_text IS NOT NULL
        OR coalesce(start_earliest, start_latest) IS NULL),
    CHECK (taper_end_earliest BETWEEN 1 AND taper_end_latest),
    CHECK (taper_end_text IS NOT NULL
        OR coalesce(taper_end_earliest, taper_end_latest) IS NULL)
) {options};

CREATE TABLE term_synonym (
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    synonym TEXT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (id)
) {options};

-- The sentences of the clinic's own copy of the workbook; a new import of a version replaces it.
CREATE TABLE ctcae_term (
    version TEXT NOT NULL,
    term TEXT NOT NULL,
    soc TEXT NOT NULL,
    code TEXT,
    definition TEXT,
    grade1 TEXT,
    grade2 TEXT,
    grade3 TEXT,
    grade4 TEXT,
    grade5 TEXT,
    PRIMARY KEY (version, term)
) {options};
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds columns and tables; nothing is said of earlier events."""
    execute(db, _SQL)
