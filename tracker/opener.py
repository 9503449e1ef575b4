# SPDX-License-Identifier: MIT
"""Opens and closes the store with what the entrance asked for."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import paths
from tracker.domain.text import Message
from tracker.services import profiles
from tracker.services.context import Clock, Context
from tracker.store.store import Store

if TYPE_CHECKING:
    from tracker.services.setup import NewClinic


@dataclass
class Opener:
    """Opens and closes the store on the thread that owns it, with what the entrance asked for."""

    folder: Path
    clock: Clock
    is_demo: bool = False
    new: "NewClinic | None" = None
    user: str | None = None
    passphrase: str = field(default="", repr=False)
    typed_code: str = field(default="", repr=False)
    recovery_code: str = field(default="", repr=False)
    _is_checked: bool = False

    def open(self) -> Store:
        """Makes, opens, or (for the demonstration) fills the profile."""
        self._is_checked = False
        if self.is_demo:
            from tracker.services import demo

            return demo.build(self.folder, paths.resources() / "demo")
        if self.typed_code:
            store, self.recovery_code = profiles.open_with_recovery(
                self.folder, code=self.typed_code, clock=self.clock
            )
            return store
        if self.new is None:
            return profiles.open(
                self.folder,
                user=self.user,
                passphrase=self.passphrase,
                clock=self.clock,
                arrive=False,
            )
        from tracker.services import setup

        store, self.recovery_code = setup.create(self.new, self.clock)
        return store

    def check(self, store: Store, *, is_sound: bool = False) -> tuple[Message, ...]:
        """What is damaged in the file; into one that is not, writes who came in.

        ``is_sound``: its pages were checked already.
        """
        from tracker.services import backups

        self._is_checked = True
        found = () if is_sound else backups.damage(store)
        profiles.arrived(store, self.clock)
        return found

    def close(self, store: Store) -> None:
        """Backs up and closes; the demonstration is thrown away."""
        try:
            if not self._is_checked:  # closed before the first list was painted
                self.check(store)
        finally:
            profiles.close(store, self.clock, backup=not self.is_demo)


@dataclass(frozen=True, slots=True)
class Opened:
    """What the window needs to know of the store that was opened."""

    ctx: Context
    clinic: str
    readonly: bool
    warnings: int


def opened(store: Store, clock: Clock) -> Opened:
    """Asks a freshly opened store who is at work and how it is."""
    return Opened(
        profiles.context(store, clock),
        store.clinic,
        store.readonly,
        len(store.warnings),
    )
