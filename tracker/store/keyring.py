# SPDX-License-Identifier: MIT
"""The keyring file: two random keys, wrapped once for each person who may open the profile.

A passphrase is never the key of the database, so it can be changed without touching the data,
and a person can be removed. Whoever can unlock holds the keys: roles are a matter of the program.
"""

import base64
import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import index
from pathlib import Path
from typing import Self
from uuid import UUID

from tracker.domain.errors import CannotOpen, NotFound, Refused
from tracker.domain.roles import Role
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, folded, normal
from tracker.store.files import previous, replace_file
from tracker.store.passphrase import check_passphrase
from tracker.store.sealed import NotGenuine, canonical, mac, same, strict_object
from tracker.store.slots import (
    KDF,
    KDF_CEILING,
    KDF_FLOOR,
    KEY_BYTES,
    VERSION,
    Kdf,
    Keys,
    Slot,
    User,
)

_RECOVERY_BYTES = 20  # 160 bits: 32 letters and digits, eight groups of four
_LARGEST_FILE = 1_000_000

_WRONG = Message(
    QT_TRANSLATE_NOOP(
        "Message",
        "The name or the passphrase is wrong. Nothing was opened or changed. "
        "Check the keyboard layout and Caps Lock, and try again.",
    )
)
_WRONG_CODE = Message(
    QT_TRANSLATE_NOOP(
        "Message",
        "The recovery code is wrong. Nothing was opened or changed. "
        "It has eight groups of four letters and digits; compare it with the printed sheet.",
    )
)


_THE_SAME = Message(
    QT_TRANSLATE_NOOP(
        "Message", "This is the present passphrase. Nothing was changed. Choose another one."
    )
)


class WrongPassphrase(CannotOpen):
    """The keyring is sound, but what was typed opens none of its slots."""


class _OtherVersion(Exception):
    """The file is sound, and written by a newer program."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What the file says. ``hmac`` vouches for names, roles and the list of slots."""

    uuid: UUID
    generation: int
    slots: tuple[Slot, ...]
    hmac: str = ""

    def body(self) -> dict[str, object]:
        return {
            "v": VERSION,
            "uuid": self.uuid.hex,
            "dek_gen": self.generation,
            "slots": [slot.as_json() for slot in self.slots],
        }

    def mac(self, keys: Keys) -> str:
        return mac(self.body(), keys.subkey("keyring"))

    def to_bytes(self, keys: Keys) -> bytes:
        whole = {**self.body(), "hmac": self.mac(keys)}
        return canonical({**whole, "sha256": _checksum(whole)}).encode()

    @classmethod
    def from_bytes(cls, raw: bytes) -> Self:
        """Raises NotGenuine, KeyError, TypeError or ValueError for a damaged file."""
        whole = strict_object(raw)
        # Without a key this finds accidents only, but it finds them before a passphrase is
        # asked: a damaged file must not look like a wrong passphrase.
        if not same(str(whole.pop("sha256", "")), _checksum(whole)):
            raise NotGenuine
        if whole["v"] != VERSION:
            raise _OtherVersion
        slots = tuple(Slot.from_json(slot) for slot in whole["slots"])
        content = cls(
            UUID(hex=str(whole["uuid"])), index(whole["dek_gen"]), slots, str(whole["hmac"])
        )
        if {**content.body(), "hmac": content.hmac} != whole:
            raise NotGenuine
        return content


