# SPDX-License-Identifier: MIT
"""The words for adverse events: CTCAE versions side by side, the clinic's own words, irAE organs.

A term belongs to the version it was graded by; versions are never mixed without being named.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from tracker.domain.errors import Problem
from tracker.domain.records.adverse_event import AdverseEvent, AdverseEventGrade, Organ
from tracker.domain.records.term_synonym import TermSynonym
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, normal
from tracker.domain.toxicity import Ctcae, CtcaeTerm
from tracker.domain.vocabulary import Vocabulary, Word


class Terms:
    """Every term that can be chosen."""

    def __init__(
        self,
        versions: Iterable[Ctcae],
        organs: Mapping[str, Organ],
        synonyms: Iterable[TermSynonym] = (),
    ) -> None:
        self.versions = {each.version: each for each in versions}
        self._organs = organs
        self._synonyms = tuple(synonyms)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """To choose from while typing: by any word, MedDRA code or word of the clinic."""
        words: dict[str, list[str]] = {}
        for each in self._synonyms:
            words.setdefault(normal(each.term).casefold(), []).append(each.synonym)
        return Vocabulary(
            Word(
                term.name,
                term.organ_class,
                (*words.get(term.name.casefold(), ()), *([term.code] if term.code else ())),
                version,
            )
            for version, ctcae in self.versions.items()
            for term in ctcae.terms
        )

    def find(self, version: str | None, term: str) -> CtcaeTerm | None:
        """The term of a version; None when either is not known."""
        ctcae = self.versions.get(version or "")
        return ctcae.find(term) if ctcae else None

    def organ_of(self, event: AdverseEvent) -> Organ | None:
        """The organ that a person stated, else that of the list for the term."""
        return event.organ or self._organs.get(normal(event.term).casefold())

    def problems(self, event: AdverseEvent) -> Iterator[Problem]:
        """What a version says against its term and grade; nothing for one that is not known."""
        ctcae = self.versions.get(event.ctcae_version or "")
        if ctcae is None:
            return
        term = ctcae.find(event.term)
        if term is None:
            values = {"term": event.term[:60], "version": ctcae.version}
            yield Problem(Message(_NO_TERM, values), "term")
        elif event.grade is not None and event.grade not in term.grades:
            yield Problem(_no_grade(ctcae, term, event.grade), "grade")

    def grade_problems(self, event: AdverseEvent, later: AdverseEventGrade) -> Iterator[Problem]:
        """The same for a grade over time; grade 0 says that the event is no longer there."""
        ctcae = self.versions.get(event.ctcae_version or "")
        term = ctcae.find(event.term) if ctcae else None
        if ctcae and term and later.grade and later.grade not in term.grades:
            yield Problem(_no_grade(ctcae, term, later.grade), "grade")


_NO_TERM = QT_TRANSLATE_NOOP(
    "Message",
    "“{term}” is no term of CTCAE {version}. Choose one of the list, or leave the version empty "
    "and describe the severity in words.",
)


def _no_grade(ctcae: Ctcae, term: CtcaeTerm, grade: int) -> Message:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "“{term}” has no grade {grade} in CTCAE {version}. Its grades: {grades}.",
    )
    grades = ", ".join(map(str, sorted(term.grades)))
    values = {"term": term.name, "grade": grade, "version": ctcae.version, "grades": grades}
    return Message(text, values)


def parse_organs(table: str) -> dict[str, Organ]:
    """The organ of each term that immune-related events are reported under (CSV with a header).

    Raises:
        ValueError: an organ that is not known.
    """
    rows = csv.DictReader(io.StringIO(table))
    return {row["ctcae_v5_term"].casefold(): Organ(row["organ"]) for row in rows}
