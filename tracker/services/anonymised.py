# SPDX-License-Identifier: MIT
"""Let charts leave without the patients: logged first, as every export, and whole or not there."""

import hashlib
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.roles import Action
from tracker.interchange import anonymised
from tracker.services import agents, terminology
from tracker.services.context import Context
from tracker.services.exports import require_free_name
from tracker.store.faults import named_faults
from tracker.store.files import replace_file
from tracker.store.store import Store

STATEMENT = anonymised.STATEMENT
"""What stands at the head of every such file."""


@dataclass(frozen=True, slots=True)
class Anonymised:
    """A file that was written.

    Attributes:
        path: of the file.
        patients: how many are in it; charts entered in error are not.
        sha256: of the file.
        unlisted: how many texts stayed behind because they are in no list, by field.
    """

    path: Path
    patients: int
    sha256: str
    unlisted: Mapping[str, int]


def export(
    store: Store,
    ctx: Context,
    *,
    dest: Path,
    patient: UUID | None = None,
    force: bool = False,
) -> Anonymised:
    """Writes all charts or one without identity; see ``interchange.anonymised``.

    Args:
        store: the open profile.
        ctx: who asks.
        dest: the new file.
        patient: only this one.
        force: a file that is there already may be replaced.

    Raises:
        NotPermitted: the role may not.
        Refused: there is such a file already.
        StorageFault: the place cannot be written to; no partial file is left.
    """
    ctx.require(Action.ANONYMISE)
    require_free_name(dest, force=force)
    made = anonymised.write(
        _charts(store, patient),
        is_word,
        lambda: f"P-{secrets.token_hex(5)}",
        demonstration=store.is_demo,
    )
    digest = hashlib.sha256(made.data).hexdigest()
    content = {"file": str(dest), "sha256": digest, "patients": str(made.patients)}
    with store.unit(ctx.stamp()) as unit:
        unit.log("export", patient=patient, content={**content, "kind": "without identity"})
    with named_faults():
        replace_file(dest, made.data)
    return Anonymised(dest, made.patients, digest, made.unlisted)


def is_word(vocabulary: str, text: str) -> bool:
    """Whether a text is a word of a list of the program; words of the clinic may say too much."""
    if vocabulary == "analyte":
        return terminology.analytes().code_of(text) is not None
    if vocabulary == "agent":
        return agents.of_program().find(text) is not None
    return terminology.ctcae_terms().find(text) is not None


def _charts(store: Store, patient: UUID | None) -> Iterator[Chart]:
    return (store.chart(each) for each in ([patient] if patient else store.patient_ids()))
