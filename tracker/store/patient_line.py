# SPDX-License-Identifier: MIT
"""The ``patient_line`` table: what a list says of each chart, kept in step with the chart.

A projection as ``due`` is: written in the transaction of its inputs, recomputed by ``verify``.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Choice
from tracker.domain.records.disease_status import Disease
from tracker.domain.records.follow_up import FollowUpState
from tracker.domain.summary import Summary
from tracker.store.connection import EncryptedDatabase

COLUMNS = (
    "regimen",
    *("start_text", "start_earliest", "start_latest"),
    *("counted_text", "counted_earliest", "counted_latest"),
    *("is_running", "next_day", "is_held", "is_asking"),
    *("contact_text", "contact_earliest", "contact_latest"),
    *("disease", "follow_up"),
)
_STORED = f"SELECT {', '.join(COLUMNS)} FROM patient_line WHERE patient = ?"  # noqa: S608 - constant
_UPDATE = f"UPDATE patient_line SET {', '.join(f'{c} = ?' for c in COLUMNS)} WHERE patient = ?"  # noqa: S608 - constant
_SET_NAME = (
    "INSERT INTO patient_line (patient, sort_by) VALUES (?1, ?2)"
    " ON CONFLICT (patient) DO UPDATE SET sort_by = ?2"
)

C = TypeVar("C", bound=Choice)


def set_name(db: EncryptedDatabase, patient: UUID, sort_by: str | None) -> None:
    """Makes the line of a new patient, or sorts that of an old one under another name."""
    db.execute_sql(_SET_NAME, (patient.bytes, sort_by))


def refresh(db: EncryptedDatabase, patient: UUID, summary: Summary) -> None:
    """Makes the stored line of a patient equal to ``summary``; writes only what differs."""
    if stored_summary(db, patient) != summary:
        db.execute_sql(_UPDATE, (*_row_of(summary), patient.bytes))


def stored_summary(db: EncryptedDatabase, patient: UUID) -> Summary | None:
    """The stored line of a patient."""
    row = db.execute_sql(_STORED, (patient.bytes,)).fetchone()
    return summary_of_row(row) if row else None


def _row_of(summary: Summary) -> tuple[object, ...]:
    return (
        summary.regimen,
        *_ends(summary.start),
        *_ends(summary.counted_to),
        int(summary.is_running),
        summary.next_day.toordinal() if summary.next_day else None,
        int(summary.is_held),
        int(summary.is_asking),
        *_ends(summary.last_contact),
        " ".join(summary.disease) or None,
        " ".join(summary.follow_up) or None,
    )


def summary_of_row(row: Sequence[Any]) -> Summary:
    """The line of a row that holds ``COLUMNS``."""
    running, next_day, held, asking = row[7:11]
    return Summary(
        regimen=row[0],
        start=_date(*row[1:4]),
        counted_to=_date(*row[4:7]),
        is_running=bool(running),
        next_day=None if next_day is None else date.fromordinal(next_day),
        is_held=bool(held),
        is_asking=bool(asking),
        last_contact=_date(*row[11:14]),
        disease=_choices(Disease, row[14]),
        follow_up=_choices(FollowUpState, row[15]),
    )


def _ends(when: PartialDate | None) -> tuple[object, ...]:
    if when is None:
        return (None, None, None)
    return (
        when.text,
        when.earliest.toordinal() if when.earliest else None,
        when.latest.toordinal() if when.latest else None,
    )


def _date(text: str | None, earliest: int | None, latest: int | None) -> PartialDate | None:
    return None if text is None else PartialDate.from_stored(text, earliest, latest)


def _choices(kind: type[C], codes: str | None) -> tuple[C, ...]:
    return tuple(kind(code) for code in codes.split()) if codes else ()