class Keyring:
    """The keyring file of a profile. Every call reads the file anew; changes are atomic.

    Args:
        path: ``Profile.keyring``.
        kdf: the cost for slots made from now on.
        floor: slots cheaper than this are refused when read. Only tests lower it.
    """

    def __init__(self, path: Path, *, kdf: Kdf = KDF, floor: Kdf = KDF_FLOOR) -> None:
        self.path = path
        self._kdf = kdf
        self._floor = floor

    def create(
        self, uuid: UUID, user: User, passphrase: str, *, avoid: Iterable[str] = ()
    ) -> tuple[Keys, str]:
        """Makes new random keys, a slot for the first user and one for the recovery code.

        Args:
            uuid: of the database the keys are for.
            user: the first user, an administrator.
            passphrase: of that user; see ``check_passphrase``.
            avoid: names a passphrase must not consist of, such as the clinic's.

        Returns:
            The keys, and the recovery code: show it once, it is kept nowhere.

        Raises:
            Refused: there is a keyring already, or the passphrase is too weak.
        """
        if self.path.exists():
            raise Refused(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "This folder already holds a keyring; it was not touched. "
                        "Open the profile, or choose an empty folder.",
                    )
                )
            )
        if user.role is not Role.ADMINISTRATOR:
            raise _no_administrator()
        check_passphrase(passphrase, (user.name, *avoid))
        key, mac_key = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(KEY_BYTES)
        keys = Keys(uuid, key, mac_key, user)
        code = _new_code()
        generation = 1
        slots = (
            Slot.wrap(keys, user, passphrase, self._kdf, generation),
            Slot.wrap(keys, None, _bare(code), self._kdf, generation),
        )
        self._write(_Content(uuid, generation, slots), keys)
        return keys, code

    def uuid(self) -> UUID:
        """The database that the keys are for, as written; proven only by unlocking."""
        return self._parsed().uuid

    def users(self) -> tuple[User, ...]:
        """Who has a slot, as written; proven only by unlocking."""
        return tuple(slot.user for slot in self._read().slots if slot.user is not None)

    def waiting(self) -> frozenset[UUID]:
        """Who has a passphrase that must be changed at the first use."""
        slots = self._read().slots
        return frozenset(slot.user.id for slot in slots if slot.user and slot.one_time)

    def unlock(self, passphrase: str, name: str | None = None, *, only: Role | None = None) -> Keys:
        """The keys, for a user by name, or for whoever's passphrase it is.

        Takes about 0.2 s for each slot that is tried, and as long for a name nobody has.

        Args:
            passphrase: as typed.
            name: of the user; None tries all.
            only: nobody of another role gets in.

        Raises:
            WrongPassphrase: says nothing about which names exist.
            CannotOpen: the file is missing, damaged, weakened or was changed by another hand.
        """
        content = self._read()
        asked = [
            slot
            for slot in content.slots
            if slot.user is not None and (name is None or _is_same(slot.user.name, name))
        ]
        if not asked:
            self._kdf.derive(passphrase, bytes(16))  # so that the time taken names nobody either
        for slot in asked:
            keys = slot.unwrap(content.uuid, passphrase, content.generation)
            if keys is not None and only in {None, slot.user and slot.user.role}:
                return self._vouched(content, keys)
        raise WrongPassphrase(_WRONG)

    def unlock_with_recovery(self, code: str) -> Keys:
        """The keys, by the printed code; blanks, hyphens and case do not matter.

        The caller records the use and calls ``replace_recovery``.

        Raises:
            WrongPassphrase: the code is not the one printed last.
            CannotOpen: as for ``unlock``.
        """
        content = self._read()
        slot = next(slot for slot in content.slots if slot.user is None)
        keys = slot.unwrap(content.uuid, _bare(code), content.generation)
        if keys is None:
            raise WrongPassphrase(_WRONG_CODE)
        return self._vouched(content, keys)

    def change_passphrase(
        self, name: str, current: str, new: str, *, avoid: Iterable[str] = ()
    ) -> None:
        """Wraps the keys anew for the user who types both passphrases.

        Raises:
            WrongPassphrase: ``current`` is not the user's.
            Refused: the new one is too weak; the current one stays.
        """
        keys = self.unlock(current, name)
        if keys.user is None:  # unlock() opens the slots of users only
            raise WrongPassphrase(_WRONG)
        if normal(new) == normal(current):
            raise Refused(_THE_SAME)
        self.put_user(keys, keys.user, new, avoid=avoid)

    def put_user(
        self,
        keys: Keys,
        user: User,
        passphrase: str,
        *,
        avoid: Iterable[str] = (),
        one_time: bool = False,
    ) -> None:
        """Gives a user a slot, or the user's slot a new passphrase (name and role as well).

        Args:
            keys: of an open profile.
            user: whose slot.
            passphrase: see ``check_passphrase``.
            avoid: names a passphrase must not consist of.
            one_time: the user must choose another one at the first use.

        Raises:
            Refused: the passphrase is too weak, another user has the name, or no administrator
                would be left.
        """
        check_passphrase(passphrase, (user.name, *avoid))
        content = self._vouched_content(keys)
        others = [slot for slot in content.slots if slot.user is None or slot.user.id != user.id]
        if any(slot.user is not None and _is_same(slot.user.name, user.name) for slot in others):
            raise Refused(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "Another user is called {name} already. Nothing was changed. "
                        "Add an initial or a department to tell the two apart.",
                    ),
                    {"name": user.name},
                )
            )
        slot = Slot.wrap(keys, user, passphrase, self._kdf, content.generation, one_time=one_time)
        self._write(replace(content, slots=(*others, slot)), keys)

    def change_user(self, keys: Keys, user: User) -> None:
        """Gives a user another name or role; the passphrase stays.

        Raises:
            NotFound: no such user.
            Refused: no administrator would be left.
        """
        content = self._vouched_content(keys)
        if user.id not in {slot.user.id for slot in content.slots if slot.user is not None}:
            raise _no_such_user()
        slots = tuple(
            replace(slot, user=user) if slot.user is not None and slot.user.id == user.id else slot
            for slot in content.slots
        )
        self._write(replace(content, slots=slots), keys)

    def remove_user(self, keys: Keys, user: UUID) -> None:
        """Takes a user's slot away. Copies of the file made earlier still open for that user.

        Raises:
            NotFound: no such user.
            Refused: it is the last administrator.
        """
        content = self._vouched_content(keys)
        left = tuple(slot for slot in content.slots if slot.user is None or slot.user.id != user)
        if len(left) == len(content.slots):
            raise _no_such_user()
        self._write(replace(content, slots=left), keys)

    def replace_recovery(self, keys: Keys) -> str:
        """Makes a new recovery code, shown once; the old one no longer opens the profile."""
        content = self._vouched_content(keys)
        code = _new_code()
        slot = Slot.wrap(keys, None, _bare(code), self._kdf, content.generation)
        users = (slot for slot in content.slots if slot.user is not None)
        self._write(replace(content, slots=(*users, slot)), keys)
        return code

    def rotated(
        self,
        keys: Keys,
        new: Keys,
        passphrases: Mapping[UUID, tuple[str, bool]],
        path: Path,
    ) -> str:
        """Writes a keyring with a new data key elsewhere, for those who stay.

        Args:
            keys: the present ones.
            new: the same but for the data key.
            passphrases: by user, and whether it is for one use; who is left out, leaves.
            path: of the new file.

        Returns:
            The new recovery code.

        Raises:
            Refused: no administrator would be left.
        """
        content = self._vouched_content(keys)
        generation = content.generation + 1
        code = _new_code()
        slots = [Slot.wrap(new, None, _bare(code), self._kdf, generation)]
        for user in (slot.user for slot in content.slots if slot.user is not None):
            if user.id in passphrases:
                secret, once = passphrases[user.id]
                slots.append(Slot.wrap(new, user, secret, self._kdf, generation, one_time=once))
        whole = _Content(content.uuid, generation, tuple(slots))
        Keyring(path)._write(whole, new)
        return code

    def _parsed(self) -> _Content:
        try:
            with self.path.open("rb") as file:
                content = _Content.from_bytes(file.read(_LARGEST_FILE))
        except FileNotFoundError as error:
            raise _missing(self.path) from error
        except _OtherVersion as error:
            raise _newer(self.path) from error
        except (OSError, KeyError, TypeError, ValueError) as error:
            raise _damaged(self.path) from error
        if [slot.user for slot in content.slots].count(None) != 1:
            raise _damaged(self.path)
        return content

    def _read(self) -> _Content:
        content = self._parsed()
        if not all(slot.kdf.is_within(self._floor, KDF_CEILING) for slot in content.slots):
            raise _changed(self.path)
        return content

    def _vouched(self, content: _Content, keys: Keys) -> Keys:
        if not same(content.hmac, content.mac(keys)):
            raise _changed(self.path)
        return keys

    def _vouched_content(self, keys: Keys) -> _Content:
        content = self._read()
        self._vouched(content, keys)
        return content

    def _write(self, content: _Content, keys: Keys) -> None:
        users = [slot.user for slot in content.slots if slot.user is not None]
        if not any(user.role is Role.ADMINISTRATOR for user in users):
            raise _no_administrator()
        replace_file(self.path, content.to_bytes(keys), keep_previous=True)


