# SPDX-License-Identifier: MIT
"""The clinic's own CTCAE workbooks: terms with codes and sentences, by version.

No record of a patient: a new import of a version replaces it, and the audit trail names the file.
"""

from itertools import groupby

from tracker.domain.toxicity import Ctcae, CtcaeTerm
from tracker.store.connection import EncryptedDatabase

_GRADES = range(1, 6)
_COLUMNS = "version, term, soc, code, definition, grade1, grade2, grade3, grade4, grade5"


def keep(db: EncryptedDatabase, ctcae: Ctcae) -> None:
    """Stores a version in the place of the one before."""
    db.execute_sql("DELETE FROM ctcae_term WHERE version = ?", (ctcae.version,))
    sql = f"INSERT INTO ctcae_term ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
    for term in ctcae.terms:
        sentences = (term.sentences.get(grade) for grade in _GRADES)
        row = (ctcae.version, term.name, term.organ_class, term.code, term.definition, *sentences)
        db.execute_sql(sql, row)


def kept(db: EncryptedDatabase) -> tuple[Ctcae, ...]:
    """The versions that are stored, the oldest first."""
    sql = f"SELECT {_COLUMNS} FROM ctcae_term ORDER BY version, term"  # noqa: S608 - a constant
    rows = db.execute_sql(sql).fetchall()
    return tuple(
        Ctcae(version, tuple(map(_term, found)))
        for version, found in groupby(rows, key=lambda row: str(row[0]))
    )


def _term(row: tuple[str | None, ...]) -> CtcaeTerm:
    _, name, soc, code, definition, *grades = row
    sentences = {g: text for g, text in zip(_GRADES, grades, strict=True) if text}
    return CtcaeTerm(name or "", soc or "", frozenset(sentences), code, definition, sentences)
