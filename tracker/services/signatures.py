# SPDX-License-Identifier: MIT
"""Sign a visit or a chart with the passphrase, and see which signatures still stand."""

from dataclasses import dataclass
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.records import Signature
from tracker.domain.records.signature import Meaning
from tracker.domain.roles import Action
from tracker.domain.signing import digest, stands
from tracker.services import accounts
from tracker.services.context import Context
from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Standing:
    """A signature, and whether what was signed is unchanged."""

    stored: Stored[Signature]
    stands: bool


def sign(
    store: Store,
    ctx: Context,
    *,
    patient: UUID,
    visit: UUID | None,
    meaning: Meaning,
    passphrase: str,
) -> Stored[Signature]:
    """Signs what the chart holds now, after the passphrase proved who is at the keyboard.

    A ``visit`` is signed with its lists; None signs the whole chart.

    Raises:
        NotPermitted: the role may not sign.
        WrongPassphrase: it is not this person's; nothing was signed.
    """
    ctx.require(Action.SIGN)
    accounts.confirm(store, ctx, passphrase=passphrase)
    signature = Signature(
        signed_visit=str(visit) if visit else None,
        meaning=meaning,
        signed_by=ctx.user,
        role=ctx.role,
        signed_at=ctx.clock.now().isoformat(timespec="seconds"),
        sha256=digest(store.chart(patient), visit),
    )
    with store.unit(ctx.stamp()) as unit:
        stored = unit.add(signature, patient)
        unit.log("sign", patient=patient, kind=Signature.kind, record=stored.id)
    return stored


def standing(chart: Chart, visit: UUID | None = None) -> tuple[Standing, ...]:
    """The signatures under a visit, or under the whole chart, the newest first."""
    signed = str(visit) if visit else None
    found = (each for each in chart.of(Signature) if each.record.signed_visit == signed)
    return tuple(Standing(each, stands(chart, each.record)) for each in found)[::-1]
