# SPDX-License-Identifier: MIT
"""Checks before the first dose, measured GFR, times of an infusion, limits of a clinic's drug."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
ALTER TABLE course ADD COLUMN liver TEXT;

ALTER TABLE course_drug ADD COLUMN bsa TEXT;

ALTER TABLE dose_event ADD COLUMN started TEXT;

ALTER TABLE dose_event ADD COLUMN stopped TEXT;

ALTER TABLE clinic_agent ADD COLUMN doses INTEGER CHECK (doses BETWEEN 1 AND 500);

ALTER TABLE clinic_agent ADD COLUMN below_kg TEXT;

CREATE TABLE baseline_check (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course {blob} NOT NULL,
    test TEXT NOT NULL,
    date_text TEXT NOT NULL, date_earliest INTEGER, date_latest INTEGER,
    result TEXT NOT NULL,
    finding TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id)
) {options};

CREATE TABLE measured_gfr (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL, date_earliest INTEGER, date_latest INTEGER,
    rate TEXT NOT NULL,
    method TEXT NOT NULL,
    PRIMARY KEY (patient, id)
) {options};
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Adds tables and columns; nothing stored has them."""
    execute(db, _SQL)
