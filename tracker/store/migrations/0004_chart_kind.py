# SPDX-License-Identifier: MIT
"""Which tables hold something of a patient, so that a chart is read from these alone."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
CREATE TABLE chart_kind (
    patient {blob} NOT NULL REFERENCES patient (patient),
    kind TEXT NOT NULL,
    PRIMARY KEY (patient, kind)
) {options}
"""
# as they were at this step: kinds made later fill the table themselves
_KINDS = """
diagnosis stage biomarker visit procedure node_station radiotherapy_phase course course_drug
plan_segment dose_event dose_summary adverse_event adverse_event_grade attribution lesion
imaging_study lesion_measurement response_assessment marker_result disease_status decision
statement follow_up user_reminder document interview_answer gate_answer
"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Makes the table and enters what is stored already."""
    execute(db, _SQL)
    for kind in _KINDS.split():
        db.execute_sql(
            f"INSERT INTO chart_kind SELECT DISTINCT patient, '{kind}' FROM {kind}"  # noqa: S608 - declared above
        )
