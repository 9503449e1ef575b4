# SPDX-License-Identifier: MIT
"""The migration runner, as far as the store uses it."""

from datetime import datetime
from os import PathLike
from typing import NamedTuple

from peewee import Database

class MigrationError(Exception): ...

class Migration(NamedTuple):
    idx: int
    name: str
    path: str | None
    applied: datetime | None

class Runner:
    def __init__(
        self,
        database: Database,
        directory: str | PathLike[str] = ...,
        table_name: str = ...,
        schema: str | None = ...,
    ) -> None: ...
    def migrations(self) -> list[Migration]: ...
    def status(self) -> list[Migration]: ...
    def up(self, target: str | None = ..., fake: bool = ...) -> list[str]: ...
