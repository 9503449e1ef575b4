# SPDX-License-Identifier: MIT
"""What a line of an old chart means, in words: every field as it will be stored."""

from PySide6.QtCore import QCoreApplication

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Refused
from tracker.domain.fields import Field, items
from tracker.domain.old_chart_line import Understood
from tracker.domain.records.base import from_text
from tracker.domain.text import Message
from tracker.ui.errors import words
from tracker.ui.forms import labels
from tracker.ui.forms.date_words import meaning

translate = QCoreApplication.translate


def in_words(said: Understood) -> str:
    """The record of a line field by field, for example "Marker result. Sample date: one day …"."""
    if said.event is None:
        return ""
    kind = said.event.kind
    parts = [labels.title(kind)]
    if said.course is not None:
        words_of_it = translate("OldChart", "of the course {regimen}")
        parts.append(words_of_it.format(regimen=said.course))
    for field in items(kind):
        text = said.texts.get(field.name, "").strip()
        if text and not field.item.parent:
            unit = f" {field.item.unit}" if field.item.unit else ""
            parts.append(f"{labels.label(kind, field)}: {_value(field, text)}{unit}")
    if said.note:
        parts.append(translate("OldChart", "Note: {text}").format(text=said.note))
    return " · ".join(parts)


def form_of(said: Understood) -> str:
    """What to write into the values of this event."""
    return words(Message(said.event.form)) if said.event else ""


def problems_in_words(said: Understood) -> str:
    """Everything that is wrong with a line, a sentence each."""
    kind = said.event.kind if said.event else None
    sentences = (labels.sentence(kind, p) if kind else words(p.message) for p in said.problems)
    return " ".join(dict.fromkeys(sentences))


def _value(field: Field, text: str) -> str:
    if field.type is PartialDate:
        try:
            return meaning(from_text(PartialDate, text))
        except Refused:
            return text
    return labels.shown_text(field, text)