def _checksum(whole: dict[str, object]) -> str:
    return hashlib.sha256(canonical(whole).encode()).hexdigest()


def _is_same(one: str, other: str) -> bool:
    return normal(one).casefold() == normal(other).casefold()


def _new_code() -> str:
    letters = base64.b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode()
    return "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))


def _bare(code: str) -> str:
    """The letters of a code as typed from paper; the alphabet has no 0, 1 or 8."""
    letters = "".join(c for c in folded(code).upper() if c.isalnum())
    return letters.translate(str.maketrans("018", "OIB"))


def one_time_passphrase() -> str:
    """A passphrase for one use, 100 bits, made to be read aloud and typed."""
    letters = base64.b32encode(secrets.token_bytes(15)).decode()[:20]
    return "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))


def _no_such_user() -> NotFound:
    return NotFound(Message(QT_TRANSLATE_NOOP("Message", "There is no such user.")))


def _no_administrator() -> Refused:
    return Refused(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The profile must keep at least one administrator. Nothing was changed. "
                "Make another user administrator first.",
            )
        )
    )


def _missing(path: Path) -> CannotOpen:
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The keyring {file} is missing; without it the database cannot be opened. "
                "Put it back from {previous} or from a backup.",
            ),
            {"file": str(path), "previous": previous(path).name},
        )
    )


def _newer(path: Path) -> CannotOpen:
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The keyring {file} was written by a newer version of the program. "
                "Nothing was opened or changed. Install that version.",
            ),
            {"file": str(path)},
        )
    )


def _damaged(path: Path) -> CannotOpen:
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The keyring {file} is damaged or cannot be read. The database was not touched. "
                "Put the previous copy {previous} in its place, or restore a backup.",
            ),
            {"file": str(path), "previous": previous(path).name},
        )
    )


def _changed(path: Path) -> CannotOpen:
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The keyring {file} was changed by something other than this program "
                "(a user, a role or the protection of a passphrase). Nothing was opened. "
                "Put the previous copy {previous} in its place, or restore a backup.",
            ),
            {"file": str(path), "previous": previous(path).name},
        )
    )
