# SPDX-License-Identifier: MIT
"""The part of sqlcipher3.dbapi2 that the store uses."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

sqlite_version: str
sqlite_version_info: tuple[int, int, int]

class Error(Exception):
    sqlite_errorcode: int
    sqlite_errorname: str

class DatabaseError(Error): ...
class OperationalError(DatabaseError): ...
class IntegrityError(DatabaseError): ...
class ProgrammingError(DatabaseError): ...

class Cursor:
    rowcount: int
    lastrowid: int | None
    description: Sequence[Sequence[Any]] | None
    def fetchone(self) -> tuple[Any, ...] | None: ...
    def fetchmany(self, size: int = ...) -> list[tuple[Any, ...]]: ...
    def fetchall(self) -> list[tuple[Any, ...]]: ...
    def __iter__(self) -> Iterator[tuple[Any, ...]]: ...
    def close(self) -> None: ...

class Connection:
    in_transaction: bool
    total_changes: int
    def execute(self, sql: str, parameters: Sequence[object] = ...) -> Cursor: ...
    def set_progress_handler(self, handler: Callable[[], object] | None, n: int) -> None: ...
    def backup(
        self,
        target: Connection,
        *,
        pages: int = ...,
        progress: Callable[[int, int, int], object] | None = ...,
        name: str = ...,
        sleep: float = ...,
    ) -> None: ...
    def interrupt(self) -> None: ...
    def close(self) -> None: ...

def connect(
    database: str,
    *,
    uri: bool = ...,
    isolation_level: str | None = ...,
) -> Connection: ...
