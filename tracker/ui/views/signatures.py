# SPDX-License-Identifier: MIT
"""Signatures in words: who, when, meaning what, and whether it still stands."""

from PySide6.QtCore import QCoreApplication

from tracker.services.signatures import Standing
from tracker.ui import wording


def in_words(found: Standing) -> str:
    """A signature as a sentence, with whether it still stands."""
    signature = found.stored.record
    text = QCoreApplication.translate("Sign", "{meaning}: {name} ({role}), {at}")
    said = text.format(
        meaning=wording.choice(signature.meaning),
        name=signature.signed_by,
        role=wording.choice(signature.role),
        at=signature.signed_at.replace("T", " "),
    )
    if found.stands:
        return said
    void = QCoreApplication.translate("Sign", "{signature} – signature void: changed since")
    return void.format(signature=said)
