# SPDX-License-Identifier: MIT
"""The scans of a chart and the responses read on them, as the lifeline draws them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tracker.domain import lifeline as line
from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.records import ImagingStudy
from tracker.domain.records.imaging import Conclusion
from tracker.domain.response_history import Response, responses
from tracker.ui import wording
from tracker.ui.views.response_words import sentence, verdict

translate = QCoreApplication.translate
Scans = Sequence[Stored[ImagingStudy]]


def scan_marks(chart: Chart) -> list[line.Event]:
    """A mark for each scan, and for each response that names none."""
    told, scans = responses(chart), chart.of(ImagingStudy)
    of_scan = {each.study: each for each in told if each.study is not None}
    marks = [_study(each, of_scan.get(each.id), _read_with(each, scans)) for each in scans]
    return [*marks, *(_assessed(each) for each in told if each.study is None)]


def _read_with(scan: Stored[ImagingStudy], scans: Scans) -> Scans:
    """The other scans of a time point that a person joined; none of one by itself."""
    point = [each for each in scans if each.record.time_point.day == scan.record.time_point.day]
    joined = scan.record.time_point.is_day and any(each.record.read_with for each in point)
    return [each for each in point if each.id != scan.id] if joined else ()


def _assessed(told: Response) -> line.Event:
    """A response that names no scan."""
    return line.Event(
        when=told.when,
        words=sentence(told),
        record=told.record,
        symbol=line.Symbol.RESPONSE,
        response=told.category.value if told.category else "",
        detail=verdict(told) if told.differs else "",
    )


def _study(stored: Stored[ImagingStudy], told: Response | None, others: Scans) -> line.Event:
    study = stored.record
    metabolic = study.modality.upper().startswith("PET")
    return line.Event(
        when=study.date,
        words="\n".join(_sentences(study, told, others)),
        record=(study.kind, stored.id),
        symbol=line.Symbol.METABOLIC_SCAN if metabolic else line.Symbol.SCAN,
        title=study.modality,
        lead=wording.when(study.date) if study.date.is_day else "",
        detail=(verdict(told) if told and told.differs else study.region) or "",
        response=told.category.value if told and told.category else "",
        good=study.conclusion is Conclusion.NO_EVIDENCE,
        time_point=study.time_point.day if others else None,
    )


def _sentences(study: ImagingStudy, told: Response | None, others: Scans) -> list[str]:
    words = translate("Lifeline", "{modality} {region}, {date}: {findings}").format(
        modality=study.modality,
        region=study.region or "",
        date=wording.when(study.date),
        findings=study.findings
        or wording.choice(study.conclusion)
        or translate("Lifeline", "no report text"),
    )
    scans = ", ".join(f"{o.record.modality} {wording.when(o.record.date)}" for o in others)
    joined = translate("Lifeline", "Read together with {scans}").format(scans=scans)
    return [words, *([joined] if others else []), *([sentence(told)] if told else [])]
