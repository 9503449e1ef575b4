# SPDX-License-Identifier: MIT
"""What the audit trail tells of one record and of one chart."""

import json
from datetime import datetime
from uuid import UUID

from tracker.domain.envelope import AuditLine, Revision
from tracker.domain.records import KINDS
from tracker.store import audit
from tracker.store.charts import no_such_record
from tracker.store.connection import EncryptedDatabase
from tracker.store.mapping import texts_of

_PATIENT_OF = "SELECT patient FROM audit WHERE record = ? AND kind = ? LIMIT 1"


def of_record(db: EncryptedDatabase, kind: str, record: UUID) -> list[Revision]:
    """Every revision of a record, oldest first.

    Raises:
        NotFound: the trail knows no such record.
    """
    found = db.execute_sql(_PATIENT_OF, (record.bytes, kind)).fetchone()
    if found is None:
        raise no_such_record()
    patient = UUID(bytes=found[0]) if found[0] else None
    return [
        Revision(
            entry.revision,
            datetime.fromisoformat(entry.at),
            entry.actor,
            entry.role,
            entry.action,
            entry.reason,
            texts_of(KINDS[kind], json.loads(entry.content or "{}")),
        )
        for entry in audit.history(db, patient, record)
        if entry.revision is not None
    ]


def of_patient(db: EncryptedDatabase, patient: UUID, limit: int, skip: int) -> list[AuditLine]:
    """What was done in a chart, newest first, the first ``skip`` entries left out."""
    return [
        AuditLine(
            datetime.fromisoformat(entry.at),
            entry.actor,
            entry.role,
            entry.action,
            entry.kind,
            UUID(bytes=entry.record) if entry.record else None,
            entry.revision,
            entry.reason,
        )
        for entry in audit.of_patient(db, patient, limit, skip)
    ]
