# SPDX-License-Identifier: MIT
"""The rest of a chart: biomarkers, lesions, responses, decisions, documents, reminders."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
ALTER TABLE imaging_study ADD COLUMN lesions TEXT;

CREATE TABLE biomarker (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    test TEXT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT,
    assay TEXT,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    specimen TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) {options};

CREATE TABLE dose_summary (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course {blob} NOT NULL,
    what TEXT NOT NULL,
    number TEXT NOT NULL,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    stated_by TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) {options};

CREATE TABLE adverse_event_grade (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    adverse_event {blob} NOT NULL,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    grade INTEGER CHECK (grade BETWEEN 0 AND 5),
    described_as TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, adverse_event) REFERENCES adverse_event (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) {options};

CREATE TABLE attribution (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    adverse_event {blob} NOT NULL,
    treatment TEXT NOT NULL,
    certainty TEXT NOT NULL,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, adverse_event) REFERENCES adverse_event (patient, id)
) {options};

CREATE TABLE lesion (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    label TEXT NOT NULL,
    organ TEXT NOT NULL,
    site TEXT,
    side TEXT,
    node TEXT,
    role TEXT,
    first_seen_text TEXT,
    first_seen_earliest INTEGER,
    first_seen_latest INTEGER,
    PRIMARY KEY (patient, id),
    CHECK (first_seen_earliest BETWEEN 1 AND first_seen_latest),
    CHECK (first_seen_text IS NOT NULL
        OR coalesce(first_seen_earliest, first_seen_latest) IS NULL)
) {options};

CREATE TABLE lesion_measurement (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    imaging_study {blob} NOT NULL,
    lesion {blob} NOT NULL,
    diameter TEXT,
    short_axis TEXT,
    finding TEXT,
    as_printed TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, imaging_study) REFERENCES imaging_study (patient, id),
    FOREIGN KEY (patient, lesion) REFERENCES lesion (patient, id)
) {options};

CREATE TABLE response_assessment (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    criteria TEXT NOT NULL,
    imaging_study {blob},
    computed TEXT,
    decided TEXT,
    decided_by TEXT,
    why TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, imaging_study) REFERENCES imaging_study (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) {options};

CREATE TABLE disease_status (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    disease TEXT NOT NULL,
    basis TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) {options};

CREATE TABLE decision (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    what TEXT NOT NULL,
    answer TEXT NOT NULL,
    proposed_by TEXT,
    decided_by TEXT,
    why TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) {options};

CREATE TABLE follow_up (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    state TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) {options};

CREATE TABLE user_reminder (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    what TEXT NOT NULL,
    due_text TEXT NOT NULL,
    due_earliest INTEGER,
    due_latest INTEGER,
    every INTEGER CHECK (every BETWEEN 1 AND 3660),
    times INTEGER CHECK (times BETWEEN 2 AND 500),
    closed_text TEXT,
    closed_earliest INTEGER,
    closed_latest INTEGER,
    closed_because TEXT,
    PRIMARY KEY (patient, id),
    CHECK (due_earliest BETWEEN 1 AND due_latest),
    CHECK (closed_earliest BETWEEN 1 AND closed_latest),
    CHECK (closed_text IS NOT NULL
        OR coalesce(closed_earliest, closed_latest) IS NULL)
) {options};

CREATE TABLE document (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    name TEXT NOT NULL,
    date_text TEXT,
    date_earliest INTEGER,
    date_latest INTEGER,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 25000000),
    sha256 TEXT NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (date_text IS NOT NULL
        OR coalesce(date_earliest, date_latest) IS NULL)
) {options};

-- what was done in one chart: without it that reads the trail of the whole clinic
CREATE INDEX audit_patient ON audit (patient);
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Creates the tables."""
    execute(db, _SQL)
