# SPDX-License-Identifier: MIT
"""Stage at diagnosis and disease now, apart, and few metastases by each definition, in words."""

from PySide6.QtCore import QCoreApplication

from tracker.domain.chart import Chart
from tracker.domain.oligometastases import Oligo, OligoClass, Spread, classified, spread_of
from tracker.domain.records import DiseaseStatus, Stage
from tracker.domain.staging import stage_in_words
from tracker.domain.state import in_time
from tracker.ui import wording
from tracker.ui.glyphs import Glyph
from tracker.ui.widgets.facts import Fact

translate = QCoreApplication.translate


def disease_facts(chart: Chart) -> list[Fact]:
    """What stands beside the tables of the background; nothing while nothing is recorded."""
    found = [*_stages(chart), *_status(chart)]
    spread = spread_of(chart)
    return [*found, _few(spread)] if spread else found


def _stages(chart: Chart) -> list[Fact]:
    stages = [stored.record for stored in in_time(chart.of(Stage))]
    said = [f"{stage_in_words(stage)}, {wording.when(stage.date)}" for stage in reversed(stages)]
    return [_newest(translate("Disease", "Stage at diagnosis"), said)] if said else []


def _status(chart: Chart) -> list[Fact]:
    found = [stored.record for stored in in_time(chart.of(DiseaseStatus))]
    said = [
        ", ".join(filter(None, (wording.choice(s.disease), wording.when(s.date), s.basis)))
        for s in reversed(found)
    ]
    return [_newest(translate("Disease", "Disease status now"), said)] if said else []


def _newest(title: str, said: list[str]) -> Fact:
    return Fact(title, said[0], tuple((None, line) for line in said[1:]))


def _few(spread: Spread) -> Fact:
    lines: list[tuple[Glyph | None, str]] = []
    if spread.days is not None:
        text = translate("Disease", "{days}: primary {primary}, metastases {found}")
        shown = {
            "days": wording.days(spread.days),
            "primary": wording.when(spread.primary),
            "found": wording.when(spread.found),
        }
        lines.append((None, text.format(**shown)))
    lines += [_by_definition(each) for each in classified(spread)]
    title = translate("Disease", "Few metastases, by each definition")
    return Fact(title, _count(spread), tuple(lines))


def _count(spread: Spread) -> str:
    scan = spread.counted_on
    if spread.count is None or scan is None:
        return translate("Disease", "lesion count not recorded")
    return translate("Disease", "lesions: {n}, {scan} {date}").format(
        n=spread.count, scan=scan.record.modality, date=wording.when(scan.record.date)
    )


def _by_definition(each: Oligo) -> tuple[Glyph | None, str]:
    text = translate("Disease", "{definition}: {answer}")
    definition = wording.choice(each.definition)
    if each.found is not None:
        return None, text.format(definition=definition, answer=wording.choice(each.found))
    return Glyph.ASK, text.format(definition=definition, answer=_cannot(each))


def _cannot(each: Oligo) -> str:
    missing = "; ".join(wording.choice(gap) for gap in each.gaps)
    return translate("Disease", "cannot classify: {missing}").format(missing=missing)


def few_in_short(chart: Chart) -> str:
    """One line for the summary; "" where nothing is to be classified."""
    spread = spread_of(chart)
    if spread is None:
        return ""
    answers = classified(spread)
    named = dict.fromkeys(
        wording.choice(each.found)
        for each in answers
        if each.found not in {None, OligoClass.NOT_MET, OligoClass.OLIGO}
    )
    if named:
        return " / ".join(named)
    open_ones = [each for each in answers if each.gaps]
    if open_ones:
        text = translate("Disease", "oligometastases: {cannot}")
        return text.format(cannot=_cannot(open_ones[0]))
    return ""
