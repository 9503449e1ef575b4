# SPDX-License-Identifier: MIT
"""What is left of an audit entry whose patient was erased: who did what kind of thing, and when.

Reason and content are gone; the mac stays, so that the entries after it are still proven. A seal
in the place of the content says by which entry it was erased, so that no other hand can do it.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tracker.store.sealed import canonical

ACTION = "erase"
"""Of the entry that records an erasure."""

_BEGINNING = '{"erased":'
MARK = f"{_BEGINNING}%"
"""What the content of a tombstone is LIKE in SQL."""


class Place(NamedTuple):
    """Where an entry stands: its chain, and its number in it."""

    chain: bytes
    seq: int


class Erased(NamedTuple):
    """One erased entry, as the digest of an erasure counts it: its place and its mac."""

    place: Place
    mac: bytes


def is_tombstone(content: str | None) -> bool:
    """Whether an entry says that it was erased; ``erased_by`` says whether that is true."""
    return content is not None and content.startswith(_BEGINNING)


def tombstone(mac_key: bytes, entry: tuple[Any, ...], mac: bytes, by: Place) -> str:
    """The content that takes the place of reason and content of an entry.

    Args:
        mac_key: ``Keys.mac``.
        entry: all columns but the mac.
        mac: of the entry, which stays.
        by: the entry that records the erasure.
    """
    return canonical({"erased": [by.chain, by.seq, _seal(mac_key, entry, mac, by)]})


def erased_by(mac_key: bytes, entry: tuple[Any, ...], mac: bytes) -> Place | None:
    """The entry that records the erasure of this one; None when this program did not erase it."""
    try:
        chain, seq, seal = json.loads(entry[11])["erased"]
        by = Place(bytes.fromhex(chain), seq)
        genuine = hmac.compare_digest(bytes.fromhex(seal), _seal(mac_key, entry, mac, by))
    except (ValueError, KeyError, TypeError):
        return None
    return by if genuine else None


def recorded_at(content: str) -> str:
    """For people: which entry of which chain says why this one is empty."""
    chain, seq, _seal = json.loads(content)["erased"]
    return f"{chain[:8]} {seq}"


def digest(erased: Iterable[Erased]) -> str:
    """What an erasure vouches for: each entry that it erased, and no other."""
    whole = canonical([[*each.place, each.mac] for each in sorted(erased)])
    return hashlib.sha256(whole.encode()).hexdigest()


def is_complete(content: Mapping[str, str], erased: list[Erased]) -> bool:
    """Whether the entry of an erasure speaks of exactly these."""
    return content.get("digest") == digest(erased)


def _seal(mac_key: bytes, entry: tuple[Any, ...], mac: bytes, by: Place) -> bytes:
    blank = (*entry[:10], None, None, *entry[12:])
    text = canonical([*blank, mac, *by])
    return hmac.digest(mac_key, b"erased\x01" + text.encode(), "sha256")
