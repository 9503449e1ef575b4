# SPDX-License-Identifier: MIT
"""What the pages of an encrypted file hold, gaps between rows and freed pages included."""

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tracker.store.store import Store

_SALT, _VECTOR, _RESERVED = 16, 16, 80  # bytes, as SQLCipher lays a page out


def plain_pages(store: Store) -> bytes:
    """Every page of the file as the cipher gives it out."""
    raw, size = store.path.read_bytes(), store._db.page_bytes
    assert len(raw) == size * int(str(store._db.value("PRAGMA page_count")))
    pages = []
    for start in range(0, len(raw), size):
        page = raw[start : start + size]
        hidden = page[_SALT if start == 0 else 0 : size - _RESERVED]
        vector = page[size - _RESERVED :][:_VECTOR]
        opener = Cipher(algorithms.AES(store.keys.data), modes.CBC(vector)).decryptor()
        pages.append(opener.update(hidden))
    return b"".join(pages)
