# SPDX-License-Identifier: MIT
"""An adverse event is attributed to a course or a radiotherapy phase of the chart, or to words."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
CREATE TABLE attribution_0031 (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    adverse_event {blob} NOT NULL,
    course {blob},
    radiotherapy_phase {blob},
    treatment TEXT,
    certainty TEXT NOT NULL,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, adverse_event) REFERENCES adverse_event (patient, id),
    FOREIGN KEY (patient, course) REFERENCES course (patient, id),
    FOREIGN KEY (patient, radiotherapy_phase) REFERENCES radiotherapy_phase (patient, id)
) {options};

INSERT INTO attribution_0031 (patient, id, revision, status, recorded_at, recorded_by, source, note,
        adverse_event, treatment, certainty)
    SELECT patient, id, revision, status, recorded_at, recorded_by, source, note,
        adverse_event, treatment, certainty
    FROM attribution;

DROP TABLE attribution;

ALTER TABLE attribution_0031 RENAME TO attribution
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Makes the table anew: a NOT NULL goes away no other way. What was in words stays so."""
    execute(db, _SQL)
