# SPDX-License-Identifier: MIT
"""The form of an adverse event: only the grades that exist for its term can be chosen."""

from tracker.domain.fields import Field
from tracker.domain.terms import Terms
from tracker.domain.toxicity import CtcaeTerm
from tracker.domain.vocabulary import Word
from tracker.services.terminology import Terminology
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import ChoiceBox
from tracker.ui.forms.editors import Editor, Offers
from tracker.ui.forms.lookup_box import LookupBox
from tracker.ui.forms.record_form import RecordForm

_EVERY_GRADE = range(1, 6)


class AdverseEventForm(RecordForm):
    """Term and version say which grades there are, and the workbook what each of them means."""

    _terms: Terms | None = None

    def set_terminology(self, known: Terminology) -> None:
        """Gives the terms; the grades follow the term and its version from now on."""
        super().set_terminology(known)
        self._terms = known.terms
        term = self.editors["term"]
        if isinstance(term.box, LookupBox):
            term.box.chosen.connect(self._take_version)
        for editor in (term, self.editors["ctcae_version"]):
            editor.value_changed.connect(self._offer_grades)
        self._offer_grades()

    def _editor_of(self, field: Field, offers: Offers) -> Editor:
        if field.name != "grade":
            return super()._editor_of(field, offers)
        self._spans["grade"] = 2
        box = ChoiceBox(self._look, _choices(None))
        return Editor(self._look, field.name, labels.label(self.kind, field), box)

    def _take_version(self, word: Word) -> None:
        """Who chose an entry of the list chose its version too."""
        version = self.editors["ctcae_version"]
        if not version.text().strip():
            version.set_text(word.version)

    def _offer_grades(self) -> None:
        if self._terms is None:
            return
        version, term = (self.editors[name].text() for name in ("ctcae_version", "term"))
        box = self.editors["grade"].box
        if isinstance(box, ChoiceBox):
            box.set_choices(_choices(self._terms.find(version.strip(), term)))


def _choices(term: CtcaeTerm | None) -> list[tuple[str, str]]:
    """The grades with what the clinic's workbook says of each; all while the term is not known."""
    if term is None:
        return [(str(grade), str(grade)) for grade in _EVERY_GRADE]
    said = ((grade, term.sentences.get(grade, "")) for grade in sorted(term.grades))
    return [(str(grade), f"{grade} · {text}" if text else str(grade)) for grade, text in said]
