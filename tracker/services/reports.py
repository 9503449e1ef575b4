# SPDX-License-Identifier: MIT
"""What goes onto paper or into a letter: logged when it leaves, and marked so that it is known."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tracker import __version__
from tracker.domain.roles import Action
from tracker.services.context import Context
from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands at the foot of a report.

    Attributes:
        code: of the audit trail as it was sealed then; "–" where nothing can be written.
    """

    clinic: str
    user: str
    at: datetime
    version: str
    code: str


def leave(store: Store, ctx: Context, *, patient: UUID, what: str) -> Imprint:
    """Logs that ``what`` of a chart leaves the encrypted file, and seals the trail.

    Raises:
        NotPermitted: the role may not read charts.
    """
    ctx.require(Action.READ)
    at, code = ctx.clock.now(), "–"
    if not store.readonly:
        with store.unit(ctx.stamp()) as unit:
            unit.log("print", patient=patient, content={"what": what})
        code = store.seal(at)
    return Imprint(store.clinic, ctx.user, at, __version__, code)
