# SPDX-License-Identifier: MIT
"""The files of documents: each encrypted under a random name, written once, never changed.

A file is on the disk before its document is stored. A kill in between leaves a file that nobody
refers to, never a document without its file.
"""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tracker.domain.errors import CannotOpen, UserError
from tracker.domain.records.document import FILE_NAME
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.audit import Finding
from tracker.store.connection import EncryptedDatabase
from tracker.store.faults import StorageFault, named_faults
from tracker.store.files import replace_file
from tracker.store.slots import Keys

_FORM = b"FTA1"  # first bytes of every file, and part of what its encryption vouches for
_NONCE_BYTES = 12
_DOCUMENTS = "SELECT file, sha256 FROM document"
_MISSING = QT_TRANSLATE_NOOP(
    "Message",
    "The stored file {file} of a document is missing. The document's record is kept. Put the file "
    "back into the folder attachments, or restore a backup.",
)
_CHANGED = QT_TRANSLATE_NOOP(
    "Message",
    "The stored file {file} of a document is damaged or was exchanged, so it is not shown. The "
    "document's record is kept. Put the file back from a backup.",
)


class Attachments:
    """The folder of a profile's encrypted files.

    Args:
        folder: ``Profile.attachments``; made with the first file.
        keys: of the profile. The files' key is derived from the data key.
    """

    def __init__(self, folder: Path, keys: Keys) -> None:
        self._folder = folder
        self._uuid = keys.uuid
        self._cipher = AESGCM(keys.subkey("attachment"))

    @contextmanager
    def kept(self, content: bytes) -> Iterator[str]:
        """Stores a file for the document that is stored inside the ``with``; yields its name.

        When the document is refused, the file is taken away again.

        Raises:
            StorageFault: the disk is full or cannot be written to; nothing is left behind.
        """
        name = secrets.token_hex(16)
        path = self._folder / name
        with named_faults():
            self._write(name, content)
        try:
            yield name
        except UserError:  # any other error may come after the document was stored
            path.unlink(missing_ok=True)
            raise

    def read(self, name: str, sha256: str) -> bytes:
        """The content of a file.

        Args:
            name: as the document says.
            sha256: of the content, as hexadecimal, likewise.

        Raises:
            CannotOpen: missing, damaged, exchanged, or of other keys.
            StorageFault: the disk refused to read it.
        """
        path = self._folder / name
        # a name that was tampered with must not lead out of the folder
        if not FILE_NAME.fullmatch(name) or not path.is_file():
            raise _cannot(_MISSING, name)
        with named_faults():
            sealed = path.read_bytes()
        content = self._opened(name, sealed)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise _cannot(_CHANGED, name)
        return content

    def rewrap(self, folder: Path, keys: Keys) -> None:
        """Writes every file under the keys ``keys`` into another folder, under the same name.

        Raises:
            CannotOpen: a file is damaged; a new key must not hide that.
            StorageFault: the disk is full or cannot be written to.
        """
        other = Attachments(folder, keys)
        for path in stored_files(self._folder):
            other._write(path.name, self._opened(path.name, path.read_bytes()))

    def verify(self, db: EncryptedDatabase) -> Iterator[Finding]:
        """Reads the file of every document, voided ones included; yields what is wrong."""
        try:
            with named_faults():
                documents = db.execute_sql(_DOCUMENTS).fetchall()
        except StorageFault:  # a damaged database is what the other checks are for
            return
        for name, sha256 in documents:
            try:
                self.read(name, sha256)
            except UserError as error:
                yield from (Finding("attachment", problem.message) for problem in error.problems)

    def _write(self, name: str, content: bytes) -> None:
        """Encrypts a content with a nonce of its own; the folder is made with the first file."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = _FORM + nonce + self._cipher.encrypt(nonce, content, self._bound_to(name))
        self._folder.mkdir(mode=0o700, exist_ok=True)
        replace_file(self._folder / name, sealed)

    def _opened(self, name: str, sealed: bytes) -> bytes:
        if not sealed.startswith(_FORM):
            raise _cannot(_CHANGED, name)
        rest = sealed[len(_FORM) :]
        nonce, encrypted = rest[:_NONCE_BYTES], rest[_NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, encrypted, self._bound_to(name))
        except (InvalidTag, ValueError) as error:  # a nonce cut short is a ValueError
            raise _cannot(_CHANGED, name) from error

    def _bound_to(self, name: str) -> bytes:
        """What the encryption vouches for: no file can be renamed or moved to another clinic."""
        return _FORM + self._uuid.bytes + name.encode()


def stored_files(folder: Path) -> list[Path]:
    """The files in a folder of attachments, by name; none when there is no folder."""
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if FILE_NAME.fullmatch(path.name))


def _cannot(text: str, name: str) -> CannotOpen:
    return CannotOpen(Message(text, {"file": name[:40]}))
