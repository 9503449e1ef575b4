# SPDX-License-Identifier: MIT
"""Follow-up plans, answers to what is due, calls, clinic days; the day list by occurrence."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
CREATE TABLE planned_item (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    course {blob} NOT NULL,
    what TEXT NOT NULL,
    names TEXT,
    every INTEGER NOT NULL CHECK (every BETWEEN 1 AND 366),
    unit TEXT NOT NULL,
    start_text TEXT,
    start_earliest INTEGER,
    start_latest INTEGER,
    until_text TEXT,
    until_earliest INTEGER,
    until_latest INTEGER,
    times INTEGER CHECK (times BETWEEN 1 AND 500),
    months_after INTEGER CHECK (months_after BETWEEN 12 AND 240),
    template TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    CHECK (start_earliest BETWEEN 1 AND start_latest),
    CHECK (start_text IS NOT NULL
        OR coalesce(start_earliest, start_latest) IS NULL),
    CHECK (until_earliest BETWEEN 1 AND until_latest),
    CHECK (until_text IS NOT NULL
        OR coalesce(until_earliest, until_latest) IS NULL)
) {options};

CREATE TABLE due_answer (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    what TEXT NOT NULL,
    due_text TEXT,
    due_earliest INTEGER,
    due_latest INTEGER,
    action TEXT NOT NULL,
    until_text TEXT,
    until_earliest INTEGER,
    until_latest INTEGER,
    reason TEXT,
    occurrence TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest),
    CHECK (due_earliest BETWEEN 1 AND due_latest),
    CHECK (due_text IS NOT NULL
        OR coalesce(due_earliest, due_latest) IS NULL),
    CHECK (until_earliest BETWEEN 1 AND until_latest),
    CHECK (until_text IS NOT NULL
        OR coalesce(until_earliest, until_latest) IS NULL)
) {options};

CREATE TABLE contact_attempt (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    way TEXT NOT NULL,
    outcome TEXT NOT NULL,
    said TEXT,
    PRIMARY KEY (patient, id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) {options};

CREATE TABLE clinic_days (
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    weekdays TEXT NOT NULL,
    country TEXT,
    not_seen_after INTEGER CHECK (not_seen_after BETWEEN 1 AND 3660),
    PRIMARY KEY (id)
) {options};

CREATE TABLE closed_days (
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    first_text TEXT NOT NULL,
    first_earliest INTEGER,
    first_latest INTEGER,
    last_text TEXT,
    last_earliest INTEGER,
    last_latest INTEGER,
    reason TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK (first_earliest BETWEEN 1 AND first_latest),
    CHECK (last_earliest BETWEEN 1 AND last_latest),
    CHECK (last_text IS NOT NULL
        OR coalesce(last_earliest, last_latest) IS NULL)
) {options};

-- Derived, and recomputed by verify: made anew, and filled when the migrated file is opened.
-- shown_day is the first day it is asked for; closed_day the first on which it is no more.
DROP TABLE due;

CREATE TABLE due (
    patient {blob} NOT NULL REFERENCES patient (patient),
    key {blob} NOT NULL CHECK (length(key) = 16),
    source {blob} NOT NULL CHECK (length(source) = 16),
    course {blob} CHECK (length(course) = 16),
    what TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    on_day INTEGER CHECK (on_day >= 1),
    earliest_day INTEGER CHECK (earliest_day >= 1),
    latest_day INTEGER CHECK (latest_day >= earliest_day),
    shown_day INTEGER CHECK (shown_day >= earliest_day),
    projected_day INTEGER CHECK (projected_day >= 1),
    appointed_day INTEGER CHECK (appointed_day >= 1),
    why TEXT,
    cycle INTEGER CHECK (cycle >= 1),
    last_given_day INTEGER CHECK (last_given_day >= 1),
    recheck_day INTEGER CHECK (recheck_day >= 1),
    reason TEXT,
    treatment TEXT NOT NULL,
    snoozed_day INTEGER CHECK (snoozed_day >= 1),
    promised_day INTEGER CHECK (promised_day >= 1),
    cancelled_day INTEGER CHECK (cancelled_day >= 1),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    closed_text TEXT,
    closed_day INTEGER CHECK (closed_day >= 1),
    left_because TEXT,
    PRIMARY KEY (patient, key)
) {options};

CREATE INDEX due_open ON due (shown_day)
    WHERE closed_day IS NULL AND state = 'projected' AND what <> 'contact';
CREATE INDEX due_waiting ON due (state, shown_day)
    WHERE closed_day IS NULL AND state <> 'projected';
CREATE INDEX due_contact ON due (latest_day) WHERE closed_day IS NULL AND what = 'contact';
CREATE INDEX due_unreached ON due (attempts, latest_day) WHERE closed_day IS NULL AND attempts > 0;
CREATE INDEX due_snoozed ON due (snoozed_day)
    WHERE closed_day IS NULL AND snoozed_day IS NOT NULL;
CREATE INDEX due_done ON due (last_given_day)
    WHERE closed_day IS NULL AND last_given_day IS NOT NULL;
CREATE INDEX due_left ON due (closed_day) WHERE closed_day IS NOT NULL;
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Makes the tables; what the charts ask for is filled in when the migrated file is opened."""
    execute(db, _SQL)
