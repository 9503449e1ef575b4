# SPDX-License-Identifier: MIT
"""Contradictions about the tumour: its size, its stage, its nodes, its metastases."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tracker.domain.chart import Chart
from tracker.domain.dates import Certainty, before
from tracker.domain.envelope import Stored
from tracker.domain.findings import Finding, Rule, finding, stated
from tracker.domain.oligometastases import (
    OligoDefinition,
    is_within,
    progressions,
    spread_of,
    stated_few,
)
from tracker.domain.outcomes import earliest_of
from tracker.domain.records import (
    Diagnosis,
    ImagingStudy,
    Lesion,
    LesionMeasurement,
    NodeStation,
    Procedure,
    Stage,
)
from tracker.domain.records.base import Record
from tracker.domain.records.procedure import Proof
from tracker.domain.records.statement import Topic
from tracker.domain.staging import (
    SIZE_LIMITS_CM,
    figo_2018,
    figo_of,
    is_below,
    is_stage,
    is_tnm,
    stage_by_nodes,
)
from tracker.domain.text import QT_TRANSLATE_NOOP

_SIZE = re.compile(r"((?:\d+(?:\.\d+)?\s*[x×*]\s*)*\d+(?:\.\d+)?)\s*(cm|mm)\b", re.ASCII)


def _largest_cm(text: str | None) -> Decimal | None:
    """The greatest dimension printed in a text, in cm; None when there is none with a unit."""
    found = _SIZE.search(text or "")
    if found is None:
        return None
    largest = max(Decimal(number.strip()) for number in re.split(r"[x×*]", found[1]))
    return largest / 10 if found[2] == "mm" else largest


def _primary_sizes(chart: Chart) -> Iterator[tuple[Decimal, str, Stored[Record]]]:
    """Each printed or measured size of a primary: in cm, in the words of its source."""
    sites = {d.record.site.casefold() for d in chart.of(Diagnosis)}
    for diagnosis in chart.of(Diagnosis):
        if (size := _largest_cm(diagnosis.record.tumour_size)) is not None:
            yield size, diagnosis.record.tumour_size or "", diagnosis
    for procedure in chart.of(Procedure):
        size = _largest_cm(procedure.record.size)
        if size is not None and procedure.record.proves is Proof.PRIMARY:
            yield size, procedure.record.size or "", procedure
    primaries = {x.id for x in chart.of(Lesion) if x.record.organ.casefold() in sites}
    first = min((s.record.date.sort_key for s in chart.of(ImagingStudy)), default=None)
    for study in chart.of(ImagingStudy):
        if study.record.date.sort_key != first:
            continue
        for found in chart.of(LesionMeasurement, study.id):
            measured = found.record
            size = _largest_cm(measured.as_printed)
            if size is None and measured.diameter is not None:
                size = measured.diameter / 10
            if size is not None and measured.lesion in primaries:
                words = measured.as_printed or f"{measured.diameter} mm"
                yield size, f"{words} ({study.record.modality})", found


def _size_by_source(chart: Chart) -> Iterator[Finding]:
    sizes = list(_primary_sizes(chart))
    values = [size for size, _, _ in sizes]
    if len(set(values)) < 2:
        return
    low, high = min(values), max(values)
    crossed = [limit for limit in SIZE_LIMITS_CM if low <= limit < high]
    of_cervix = any(d.record.site.casefold() == "cervix" for d in chart.of(Diagnosis))
    text = QT_TRANSLATE_NOOP("Message", "The size of the primary differs by source: {sizes}.")
    if crossed and of_cervix:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "The size of the primary differs by source: {sizes}. They lie on both sides of "
            "{limit} cm, where the FIGO 2018 size class changes.",
        )
    shown = {
        "sizes": "; ".join(words for _, words, _ in sizes),
        "limit": ", ".join(map(str, crossed)),
    }
    yield finding("SIZE_BY_SOURCE", text, shown, *(stored for _, _, stored in sizes))


def _stage_is_none(chart: Chart) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP("Message", "“{stage}” is not a stage of {system}.")
    for stage in chart.of(Stage):
        if is_stage(stage.record) is False:
            shown = {"stage": stage.record.stage, "system": stage.record.system}
            yield finding("STAGE_IS_NONE", text, shown, stage)
    printed = QT_TRANSLATE_NOOP("Message", "“{stage}”, as printed, is not a stage.")
    for said in stated(chart, Topic.STAGE):
        words = said.record.finding
        if figo_2018(words) is None and not is_tnm(words):
            yield finding("STAGE_IS_NONE", printed, {"stage": words}, said)


def _stage_against_nodes(chart: Chart) -> Iterator[Finding]:
    stations = chart.of(NodeStation)
    by_nodes = stage_by_nodes(each.record for each in stations)
    if by_nodes is None or by_nodes.basis is None:
        return
    positive = [s for s in stations if s.record.positive]
    text = QT_TRANSLATE_NOOP(
        "Message", "Stage {stage} is lower than the positive nodes allow: at least {nodes}."
    )
    for stage in chart.of(Stage):
        found = figo_of(stage.record)
        if found and found.basis is by_nodes.basis and is_below(found, by_nodes):
            shown = {"stage": found, "nodes": by_nodes}
            yield finding("STAGE_AGAINST_NODES", text, shown, stage, *positive)


def _few_metastases(chart: Chart) -> Iterator[Finding]:
    """Few metastases that were stated, but not counted, or of two classes by two definitions."""
    stated, spread = stated_few(chart), spread_of(chart)
    if not stated or spread is None:
        return
    scans = progressions(chart)
    if scans and spread.count is None:
        text = QT_TRANSLATE_NOOP(
            "Message", "Oligometastases were stated; cannot classify: the lesion count is missing."
        )
        yield finding("LESION_COUNT_MISSING", text, {}, *stated, *scans)
    with_primary = is_within(spread, OligoDefinition.AFTER_PRIMARY)
    within_window = is_within(spread, OligoDefinition.SIX_MONTHS)
    if spread.primary and spread.found and with_primary is False and within_window:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "Metastases of {date}, after the primary of {primary}, are metachronous by their order "
            "and synchronous by the six-month window: name the definition.",
        )
        shown = {"date": spread.found.text, "primary": spread.primary.text}
        yield finding("CLASS_BY_DEFINITION", text, shown, *stated)


def _relapse_before_treatment(chart: Chart) -> Iterator[Finding]:
    """A recurrence that was proved before the first proof of the primary."""
    proofs = {
        proof: [p for p in chart.of(Procedure) if p.record.proves is proof]
        for proof in (Proof.PRIMARY, Proof.RELAPSE)
    }
    text = QT_TRANSLATE_NOOP(
        "Message", "A recurrence was proved on {date}, before the primary ({primary})."
    )
    first = earliest_of(p.record.date for p in proofs[Proof.PRIMARY])
    for relapse in proofs[Proof.RELAPSE]:
        if first is not None and before(relapse.record.date, first) is Certainty.YES:
            shown = {"date": relapse.record.date.text, "primary": first.text}
            yield finding("RELAPSE_BEFORE_PRIMARY", text, shown, relapse)


RULES: tuple[Rule, ...] = (
    _size_by_source,
    _stage_is_none,
    _stage_against_nodes,
    _few_metastases,
    _relapse_before_treatment,
)
