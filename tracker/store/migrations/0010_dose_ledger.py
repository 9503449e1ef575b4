# SPDX-License-Identifier: MIT
"""Planned end and window of a course; second checks; the clinic's own tests and drugs."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
ALTER TABLE course ADD COLUMN planned_cycles INTEGER CHECK (planned_cycles BETWEEN 1 AND 500);

ALTER TABLE course ADD COLUMN planned_months INTEGER CHECK (planned_months BETWEEN 1 AND 240);

ALTER TABLE plan_segment ADD COLUMN window_days INTEGER CHECK (window_days BETWEEN 1 AND 60);

CREATE TABLE second_check (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    dose_event {blob} NOT NULL,
    checked_by TEXT NOT NULL,
    role TEXT NOT NULL,
    dose_text TEXT NOT NULL,
    dose_ug INTEGER CHECK (dose_ug > 0),
    checked_at TEXT NOT NULL,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, dose_event) REFERENCES dose_event (patient, id)
) {options};

CREATE TABLE required_test (
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    analyte TEXT NOT NULL,
    timing TEXT NOT NULL,
    days INTEGER CHECK (days BETWEEN 1 AND 730),
    decided_by TEXT NOT NULL,
    PRIMARY KEY (id)
) {options};

CREATE TABLE clinic_agent (
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    inn TEXT NOT NULL,
    zh_name TEXT,
    brands TEXT,
    agent_class TEXT NOT NULL,
    label_dose TEXT,
    interval_days INTEGER CHECK (interval_days BETWEEN 1 AND 366),
    cap TEXT,
    reference TEXT NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (id)
) {options};
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Makes the columns and the tables; nothing stored changes."""
    execute(db, _SQL)
