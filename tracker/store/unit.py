# SPDX-License-Identifier: MIT
"""One transaction: rows, their audit entries and what follows from them, all or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from types import EllipsisType
from typing import TypeVar
from uuid import UUID

from sqlcipher3.dbapi2 import IntegrityError

from tracker.domain.changes import Changed
from tracker.domain.chart import Chart
from tracker.domain.envelope import Stamp, Status, Stored
from tracker.domain.errors import Conflict, Problem, Refused
from tracker.domain.follow_up import due_items
from tracker.domain.records import KINDS, Patient
from tracker.domain.records.base import Record, links_of
from tracker.domain.summary import NO_SUMMARY, summary_of
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.toxicity import Ctcae
from tracker.store import calendar, ctcae_terms, drafts, due, erasure, patient_line
from tracker.store.audit import Trail
from tracker.store.calendar import SentEvent
from tracker.store.charts import chart
from tracker.store.charts import record as stored_record
from tracker.store.connection import EncryptedDatabase
from tracker.store.finder import SearchKeys
from tracker.store.ids import Ids
from tracker.store.mapping import audited, key_columns, row_columns, row_of
from tracker.store.models import MODELS
from tracker.store.queries import find_mrn, patient_ids

R = TypeVar("R", bound=Record)

_SET_KEYS = (
    "INSERT INTO patient_search (patient, keys) VALUES (?1, ?2)"
    " ON CONFLICT (patient) DO UPDATE SET keys = ?2"
)
_FORGET_KEYS = "DELETE FROM patient_search WHERE patient = ?"
_LINKED = "SELECT patient FROM patient WHERE same_person_as = ? AND status = 'current'"
_NO_KEYS = SearchKeys("")
# taken out again only with the whole chart: no single record is ever removed
_LIST_KIND = "INSERT OR IGNORE INTO chart_kind (patient, kind) VALUES (?, ?)"
_ALREADY_STORED = Message(
    QT_TRANSLATE_NOOP(
        "Message",
        "A record with this id is stored already. Nothing was saved. The file may have been "
        "imported before.",
    )
)
_NOT_IN_CHART = Message(
    QT_TRANSLATE_NOOP(
        "Message",
        "The record belongs to one that is not in this patient's chart. Nothing was saved. "
        "Open the chart again and enter it there.",
    )
)
# by its words: the library gives one result code for all constraints
_REFUSED_BY_KEY = {"UNIQUE": _ALREADY_STORED, "FOREIGN KEY": _NOT_IN_CHART}


class Unit:
    """What ``Store.unit`` hands out. Nothing is stored unless the whole unit succeeds.

    Args:
        db: in a transaction.
        trail: of the same database.
        ids: gives out the ids of new records.
        stamp: who does it, when and why.

    Attributes:
        search_keys: what the touched patients are found by from now on; None for never.
    """

    def __init__(self, db: EncryptedDatabase, trail: Trail, ids: Ids, stamp: Stamp) -> None:
        self._db = db
        self._trail = trail
        self._ids = ids
        self._stamp = stamp
        self._kinds: set[str] = set()
        self._owners: set[UUID | None] = set()
        self.search_keys: dict[UUID, str | None] = {}

    @property
    def changed(self) -> Changed:
        """What was stored so far, for everybody who shows it."""
        only = next(iter(self._owners)) if len(self._owners) == 1 else None
        return Changed(frozenset(self._kinds), only)

    def add(
        self,
        record: R,
        patient: UUID | None,
        *,
        id: UUID | None = None,  # noqa: A002 - the name of the column
        source: str | None = None,
        note: str | None = None,
        search_keys: SearchKeys | None = None,
    ) -> Stored[R]:
        """Stores a new record.

        Args:
            record: free of problems; the database only checks what would break it.
            patient: whose chart; None for a new patient and for a record of the clinic.
            id: of a record that got it elsewhere (an import); else a new one.
            source: where it was taken from.
            note: in words.
            search_keys: of a patient: what the chart is found by.

        Raises:
            Refused: the hospital number or the id is taken, or the parent is not in the chart.
        """
        new_id = id or self._ids.new(self._stamp.at)
        stored = Stored(
            id=new_id,
            patient=new_id if isinstance(record, Patient) else patient,
            record=record,
            recorded_at=self._stamp.at,
            recorded_by=self._stamp.by,
            source=source,
            note=note,
        )
        self._require_free_number(stored)
        try:
            self._db.execute_sql(_insert_sql(record.kind), tuple(row_of(stored).values()))
        except IntegrityError as error:
            raise _refusal(error) from error
        if patient is not None:
            self._db.execute_sql(_LIST_KIND, (patient.bytes, record.kind))
        self._finish("add", stored, search_keys)
        return stored

    def amend(
        self,
        stored: Stored[R],
        record: R,
        *,
        source: str | EllipsisType | None = ...,
        note: str | EllipsisType | None = ...,
        search_keys: SearchKeys | None = None,
    ) -> Stored[R]:
        """Stores a new revision of a record; one that changes nothing is not stored.

        Args:
            stored: the record as it was read.
            record: its new content.
            source: left out, it stays as it was.
            note: likewise.
            search_keys: of a patient.

        Raises:
            Conflict: the record was changed by somebody else since it was read.
            Refused: there is no reason, or as for ``add``.
        """
        amended = replace(
            stored,
            record=record,
            source=stored.source if isinstance(source, EllipsisType) else source,
            note=stored.note if isinstance(note, EllipsisType) else note,
        )
        if amended == stored:
            return amended
        self._require_free_number(amended)
        amended = self._replace(stored, amended)
        self._finish("amend", amended, search_keys)
        return amended

    def void(self, stored: Stored[R]) -> Stored[R]:
        """Marks a record as entered in error; it stays readable.

        Raises:
            Conflict: the record was changed by somebody else since it was read.
            Refused: there is no reason. At the end of the unit: records under it are current.
        """
        voided = self._replace(stored, replace(stored, status=Status.ENTERED_IN_ERROR))
        self._finish("void", voided, None)
        return voided

    def log(
        self,
        action: str,
        *,
        patient: UUID | None = None,
        kind: str | None = None,
        record: UUID | None = None,
        content: Mapping[str, str] | None = None,
    ) -> None:
        """Writes an audit entry about something that changes no record, such as a view."""
        self._trail.append(
            at=self._stamp.at,
            actor=self._stamp.by,
            role=self._stamp.role,
            action=action,
            kind=kind,
            patient=patient,
            record=record,
            reason=self._stamp.reason,
            columns=content,
        )

    def linked_to(self, patient: UUID) -> list[Stored[Patient]]:
        """The current charts that say they are of the same person as this one."""
        rows = self._db.execute_sql(_LINKED, (patient.bytes,)).fetchall()
        ids = (UUID(bytes=row[0]) for row in rows)
        return [stored_record(self._db, Patient, each, each) for each in ids]

    def erase(self, patient: UUID) -> erasure.Removed:
        """Removes all that is stored of a patient; ``Store.finish_erasure`` comes after it."""
        removed = erasure.erase(self._db, self._trail, self._stamp, patient)
        self.search_keys[patient] = None
        return removed

    def forget_draft(self, patient: UUID, form: str) -> None:
        """Forgets the draft of the person at work: what it held is stored in this unit."""
        drafts.drop(self._db, (patient, self._stamp.by, form))

    def keep_ctcae(self, ctcae: Ctcae) -> None:
        """Takes the clinic's own copy of a CTCAE version in the place of the one before."""
        ctcae_terms.keep(self._db, ctcae)

    def sent_events(self) -> list[SentEvent]:
        """What calendar files were given so far."""
        return calendar.sent(self._db)

    def remember_events(self, events: Iterable[SentEvent]) -> None:
        """Keeps what a calendar file is given now, in the place of all before."""
        calendar.remember(self._db, events)

    def renew_lists(self) -> None:
        """Makes the lines of all patients anew: a migration may have added to them."""
        for patient in patient_ids(self._db):
            refresh_lists(self._db, chart(self._db, patient))

    def complete(self) -> None:
        """Checks each chart that was touched, once, and brings the lists up to date."""
        for patient in self._owners:
            if patient is None:
                continue
            touched = chart(self._db, patient)
            Refused.if_any(left_without_parent(touched))
            refresh_lists(self._db, touched)

    def _replace(self, read: Stored[Record], changed: Stored[R]) -> Stored[R]:
        if not self._stamp.reason:
            raise Refused(
                Problem(
                    Message(
                        QT_TRANSLATE_NOOP("Message", "A change of a stored record needs a reason.")
                    ),
                    "reason",
                )
            )
        changed = replace(
            changed,
            revision=read.revision + 1,
            recorded_at=self._stamp.at,
            recorded_by=self._stamp.by,
        )
        model, row = MODELS[changed.record.kind], row_of(changed)
        # SQLite would look for rows that refer to a key that is set, even to the same value
        key = {name: row.pop(name) for name in key_columns(type(read.record))}
        conditions = [getattr(model, name) == value for name, value in key.items()]
        conditions += [model.revision == read.revision, model.status == Status.CURRENT.value]
        try:
            replaced = model.update(**row).where(*conditions).execute(self._db.orm)
        except IntegrityError as error:
            raise _refusal(error) from error
        if not replaced:
            raise Conflict(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "This record was changed or marked as entered in error since you opened "
                        "it. Your entry was not saved. Open the record again, compare, and enter "
                        "what is still needed.",
                    )
                )
            )
        return changed

    def _finish(self, action: str, stored: Stored[Record], search_keys: SearchKeys | None) -> None:
        self._trail.append(
            at=stored.recorded_at,
            actor=stored.recorded_by,
            role=self._stamp.role,
            action=action,
            kind=stored.record.kind,
            patient=stored.patient,
            record=stored.id,
            revision=stored.revision,
            reason=self._stamp.reason,
            columns=audited(row_of(stored)),
        )
        if isinstance(stored.record, Patient):
            self._set_keys(stored, search_keys or _NO_KEYS)
        self._kinds.add(stored.record.kind)
        self._owners.add(stored.patient)

    def _set_keys(self, stored: Stored[Record], keys: SearchKeys) -> None:
        if stored.is_current:
            self._db.execute_sql(_SET_KEYS, (stored.id.bytes, keys.found_by))
            patient_line.set_name(self._db, stored.id, keys.sort_by)
        else:
            self._db.execute_sql(_FORGET_KEYS, (stored.id.bytes,))
        self.search_keys[stored.id] = keys.found_by if stored.is_current else None

    def _require_free_number(self, stored: Stored[Record]) -> None:
        if not isinstance(stored.record, Patient):
            return
        holder = find_mrn(self._db, stored.record.mrn)
        if holder not in {None, stored.id}:
            raise Refused(
                Problem(
                    Message(
                        QT_TRANSLATE_NOOP(
                            "Message",
                            "The hospital number {mrn} belongs to another chart. Nothing was "
                            "saved. Open that chart, or check the number.",
                        ),
                        {"mrn": stored.record.mrn},
                    ),
                    "mrn",
                )
            )


