# SPDX-License-Identifier: MIT
"""Who may come in: add, disable, reset and change roles; change one's own passphrase.

What gives access is written into the audit trail first, what takes it away is done first: a power
cut in between never leaves an access that the trail does not know.
"""

from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from tracker.domain.envelope import Stored
from tracker.domain.errors import NotFound, NotPermitted, Problem, Refused
from tracker.domain.fields import YesNo
from tracker.domain.records import Account, LockPolicy
from tracker.domain.records.account import AccountState
from tracker.domain.records.base import problems_of
from tracker.domain.roles import BREAK_GLASS, Action, Role
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, normal
from tracker.services import backups
from tracker.services.context import Context
from tracker.store.keyring import Keyring, WrongPassphrase, one_time_passphrase
from tracker.store.slots import User
from tracker.store.store import Store

NO_POLICY: Final = LockPolicy(idle_minutes=5, pin=YesNo.NO)
"""What holds until the clinic sets its own."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One person in the list of users.

    Attributes:
        has_access: a passphrase opens the records; False after disabling or leaving.
        must_change: the passphrase is for one use and was not used yet.
        is_me: the person at work.
    """

    id: UUID
    name: str
    role: Role
    state: AccountState
    has_access: bool
    must_change: bool
    is_me: bool


@dataclass(frozen=True, slots=True)
class OneTime:
    """A passphrase for one use: shown once, kept nowhere."""

    name: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class Left:
    """What came of a changed data key; all of it is shown once.

    Attributes:
        codes: a passphrase for one use for everybody else.
        recovery: the new recovery code.
        old_backups: files that an old copy of the keyring still opens.
    """

    codes: tuple[OneTime, ...]
    recovery: str
    old_backups: tuple[str, ...]


def listed(store: Store, ctx: Context) -> tuple[AccountLine, ...]:
    """Everybody who ever had an account, by name.

    Raises:
        NotPermitted: the role may not manage users.
    """
    ctx.require(Action.ACCOUNTS)
    ring = Keyring(store.profile.keyring)
    inside, waiting = {user.id for user in ring.users()}, ring.waiting()
    lines = (
        AccountLine(
            stored.id,
            stored.record.name,
            stored.record.role,
            stored.record.state,
            stored.id in inside,
            stored.id in waiting,
            stored.id == store.user_id,
        )
        for stored in store.of_clinic(Account)
    )
    return tuple(sorted(lines, key=lambda line: (not line.has_access, line.name.casefold())))


def add(store: Store, ctx: Context, *, name: str, role: Role) -> OneTime:
    """Makes an account, and a passphrase that is good for one use.

    Raises:
        NotPermitted: the role may not manage users.
        Refused: no name, or somebody has or had an account of this name.
    """
    ctx.require(Action.ACCOUNTS)
    record = Account(name=normal(name), role=role, state=AccountState.ACTIVE)
    Refused.if_any(problems_of(record))
    if any(_same(stored.record.name, record.name) for stored in store.of_clinic(Account)):
        raise _name_taken(record.name)
    with store.unit(ctx.stamp()) as unit:
        stored = unit.add(record, None)
    return _let_in(store, stored)


def reset(store: Store, ctx: Context, *, account: UUID) -> OneTime:
    """Gives somebody a new passphrase for one use; a disabled account works again.

    Raises:
        NotPermitted: the role may not manage users.
        Refused: the person left the clinic, or it is one's own account.
    """
    ctx.require(Action.ACCOUNTS)
    stored = _other(store, account)
    if stored.record.state is AccountState.LEFT:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "{name} left the clinic. Nothing was changed. Add a new account with another "
                    "name, for example with the year.",
                ),
                {"name": stored.record.name},
            )
        )
    active = replace(stored.record, state=AccountState.ACTIVE)
    with store.unit(_because(ctx, "passphrase reset").stamp()) as unit:
        unit.log("reset passphrase", content={"account": stored.record.name})
        stored = unit.amend(stored, active)
    return _let_in(store, stored)


