# SPDX-License-Identifier: MIT
"""Brings a database to the schema of this program, and refuses one that is newer."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import CannotOpen
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.connection import EncryptedDatabase, integrity_problems, open_db
from tracker.store.faults import named_faults
from tracker.store.files import Profile, sync_file, sync_folder
from tracker.store.slots import Keys

if TYPE_CHECKING:
    from playhouse.sqlcipher_ext import SqlCipherDatabase

MIGRATIONS = Path(__file__).with_name("migrations")
HISTORY = "schema_migration"  # the runner's own table, the one exception from STRICT

_ENGINE = {"blob": "BLOB", "options": "STRICT, WITHOUT ROWID"}
_SCHEMA = f"""
SELECT sql FROM sqlite_master
WHERE sql IS NOT NULL AND tbl_name <> '{HISTORY}' AND name NOT LIKE 'sqlite_%'
ORDER BY tbl_name, type DESC, name
"""  # noqa: S608 - a constant


def execute(db: "EncryptedDatabase | SqlCipherDatabase", sql: str) -> None:
    """Runs the statements of a migration, with the words of this engine filled in."""
    lines = (line for line in sql.splitlines() if not line.startswith("--"))
    for statement in "\n".join(lines).format_map(_ENGINE).split(";"):
        if statement.strip():
            db.execute_sql(statement.strip())


def known_migrations(folder: Path = MIGRATIONS) -> list[str]:
    """Names of the migrations of this program, oldest first."""
    return sorted(path.stem for path in folder.glob("[0-9]*.py"))


def applied_migrations(db: EncryptedDatabase) -> list[str]:
    """Names of the migrations a database has been through, oldest first."""
    # by SQL: importing the runner costs 40 ms, and most openings have nothing to migrate
    has_history = db.execute_sql(
        "SELECT 1 FROM sqlite_master WHERE name = ?", (HISTORY,)
    ).fetchone()
    if not has_history:
        return []
    rows = db.execute_sql(f"SELECT name FROM {HISTORY} ORDER BY name")  # noqa: S608 - a constant
    return [name for (name,) in rows.fetchall()]


def pending_migrations(db: EncryptedDatabase, folder: Path = MIGRATIONS) -> list[str]:
    """Names of the migrations a database still needs.

    Raises:
        CannotOpen: it has been through one that this program does not know.
    """
    known, applied = known_migrations(folder), applied_migrations(db)
    newer = sorted(set(applied) - set(known))
    if newer:
        raise CannotOpen(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "The database {file} was written by a newer version of this program (step "
                    "{step}). Nothing was changed. Install the newer version on this computer.",
                ),
                {"file": str(db.path), "step": newer[-1]},
            )
        )
    return [name for name in known if name not in applied]


def migrate(db: EncryptedDatabase, folder: Path = MIGRATIONS) -> None:
    """Runs what is pending in one transaction, on a new database or on a copy.

    Raises:
        CannotOpen: a row would refer to a record that is not there; nothing was changed.
    """
    from playhouse.migrations import Runner

    # a table that others refer to can be rebuilt only so, and not inside a transaction
    db.execute_sql("PRAGMA foreign_keys = 0")
    try:
        with db.atomic():
            Runner(db.orm, folder, table_name=HISTORY).up()
            if db.execute_sql("PRAGMA foreign_key_check").fetchone():
                raise _not_migrated(db.path)
    finally:
        db.execute_sql("PRAGMA foreign_keys = 1")


def migrate_profile(
    profile: Profile,
    db: EncryptedDatabase,
    keys: Keys,
    *,
    now: datetime,
    complete: Callable[[EncryptedDatabase], None],
    folder: Path = MIGRATIONS,
) -> EncryptedDatabase:
    """Backs the database up, migrates a copy, checks it, and puts it in the old one's place.

    A kill at any point leaves the old database or the new one.

    Args:
        profile: whose database it is; the backup goes to its folder ``backups``.
        db: open; it is closed when the copy is ready.
        keys: of the database.
        now: with its offset.
        complete: writes into the copy what follows from the new schema: done after the swap, a
            power cut in between would leave the lists as they were for ever.
        folder: of the migrations; tests have their own.

    Returns:
        The migrated database, open.

    Raises:
        CannotOpen: the migrated copy did not pass its checks; the database is as it was.
    """
    import shutil

    from tracker.store.backup import make_backup

    with named_faults():
        make_backup(db, keys, profile, profile.folder / "backups", now=now)
        # a folder of its own, so that no journal of a killed run is taken for the copy's
        work = Profile(profile.folder / ".migrating")
        shutil.rmtree(work.folder, ignore_errors=True)
        work.folder.mkdir(mode=0o700)
        try:
            _migrated_copy(db, keys, work.database, folder, complete)
            db.close()
            work.database.replace(profile.database)
        finally:
            shutil.rmtree(work.folder, ignore_errors=True)
        sync_folder(profile.folder)
    return open_db(profile.database, keys.data)


def _migrated_copy(
    db: EncryptedDatabase,
    keys: Keys,
    path: Path,
    folder: Path,
    complete: Callable[[EncryptedDatabase], None],
) -> None:
    copy = open_db(path, keys.data, create=True, page_bytes=db.page_bytes)
    try:
        db.connection().backup(copy.connection())
        migrate(copy, folder)
        complete(copy)
        if integrity_problems(copy):
            raise _not_migrated(db.path)
    finally:
        copy.close()
    sync_file(path)


def schema_text(db: EncryptedDatabase) -> str:
    """The tables and indexes of a database as SQL, in a stable order."""
    return "".join(f"{sql};\n" for (sql,) in db.execute_sql(_SCHEMA).fetchall())


def _not_migrated(path: Path) -> CannotOpen:
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The database {file} could not be brought to this version of the program: the "
                "new copy did not pass its checks. The database was not changed, and a backup of "
                "it was made. Go on with the version used before, and tell IT.",
            ),
            {"file": str(path)},
        )
    )
