# SPDX-License-Identifier: MIT
"""Courses for the chart's tests: the published case by hand, and a synthetic crowded one."""

from datetime import date, timedelta
from uuid import UUID

from tracker.domain.dates import UNKNOWN, PartialDate
from tracker.domain.lifeline import (
    AdverseEvent,
    Course,
    Dose,
    Event,
    GradeStep,
    Lane,
    LaneKind,
    Lifeline,
    MarkerPoint,
    MarkerSeries,
    Milestone,
    Note,
    RangeStep,
    Record,
    Symbol,
    Tone,
)
from tracker.domain.records.marker import Flag

AS_OF = date(2024, 11, 26)
day = PartialDate.parse
_ids = iter(range(1, 1_000_000))


def record(kind: str) -> Record:
    return kind, UUID(int=next(_ids))


def result(when: str | PartialDate, text: str, flag: Flag | None, **more: object) -> MarkerPoint:
    number = text.lstrip("<>")
    values: dict[str, object] = {
        "number": float(number),
        "censored": text[0] if text[0] in "<>" else "",
        "upper": 1.5,
        "times_limit": f"{float(number) / 1.5:.2f}",
        "words": f"SCC antigen {text} ng/mL",
        "record": record("marker_result"),
    }
    when = day(when) if isinstance(when, str) else when
    return MarkerPoint(when=when, text=text, flag=flag, **(values | more))


SWITCH = (
    RangeStep(None, None, 1.5, "normal <1.5"),
    RangeStep(day("2019-08"), None, 2.7, "normal <2.7"),
)


def series(*points: MarkerPoint, ranges: tuple[RangeStep, ...] = SWITCH) -> MarkerSeries:
    return MarkerSeries(code="SCC", title="SCC antigen", unit="ng/mL", points=points, ranges=ranges)


def event(when: str | None, symbol: Symbol, words: str, **more: object) -> Event:
    values: dict[str, object] = {"words": words, "record": record("imaging_study")} | more
    at = day(when) if when else UNKNOWN
    return Event(when=at, symbol=symbol, **values)


def course(when: str, title: str, tone: Tone, **more: object) -> Course:
    at = day(when) if when else UNKNOWN
    values: dict[str, object] = {"words": title, "record": record("course")} | more
    return Course(when=at, title=title, tone=tone, **values)


def adverse_event(when: str, title: str, **more: object) -> AdverseEvent:
    values: dict[str, object] = {"words": title, "record": record("adverse_event")} | more
    return AdverseEvent(when=day(when), title=title, **values)


