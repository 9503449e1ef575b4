# SPDX-License-Identifier: MIT
"""What a dose day leaves behind: interview, gate, accepted rule sets; and drafts of its sheet."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
CREATE TABLE interview_answer (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    visit {blob} NOT NULL,
    item TEXT NOT NULL,
    answer TEXT NOT NULL,
    grade INTEGER CHECK (grade BETWEEN 1 AND 5),
    ctcae_term TEXT,
    ctcae_version TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, visit) REFERENCES visit (patient, id)
) {options};

CREATE TABLE gate_answer (
    patient {blob} NOT NULL REFERENCES patient (patient),
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    visit {blob} NOT NULL,
    answer TEXT NOT NULL,
    lines TEXT,
    with_data INTEGER CHECK (with_data BETWEEN 0 AND 10000),
    rules INTEGER CHECK (rules BETWEEN 0 AND 10000),
    rule_source TEXT,
    rule_version TEXT,
    override_reason TEXT,
    decided_by TEXT,
    PRIMARY KEY (patient, id),
    FOREIGN KEY (patient, visit) REFERENCES visit (patient, id)
) {options};

CREATE TABLE rule_acceptance (
    id {blob} NOT NULL CHECK (length(id) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
    rule_source TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    accepted_by TEXT NOT NULL,
    date_text TEXT NOT NULL,
    date_earliest INTEGER,
    date_latest INTEGER,
    PRIMARY KEY (id),
    CHECK (date_earliest BETWEEN 1 AND date_latest)
) {options};

-- What was typed and not saved yet; no record, not audited, gone when the sheet is saved.
CREATE TABLE draft (
    patient {blob} NOT NULL REFERENCES patient (patient),
    user TEXT NOT NULL,
    form TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (patient, user, form)
) {options};
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Makes the tables."""
    execute(db, _SQL)
