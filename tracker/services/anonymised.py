# SPDX-License-Identifier: MIT
"""Let charts leave without the patients: logged first, as every export, and whole or not there."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from tracker.domain.roles import Action
from tracker.domain.text import Say
from tracker.interchange import anonymised
from tracker.services import agents, terminology
from tracker.services.context import Context
from tracker.services.exports import Exported, charts_of, hand_out, require_free_name
from tracker.store.store import Store

STATEMENT = anonymised.STATEMENT
"""What stands at the head of every such file."""


@dataclass(frozen=True, slots=True)
class Anonymised(Exported):
    """A file that was written; charts entered in error are not in it.

    Attributes:
        unlisted: how many texts stayed behind because they are in no list, by field.
    """

    unlisted: Mapping[str, int]


def export(
    store: Store,
    ctx: Context,
    *,
    dest: Path,
    patient: UUID | None = None,
    force: bool = False,
    say: Say = str,
) -> Anonymised:
    """Writes all charts or one without identity; see ``interchange.anonymised``.

    Args:
        store: the open profile.
        ctx: who asks.
        dest: the new file.
        patient: only this one.
        force: a file that is there already may be replaced.
        say: the language of the statement at its head.

    Raises:
        NotPermitted: the role may not.
        Refused: there is such a file already.
        StorageFault: the place cannot be written to; no partial file is left.
    """
    ctx.require(Action.ANONYMISE)
    require_free_name(dest, force=force)
    made = anonymised.write(
        charts_of(store, patient),
        is_word,
        lambda: f"P-{secrets.token_hex(5)}",
        demonstration=store.is_demo,
        say=say,
    )
    digest = hashlib.sha256(made.data).hexdigest()
    file = Anonymised(dest, made.patients, digest, made.unlisted)
    hand_out(store, ctx, file, made.data, kind="without identity", patient=patient)
    return file


def is_word(vocabulary: str, text: str) -> bool:
    """Whether a text is a word of a list of the program; words of the clinic may say too much."""
    if vocabulary == "analyte":
        return terminology.analytes().code_of(text) is not None
    if vocabulary == "agent":
        return agents.of_program().find(text) is not None
    return terminology.ctcae_terms().find(text) is not None
