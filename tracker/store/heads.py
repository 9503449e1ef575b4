# SPDX-License-Identifier: MIT
"""The sealed head: where each audit chain ended, kept outside the database.

It is as good as the place where it is kept: whoever puts back an old database and the old head
together is seen only by a backup or a printed report.
"""

import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self
from uuid import UUID

from tracker.store.files import replace_file
from tracker.store.sealed import NotGenuine, seal, unseal
from tracker.store.slots import Keys

CHAIN_BYTES = 16


class End(NamedTuple):
    """Number and mac of the last entry of a chain."""

    seq: int
    mac: bytes


class Alarm(NamedTuple):
    """What did not fit the seal when the records were opened, until somebody settles it."""

    code: str
    text: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Head:
    """What was sealed.

    Attributes:
        uuid: of the database.
        chain: the chain that this profile writes, 16 bytes. Not in the database and, restored
            from a backup, made anew: two laptops must never write one chain.
        at: instant of sealing, ISO 8601 with offset.
        ends: last entry of every chain.
        alarms: those nobody has settled; a new seal would hide what it covers.
    """

    uuid: UUID
    chain: bytes
    at: str
    ends: Mapping[bytes, End]
    alarms: tuple[Alarm, ...] = ()

    def to_bytes(self, keys: Keys) -> bytes:
        """The content of the file."""
        body = {
            "v": 1,
            "uuid": self.uuid.hex,
            "chain": self.chain.hex(),
            "at": self.at,
            "ends": {chain.hex(): [end.seq, end.mac.hex()] for chain, end in self.ends.items()},
            "alarms": [[code, text, dict(values)] for code, text, values in self.alarms],
        }
        return seal(body, _sealing_key(keys))

    @classmethod
    def from_bytes(cls, raw: bytes, keys: Keys) -> Self:
        """Raises NotGenuine: damaged, of another database, or not sealed with these keys."""
        body = unseal(raw, _sealing_key(keys))
        if body["uuid"] != keys.uuid.hex:
            raise NotGenuine
        ends = {
            bytes.fromhex(chain): End(seq, bytes.fromhex(mac))
            for chain, (seq, mac) in body["ends"].items()
        }
        alarms = tuple(Alarm(*each) for each in body.get("alarms", []))
        return cls(keys.uuid, bytes.fromhex(body["chain"]), body["at"], ends, alarms)


def new_chain() -> bytes:
    """A chain for a first run, a restore, or a file opened under another profile."""
    return secrets.token_bytes(CHAIN_BYTES)


def write_head(
    path: Path,
    keys: Keys,
    chain: bytes,
    ends: Mapping[bytes, End],
    *,
    at: datetime,
    alarms: Iterable[Alarm] = (),
) -> Head:
    """Seals the ends of all chains, atomically; two syncs, so not after every save.

    Args:
        path: ``Profile.head``.
        keys: of the database.
        chain: the one this profile writes.
        ends: ``audit.ends(db)``, read after the last commit.
        at: now, with its offset.
        alarms: those nobody has settled.
    """
    when = at.isoformat(timespec="seconds")
    head = Head(keys.uuid, chain, when, dict(ends), tuple(alarms))
    replace_file(path, head.to_bytes(keys))
    return head


def read_head(path: Path, keys: Keys) -> Head | None:
    """The sealed head, or None when it is missing or not genuine: a warning, never a refusal."""
    try:
        return Head.from_bytes(path.read_bytes(), keys)
    except (OSError, NotGenuine):
        return None


def _sealing_key(keys: Keys) -> bytes:
    # from the key of the audit, which outlives a change of the data key
    return hmac.digest(keys.mac, b"head\x01", "sha256")
