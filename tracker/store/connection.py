# SPDX-License-Identifier: MIT
"""The one way to open the encrypted database; nothing else makes a connection."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlcipher

from tracker.domain.errors import CannotOpen
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.faults import Fault, StorageFault, classify, named_faults

if TYPE_CHECKING:
    from tracker.store.orm import Orm

APPLICATION_ID = 0x494F4654  # "IOFT": tells a file of this program from any other database
KEY_BYTES = 32
PAGE_BYTES = 16_384
"""Size of the pages of a new file: fewer are read for a chart (docs/performance.md)."""
_PAGE_SIZES = (PAGE_BYTES, 4_096)  # those in use; the file does not say its own
_NOT_A_DATABASE = 26  # SQLite's code for a first page that cannot be read
_FIRST_READ = "SELECT count(*) FROM sqlite_master"
_OLDEST_LIBRARY = (3, 51, 3)
_PLAIN_HEADER = b"SQLite format 3\x00"

# safety.md rule 2: rollback journal and EXTRA lose nothing in kills and power cuts, WAL loses
# saved visits in silence when its side file is damaged. Each is read back after opening.
_PRAGMAS: dict[str, tuple[str, object]] = {
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("1", 1),
    "busy_timeout": ("5000", 5000),
    "temp_store": ("MEMORY", 2),
    "secure_delete": ("1", 1),
    "trusted_schema": ("0", 0),
    "cell_size_check": ("1", 1),
    "cache_size": ("-16384", -16384),  # KiB: a chart is 600; more is memory that nobody gets back
    "cache_spill": ("0", 0),  # a long import grows in memory and is synced once, at its end
}
_CHECKING_CACHE = -2048  # KiB
# First of all: the library would write its complaints about damaged pages to stderr.
_QUIET = "PRAGMA cipher_log_level = NONE"


class EncryptedDatabase:
    """An open database that knows whether it may write and which file it is.

    One connection, of the thread that opened it, with two lanes: ``execute_sql`` for prepared
    text, and ``orm``, Peewee's database, for single records and transactions.

    Attributes:
        path: of the file.
        readonly: True when asked for, or when the folder or the file cannot be written to.
        is_damaged: True once damage was found; from then on nothing is written.
        idle: set while nothing is written; whoever reads for long beside it gives way.
    """

    def __init__(self, path: Path, *, readonly: bool, page_bytes: int = PAGE_BYTES) -> None:
        self.path = path
        self.readonly = readonly
        self.page_bytes = page_bytes
        self.is_damaged = False
        self._key = b""
        self._identity = (0, 0)
        self._opened: sqlcipher.Connection | None = None
        self.idle = Event()
        self.idle.set()

    def connect(self, key: bytes) -> None:
        """Opens the file with its raw key, and sets it up as decided.

        Pages of another size look like those of another key, so both sizes are tried.

        Raises:
            sqlcipher.DatabaseError: it is no file of this key in either.
        """
        self._key = key
        for size in _PAGE_SIZES if self.path.stat().st_size else (self.page_bytes,):
            self.close()
            self._connect(key, size)
            self.page_bytes = size
            if self._is_readable():
                break
        for name, (asked, _) in _PRAGMAS.items():  # the first that reads says what is wrong
            self.execute_sql(f"PRAGMA {name} = {asked}")

    def _is_readable(self) -> bool:
        try:
            self.value(_FIRST_READ)
        except sqlcipher.DatabaseError as error:
            if error.sqlite_errorcode != _NOT_A_DATABASE:
                raise
            return False
        return True

    def _connect(self, key: bytes, page_bytes: int) -> None:
        mode = "ro" if self.readonly else "rw"
        self._opened = sqlcipher.connect(
            f"{self.path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None
        )
        self.execute_sql(_QUIET)
        self.execute_sql(f"PRAGMA key = \"x'{key.hex()}'\"")  # before anything is read
        self.execute_sql(f"PRAGMA cipher_page_size = {page_bytes}")

    def connection(self) -> sqlcipher.Connection:
        """The connection itself, for a backup or a count.

        Raises:
            sqlcipher.ProgrammingError: the database is closed.
        """
        if self._opened is None:
            msg = "the database is closed"
            raise sqlcipher.ProgrammingError(msg)
        return self._opened

    def execute_sql(self, sql: str, params: Sequence[object] = ()) -> sqlcipher.Cursor:
        """Runs a statement."""
        return self.connection().execute(sql, params)

    @cached_property
    def orm(self) -> "Orm":
        """Peewee's database on this connection; imported when something is saved."""
        from tracker.store.orm import Orm

        return Orm(self.connection())

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """A transaction, or a part of the one that is open: all of it is stored, or nothing."""
        self.idle.clear()
        try:
            with self.orm.atomic():
                yield
        finally:
            if self.is_closed() or not self.in_transaction():
                self.idle.set()

    def in_transaction(self) -> bool:
        """Whether what is written now is stored only together with the rest of a unit."""
        return self.connection().in_transaction

    def is_closed(self) -> bool:
        """Whether ``close`` was called."""
        return self._opened is None

    def close(self) -> None:
        """Lets go of the file; a second call does nothing."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None
            self.__dict__.pop("orm", None)  # made anew on the next connection

    def stop_writing(self) -> None:
        """The file is damaged: from now on it is only read.

        Connects anew, each time: after a damaged page the library refuses the sound ones, too.
        """
        self.readonly = self.is_damaged = True
        self.connect(self._key)

    def value(self, sql: str) -> object:
        """The first column of the first row, or None."""
        row = self.execute_sql(sql).fetchone()
        return row[0] if row else None

    def remember_file(self) -> None:
        """Notes which file this is, for ``require_same_file``."""
        self._identity = _identity(self.path)

    def is_same_file(self) -> bool:
        """Whether the path still leads to the file that is open (and not to a copy put there)."""
        try:
            return _identity(self.path) == self._identity
        except OSError:
            return False

    @contextmanager
    def naming_faults(self) -> Iterator[None]:
        """Around all that is asked of the open file: what is wrong with it is said in words.

        Raises:
            StorageFault: the disk or the file is at fault.
            CannotOpen: the file was replaced, removed or emptied since it was opened.
        """
        try:
            with named_faults():
                yield
        except StorageFault as fault:
            if fault.fault is Fault.DAMAGED:
                self.stop_writing()
            raise
        except sqlcipher.Error:
            self.require_same_file()  # an emptied file has lost its tables, says the library
            raise

    def require_same_file(self) -> None:
        """Call before each save: writes into a file that was replaced would be lost unseen.

        Raises:
            CannotOpen: the file was replaced, removed or emptied since it was opened.
        """
        if not self.is_same_file():
            raise CannotOpen(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "The database {file} was replaced or removed by another program while it "
                        "was open. This entry was not saved. Keep the window open, copy what you "
                        "typed, and ask IT to look at the folder before starting again.",
                    ),
                    {"file": str(self.path)},
                )
            )


def open_db(
    path: Path,
    key: bytes,
    *,
    create: bool = False,
    readonly: bool = False,
    page_bytes: int = PAGE_BYTES,
) -> EncryptedDatabase:
    """Opens the database with its raw key and proves that it is ours and set up as decided.

    Args:
        path: of the database.
        key: 32 bytes, ``Keys.data``.
        create: make a new file; there must be none. Without it there must be one.
        readonly: never write. Taken by itself where writing is not possible; see
            ``EncryptedDatabase.readonly``.
        page_bytes: of a new file that becomes the copy of another: pages are copied as they are.

    Raises:
        CannotOpen: missing, empty, damaged, foreign, wrong key, or a library that is not
            SQLCipher or too old. The file is as it was.
    """
    _require_library()
    if len(key) != KEY_BYTES:
        raise _cannot(
            QT_TRANSLATE_NOOP("Message", "The key of {file} is not complete. Nothing was opened."),
            path,
        )
    if create:
        return _create(path, key, page_bytes)
    _require_file(path)
    readonly = readonly or not _is_writable(path)
    return _connected(EncryptedDatabase(path, readonly=readonly), key)


def integrity_problems(db: EncryptedDatabase) -> list[Message]:
    """Checks each page, the structure and the references; an empty list means sound.

    About 0.1 s for 10 MB. Never repairs anything.
    """
    # it meets every page once, and none again: a larger cache would only be memory
    db.execute_sql(f"PRAGMA cache_size = {_CHECKING_CACHE}")
    try:
        return list(_integrity_problems(db))
    except sqlcipher.DatabaseError as error:
        fault = classify(error)
        if fault is None:
            raise
        return [problem.message for problem in fault.problems]
    finally:
        db.execute_sql(f"PRAGMA cache_size = {_PRAGMAS['cache_size'][0]}")


def _integrity_problems(db: EncryptedDatabase) -> Iterable[Message]:
    pages = db.execute_sql("PRAGMA cipher_integrity_check").fetchall()
    if pages:
        yield Message(
            QT_TRANSLATE_NOOP(
                "Message", "Pages of the database that were damaged or exchanged: {n}."
            ),
            {"n": len(pages)},
        )
        return  # reading on would only meet the same pages
    structure = [row[0] for row in db.execute_sql("PRAGMA quick_check").fetchall()]
    if structure != ["ok"]:
        yield Message(
            QT_TRANSLATE_NOOP("Message", "Faults in the structure of the database: {n}."),
            {"n": len(structure)},
        )
    for table, n in db.execute_sql(
        'SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY 1'
    ).fetchall():
        yield Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "Rows of the table {table} that refer to a record that is not there: {n}.",
            ),
            {"n": n, "table": table},
        )


def _create(path: Path, key: bytes, page_bytes: int) -> EncryptedDatabase:
    try:
        with _named_at_opening():  # never an existing file, and readable by its owner only
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError as error:
        raise _cannot(
            QT_TRANSLATE_NOOP(
                "Message",
                "There is a database {file} already; it was not touched. "
                "Open it, or choose an empty folder.",
            ),
            path,
        ) from error
    try:
        return _connected(EncryptedDatabase(path, readonly=False, page_bytes=page_bytes), key)
    except BaseException:
        path.unlink()
        raise


def _connected(db: EncryptedDatabase, key: bytes) -> EncryptedDatabase:
    is_new = db.path.stat().st_size == 0
    try:
        with named_faults():
            db.connect(key)
            if is_new:
                db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            _require_ours(db)
            _require_settings(db)
            db.remember_file()
    except StorageFault as fault:
        db.close()
        if db.readonly and fault.fault is Fault.READ_ONLY:
            # reading asks to write only when a journal must be played back first
            raise _interrupted(db.path) from fault
        raise CannotOpen(*fault.problems) from fault
    except BaseException:
        db.close()
        raise
    return db


def _require_ours(db: EncryptedDatabase) -> None:
    if db.value("PRAGMA cipher_version") is None:
        raise _no_cipher()
    if db.value("PRAGMA application_id") != APPLICATION_ID:
        raise _cannot(
            QT_TRANSLATE_NOOP(
                "Message",
                "{file} is a database of another program. It was not changed. "
                "Choose the folder of this clinic.",
            ),
            db.path,
        )
    with db.path.open("rb") as file:
        if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise _no_cipher()


def _require_settings(db: EncryptedDatabase) -> None:
    wrong = [name for name, (_, got) in _PRAGMAS.items() if db.value(f"PRAGMA {name}") != got]
    if wrong:
        raise CannotOpen(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "The database {file} does not accept the safety settings {names}. "
                    "Nothing was changed. Install the program again.",
                ),
                {"file": str(db.path), "names": ", ".join(wrong)},
            )
        )


def _require_library() -> None:
    if sqlcipher.sqlite_version_info < _OLDEST_LIBRARY:
        raise CannotOpen(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "The database library {found} is too old; {needed} or newer is needed. "
                    "Nothing was opened. Install the program again.",
                ),
                {
                    "found": sqlcipher.sqlite_version,
                    "needed": ".".join(map(str, _OLDEST_LIBRARY)),
                },
            )
        )


def _require_file(path: Path) -> None:
    with _named_at_opening():
        size = path.stat().st_size if path.is_file() else None
    if size is None:
        raise _cannot(
            QT_TRANSLATE_NOOP(
                "Message",
                "There is no database {file}. No new one was made. "
                "Check the path, or restore a backup.",
            ),
            path,
        )
    if size == 0:
        raise _cannot(
            QT_TRANSLATE_NOOP(
                "Message", "The database {file} is empty. It was not changed. Restore a backup."
            ),
            path,
        )


def _is_writable(path: Path) -> bool:
    """Tries it: rights shown by the system and rights that hold differ on shares and media."""
    try:
        with path.open("rb+"), tempfile.TemporaryFile(dir=path.parent):
            return True
    except OSError as error:
        fault = classify(error)
        return fault is None or fault.fault is not Fault.READ_ONLY


def _identity(path: Path) -> tuple[int, int]:
    """Volume and file number. Raises OSError for a file that is missing or was emptied."""
    found = path.stat()
    if found.st_size == 0:
        raise FileNotFoundError(path)
    return found.st_dev, found.st_ino


@contextmanager
def _named_at_opening() -> Iterator[None]:
    try:
        with named_faults():
            yield
    except StorageFault as fault:
        raise CannotOpen(*fault.problems) from fault


def _cannot(text: str, path: Path) -> CannotOpen:
    return CannotOpen(Message(text, {"file": str(path)}))


def _interrupted(path: Path) -> CannotOpen:
    return _cannot(
        QT_TRANSLATE_NOOP(
            "Message",
            "The last save into {file} was interrupted and must be undone before anything is "
            "read; that needs the right to write. Nothing was opened or lost. Open it where it "
            "can be written, together with the file beside it that ends in -journal.",
        ),
        path,
    )


def _no_cipher() -> CannotOpen:
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The encryption library is missing or does not encrypt. Nothing was opened. "
                "Install the program again.",
            )
        )
    )


def cipher_version() -> str:
    """Of the library that encrypts the file, as it names itself."""
    with closing(sqlcipher.connect(":memory:")) as memory:
        row = memory.execute("PRAGMA cipher_version").fetchone()
    return str(row[0]) if row else ""