def seed() -> Lifeline:
    """The published case at its printed precision."""
    spring = (date(2019, 4, 8), date(2019, 6, 1))
    scc = MarkerSeries(
        code="SCC",
        title="SCC antigen",
        unit="ng/mL",
        points=(
            result("2018-11", "61.10", Flag.HIGH),
            result("2019-02", "2.2", Flag.HIGH),
            result("2019-02/..", "5.2", Flag.HIGH, place=spring),
        ),
        ranges=SWITCH,
        notes=(Note("No dated SCC result after spring 2019", date(2019, 9, 1), AS_OF),),
    )
    chemo, io, rt = Tone.CHEMOTHERAPY, Tone.IMMUNOTHERAPY, Tone.RADIOTHERAPY
    drugs = (
        course("2018-12", "PTX-lipo + LBP × 3", chemo, end=day("2019-01")),
        course("2019-04-08", "TP × 1", chemo, end=day("2019-04-08"), caption="8 Apr 2019"),
        course("2019-05", "toripalimab 240 mg q3w", io, ongoing=True, question="no dose date"),
    )
    hdr = (date(2019, 2, 20), date(2019, 3, 28))
    radiotherapy = (
        course("2019-01", "48.6 Gy / 27", rt, caption="pelvis, para-aortic"),
        course("", "HDR 7 × 2", rt, caption="no date", place=hdr),
        course("2019-04-15", "50.4 Gy / 28", rt, caption="neck, EQD2 49.6"),
        course("2019-04-15", "SIB 60.2 Gy", rt, caption="instead of 50.4", beneath=True),
    )
    surgery = (
        event("2018-11-30", Symbol.SURGERY, "operation", title="radical hysterectomy"),
        event("2019-04-03", Symbol.BIOPSY, "biopsy", title="biopsy, left axillary node"),
    )
    imaging = (
        event("2018-11", Symbol.SCAN, "MRI of the pelvis", title="MRI"),
        event("2018-11", Symbol.SCAN, "chest X-ray", title="X-ray"),
        event("2019-03-29", Symbol.SCAN, "CT", lead="CT 29 Mar"),
        event("2019-04-04", Symbol.METABOLIC_SCAN, "PET-CT", title="PET-CT 4 Apr"),
        event(None, Symbol.RESPONSE, "complete response", response="CR", place=spring),
        event("2024-11", Symbol.RESPONSE, "no recurrence", detail="no recurrence", good=True),
    )
    toxicity = (adverse_event("2019-04", "marrow, severe"), adverse_event("2019-04", "GI, severe"))
    visits = (event("2018-11-26", Symbol.VISIT, "admission", detail="admission"),)
    relapse = Milestone(
        when=day("2019-04-03"), title="Relapse proved", words="Relapse", record=record("statement")
    )
    return Lifeline(
        as_of=AS_OF,
        markers=(scc,),
        lanes=(
            Lane(LaneKind.DRUGS, drugs),
            Lane(LaneKind.RADIOTHERAPY, radiotherapy),
            Lane(LaneKind.SURGERY, surgery),
            Lane(LaneKind.IMAGING, imaging),
            Lane(LaneKind.ADVERSE_EVENTS, toxicity),
            Lane(LaneKind.VISITS, visits),
        ),
        milestones=(relapse,),
    )


def crowded(markers: int = 4, doses: int = 100) -> Lifeline:
    """A synthetic course of six years: 60 results per marker, doses, 30 scans, 10 toxicities."""
    start = date(2019, 1, 10)

    def after(days: int) -> PartialDate:
        return PartialDate.of(start + timedelta(days=days))

    def points(upper: float) -> tuple[MarkerPoint, ...]:
        return tuple(
            result(
                after(35 * i),
                f"{upper * (0.4 + 0.25 * (i * 7 % 6)):.2f}",
                Flag.HIGH if i * 7 % 6 > 2 else Flag.NORMAL,
                upper=upper,
            )
            for i in range(60)
        )

    ticks = tuple(
        Dose(when=after(20 + 21 * i), words=f"dose {i + 1}", record=record("dose_event"))
        for i in range(doses)
    )
    drug = course(ticks[0].when.text, "camrelizumab", Tone.IMMUNOTHERAPY, ongoing=True, doses=ticks)
    scans = tuple(
        event(
            after(68 * i).text, Symbol.SCAN, f"scan {i}", title="CT", response="PR" * (i % 9 == 4)
        )
        for i in range(30)
    )
    toxicity = tuple(
        adverse_event(
            after(60 + 190 * i).text,
            f"toxicity {i}",
            end=after(120 + 190 * i),
            grades=(GradeStep(after(60 + 190 * i), 1 + i % 4),),
        )
        for i in range(10)
    )
    return Lifeline(
        as_of=AS_OF,
        markers=tuple(
            MarkerSeries(
                code=f"M{n}",
                title=f"Marker {n}",
                unit="U/mL",
                points=points(2.0 + n),
                ranges=(RangeStep(None, None, 2.0 + n, f"<{2 + n}"),),
            )
            for n in range(markers)
        ),
        lanes=(
            Lane(LaneKind.DRUGS, (drug,)),
            Lane(LaneKind.SURGERY, empty="no surgery recorded"),
            Lane(LaneKind.IMAGING, scans),
            Lane(LaneKind.ADVERSE_EVENTS, toxicity),
        ),
    )