def disable(store: Store, ctx: Context, *, account: UUID) -> None:
    """Takes somebody's access away; the name stays in the audit trail.

    Copies of the keyring made before still open older copies of the file: see ``leave``.

    Raises:
        NotPermitted: the role may not manage users.
        Refused: no reason is given, or it is the last administrator or one's own account.
    """
    ctx.require(Action.ACCOUNTS)
    if not ctx.reason:
        raise Refused(Problem(_NEEDS_REASON, "reason"))
    stored, ring = _other(store, account), Keyring(store.profile.keyring)
    if account in {user.id for user in ring.users()}:
        ring.remove_user(store.keys, account)
    with store.unit(ctx.stamp()) as unit:
        unit.amend(stored, replace(stored.record, state=AccountState.DISABLED))


def leave(store: Store, ctx: Context, *, account: UUID, passphrase: str) -> Left:
    """Somebody leaves for good: the data key is changed; see ``store.rotation``.

    No old copy of the keyring opens the records as they will be. A backup is made first.

    Args:
        store: the open profile.
        ctx: an administrator.
        account: of the person who leaves.
        passphrase: of the administrator, whose own slot is wrapped anew with it.

    Raises:
        NotPermitted: the role may not manage users.
        Refused: it is one's own account, or the recovery code opened the records.
        WrongPassphrase: it is not the administrator's. In each case nothing was changed.
    """
    ctx.require(Action.ACCOUNTS)
    stored, me = _other(store, account), store.user_id
    if me is None:
        raise Refused(_NEEDS_ADMINISTRATOR)
    confirm(store, ctx, passphrase=passphrase)
    stay = [u for u in Keyring(store.profile.keyring).users() if u.id not in {account, me}]
    codes = {user.id: OneTime(user.name, one_time_passphrase()) for user in stay}
    backups.keep(store, ctx.clock)
    old = tuple(each.path.name for each in backups.kept(store))
    secrets = {user: (code.passphrase, True) for user, code in codes.items()}
    recovery = store.rotate({**secrets, me: (passphrase, False)}, ctx.clock.now())
    with store.unit(_because(ctx, "left the clinic").stamp()) as unit:
        unit.log("chain continues", content={"left": stored.record.name})
        unit.amend(stored, replace(stored.record, state=AccountState.LEFT))
    return Left(tuple(codes.values()), recovery, old)


def change_role(store: Store, ctx: Context, *, account: UUID, role: Role) -> None:
    """Gives somebody another role, from the next unlock on.

    Raises:
        NotPermitted: the role may not manage users.
        Refused: it is the last administrator or one's own account.
    """
    ctx.require(Action.ACCOUNTS)
    stored, ring = _other(store, account), Keyring(store.profile.keyring)
    if account in {user.id for user in ring.users()}:
        ring.change_user(store.keys, User(account, stored.record.name, role))
    with store.unit(_because(ctx, "role changed").stamp()) as unit:
        unit.amend(stored, replace(stored.record, role=role))


def change_own(store: Store, ctx: Context, *, current: str, new: str) -> None:
    """Chooses another passphrase for the person at work.

    Raises:
        WrongPassphrase: the present one is wrong.
        Refused: the new one is too weak or the present one; the present one stays.
    """
    Keyring(store.profile.keyring).change_passphrase(
        store.user_name, current, new, avoid=(store.clinic,)
    )
    with store.unit(ctx.stamp()) as unit:
        unit.log("change passphrase")
    store.keys = replace(store.keys, must_change=False)


def confirm(store: Store, _ctx: Context, *, passphrase: str) -> None:
    """Proves that the person at work is at the keyboard: before a signature, after a pause.

    Raises:
        WrongPassphrase: it is not this person's.
    """
    ring = Keyring(store.profile.keyring)
    if store.user_id is None:
        ring.unlock_with_recovery(passphrase)
    else:
        ring.unlock(passphrase, store.user_name)


