# SPDX-License-Identifier: MIT
"""Who may open the records, and the rules of the clinic for a screen that nobody watches.

Both are kept by the service of accounts alone: never typed into a form of records, never in a file.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.fields import Choice, Item, YesNo
from tracker.domain.records.base import Record
from tracker.domain.roles import Role
from tracker.domain.text import QT_TRANSLATE_NOOP


class AccountState(Choice):
    """Whether a person may come in. An account is never removed: the audit trail names it."""

    ACTIVE = "active", QT_TRANSLATE_NOOP("Choice", "active")
    DISABLED = "disabled", QT_TRANSLATE_NOOP("Choice", "disabled")
    LEFT = "left", QT_TRANSLATE_NOOP("Choice", "left the clinic")


@dataclass(frozen=True, kw_only=True)
class Account(Record):
    """A person of the clinic with a name and a role; its id is that of the slot in the keyring."""

    kind: ClassVar[str] = "account"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "User account")
    of_clinic: ClassVar[bool] = True
    is_managed: ClassVar[bool] = True

    name: Annotated[str, Item(label=QT_TRANSLATE_NOOP("Account", "Name"), required=True)]
    role: Annotated[Role, Item(label=QT_TRANSLATE_NOOP("Account", "Role"), required=True)]
    state: Annotated[AccountState, Item(label=QT_TRANSLATE_NOOP("Account", "State"), required=True)]


@dataclass(frozen=True, kw_only=True)
class LockPolicy(Record):
    """When the screen locks itself, and whether a PIN may unlock it.

    Source: OWASP ASVS 5 7.3 (inactivity and absolute lifetime of a session); the limits are the
    clinic's within 1 to 15 minutes.
    """

    kind: ClassVar[str] = "lock_policy"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Screen lock")
    of_clinic: ClassVar[bool] = True
    is_managed: ClassVar[bool] = True

    idle_minutes: Annotated[
        int,
        Item(
            label=QT_TRANSLATE_NOOP("LockPolicy", "Locks after"),
            unit="min",
            minimum=1,
            maximum=15,
            required=True,
        ),
    ]
    pin: Annotated[
        YesNo,
        Item(
            label=QT_TRANSLATE_NOOP("LockPolicy", "PIN allowed"),
            required=True,
            hint=QT_TRANSLATE_NOOP(
                "LockPolicy", "Six digits, for the screen only, forgotten when the program ends."
            ),
        ),
    ]
