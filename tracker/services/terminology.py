# SPDX-License-Identifier: MIT
"""The lists a person chooses from while typing: analytes, adverse event terms, and drugs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tracker import paths
from tracker.domain.agents import Formulary
from tracker.domain.analytes import Analytes
from tracker.domain.errors import Problem
from tracker.domain.records import AdverseEvent, AdverseEventGrade, TermSynonym
from tracker.domain.records.adverse_event import Organ
from tracker.domain.roles import Action
from tracker.domain.terms import Terms, parse_organs
from tracker.domain.toxicity import Ctcae
from tracker.domain.units import Factor, parse_factors
from tracker.domain.vocabulary import Vocabulary
from tracker.services import agents
from tracker.services.context import Context
from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Terminology:
    """Every list, as it is when a form is opened."""

    analytes: Analytes
    terms: Terms
    agents: Formulary

    def vocabulary(self, lookup: str) -> Vocabulary:
        """The list that a field names in its ``lookup``."""
        lists = {
            "analyte": self.analytes.vocabulary,
            "ctcae": self.terms.vocabulary,
            "agent": self.agents.vocabulary,
        }
        return lists[lookup]


def load(store: Store, ctx: Context) -> Terminology:
    """The lists of the program with the clinic's own words and workbooks.

    Raises:
        NotPermitted: the role may not read.
    """
    ctx.require(Action.READ)
    return Terminology(analytes(), terms(store), agents.formulary(store))


@cache
def analytes() -> Analytes:
    """Every analyte the program knows."""
    return Analytes.parse(_table("analytes.csv"))


@cache
def unit_factors() -> tuple[Factor, ...]:
    """The factors between unlike units, each of one analyte."""
    return parse_factors(_table("unit_factors.csv"))


@cache
def organs() -> Mapping[str, Organ]:
    """The organ of each term that immune-related events are reported under."""
    return parse_organs(_table("irae_terms.csv"))


def terms(store: Store) -> Terms:
    """The program's own terms; a version of which the clinic has the workbook is taken from it."""
    own = ctcae_terms()
    versions = {own.version: own} | {each.version: each for each in store.ctcae()}
    synonyms = [stored.record for stored in store.of_clinic(TermSynonym)]
    return Terms([versions[each] for each in sorted(versions)], organs(), synonyms)


def event_problems(
    store: Store, event: AdverseEvent, later: tuple[AdverseEventGrade, ...]
) -> Iterator[Problem]:
    """What the CTCAE version of an event says against its term and grades."""
    known = terms(store)
    yield from known.problems(event)
    for each in later:
        yield from known.grade_problems(event, each)


@cache
def ctcae_terms() -> Ctcae:
    """The terms of CTCAE 5.0 with the grades that each has."""
    return Ctcae.parse(_table("ctcae_v5_terms.csv"))


def _table(name: str) -> str:
    return (paths.resources() / "clinical" / name).read_text("utf-8")
