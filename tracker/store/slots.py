# SPDX-License-Identifier: MIT
"""Keys, and how a passphrase wraps them: Argon2id for the passphrase, AES-256-GCM for the keys."""

import hmac
import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from operator import index
from typing import Any, Self
from uuid import UUID

from tracker.domain.errors import CannotOpen
from tracker.domain.roles import Role
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.sealed import canonical

KEY_BYTES = 32
VERSION = 1  # of the keyring file; part of what each slot is bound to
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16


@dataclass(frozen=True, slots=True)
class User:
    """A person who may open the profile."""

    id: UUID
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Keys:
    """What unlocking gives. The keys are never printed or logged.

    Attributes:
        uuid: of the database these keys belong to.
        data: the raw key of the database, 32 bytes.
        mac: the key of the audit trail, 32 bytes; it outlives a change of the data key.
        user: who unlocked; None when the recovery code was used.
        must_change: the passphrase was made by somebody else and is good for one use.
    """

    uuid: UUID
    data: bytes = field(repr=False)
    mac: bytes = field(repr=False)
    user: User | None
    must_change: bool = False

    def subkey(self, label: str) -> bytes:
        """A key of its own for one purpose: HKDF-Expand-SHA256 of the data key, one block."""
        return hmac.digest(self.data, label.encode() + b"\x01", "sha256")


@dataclass(frozen=True, slots=True)
class Kdf:
    """Cost of Argon2id: memory in KiB, passes over it, parallel lanes."""

    memory: int
    passes: int
    lanes: int

    def is_within(self, floor: "Kdf", ceiling: "Kdf") -> bool:
        """Whether no part is below the floor or above the ceiling."""
        return (
            floor.memory <= self.memory <= ceiling.memory
            and floor.passes <= self.passes <= ceiling.passes
            and floor.lanes <= self.lanes <= ceiling.lanes
        )

    def derive(self, secret: str, salt: bytes) -> bytes:
        """The 32-byte key of a slot from what the person typed, in any Unicode form."""
        # on use, as the cipher below: nobody has typed a passphrase before the window is there
        from argon2.exceptions import HashingError
        from argon2.low_level import Type, hash_secret_raw

        typed = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
        try:
            return hash_secret_raw(
                typed, salt, self.passes, self.memory, self.lanes, KEY_BYTES, Type.ID
            )
        except HashingError as error:
            raise CannotOpen(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "There is not enough free memory to check the passphrase ({n} MiB). "
                        "Close other programs and try again.",
                    ),
                    {"n": self.memory // 1024},
                )
            ) from error


# Source: OWASP Password Storage Cheat Sheet (floor); memory and lanes of RFC 9106, second
# recommendation, with the passes that a person's patience allows (section 4): a third of a second.
KDF = Kdf(memory=64 * 1024, passes=12, lanes=4)
KDF_FLOOR = Kdf(memory=46 * 1024, passes=1, lanes=1)
KDF_CEILING = Kdf(memory=1024 * 1024, passes=20, lanes=16)


@dataclass(frozen=True, slots=True)
class Slot:
    """Both keys, wrapped for one user, or for the recovery code when ``user`` is None.

    ``one_time``: the passphrase is not the user's own yet.
    """

    user: User | None
    salt: bytes
    kdf: Kdf
    nonce: bytes
    wrapped: bytes
    one_time: bool = False

    @classmethod
    def wrap(
        cls,
        keys: Keys,
        user: User | None,
        secret: str,
        kdf: Kdf,
        generation: int,
        *,
        one_time: bool = False,
    ) -> Self:
        """A new slot with its own salt and nonce.

        Args:
            keys: what is wrapped.
            user: whose slot; None for the recovery code.
            secret: the passphrase or the bare code.
            kdf: the cost of trying one.
            generation: of the data key.
            one_time: the user must choose another passphrase before anything else.
        """
        salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
        slot = cls(user, salt, kdf, nonce, b"", one_time)
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        cipher = AESGCM(kdf.derive(secret, slot.salt))
        bound_to = slot.bound_to(keys.uuid, generation)
        wrapped = cipher.encrypt(slot.nonce, keys.data + keys.mac, bound_to)
        return replace(slot, wrapped=wrapped)

    def unwrap(self, uuid: UUID, secret: str, generation: int) -> Keys | None:
        """The keys, or None when the secret is not the one of this slot."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        cipher = AESGCM(self.kdf.derive(secret, self.salt))
        try:
            both = cipher.decrypt(self.nonce, self.wrapped, self.bound_to(uuid, generation))
        except InvalidTag:
            return None
        return Keys(uuid, both[:KEY_BYTES], both[KEY_BYTES:], self.user, self.one_time)

    def bound_to(self, uuid: UUID, generation: int) -> bytes:
        """What the wrapping vouches for: a slot cannot be moved, renumbered or weakened."""
        described = self.as_json()
        for apart in ("name", "role", "nonce", "wrapped"):
            described.pop(apart, None)
        context = {"v": VERSION, "uuid": uuid.hex, "dek_gen": generation, **described}
        return canonical(context).encode()

    def as_json(self) -> dict[str, object]:
        """The slot as it stands in the file."""
        whose: dict[str, object] = {"kind": "recovery"}
        if self.user is not None:
            whose = {
                "kind": "user",
                "id": self.user.id.hex,
                "name": self.user.name,
                "role": self.user.role.value,
            }
        if self.one_time:  # absent otherwise, as in files of the first version
            whose["one_time"] = True
        return {
            **whose,
            "salt": self.salt.hex(),
            "kdf": {"m": self.kdf.memory, "t": self.kdf.passes, "p": self.kdf.lanes},
            "nonce": self.nonce.hex(),
            "wrapped": self.wrapped.hex(),
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError for anything ``as_json`` does not write."""
        cost = [index(value["kdf"][part]) for part in ("m", "t", "p")]
        user = None
        if value["kind"] == "user":
            user = User(UUID(hex=str(value["id"])), str(value["name"]), Role(value["role"]))
        slot = cls(
            user,
            bytes.fromhex(value["salt"]),
            Kdf(*cost),
            bytes.fromhex(value["nonce"]),
            bytes.fromhex(value["wrapped"]),
            value.get("one_time") is True,
        )
        sizes = (len(slot.salt), len(slot.nonce), len(slot.wrapped))
        expected = (_SALT_BYTES, _NONCE_BYTES, 2 * KEY_BYTES + _TAG_BYTES)
        if slot.as_json() != value or sizes != expected:
            raise ValueError
        return slot