def refresh_lists(db: EncryptedDatabase, of: Chart) -> None:
    """Makes the day list and the list of patients say what a chart says."""
    counts, patient = of.patient.is_current, of.patient.id
    due.refresh(db, patient, due_items(of) if counts else ())
    patient_line.refresh(db, patient, summary_of(of) if counts else NO_SUMMARY)


@cache
def _insert_sql(kind: str) -> str:
    """Stores a row in the order of its columns; making the text costs more than running it."""
    model, names = MODELS[kind], row_columns(KINDS[kind])
    fields = [getattr(model, name) for name in names]
    sql: str = model.insert_many([(None,) * len(names)], fields).sql()[0]
    return sql


def left_without_parent(touched: Chart) -> list[Problem]:
    """Names the voided records of a chart that still have current ones under them."""
    voided = {touched.patient.id} if not touched.patient.is_current else set()
    current = []
    for stored in (stored for records in touched.records.values() for stored in records):
        if stored.is_current:
            current.append(stored)
        else:
            voided.add(stored.id)
    counts: dict[str, int] = {}
    for stored in current:
        if not voided.isdisjoint(_above(stored)):
            counts[stored.record.kind] = counts.get(stored.record.kind, 0) + 1
    return [
        Problem(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "Records under the one that is marked as entered in error still count "
                    "({n} × {kind}). Nothing was saved. Mark them as well, or move them first.",
                ),
                {"n": n, "kind": KINDS[kind].title},
            )
        )
        for kind, n in counts.items()
    ]


def _above(stored: Stored[Record]) -> set[UUID | None]:
    """What a record cannot stand without: its patient, its parent, and what it refers to."""
    links = links_of(type(stored.record))
    return {stored.patient, *(getattr(stored.record, link.name) for link in links)}


def _refusal(error: IntegrityError) -> Exception:
    """What a broken key means to a person; a broken CHECK is a defect and stays what it is."""
    broken, _, _ = str(error).partition(" constraint failed")
    message = _REFUSED_BY_KEY.get(broken)
    return error if message is None else Refused(message)
