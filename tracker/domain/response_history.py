# SPDX-License-Identifier: MIT
"""The responses of a chart in time: what was decided, what is computed, and the best of them."""

from dataclasses import dataclass
from uuid import UUID

from tracker.domain.best_response import Answer, Rule, benefited, best
from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.irecist import AS_IRECIST
from tracker.domain.lesion_series import IRECIST, RECIST, Series, series_of
from tracker.domain.records import ImagingStudy, ResponseAssessment
from tracker.domain.records.response_assessment import Category

_PLAIN = {immune: plain for plain, immune in AS_IRECIST.items() if plain is not Category.PD} | {
    Category.ICPD: Category.PD
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One response on one day.

    Attributes:
        computed: as kept with the decision, else as the sizes give it today.
        study: the scan it rests on; None for one that names none.
        record: kind and id of what a click opens.
        is_recorded: False when it is only computed, and nobody has decided or recorded it.
    """

    when: PartialDate
    criteria: str
    computed: Category | None
    decided: Category | None
    study: UUID | None
    record: tuple[str, UUID]
    is_recorded: bool

    @property
    def category(self) -> Category | None:
        """What counts: the decision, or the computed category while there is none."""
        return self.decided or self.computed

    @property
    def differs(self) -> bool:
        """A person decided against the computed category."""
        return None not in {self.computed, self.decided} and self.computed is not self.decided


def responses(chart: Chart) -> tuple[Response, ...]:
    """Every response of a chart, oldest first; a baseline has none."""
    found: list[Response] = []
    told: set[UUID] = set()
    for series in series_of(chart):
        for place, column in enumerate(series.columns):
            for assessment in column.assessments:
                told.add(assessment.id)
                found.append(_recorded(assessment, series, place))
            if place and not column.assessments:
                found.append(_computed(series, place))
    found += [_recorded(each) for each in chart.of(ResponseAssessment) if each.id not in told]
    return tuple(sorted(found, key=lambda response: response.when.sort_key))


def _recorded(
    assessment: Stored[ResponseAssessment], series: Series | None = None, place: int = 0
) -> Response:
    record = assessment.record
    computed, study = record.computed, record.imaging_study
    if series is not None:
        answers = series.immune if record.criteria == IRECIST else series.recist
        computed = computed or answers[place].overall
        study = series.columns[place].studies[0].id
    return Response(
        when=record.date,
        criteria=record.criteria,
        computed=computed,
        decided=record.decided,
        study=study,
        record=(record.kind, assessment.id),
        is_recorded=True,
    )


def _computed(series: Series, place: int) -> Response:
    study = series.columns[place].studies[0].id
    return Response(
        when=series.columns[place].when,
        criteria=RECIST,
        computed=series.recist[place].overall,
        decided=None,
        study=study,
        record=(ImagingStudy.kind, study),
        is_recorded=False,
    )


@dataclass(frozen=True, slots=True)
class Best:
    """The best response since a day, and whether a later scan confirms it (4 weeks or more)."""

    answer: Answer
    is_confirmed: bool


def best_since(found: tuple[Response, ...], start: PartialDate) -> Best | None:
    """The best of the responses after ``start``."""
    answers = _answers(found, start)
    first = best(answers, start, Rule(confirm_days=None))
    if first is None:
        return None
    sure = best(answers, start, Rule())
    return Best(first, sure is not None and sure.category is first.category)


def benefit_since(found: tuple[Response, ...], start: PartialDate) -> Answer | None:
    """Where clinical benefit begins: a confirmed CR or PR, or SD of 6 weeks or more after start."""
    return benefited(_answers(found, start), start, Rule())


def _answers(found: tuple[Response, ...], start: PartialDate) -> list[Answer]:
    """What counts for a best response: unconfirmed progression (iUPD) is none yet."""
    return [
        Answer(each.when, plain)
        for each in found
        if (plain := _plain(each.category)) is not None and each.when.sort_key >= start.sort_key
    ]


def _plain(category: Category | None) -> Category | None:
    """The RECIST 1.1 name; None for what is no tumour response or not settled."""
    if category is None or category is Category.IUPD:
        return None
    if category in {Category.RESPONSE, Category.PROGRESSION}:
        return None
    return _PLAIN.get(category, category)
