# SPDX-License-Identifier: MIT
"""The lists of patients of an open profile: searched, sorted, and compared with a new one."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, reduce
from typing import Any
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.person import AllergyStatus
from tracker.domain.summary import Summary
from tracker.store.connection import EncryptedDatabase
from tracker.store.finder import Finder
from tracker.store.patient_line import COLUMNS as LINE_COLUMNS
from tracker.store.patient_line import summary_of_row
from tracker.store.queries import (
    LINE,
    LINE_WIDTH,
    OF_IDS,
    PatientLine,
    as_json,
    line_of,
    patients_of,
)


class Order(StrEnum):
    """What the list of patients is sorted by."""

    NUMBER = "p.mrn"
    NAME = "l.sort_by"
    NEXT = "l.next_day"
    CONTACT = "l.contact_earliest"


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of the list of patients."""

    patient: PatientLine
    allergy_status: AllergyStatus | None
    allergies: str | None
    death: PartialDate | None
    summary: Summary


_COUNT = "SELECT count(*) FROM patient WHERE status = 'current'"
_EXTRA = "p.allergy_status, p.allergies, p.death_text, p.death_earliest, p.death_latest"
_EXTRA_WIDTH = 5
_WITH_LINE = (
    f"SELECT {LINE}, {_EXTRA}, {', '.join(f'l.{name}' for name in LINE_COLUMNS)} FROM {{tables}}"  # noqa: S608
    " WHERE p.status = 'current' ORDER BY {order} {way} NULLS LAST LIMIT ?2"
)
_BY_NUMBER = "patient p CROSS JOIN patient_line l ON l.patient = p.patient"
_BY_LINE = "patient_line l CROSS JOIN patient p ON p.patient = l.patient"
_OF_FOUND = f"{OF_IDS} CROSS JOIN patient_line l ON l.patient = p.patient"

_UNMARKED = reduce(  # rather too much is taken away: the service compares the numbers themselves
    lambda sql, mark: f"replace({sql}, '{mark}', '')", " -/._,:;#+*()[]0–—－／．　", "lower(p.mrn)"
)
_LIKE = (
    f"SELECT {LINE}, l.sort_by"  # noqa: S608
    " FROM patient p JOIN patient_line l ON l.patient = p.patient"
    " WHERE p.status = 'current' AND (p.birth_earliest <= ?2 AND p.birth_latest >= ?1"
    " OR replace(l.sort_by, ' ', '') IN (SELECT value FROM json_each(?3))"
    " OR replace(lower(p.name_latin), ' ', '') IN (SELECT value FROM json_each(?3))"
    f" OR {_UNMARKED} = ?4)"
)


class Lists:
    """Reads only; the unit of work keeps what is read in step with the charts."""

    def __init__(self, db: EncryptedDatabase) -> None:
        self._db = db
        self._finder = Finder(db)

    def update(self, search_keys: Mapping[UUID, str | None]) -> None:
        """Takes over what a unit stored; see ``Finder.update``."""
        self._finder.update(search_keys)

    def read_more(self) -> bool:
        """Reads what searching needs, a part at a time; see ``Finder.read_more``."""
        return self._finder.read_more()

    def search(self, text: str, limit: int) -> list[PatientLine]:
        """Current patients whose search keys contain every word of ``text`` (folded)."""
        return patients_of(self._db, self._finder.find(text, limit))

    def listed(
        self, order: Order, *, backwards: bool = False, text: str = "", limit: int = 200
    ) -> list[ListLine]:
        """The list of patients, or of those found by ``text``; see ``listed``."""
        found = self._finder.find(text, limit) if text else None
        return listed(self._db, order, backwards=backwards, limit=limit, only=found)

    def count(self) -> int:
        """How many current charts there are."""
        return patient_count(self._db)

    def like(
        self, number: str, sounds: Collection[str], birth: PartialDate | None
    ) -> list[tuple[PatientLine, str | None]]:
        """Patients who may be somebody of that number, name or birth; see ``like``."""
        return like(self._db, number, sounds, birth)


def patient_count(db: EncryptedDatabase) -> int:
    """How many current charts there are."""
    [(count,)] = db.execute_sql(_COUNT).fetchall()
    return int(count)


def listed(
    db: EncryptedDatabase,
    order: Order,
    *,
    backwards: bool = False,
    limit: int,
    only: Sequence[bytes] | None = None,
) -> list[ListLine]:
    """Current patients with what the list says of them: one statement, no chart is read.

    Args:
        db: open.
        order: what the list is sorted by; what is not known comes last both ways.
        backwards: whether the last one comes first.
        limit: most lines.
        only: keys of the patients to list, or None for all.
    """
    sql = _listed_sql(order, backwards, only is not None)
    return [_list_line(row) for row in db.execute_sql(sql, (as_json(only), limit)).fetchall()]


@cache
def _listed_sql(order: Order, backwards: bool, only: bool) -> str:
    tables = _BY_NUMBER if order is Order.NUMBER else _BY_LINE
    return _WITH_LINE.format(
        tables=_OF_FOUND if only else tables, order=order, way="DESC" if backwards else "ASC"
    )


def like(
    db: EncryptedDatabase, number: str, sounds: Collection[str], birth: PartialDate | None
) -> list[tuple[PatientLine, str | None]]:
    """Current patients who share something with somebody, each with the name it is sorted by.

    Looks at everybody: asked once for a new patient, before saving. Rather too many than too
    few; the service judges them.

    Args:
        db: open.
        number: in lower case without blanks and marks; zeros do not count.
        sounds: the name in Latin letters without blanks, in each order of its parts.
        birth: None, or as far as it is known.
    """
    earliest, latest = (birth.earliest, birth.latest) if birth else (None, None)
    row = (
        earliest.toordinal() if earliest else None,
        latest.toordinal() if latest else None,
        json.dumps(sorted(sounds)),
        number.replace("0", ""),
    )
    return [(line_of(found), found[-1]) for found in db.execute_sql(_LIKE, row).fetchall()]


def _list_line(row: tuple[Any, ...]) -> ListLine:
    asked, allergies, *death = row[LINE_WIDTH : LINE_WIDTH + _EXTRA_WIDTH]
    return ListLine(
        line_of(row),
        AllergyStatus(asked) if asked else None,
        allergies,
        PartialDate.from_stored(*death) if death[0] else None,
        summary_of_row(row[LINE_WIDTH + _EXTRA_WIDTH :]),
    )
