# SPDX-License-Identifier: MIT
"""The commands about users: list, add, disable, and one's own passphrase stays with the window."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

from tracker.domain.errors import NotFound
from tracker.domain.roles import Role
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services import accounts
from tracker.services.context import Context
from tracker.store.store import Store

_Command = Callable[[str, Callable[[Namespace], int], str], ArgumentParser]
_Opened = Callable[..., AbstractContextManager[tuple[Store, Context]]]


def add_commands(command: _Command, opened: _Opened) -> None:
    """Adds ``users``, ``add-user`` and ``disable-user``; ``opened`` opens the profile."""

    def users(options: Namespace) -> int:
        with opened(options, writing=False) as (store, ctx):
            for line in accounts.listed(store, ctx):
                access = "" if line.has_access else " (no access)"
                print(f"{line.name}\t{line.role}\t{line.state}{access}")
        return 0

    def add_user(options: Namespace) -> int:
        with opened(options, writing=True) as (store, ctx):
            made = accounts.add(store, ctx, name=options.name, role=Role(options.role))
        print(f"{made.name}: passphrase for one use, shown once: {made.passphrase}")
        return 0

    def disable_user(options: Namespace) -> int:
        with opened(options, writing=True) as (store, ctx):
            accounts.disable(
                store, ctx.because(options.reason), account=_named(store, ctx, options.name)
            )
        print(f"{options.name}: no longer has access.")
        return 0

    command("users", users, "Print who may open the profile, and in which role.")
    add = command("add-user", add_user, "Add a user; prints a passphrase for one use.")
    add.add_argument("name", metavar="NAME")
    roles = [role.value for role in Role]
    add.add_argument("--role", choices=roles, required=True, help=", ".join(roles), metavar="ROLE")
    disable = command("disable-user", disable_user, "Take a user's access away.")
    disable.add_argument("name", metavar="NAME")
    disable.add_argument("--reason", required=True, metavar="TEXT")


def _named(store: Store, ctx: Context, name: str) -> UUID:
    for line in accounts.listed(store, ctx):
        if line.name.casefold() == name.casefold():
            return line.id
    text = QT_TRANSLATE_NOOP("Message", "There is no user called {name}. Nothing was changed.")
    raise NotFound(Message(text, {"name": name}))
