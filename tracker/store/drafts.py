# SPDX-License-Identifier: MIT
"""Drafts: what was typed and not saved. One row per person, chart and form, encrypted like all."""

import json
from datetime import datetime
from uuid import UUID

from tracker.store.connection import EncryptedDatabase

_KEEP = (
    "INSERT INTO draft (patient, user, form, at, content) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (patient, user, form) DO UPDATE SET at = ?4, content = ?5"
)
_DROP = "DELETE FROM draft WHERE patient = ? AND user = ? AND form = ?"
_FIND = "SELECT content, at FROM draft WHERE patient = ? AND user = ? AND form = ?"


def keep(
    db: EncryptedDatabase, key: tuple[UUID, str, str], texts: dict[str, str], at: datetime
) -> None:
    """Stores the texts of a form in the place of the draft before."""
    patient, user, form = key
    content = json.dumps(texts, ensure_ascii=False, sort_keys=True)
    row = (patient.bytes, user, form, at.isoformat(timespec="seconds"), content)
    db.execute_sql(_KEEP, row)


def drop(db: EncryptedDatabase, key: tuple[UUID, str, str]) -> None:
    """Forgets a draft; none is no error."""
    patient, user, form = key
    db.execute_sql(_DROP, (patient.bytes, user, form))


def find(
    db: EncryptedDatabase, key: tuple[UUID, str, str]
) -> tuple[dict[str, str], datetime] | None:
    """The texts of a draft and when they were kept."""
    patient, user, form = key
    row = db.execute_sql(_FIND, (patient.bytes, user, form)).fetchone()
    return (json.loads(row[0]), datetime.fromisoformat(row[1])) if row else None
