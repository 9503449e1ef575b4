# SPDX-License-Identifier: MIT
"""The open profile: one encrypted database, its keys and its audit trail, owned by one thread."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import date, datetime
from functools import cached_property
from operator import methodcaller
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from tracker.domain.envelope import AuditLine, Revision, Stamp, Stored
from tracker.domain.roles import Role
from tracker.domain.text import Message
from tracker.store import audit, drafts, opening, queries, refusals
from tracker.store.audit import Finding, Trail
from tracker.store.connection import EncryptedDatabase, integrity_problems, open_db
from tracker.store.faults import named_faults
from tracker.store.files import Profile
from tracker.store.heads import new_chain, read_head, write_head
from tracker.store.ids import Ids
from tracker.store.keyring import Keyring
from tracker.store.lock import ProfileLock
from tracker.store.queries import BesideDue, Line, PatientLine
from tracker.store.schema import applied_migrations, migrate, migrate_profile, pending_migrations
from tracker.store.slots import KDF, KDF_FLOOR, Kdf, Keys, User

# What opening and the day list do not need is imported where it is used: record kinds, models
# and the cipher of attachments take longer to load than the file takes to open.
if TYPE_CHECKING:
    from tracker.domain.chart import Chart
    from tracker.domain.records import Document, ReferenceRange
    from tracker.domain.records.base import Record
    from tracker.domain.toxicity import Ctcae
    from tracker.store.attachments import Attachments
    from tracker.store.audit_pages import TrailPages
    from tracker.store.backup import Backup, Step
    from tracker.store.lists import Lists
    from tracker.store.page_check import PageCheck
    from tracker.store.rescue import Rescue
    from tracker.store.unit import Unit

R = TypeVar("R", bound="Record")


class Store:
    """An open profile; ``close`` lets the next program in.

    Attributes:
        profile: its files.
        keys: what unlocking gave.
        clinic: name of the clinic.
        is_demo: made for the demonstration; real patients never enter it.
        schema: name of the newest migration the database has been through.
        warnings: what is wrong with the sealed end of the audit trail; shown until settled.
    """

    def __init__(
        self,
        profile: Profile,
        db: EncryptedDatabase,
        keys: Keys,
        lock: ProfileLock | None,
        ids: Ids | None = None,
    ) -> None:
        self.profile = profile
        self.keys = keys
        self.clinic = opening.meta(db, "clinic")
        self.is_demo = opening.meta(db, "demonstration") == "yes"
        self.schema = applied_migrations(db)[-1]
        self._db = db
        self._lock = lock
        self._ids = ids or Ids()
        head = read_head(profile.head, keys)
        self.warnings = opening.head_findings(db, head)
        self.last_used = head.at if head else None
        self._chain = head.chain if head else new_chain()
        self._trail = Trail(db, self._chain, keys.mac, self.schema)

    # --- opening and closing --------------------------------------------------------

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        clinic: str,
        user: str,
        passphrase: str,
        at: datetime,
        user_id: UUID | None = None,
        role: Role = Role.ADMINISTRATOR,
        is_demo: bool = False,
        kdf: Kdf = KDF,
        floor: Kdf = KDF_FLOOR,
    ) -> tuple["Store", str]:
        """Makes a new profile in a folder without one; what fails leaves nothing behind.

        Args:
            folder: made when it is not there.
            clinic: its name, shown and printed.
            user: display name of the first user, an administrator.
            passphrase: of that user.
            role: likewise.
            at: now, with its offset.
            user_id: of that user; a new one when None.
            is_demo: for the demonstration; can never be changed.
            kdf: cost of each try at a passphrase.
            floor: only tests lower it.

        Returns:
            The open store, and the recovery code: show it once, it is kept nowhere.

        Raises:
            Refused: there is a profile already, or the passphrase is too weak.
            StorageFault: the folder cannot be written to, or the disk is full.
        """
        profile, ids = Profile(folder), Ids()
        with named_faults(), ExitStack() as undo:
            folder.mkdir(parents=True, exist_ok=True)
            lock = ProfileLock(profile.lock)
            undo.callback(lock.release)
            if profile.database.exists():
                raise refusals.profile_exists(profile)
            owner = User(user_id or ids.new(at), user, role)
            ring = Keyring(profile.keyring, kdf=kdf, floor=floor)
            keys, code = ring.create(ids.new(at), owner, passphrase, avoid=(clinic,))
            undo.callback(profile.keyring.unlink)
            db = open_db(profile.database, keys.data, create=True)
            undo.callback(opening.remove, profile.database)
            undo.callback(db.close)
            migrate(db)
            opening.describe(db, keys.uuid, clinic, at, is_demo=is_demo)
            store = cls(profile, db, keys, lock, ids)
            with store.unit(Stamp(at, user, role.value)) as unit:
                unit.log("create profile", content=opening.kept_in_trail(db))
                opening.add_account(unit, owner)
            store.seal(at)
            undo.pop_all()
        return store, code

    @classmethod
    def open(
        cls,
        folder: Path,
        user: str | None,
        passphrase: str,
        *,
        at: datetime,
        readonly: bool = False,
        only: Role | None = None,
        floor: Kdf = KDF_FLOOR,
    ) -> "Store":
        """Opens a profile; an older database is backed up and brought to this version first.

        Args:
            folder: of the profile.
            user: display name; None takes whoever's passphrase it is.
            passphrase: of that user.
            at: now, with its offset.
            readonly: read beside another program. Taken by itself where the folder cannot be
                written to.
            only: nobody of another role gets in.
            floor: only tests lower it.

        Raises:
            CannotOpen: no profile, in use, wrong passphrase, damaged, foreign, or newer than
                this program. The files are as they were.
        """

        def unlock(ring: Keyring) -> Keys:
            return ring.unlock(passphrase, user, only=only)

        return cls._opened(Profile(folder), unlock, at, readonly=readonly, floor=floor)

    @classmethod
    def open_with_recovery(
        cls, folder: Path, code: str, *, at: datetime, floor: Kdf = KDF_FLOOR
    ) -> "Store":
        """Opens a profile with the printed code; the caller logs it and makes a new code.

        Raises:
            CannotOpen: as for ``open``.
        """
        unlock = methodcaller("unlock_with_recovery", code)
        return cls._opened(Profile(folder), unlock, at, readonly=False, floor=floor)

    @classmethod
    def _opened(
        cls,
        profile: Profile,
        unlock: Callable[[Keyring], Keys],
        at: datetime,
        *,
        readonly: bool,
        floor: Kdf,
    ) -> "Store":
        opening.require_profile(profile)
        lock = None if readonly else opening.lock(profile)
        with named_faults(), ExitStack() as undo:
            if lock is not None:
                undo.callback(lock.release)
                opening.finish_restore(profile)
            ring = Keyring(profile.keyring, floor=floor)
            keys = unlock(ring)
            db = open_db(profile.database, keys.data, readonly=lock is None)
            undo.callback(lambda: db.close())  # noqa: PLW0108 - whichever it is by then
            pending = pending_migrations(db)
            opening.require_same_uuid(profile, db, keys)
            if pending and db.readonly:
                raise refusals.needs_writing(profile)
            if pending:

                def complete(copy: EncryptedDatabase) -> None:
                    store = cls(profile, copy, keys, lock=None)
                    with store.unit(Stamp(at, store.user_name, store.role.value)) as unit:
                        unit.log("migrate", content=opening.migrated(copy, pending))
                        unit.renew_lists()
                        opening.missing_accounts(copy, unit, ring.users())

                db = migrate_profile(profile, db, keys, now=at, complete=complete)
            opening.finish_erasure(db, profile)
            store = cls(profile, db, keys, lock)
            undo.pop_all()
        return store

    def close(self, at: datetime) -> None:
        """Seals the end of the audit trail and lets go of the files; a second call does nothing.

        Raises:
            StorageFault: the end could not be sealed. The files are let go of, nothing is lost.
        """
        if self._db.is_closed():
            return
        try:
            if not self.readonly:
                self.seal(at)
        finally:
            self._db.close()
            if self._lock is not None:
                self._lock.release()

    def check_pages(self) -> list[Message]:
        """Checks every page and reference; in a damaged file nothing is written any more."""
        if problems := integrity_problems(self._db):
            self._db.stop_writing()
        return problems

    def page_check(self) -> "PageCheck":
        """The same check for a thread of its own."""
        from tracker.store.page_check import PageCheck

        return PageCheck(self.path, self.keys.data, self._db.idle)

    @property
    def path(self) -> Path:
        """Of the database file."""
        return self.profile.database

    @property
    def uuid(self) -> UUID:
        """Of the database."""
        return self.keys.uuid

    @property
    def user_id(self) -> UUID | None:
        """Of who unlocked; None for the recovery code."""
        return self.keys.user.id if self.keys.user else None

    @property
    def user_name(self) -> str:
        """Of who unlocked."""
        return self.keys.user.name if self.keys.user else "recovery code"

    @property
    def role(self) -> Role:
        """Of who unlocked; the recovery code stands for the administrator."""
        return self.keys.user.role if self.keys.user else Role.ADMINISTRATOR

    @property
    def readonly(self) -> bool:
        """Whether nothing can be stored: asked for, or the place cannot be written to."""
        return self._db.readonly

    def naming_faults(self) -> AbstractContextManager[None]:
        """Around each job: what the disk or the file does to it is said in words."""
        return self._db.naming_faults()

    # --- writing --------------------------------------------------------------------

    @contextmanager
    def unit(self, stamp: Stamp) -> Iterator["Unit"]:
        """One transaction; whatever is raised inside leaves the database as it was.

        Raises:
            Refused: the profile is open for reading only, or a voided record would still have
                current ones under it.
            StorageFault, CannotOpen: the disk or the file is at fault; nothing was stored.
        """
        if self.readonly:
            raise refusals.read_only(self.profile)
        from tracker.store.unit import Unit

        with named_faults():
            self._db.require_same_file()
            with self._db.atomic():
                unit = Unit(self._db, self._trail, self._ids, stamp)
                yield unit
                unit.complete()
        self.lists.update(unit.search_keys)

    def keep_draft(
        self, user: str, patient: UUID, form: str, texts: dict[str, str], at: datetime
    ) -> None:
        """Keeps what was typed and not saved, in the place of the draft before."""
        if not self.readonly:
            with named_faults(), self._db.atomic():
                drafts.keep(self._db, (patient, user, form), texts, at)

    def drop_draft(self, user: str, patient: UUID, form: str) -> None:
        """Forgets a draft; a save forgets its own in its unit."""
        if not self.readonly:
            with named_faults(), self._db.atomic():
                drafts.drop(self._db, (patient, user, form))

    def draft(self, user: str, patient: UUID, form: str) -> tuple[dict[str, str], datetime] | None:
        """The texts of a draft, and when they were kept."""
        return drafts.find(self._db, (patient, user, form))

    @contextmanager
    def attachment(self, content: bytes) -> Iterator[str]:
        """Stores the file of a document; yields its name, with which the document is stored.

        Raises:
            Refused: the profile is open for reading only.
            StorageFault: the disk is full or cannot be written to; nothing is left behind.
        """
        if self.readonly:
            raise refusals.read_only(self.profile)
        with self._attachments.kept(content) as name:
            yield name

    def finish_erasure(self) -> bool:
        """Whether nothing is left in the files of what a unit erased; else the next start tries."""
        return opening.finish_erasure(self._db, self.profile)

    def seal(self, at: datetime) -> str:
        """Writes the end of the audit trail outside the database (two syncs); returns its code."""
        with named_faults():
            ends, alarms = audit.ends(self._db), opening.alarms(self.warnings)
            write_head(self.profile.head, self.keys, self._chain, ends, at=at, alarms=alarms)
        return audit.code(ends.get(self._chain))

    def backup(self, folder: Path, at: datetime, step: "Step | None" = None) -> "Backup":
        """Makes a verified backup file in ``folder``; see ``backup.make_backup``."""
        from tracker.store.backup import make_backup

        if not self.readonly:
            self.seal(at)
        return make_backup(self._db, self.keys, self.profile, folder, now=at, step=step)

    def rotate(self, passphrases: Mapping[UUID, tuple[str, bool]], at: datetime) -> str:
        """Goes on under another data key; returns the new recovery code. See ``rotation``."""
        from tracker.store import rotation

        self.seal(at)
        keys, code = rotation.prepare(self.profile, self._db, self.keys, passphrases, now=at)
        self._db.close()
        self.keys, self._db = keys, rotation.finish(self.profile, keys)
        self._trail = Trail(self._db, self._chain, keys.mac, self.schema)
        for made in ("lists", "trail", "rescue", "_attachments"):
            self.__dict__.pop(made, None)
        return code

    @cached_property
    def _attachments(self) -> "Attachments":
        from tracker.store.attachments import Attachments

        return Attachments(self.profile.attachments, self.keys)

    # --- reading --------------------------------------------------------------------

    @cached_property
    def lists(self) -> "Lists":
        """The lists of patients."""
        from tracker.store.lists import Lists

        return Lists(self._db)

    def chart(self, patient: UUID) -> "Chart":
        """Everything about a patient, with the clinic's ranges; two statements.

        Raises:
            NotFound: there is no such patient.
        """
        from tracker.store import charts

        return charts.chart(self._db, patient, self.ranges())

    def get(self, kind: type[R], patient: UUID | None, record: UUID) -> Stored[R]:
        """One record as it is now.

        Raises:
            NotFound: there is no such record in this chart.
        """
        from tracker.store import charts

        return charts.record(self._db, kind, patient, record)

    def history(self, kind: str, record: UUID) -> list[Revision]:
        """Every revision of a record, oldest first, as the audit trail holds it.

        Raises:
            NotFound: the trail knows no such record.
        """
        from tracker.store import histories

        return histories.of_record(self._db, kind, record)

    def patient_history(self, patient: UUID, limit: int, skip: int = 0) -> list[AuditLine]:
        """What was done in a chart, newest first, the first ``skip`` entries left out."""
        from tracker.store import histories

        return histories.of_patient(self._db, patient, limit, skip)

    @cached_property
    def trail(self) -> "TrailPages":
        """The audit trail as it is read."""
        from tracker.store.audit_pages import TrailPages

        return TrailPages(self._db)

    @cached_property
    def rescue(self) -> "Rescue":
        """What can be read of a damaged file."""
        from tracker.store.rescue import Rescue

        return Rescue(self._db)

    def attached(self, document: "Document") -> bytes:
        """The content of a document's file.

        Raises:
            CannotOpen: the file is missing, damaged or was exchanged.
        """
        return self._attachments.read(document.file, document.sha256)

    def ranges(
        self, analyte: str | None = None, *, voided: bool = False
    ) -> "tuple[Stored[ReferenceRange], ...]":
        """The current reference ranges of the clinic, of one analyte or all."""
        from tracker.store import charts

        return charts.ranges(self._db, analyte, voided=voided)

    def of_clinic(self, kind: type[R]) -> tuple[Stored[R], ...]:
        """The current records of a kind that holds for the whole clinic, oldest first."""
        from tracker.store import charts

        return charts.of_clinic(self._db, kind)

    def ctcae(self) -> "tuple[Ctcae, ...]":
        """The CTCAE versions of which the clinic has imported its workbook."""
        from tracker.store.ctcae_terms import kept

        return kept(self._db)

    def find_mrn(self, mrn: str) -> UUID | None:
        """The patient whose current chart has this hospital number."""
        return queries.find_mrn(self._db, mrn)

    def patients(self, limit: int, after: str = "") -> list[PatientLine]:
        """Current patients by hospital number, from the first one after ``after``."""
        return queries.patients(self._db, limit, after)

    def due(self, line: type[Line], on: date, days: int = 0, limit: int = -1) -> list[Line]:
        """The day list of ``on``, each row made into a ``line``; see ``queries.due``."""
        return queries.due(self._db, on, days, limit, line)

    def beside_due(self, line: type[Line], first: date, last: date, limit: int) -> BesideDue[Line]:
        """What has left since, and when a patient counts as not seen."""
        return queries.beside_due(self._db, first, last, limit, line)

    def patient_ids(self) -> Iterator[UUID]:
        """Every patient, voided charts included."""
        return queries.patient_ids(self._db)

    def counts(self) -> dict[str, int]:
        """Rows in each table."""
        from tracker.store.backup import row_counts

        return row_counts(self._db)

    def verify(self) -> list[Finding]:
        """Everything that is wrong with the database and the files; empty means sound."""
        from tracker.store.verify import verify

        head, known = read_head(self.profile.head, self.keys), self.warnings
        return [*verify(self._db, self.keys.mac, head, known), *self._attachments.verify(self._db)]
