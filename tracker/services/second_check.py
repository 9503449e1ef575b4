# SPDX-License-Identifier: MIT
"""The second check of a dose: another account unlocks and enters the dose anew, without a tick.

The session stays that of the first person; what the second one did is in the audit trail under
the own name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tracker.domain.errors import Problem, Refused
from tracker.domain.records import DoseEvent, SecondCheck
from tracker.domain.roles import PERMISSIONS, Action, Role
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, normal
from tracker.domain.values import Dose
from tracker.services.context import Context
from tracker.store.keyring import Keyring
from tracker.store.slots import Keys
from tracker.store.store import Store

Doses = Mapping[str, Dose]
"""The dose of each drug by its name; "" for the whole regimen."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Two people entered the same doses for one patient, each without seeing the other's."""

    patient: UUID
    by: str
    role: Role
    at: datetime
    doses: Doses

    def holds_for(self, events: tuple[DoseEvent, ...]) -> bool:
        """Whether every dose that is given is still the one that was checked."""
        given = {event.drug or "": event.dose for event in events if event.dose is not None}
        return given == dict(self.doses)

    def record(self, dose_event: UUID, dose: Dose) -> SecondCheck:
        """What is stored below the dose."""
        at = self.at.isoformat(timespec="seconds")
        return SecondCheck(
            dose_event=dose_event,
            checked_by=self.by,
            role=self.role.value,
            dose=dose,
            checked_at=at,
        )


def check(
    store: Store,
    ctx: Context,
    *,
    patient: UUID,
    name: str,
    passphrase: str,
    first: Doses,
    again: Mapping[str, str],
) -> Checked:
    """Lets a second person enter the doses.

    Args:
        store: open, by the first person.
        ctx: the first person.
        patient: whose doses.
        name: of the second person's account.
        passphrase: of that account; it is used once and not kept.
        first: what the first person entered.
        again: what the second person typed, by the same drugs.

    Raises:
        WrongPassphrase: not this account's; says nothing about which names exist.
        Refused: the same person, an account that may not record or whose passphrase others know,
            or doses that differ. What differs is not shown: both look at the order again.
    """
    ctx.require(Action.RECORD)
    keys = Keyring(store.profile.keyring).unlock(passphrase, normal(name))
    Refused.if_any(_not_the_second(store, keys))
    assert keys.user is not None  # noqa: S101 - asked above
    second = Context(keys.user.name, keys.user.role, ctx.clock)
    problems = _differences(first, again)
    with store.unit(second.stamp()) as unit:
        outcome = "second check differs" if problems else "second check"
        unit.log(outcome, patient=patient, content={"for": ctx.user})
    Refused.if_any(problems)
    return Checked(patient, second.user, second.role, ctx.clock.now(), dict(first))


def _not_the_second(store: Store, keys: Keys) -> list[Problem]:
    user = keys.user
    if user is None or user.id == store.user_id:
        return [Problem(Message(_SAME_PERSON), "name")]
    if keys.must_change:
        return [Problem(Message(_NOT_OWN, {"name": user.name}), "passphrase")]
    if Action.RECORD not in PERMISSIONS[user.role]:
        return [Problem(Message(_MAY_NOT, {"role": user.role}), "name")]
    return []


_SAME_PERSON = QT_TRANSLATE_NOOP(
    "Message", "A second check is by another person than the one at work. Nothing is recorded."
)
_NOT_OWN = QT_TRANSLATE_NOOP(
    "Message", "{name} has to choose an own passphrase first: this one is known to others."
)
_MAY_NOT = QT_TRANSLATE_NOOP("Message", "The role “{role}” may not check a dose.")


def _differences(first: Doses, again: Mapping[str, str]) -> list[Problem]:
    found = []
    for drug, dose in first.items():
        try:
            same = _is_same(dose, Dose.parse(again.get(drug, "")))
        except Refused as refusal:
            found += [Problem(problem.message, drug) for problem in refusal.problems]
            continue
        if not same:
            found.append(Problem(Message(_DIFFER), drug))
    return found


def _is_same(one: Dose, other: Dose) -> bool:
    if one.milligrams is not None and other.milligrams is not None:
        return one.milligrams == other.milligrams
    return one == other


_DIFFER = QT_TRANSLATE_NOOP(
    "Message",
    "The two entries of this dose differ. Both look at the order again; nothing is recorded.",
)