def unlock_screen(store: Store, ctx: Context, *, passphrase: str) -> None:
    """Proves who is before the covered screen, and says so in the trail, right or wrong.

    Raises:
        WrongPassphrase: it is not this person's.
    """
    try:
        confirm(store, ctx, passphrase=passphrase)
    except WrongPassphrase:
        _note(store, ctx, "failed unlock", {"where": "screen"})
        raise
    _note(store, ctx, "screen unlock", {})


def _note(store: Store, ctx: Context, action: str, content: dict[str, str]) -> None:
    if not store.readonly:
        with store.unit(ctx.stamp()) as unit:
            unit.log(action, content=content)


def break_glass(store: Store, ctx: Context, *, reason: str) -> Context:
    """Opens in an emergency what the role alone may not do; the reason goes into the trail first.

    Returns:
        The same person with the actions of ``BREAK_GLASS``, for as long as the context is used.

    Raises:
        NotPermitted: there is nothing that this role may open so.
        Refused: no reason is given.
    """
    opened = BREAK_GLASS[ctx.role]
    if not opened:
        raise NotPermitted(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "There is no emergency access for the role “{role}”. Nothing was changed. "
                    "Ask an administrator.",
                ),
                {"role": ctx.role},
            )
        )
    why = normal(reason)
    if not why:
        raise Refused(Problem(_NEEDS_REASON, "reason"))
    with store.unit(ctx.because(why).stamp()) as unit:
        unit.log("break-glass", content={"actions": ", ".join(sorted(opened))})
    return ctx.with_granted(opened)


def lock_policy(store: Store, ctx: Context) -> LockPolicy:
    """The clinic's rules for the screen."""
    ctx.require(Action.READ)
    found = store.of_clinic(LockPolicy)
    return found[-1].record if found else NO_POLICY


def set_lock_policy(store: Store, ctx: Context, *, policy: LockPolicy) -> None:
    """Changes the clinic's rules for the screen, from the next unlock on.

    Raises:
        NotPermitted: the role may not.
        Refused: outside 1 to 15 minutes.
    """
    ctx.require(Action.ACCOUNTS)
    Refused.if_any(problems_of(policy))
    found = store.of_clinic(LockPolicy)
    with store.unit(_because(ctx, "rules of the clinic changed").stamp()) as unit:
        if found:
            unit.amend(found[-1], policy)
        else:
            unit.add(policy, None)


def _let_in(store: Store, stored: Stored[Account]) -> OneTime:
    code = one_time_passphrase()
    user = User(stored.id, stored.record.name, stored.record.role)
    Keyring(store.profile.keyring).put_user(store.keys, user, code, one_time=True)
    return OneTime(user.name, code)


def _other(store: Store, account: UUID) -> Stored[Account]:
    """The account of somebody else: nobody locks himself out or makes himself anything."""
    if account == store.user_id:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "This is your own account. Nothing was changed. Another administrator can "
                    "change it; your passphrase you change yourself.",
                )
            )
        )
    for stored in store.of_clinic(Account):
        if stored.id == account:
            return stored
    raise NotFound(Message(QT_TRANSLATE_NOOP("Message", "There is no such user.")))


def _because(ctx: Context, what: str) -> Context:
    return ctx if ctx.reason else ctx.because(what)


def _same(one: str, other: str) -> bool:
    return normal(one).casefold().split() == normal(other).casefold().split()


def _name_taken(name: str) -> Refused:
    return Refused(
        Problem(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "Somebody has or had an account called {name}. Nothing was changed. "
                    "Add an initial or a department to tell the two apart.",
                ),
                {"name": name},
            ),
            "name",
        )
    )


_NEEDS_ADMINISTRATOR = Message(
    QT_TRANSLATE_NOOP(
        "Message",
        "The recovery code opened the records. Nothing was changed. Make an administrator first, "
        "who comes in with a passphrase of his own and then does this.",
    )
)
_NEEDS_REASON = Message(
    QT_TRANSLATE_NOOP("Message", "A reason is needed: it stands in the audit trail.")
)
