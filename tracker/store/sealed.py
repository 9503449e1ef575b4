# SPDX-License-Identifier: MIT
"""JSON that proves who wrote it: one canonical form, strict reading, and an HMAC over it."""

import hmac
import json
from collections.abc import Mapping
from typing import Any

# Bytes (ids, salts, macs) are written as hexadecimal. One encoder: building it costs more than
# using it, and the audit trail uses it for every entry.
_ENCODER = json.JSONEncoder(
    ensure_ascii=False,
    allow_nan=False,
    sort_keys=True,
    separators=(",", ":"),
    default=bytes.hex,
)


class NotGenuine(ValueError):
    """The text is not what this program wrote: damaged, or changed by another hand."""


def canonical(value: object) -> str:
    """The one JSON text of ``value``: keys sorted, no blanks, no NaN, bytes as hexadecimal."""
    return _ENCODER.encode(value)


def strict_object(raw: bytes) -> dict[str, Any]:
    """Reads a JSON object.

    Raises:
        NotGenuine: not UTF-8, not JSON, not an object, a key twice, NaN, half a character.
    """
    try:
        value = json.loads(raw.decode(), object_pairs_hook=_no_key_twice, parse_constant=_refuse)
        canonical(value).encode()  # refuses what could not be written: 1e999, lone surrogates
    except (ValueError, RecursionError) as error:
        raise NotGenuine from error
    if not isinstance(value, dict):
        raise NotGenuine
    return value


def seal(body: Mapping[str, object], key: bytes) -> bytes:
    """The file content that holds ``body`` and the HMAC-SHA256 over it."""
    return canonical({**body, "hmac": mac(body, key)}).encode()


def unseal(raw: bytes, key: bytes) -> dict[str, Any]:
    """Gives back the body that ``seal`` was given with the same key.

    Raises:
        NotGenuine: damaged, or sealed with another key.
    """
    body = strict_object(raw)
    found = body.pop("hmac", None)
    if not isinstance(found, str) or not same(found, mac(body, key)):
        raise NotGenuine
    return body


def mac(body: Mapping[str, object], key: bytes) -> str:
    """HMAC-SHA256 over the canonical text of ``body``, as hexadecimal."""
    return hmac.digest(key, canonical(body).encode(), "sha256").hex()


def same(one: str, other: str) -> bool:
    """Compares two digests in a time that says nothing about where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise NotGenuine
    return value


def _refuse(_constant: str) -> None:
    raise NotGenuine
